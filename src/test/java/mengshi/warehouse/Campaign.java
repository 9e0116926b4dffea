package mengshi.warehouse;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
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
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sound submissions laid out in the tables of the check step, into which faults are planted. One night checks one month of
 * all areas, each with one fault of another kind, so that no fault hides behind a second of its own form. Where the other
 * areas are at fault too there is little left to compare with: what was missed is planted again in a night in which ten of
 * them are sound. The region is held against the sum of its areas, so it has nights of its own.
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

        /** Of those found: only when ten other areas were sound. */
        int foundAmongSound;

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
            foundAmongSound += other.foundAmongSound;
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

    /** How many areas of a month have a fault in a night in which the others are sound. */
    private static final int AT_FAULT = 2;

    private final TestWarehouse warehouse;
    private final JdbcClient jdbc;
    private final Checking checking;
    private final TransactionTemplate transaction;
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
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(warehouse.loader()));
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
                        + " now(), ?, 'READ' from staging.beside")
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
     * Plants every kind once into every area's form of each of the months, and adds up what was found.
     *
     * @param months of one round: none is the month, the quarter or the year before another, so that they can be checked at
     *     once
     */
    Map<PlantedFault, Score> plant(List<PlantedFault> faults, List<Period> months) {
        Map<PlantedFault, Score> scores = new LinkedHashMap<>();
        faults.forEach(fault -> scores.put(fault, new Score()));
        Set<YearMonth> ends = months.stream().map(Period::end).collect(Collectors.toSet());
        List<Planted> missed = new ArrayList<>();
        faults.stream()
                .collect(Collectors.partitioningBy(
                        fault -> fault.form().equals(REGIONS_FORM), Collectors.groupingBy(PlantedFault::form)))
                .values()
                .forEach(forms -> missed.addAll(plant(forms.values(), ends, scores)));
        for (List<Planted> night : nightsAmongSound(missed)) {
            tryAgain(night, scores);
        }
        return scores;
    }

    private List<Planted> plant(
            Collection<List<PlantedFault>> forms, Set<YearMonth> ends, Map<PlantedFault, Score> scores) {
        List<Planted> missed = new ArrayList<>();
        int nights = forms.stream().mapToInt(List::size).max().orElse(0);
        for (int night = 0; night < nights; night++) {
            List<Planted> planted = new ArrayList<>();
            for (List<PlantedFault> of : forms) {
                planted.addAll(plan(of, ends, night));
            }
            missed.addAll(judge(planted, scores));
        }
        return missed;
    }

    private List<Planted> plan(List<PlantedFault> faults, Set<YearMonth> ends, int night) {
        List<Planted> planted = new ArrayList<>();
        if (night >= faults.size()) {
            return planted;
        }
        int area = 0;
        for (Map.Entry<SubmissionKey, Long> entry : numbers.entrySet()) {
            SubmissionKey key = entry.getKey();
            if (key.form().equals(faults.get(0).form())
                    && ends.contains(key.period().end())) {
                PlantedFault fault = faults.get((night + area++) % faults.size());
                Map<Cell, BigDecimal> wrong = wrong(key, entry.getValue(), fault);
                if (!wrong.isEmpty()) {
                    planted.add(new Planted(entry.getValue(), fault, wrong));
                }
            }
        }
        return planted;
    }

    /** As few nights as can be with one fault in a form and two areas at fault in a month. */
    private List<List<Planted>> nightsAmongSound(List<Planted> missed) {
        List<List<Planted>> nights = new ArrayList<>();
        for (Planted one : missed) {
            SubmissionKey key = key(one);
            if (!key.area().isRegion()) {
                nights.stream()
                        .filter(night ->
                                night.stream().noneMatch(other -> key(other).equals(key))
                                        && night.stream()
                                                        .filter(other -> isBesideIn(key(other), key))
                                                        .count()
                                                < AT_FAULT)
                        .findFirst()
                        .orElseGet(() -> {
                            nights.add(new ArrayList<>());
                            return nights.get(nights.size() - 1);
                        })
                        .add(one);
            }
        }
        return nights;
    }

    private static boolean isBesideIn(SubmissionKey one, SubmissionKey other) {
        return one.form().equals(other.form()) && one.period().equals(other.period());
    }

    private SubmissionKey key(Planted planted) {
        return Objects.requireNonNull(keys.get(planted.submission()));
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

    /** @return what was missed */
    private List<Planted> judge(List<Planted> planted, Map<PlantedFault, Score> scores) {
        List<Planted> missed = new ArrayList<>();
        List<Told> told = night(planted);
        List<Told> unable = results("not_checkable");
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
            if (isFound(right, one, score)) {
                score.found++;
            } else {
                score.missed.add(new Missed(key(one), unable(one, unable)));
                missed.add(one);
            }
        }
        return missed;
    }

    private void tryAgain(List<Planted> planted, Map<PlantedFault, Score> scores) {
        List<Told> told = night(planted);
        List<Told> unable = results("not_checkable");
        for (Planted one : planted) {
            Score score = scores.get(one.fault());
            List<Told> right = told.stream()
                    .filter(finding -> finding.submissionId() == one.submission() && concerns(finding, one.fault()))
                    .toList();
            score.missed.removeIf(missed -> missed.key().equals(key(one)));
            if (isFound(right, one, score)) {
                score.found++;
                score.foundAmongSound++;
            } else {
                score.missed.add(new Missed(key(one), unable(one, unable)));
            }
        }
    }

    private static boolean isFound(List<Told> right, Planted one, Score score) {
        boolean isFound = right.stream()
                .anyMatch(finding -> !one.fault().isHard() || finding.severity().equals("ERROR"));
        if (isFound) {
            right.forEach(finding -> score.finders.merge(finding.editId(), 1, Integer::sum));
        }
        return isFound;
    }

    private Set<String> unable(Planted one, List<Told> unable) {
        return unable.stream()
                .filter(said -> said.submissionId() == one.submission() && concerns(said, one.fault()))
                .map(Told::editId)
                .collect(Collectors.toSet());
    }

    /** What is found while the figures are wrong. */
    private List<Told> night(List<Planted> planted) {
        if (planted.isEmpty()) {
            return List.of();
        }
        Map<Cell, BigDecimal> wrong = new LinkedHashMap<>();
        planted.forEach(one -> wrong.putAll(one.wrong()));
        put(wrong);
        List<Told> told = check(planted.stream().map(Planted::submission).toList());
        wrong.replaceAll((cell, any) -> Objects.requireNonNull(figures.get(cell)));
        put(wrong);
        return told;
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

    private void put(Map<Cell, BigDecimal> values) {
        List<Cell> cells = List.copyOf(values.keySet());
        jdbc.sql("update staging.beside as series set value = put.value from unnest(?, ?, ?, ?)"
                        + " as put (submission_id, indicator_code, measure, value)"
                        + " where series.submission_id = put.submission_id"
                        + " and series.indicator_code = put.indicator_code and series.measure = put.measure")
                .param(cells.stream().map(Cell::submission).toArray(Long[]::new))
                .param(cells.stream().map(Cell::indicator).toArray(String[]::new))
                .param(cells.stream().map(cell -> cell.measure().name()).toArray(String[]::new))
                .param(cells.stream().map(values::get).toArray(BigDecimal[]::new))
                .update();
    }

    private List<Told> check(List<Long> subjects) {
        Long[] ids = subjects.toArray(Long[]::new);
        jdbc.sql("truncate staging.subject, staging.edit_result, ops.edit_outcome")
                .update();
        jdbc.sql("update staging.beside set is_subject = submission_id = any (?), blocked_by = null,"
                        + " is_blocked_hard = false where is_subject or blocked_by is not null"
                        + " or submission_id = any (?)")
                .param(ids)
                .param(ids)
                .update();
        jdbc.sql("insert into staging.subject (submission_id, area_key, form_code, period_key, state, frame)"
                        + " select distinct submission_id, area_key, form_code, period_key, 'READ', jsonb_build_object("
                        + "'unit_head', '甲', 'statistics_head', '乙', 'filled_by', '丙', 'phone', '1', 'reported_on',"
                        + " (dim_period.ends_on + 5)::text) from staging.beside inner join warehouse.dim_period"
                        + " using (period_key) where submission_id = any (?)")
                .param(ids)
                .update();
        jdbc.sql("select staging.refresh_statistics()::text")
                .query(String.class)
                .single();
        warehouse.editTypes().stream()
                .filter(type -> !type.looksAtOthers())
                .forEach(type -> inTransaction(() -> checking.run(run, type.name())));
        inTransaction(() -> checking.settleLevels(run));
        warehouse.editTypes().stream()
                .filter(RuleBook.EditType::looksAtOthers)
                .forEach(type -> inTransaction(() -> checking.run(run, type.name())));
        return results("failed");
    }

    /** As the job does: how a statement may read its tables is set for its transaction. */
    private void inTransaction(Runnable part) {
        transaction.executeWithoutResult(status -> part.run());
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
