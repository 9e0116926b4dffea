package mengshi.warehouse;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mengshi.model.Measure;
import mengshi.model.Observation;
import mengshi.model.Period;
import mengshi.model.Reading;
import mengshi.model.SubmissionKey;
import mengshi.sample.CleanSubmissions;
import mengshi.seeds.Seeds;
import mengshi.validation.Edit;
import mengshi.validation.RuleBook;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Sound submissions laid out in the tables of the check step, into which faults are planted. One night has one fault in a
 * form, and faults in two areas of a month: what is compared with the other areas is as it is on most nights, when ten of
 * them are sound. The region is held against the sum of its areas, so they are sound when its own form is not.
 */
final class Campaign {

    /** Where a fault was not found, and which edits said there that they had nothing to compare with. */
    record Missed(SubmissionKey key, Set<String> unable) {}

    /** What came of one kind. */
    static final class Score {
        int planted;
        int found;
        int right;
        int told;
        final Map<String, Integer> finders = new TreeMap<>();
        final Map<String, Integer> beside = new TreeMap<>();
        final List<Missed> missed = new ArrayList<>();

        /** Of those that there was something to compare with. */
        double recall() {
            long comparable = planted - blind();
            return comparable == 0 ? 1 : (double) found / comparable;
        }

        /** Not found where the edit that finds this kind elsewhere said that it had nothing to compare with. */
        long blind() {
            Optional<String> finder = finders.entrySet().stream()
                    .max(Map.Entry.comparingByValue())
                    .map(Map.Entry::getKey);
            return missed.stream()
                    .filter(one -> finder.filter(one.unable()::contains).isPresent())
                    .count();
        }

        double precision() {
            return told == 0 ? 1 : (double) right / told;
        }

        /** Of other periods. */
        Score plus(Score other) {
            planted += other.planted;
            found += other.found;
            right += other.right;
            told += other.told;
            other.finders.forEach((edit, times) -> finders.merge(edit, times, Integer::sum));
            other.beside.forEach((finding, times) -> beside.merge(finding, times, Integer::sum));
            missed.addAll(other.missed);
            return this;
        }
    }

    /** A finding of a night. */
    record Told(String editId, long submissionId, String severity, String indicatorCode, String measure) {}

    private record Cell(long submission, String indicator, Measure measure) {}

    private record Planted(long submission, PlantedFault fault, Map<Cell, BigDecimal> wrong) {}

    private static final String REGIONS_FORM = "NM-R01";

    /** How many areas' forms of a month have a fault in one night. */
    private static final int AT_FAULT = 2;

    private final TestWarehouse warehouse;
    private final JdbcClient jdbc;
    private final Checking checking;
    private final Map<SubmissionKey, Long> numbers = new LinkedHashMap<>();
    private final Map<Long, SubmissionKey> keys = new HashMap<>();
    private final Map<Cell, BigDecimal> figures = new HashMap<>();
    private final Map<Cell, BigDecimal> steps = new HashMap<>();
    private final Map<String, Edit> edits = new HashMap<>();
    private final long run;

    Campaign(TestWarehouse warehouse, CleanSubmissions clean, Period first, Period last) {
        this(warehouse, clean.owed(first, last));
    }

    /** What is checked in these months, and what it is compared with: the month, the quarter and the year before. */
    static Campaign around(TestWarehouse warehouse, CleanSubmissions clean, List<Period> months) {
        Set<YearMonth> needed = months.stream()
                .map(Period::end)
                .flatMap(end -> Stream.of(0, 1, 3, 12).map(end::minusMonths))
                .collect(Collectors.toSet());
        Period first = Period.of(Collections.min(needed).toString());
        Period last = Period.of(Collections.max(needed).toString());
        return new Campaign(
                warehouse,
                clean.owed(first, last).stream()
                        .filter(submitted ->
                                needed.contains(submitted.key().period().end()))
                        .toList());
    }

    private Campaign(TestWarehouse warehouse, List<Reading.Submitted> sound) {
        this.warehouse = warehouse;
        this.jdbc = warehouse.owner();
        this.checking = new Checking(warehouse.loader(), warehouse.clock());
        this.run = warehouse.night().runId();
        RuleBook.from(Seeds.builtIn()).edits().forEach(edit -> edits.put(edit.id(), edit));
        RuleTrial trial = new RuleTrial(
                warehouse.loader(), new ReferenceData(warehouse.loader(), Seeds.builtIn(), 2025), checking);
        new Statements(warehouse.loader()).query("clear_check_tables").update();
        for (Reading.Submitted submitted : sound) {
            long number = numbers.size() + 1L;
            numbers.put(submitted.key(), number);
            keys.put(number, submitted.key());
            trial.lay(submitted, number, false);
            submitted.observations().forEach(observation -> remember(number, observation));
        }
        jdbc.sql("insert into ops.submission (submission_id, file_name, file_sha256, file_size, received_at,"
                        + " received_run, state) overriding system value select distinct submission_id, 'clean', 'x', 1,"
                        + " now(), ?, 'READ' from staging.series")
                .param(run)
                .update();
    }

    private void remember(long number, Observation observation) {
        BigDecimal value = observation.figure().value();
        if (value != null) {
            Cell cell = new Cell(number, observation.indicator(), observation.measure());
            figures.put(cell, value);
            steps.put(cell, observation.written().step());
        }
    }

    int submissions() {
        return numbers.size();
    }

    /** Checks all of it at once, as it is. */
    List<Told> checkAll() {
        return check(new ArrayList<>(numbers.values()));
    }

    /**
     * Plants every kind once into each area's form of each of the months, and adds up what was found.
     *
     * @param areas codes; the region's own form comes with any of them
     * @param months of one round: none is the month, the quarter or the year before another, so that they can be checked at
     *     once
     */
    Map<PlantedFault, Score> plant(List<PlantedFault> faults, List<String> areas, List<Period> months) {
        Map<PlantedFault, Score> scores = new LinkedHashMap<>();
        faults.forEach(fault -> scores.put(fault, new Score()));
        Set<YearMonth> ends = months.stream().map(Period::end).collect(Collectors.toSet());
        faults.stream()
                .collect(Collectors.partitioningBy(
                        fault -> fault.form().equals(REGIONS_FORM), Collectors.groupingBy(PlantedFault::form)))
                .values()
                .forEach(forms -> {
                    int nights = forms.values().stream()
                            .mapToInt(of -> of.size() * turns(areas))
                            .max()
                            .orElse(0);
                    for (int night = 0; night < nights; night++) {
                        List<Planted> planted = new ArrayList<>();
                        for (List<PlantedFault> of : forms.values()) {
                            planted.addAll(plan(of, areas, ends, night));
                        }
                        judge(planted, scores);
                    }
                });
        return scores;
    }

    private static int turns(List<String> areas) {
        return (areas.size() + AT_FAULT - 1) / AT_FAULT;
    }

    private List<Planted> plan(List<PlantedFault> faults, List<String> areas, Set<YearMonth> ends, int night) {
        List<Planted> planted = new ArrayList<>();
        numbers.forEach((key, number) -> {
            int place = key.area().isRegion() ? 0 : areas.indexOf(key.area().code());
            if (key.form().equals(faults.get(0).form())
                    && ends.contains(key.period().end())
                    && place >= 0
                    && place / AT_FAULT == night / faults.size()) {
                int apart = place % AT_FAULT * faults.size() / AT_FAULT;
                PlantedFault fault = faults.get((night + apart) % faults.size());
                Map<Cell, BigDecimal> wrong = wrong(key, number, fault);
                if (!wrong.isEmpty()) {
                    planted.add(new Planted(number, fault, wrong));
                }
            }
        });
        return planted;
    }

    /** The cells of a submission that the fault makes wrong; none where it cannot be made there. */
    private Map<Cell, BigDecimal> wrong(SubmissionKey key, long number, PlantedFault fault) {
        Map<Cell, BigDecimal> wrong = new LinkedHashMap<>();
        for (PlantedFault.Slip slip : fault.slips()) {
            Cell cell = new Cell(number, slip.indicator(), slip.measure());
            Optional<BigDecimal> value = figures.containsKey(cell)
                    ? slip.change().of(new Laid(cell, before(key).orElse(null)))
                    : Optional.empty();
            if (value.isEmpty()) {
                return Map.of();
            }
            wrong.put(cell, value.orElseThrow());
        }
        return wrong;
    }

    private Optional<Long> before(SubmissionKey key) {
        Period before = key.period().previous();
        return Optional.ofNullable(numbers.get(new SubmissionKey(key.form(), key.area(), before)))
                .filter(number -> before.calendarYear() == key.period().calendarYear());
    }

    /** A figure as it was laid out. */
    private final class Laid implements PlantedFault.Figures {

        private final Cell cell;
        private final @Nullable Long before;

        Laid(Cell cell, @Nullable Long before) {
            this.cell = cell;
            this.before = before;
        }

        @Override
        public BigDecimal value() {
            return Objects.requireNonNull(figures.get(cell));
        }

        @Override
        public BigDecimal step() {
            return Objects.requireNonNull(steps.get(cell));
        }

        @Override
        public @Nullable BigDecimal beside(String indicator, Measure measure) {
            return figures.get(new Cell(cell.submission(), indicator, measure));
        }

        @Override
        public @Nullable BigDecimal before(Measure measure) {
            return before == null ? null : figures.get(new Cell(before, cell.indicator(), measure));
        }

        @Override
        public @Nullable BigDecimal of(Measure measure) {
            return beside(cell.indicator(), measure);
        }
    }

    private void judge(List<Planted> planted, Map<PlantedFault, Score> scores) {
        if (planted.isEmpty()) {
            return;
        }
        planted.forEach(one -> one.wrong().forEach(this::put));
        List<Told> told = check(planted.stream().map(Planted::submission).toList());
        List<Told> unable = results("not_checkable");
        planted.forEach(one -> one.wrong().keySet().forEach(cell -> put(cell, figures.get(cell))));
        for (Planted one : planted) {
            Score score = scores.get(one.fault());
            List<Told> ofOne = told.stream()
                    .filter(finding -> finding.submissionId() == one.submission())
                    .toList();
            List<Told> right = ofOne.stream()
                    .filter(finding -> concerns(finding, one.fault()))
                    .toList();
            score.planted++;
            score.told += ofOne.size();
            score.right += right.size();
            ofOne.stream()
                    .filter(finding -> !right.contains(finding))
                    .forEach(finding -> score.beside.merge(
                            finding.editId() + " " + finding.indicatorCode() + " " + finding.measure(),
                            1,
                            Integer::sum));
            boolean isFound = right.stream()
                    .anyMatch(finding ->
                            !one.fault().isHard() || finding.severity().equals("ERROR"));
            if (isFound) {
                score.found++;
                right.forEach(finding -> score.finders.merge(finding.editId(), 1, Integer::sum));
            } else {
                score.missed.add(new Missed(
                        keys.get(one.submission()),
                        unable.stream()
                                .filter(said -> said.submissionId() == one.submission() && concerns(said, one.fault()))
                                .map(Told::editId)
                                .collect(Collectors.toSet())));
            }
        }
    }

    /** Whether the edit looks at the spoilt line: as its own, or as one it compares with. */
    private boolean concerns(Told told, PlantedFault fault) {
        Edit edit = edits.get(told.editId());
        Set<String> lines = new HashSet<>(List.of(edit.terms().operands().split("[|+\\s/-]+")));
        lines.add(told.indicatorCode());
        if (edit.type().equals("part")) {
            lines.addAll(edit.scope().indicators());
        }
        return fault.slips().stream().map(PlantedFault.Slip::indicator).anyMatch(lines::contains);
    }

    private void put(Cell cell, BigDecimal value) {
        jdbc.sql("update staging.series set value = ? where submission_id = ? and indicator_code = ? and measure = ?")
                .param(value)
                .param(cell.submission())
                .param(cell.indicator())
                .param(cell.measure().name())
                .update();
    }

    private List<Told> check(List<Long> subjects) {
        Long[] ids = subjects.toArray(Long[]::new);
        jdbc.sql("truncate staging.subject, staging.edit_result, ops.edit_outcome")
                .update();
        jdbc.sql("update staging.series set is_subject = submission_id = any (?), blocked_by = null,"
                        + " is_blocked_hard = false where is_subject or blocked_by is not null"
                        + " or submission_id = any (?)")
                .param(ids)
                .param(ids)
                .update();
        jdbc.sql("insert into staging.subject (submission_id, area_key, form_code, period_key, state, frame)"
                        + " select distinct submission_id, area_key, form_code, period_key, 'READ', jsonb_build_object("
                        + "'unit_head', '甲', 'statistics_head', '乙', 'filled_by', '丙', 'phone', '1', 'reported_on',"
                        + " (dim_period.ends_on + 5)::text) from staging.series inner join warehouse.dim_period"
                        + " using (period_key) where submission_id = any (?)")
                .param(ids)
                .update();
        jdbc.sql("select staging.refresh_statistics()::text")
                .query(String.class)
                .single();
        warehouse.editTypes().stream()
                .filter(type -> !type.looksAtOthers())
                .forEach(type -> checking.run(run, type.name()));
        checking.settleLevels(run);
        warehouse.editTypes().stream()
                .filter(RuleBook.EditType::looksAtOthers)
                .forEach(type -> checking.run(run, type.name()));
        return results("failed");
    }

    /** What edits said; that they could not check only where there was nothing to compare with, not where a fault was. */
    private List<Told> results(String outcome) {
        return jdbc.sql("select result.edit_id, submission_id, severity, coalesce(result.indicator_code, '')"
                        + " as indicator_code, coalesce(result.measure, '') as measure from staging.edit_result as result"
                        + " inner join warehouse.dim_edit using (edit_id) where outcome = ?"
                        + " and (blocked_by is null or blocked_by in ('NO_LAST_YEAR', 'NO_PREVIOUS_PERIOD'))")
                .param(outcome)
                .query(Told.class)
                .list();
    }
}
