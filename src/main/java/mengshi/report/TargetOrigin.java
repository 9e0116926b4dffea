package mengshi.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import mengshi.model.Measure;
import mengshi.model.Period;
import mengshi.targets.Target;
import mengshi.warehouse.Origins;
import org.jspecify.annotations.Nullable;

/**
 * What a target's verdict is made of: the formula, every figure that goes into it, and where it starts from.
 *
 * @param target its row of {@code mart.target_progress} with {@code regional_figure}, {@code numerator},
 *     {@code denominator}
 * @param facts rows of {@code mart.provenance}, each with its {@code role}, whether judging takes it ({@code counts})
 *     and whether the verdict rests on it ({@code used})
 * @param base what of last year it starts from
 */
public record TargetOrigin(
        Map<String, @Nullable Object> target, List<Map<String, @Nullable Object>> facts, TargetBase base) {

    /** As far back as sql/queries/warehouse/collect_area_figures.sql looks. */
    private static final int YEARS_OF_PROFILES = 5;

    /** Which period a figure is of, seen from the one judged. */
    public enum Role {
        ACTUAL("本期"),
        LAST_YEAR("上年同期"),
        LAST_YEAR_END("上年全年");

        private final String chinese;

        Role(String chinese) {
            this.chinese = chinese;
        }

        public String chinese() {
            return chinese;
        }
    }

    /** Where the region's figure comes from. */
    public enum Source {
        /** The region published it. */
        PUBLISHED("自治区公布数"),
        /** It is made of the areas' figures. */
        SUM("盟市数合计"),
        /** A growth, of the areas' levels over their bases. */
        LEVELS("盟市水平与上年同期相比"),
        /** A growth, of the areas' rates by the weight of their bases. */
        RATES("盟市增速按上年同期加权"),
        /** Numerators over denominators. */
        RATIO("分子合计比分母合计"),
        /** Of the region's months. */
        MEAN("各月平均"),
        /** Of two published rates. */
        RELATION("两项公布增速之差"),
        /** How far a project has come. */
        STAGE("已报阶段"),
        /** There is none. */
        NONE("没有数据");

        private final String chinese;

        Source(String chinese) {
            this.chinese = chinese;
        }

        public String chinese() {
            return chinese;
        }
    }

    /** The origin of a target's verdict in a period; empty when it has none. */
    public static Optional<TargetOrigin> of(Origins origins, String targetId, Period period) {
        return origins.ofTarget(targetId, period).first().map(target -> of(origins, target, period));
    }

    private static TargetOrigin of(Origins origins, Map<String, @Nullable Object> target, Period period) {
        Map<Period, Role> periods = periods(period, kind(target) == Target.Kind.MEAN);
        Set<String> indicators = indicators(target);
        List<Map<String, @Nullable Object>> facts = new ArrayList<>();
        if (!indicators.isEmpty()) {
            Set<String> inputs = Set.of(
                    Arrays.stream(ScorecardLine.plain(target.get("inputs")).split("\\|"))
                            .distinct()
                            .toArray(String[]::new));
            List<Measure> measures = Formula.of(kind(target)).measures();
            origins.ofFigures(indicators, periods.keySet(), measures, period)
                    .rows()
                    .forEach(row -> facts.add(placed(row, periods, inputs)));
        }
        return new TargetOrigin(target, facts, TargetBase.of(origins, target, period, facts));
    }

    /** The indicators a target is made of, by its row with {@code numerator} and {@code denominator}. */
    static Set<String> indicators(Map<String, @Nullable Object> target) {
        Set<String> indicators = new LinkedHashSet<>();
        for (String column : List.of("indicator_code", "numerator", "denominator")) {
            String code = ScorecardLine.plain(target.get(column));
            if (!code.isEmpty()) {
                indicators.add(code);
            }
        }
        return indicators;
    }

    /** The periods whose figures may move anything that a verdict on a period says; of a quantity five years' profiles. */
    static Set<Period> periods(Map<String, @Nullable Object> target, Period judged) {
        Map<Period, Role> periods = periods(judged, kind(target) == Target.Kind.MEAN);
        for (int year = judged.calendarYear() - 2; year >= judged.calendarYear() - YEARS_OF_PROFILES; year--) {
            put(periods, year, judged.endMonth(), Role.LAST_YEAR);
            put(periods, year, 12, Role.LAST_YEAR_END);
        }
        return periods.keySet();
    }

    /** The verdict in the words of the report. */
    public ScorecardLine line() {
        return new ScorecardLine(target);
    }

    /** How it is worked out, for people. */
    public String formula() {
        return Formula.of(kind(target)).words();
    }

    /** Where its figure comes from: what judging wrote down, or what the facts show where it wrote nothing. */
    public Source source() {
        String written = line().text("source");
        if (!written.isEmpty()) {
            return Source.valueOf(written);
        }
        Target.Kind kind = kind(target);
        String deciding = Formula.of(kind).measures().get(0).name();
        boolean published = actual().filter(Recomputation::isRegion)
                .anyMatch(fact -> kind == Target.Kind.LEVEL || deciding.equals(fact.get("measure")));
        if (published) {
            return Source.PUBLISHED;
        }
        return actual().findAny().isPresent() ? Source.SUM : Source.NONE;
    }

    /** The figure worked out once more from {@link #facts}; nothing where judging found none. */
    public Recomputation recomputed() {
        return target.get("actual_value") instanceof BigDecimal
                ? Recomputation.of(target, facts)
                : new Recomputation(Optional.empty(), "", List.of());
    }

    private Stream<Map<String, @Nullable Object>> actual() {
        return facts.stream()
                .filter(fact -> Role.ACTUAL.name().equals(fact.get("role")))
                .filter(fact -> fact.get("value") != null || fact.get("value_text") != null);
    }

    static Target.Kind kind(Map<String, @Nullable Object> target) {
        return Target.Kind.valueOf(ScorecardLine.plain(target.get("kind")).toUpperCase(Locale.ROOT));
    }

    private static Map<String, @Nullable Object> placed(
            Map<String, @Nullable Object> row, Map<Period, Role> periods, Set<String> inputs) {
        Map<String, @Nullable Object> fact = new LinkedHashMap<>();
        Role role = periods.get(Period.of(String.valueOf(row.get("period"))));
        fact.put("role", role == null ? null : role.name());
        fact.put("used", Boolean.TRUE.equals(row.get("counts")) && inputs.contains(String.valueOf(row.get("series"))));
        fact.putAll(row);
        return fact;
    }

    /** The periods judging looks at; a month that ends a quarter stands for the quarter too. */
    private static Map<Period, Role> periods(Period judged, boolean allMonths) {
        Map<Period, Role> periods = new LinkedHashMap<>();
        int year = judged.calendarYear();
        put(periods, year, judged.endMonth(), Role.ACTUAL);
        if (allMonths) {
            for (int month = 1; month < judged.endMonth(); month++) {
                periods.put(Period.month(year, month), Role.ACTUAL);
            }
        }
        put(periods, year - 1, judged.endMonth(), Role.LAST_YEAR);
        put(periods, year - 1, 12, Role.LAST_YEAR_END);
        return periods;
    }

    private static void put(Map<Period, Role> periods, int year, int month, Role role) {
        periods.putIfAbsent(Period.month(year, month), role);
        if (month % 3 == 0) {
            periods.putIfAbsent(Period.quarter(year, month / 3), role);
        }
    }
}
