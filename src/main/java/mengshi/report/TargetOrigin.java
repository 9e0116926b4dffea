package mengshi.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
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
 * What a target's verdict is made of: the formula and every figure that goes into it.
 *
 * @param target its row of {@code mart.target_progress} with {@code regional_figure}, {@code numerator},
 *     {@code denominator}
 * @param facts rows of {@code mart.provenance}, each with its {@code role}
 */
public record TargetOrigin(Map<String, @Nullable Object> target, List<Map<String, @Nullable Object>> facts) {

    private static final String REGION = "150000";
    private static final int DECIMALS = 2;
    private static final BigDecimal HUNDRED = new BigDecimal(100);

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
            List<Measure> measures = Formula.of(kind(target)).measures();
            origins.ofFigures(indicators, periods.keySet(), measures)
                    .rows()
                    .forEach(row -> facts.add(withRole(row, periods)));
        }
        return new TargetOrigin(target, facts);
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

    /** The periods whose figures go into the target's verdict of a period. */
    static Set<Period> periods(Map<String, @Nullable Object> target, Period judged) {
        return periods(judged, kind(target) == Target.Kind.MEAN).keySet();
    }

    /** The verdict in the words of the report. */
    public ScorecardLine line() {
        return new ScorecardLine(target);
    }

    /** How it is worked out, for people. */
    public String formula() {
        return Formula.of(kind(target)).words();
    }

    /** Where its figure comes from. */
    public Source source() {
        Target.Kind kind = kind(target);
        String deciding = Formula.of(kind).measures().get(0).name();
        boolean published = actual().filter(TargetOrigin::isRegion)
                .anyMatch(fact -> kind == Target.Kind.LEVEL || deciding.equals(fact.get("measure")));
        if (published) {
            return Source.PUBLISHED;
        }
        return actual().findAny().isPresent() ? Source.SUM : Source.NONE;
    }

    /** The figure worked out once more from {@link #facts}, in the base unit; empty where that is not arithmetic. */
    public Optional<BigDecimal> recomputed() {
        String own = ScorecardLine.plain(target.get("indicator_code"));
        String numerator = ScorecardLine.plain(target.get("numerator"));
        String denominator = ScorecardLine.plain(target.get("denominator"));
        return switch (kind(target)) {
            case VOLUME -> figure(own, Measure.YTD);
            case LEVEL -> figure(own, Measure.END).or(() -> published(own, Measure.YTD));
            case GROWTH -> published(own, Measure.YOY_YTD).or(() -> growthOfLevels(own));
            case INDEX -> published(own, Measure.YOY_YTD);
            case RANK -> published(own, Measure.END);
            case RATIO -> published(own, Measure.YTD).or(() -> ratio(numerator, denominator));
            case MEAN -> mean(own);
            case RELATION ->
                published(numerator.isEmpty() ? own : numerator, Measure.YOY_YTD)
                        .flatMap(leader ->
                                published(denominator, Measure.YOY_YTD).map(leader::subtract));
            case MILESTONE, EXTERNAL -> Optional.empty();
        };
    }

    private Stream<Map<String, @Nullable Object>> actual() {
        return facts.stream()
                .filter(fact -> Role.ACTUAL.name().equals(fact.get("role")))
                .filter(fact -> fact.get("value") != null || fact.get("value_text") != null);
    }

    private Stream<Map<String, @Nullable Object>> actual(String indicator, Measure measure) {
        return actual().filter(fact -> indicator.equals(fact.get("indicator_code"))
                && measure.name().equals(fact.get("measure"))
                && fact.get("value") instanceof BigDecimal);
    }

    private Optional<BigDecimal> figure(String indicator, Measure measure) {
        return published(indicator, measure).or(() -> sum(actual(indicator, measure)));
    }

    private Optional<BigDecimal> published(String indicator, Measure measure) {
        return actual(indicator, measure)
                .filter(TargetOrigin::isRegion)
                .map(TargetOrigin::value)
                .max(BigDecimal::compareTo);
    }

    private Optional<BigDecimal> ratio(String numerator, String denominator) {
        return figure(denominator, Measure.YTD)
                .filter(below -> below.signum() > 0)
                .flatMap(below -> figure(numerator, Measure.YTD)
                        .map(above -> above.multiply(HUNDRED).divide(below, DECIMALS, RoundingMode.HALF_UP)));
    }

    private Optional<BigDecimal> mean(String indicator) {
        List<BigDecimal> months = actual(indicator, Measure.MONTH)
                .filter(TargetOrigin::isRegion)
                .map(TargetOrigin::value)
                .toList();
        return months.stream()
                .reduce(BigDecimal::add)
                .map(sum -> sum.divide(BigDecimal.valueOf(months.size()), DECIMALS, RoundingMode.HALF_UP));
    }

    /** Numerator and base over the same areas. */
    private Optional<BigDecimal> growthOfLevels(String indicator) {
        BigDecimal now = BigDecimal.ZERO;
        BigDecimal base = BigDecimal.ZERO;
        for (Map<String, @Nullable Object> level :
                actual(indicator, Measure.YTD).toList()) {
            Optional<BigDecimal> before =
                    ofArea(indicator, Measure.YTD_LY_COMP, level).or(() -> ofArea(indicator, Measure.YTD_LY, level));
            if (!isRegion(level) && before.isPresent()) {
                now = now.add(value(level));
                base = base.add(before.get());
            }
        }
        return base.signum() <= 0
                ? Optional.empty()
                : Optional.of(now.divide(base, MathContext.DECIMAL128)
                        .subtract(BigDecimal.ONE)
                        .multiply(HUNDRED)
                        .setScale(DECIMALS, RoundingMode.HALF_UP));
    }

    private Optional<BigDecimal> ofArea(String indicator, Measure measure, Map<String, @Nullable Object> other) {
        return actual(indicator, measure)
                .filter(fact -> String.valueOf(fact.get("area_code")).equals(String.valueOf(other.get("area_code"))))
                .map(TargetOrigin::value)
                .findFirst();
    }

    private static Optional<BigDecimal> sum(Stream<Map<String, @Nullable Object>> facts) {
        return facts.filter(fact -> !isRegion(fact)).map(TargetOrigin::value).reduce(BigDecimal::add);
    }

    private static BigDecimal value(Map<String, @Nullable Object> fact) {
        return fact.get("value") instanceof BigDecimal value ? value : BigDecimal.ZERO;
    }

    private static boolean isRegion(Map<String, @Nullable Object> fact) {
        return REGION.equals(fact.get("area_code"));
    }

    private static Target.Kind kind(Map<String, @Nullable Object> target) {
        return Target.Kind.valueOf(ScorecardLine.plain(target.get("kind")).toUpperCase(Locale.ROOT));
    }

    private static Map<String, @Nullable Object> withRole(
            Map<String, @Nullable Object> row, Map<Period, Role> periods) {
        Map<String, @Nullable Object> fact = new LinkedHashMap<>();
        Role role = periods.get(Period.of(String.valueOf(row.get("period"))));
        fact.put("role", role == null ? null : role.name());
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
