package mengshi.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import mengshi.model.Measure;
import mengshi.model.Period;
import mengshi.report.TargetOrigin.Role;
import mengshi.targets.Target;
import mengshi.warehouse.Origins;
import org.jspecify.annotations.Nullable;

/**
 * What of last year a target starts from: the result in the report, the facts of last year, and, where these are not
 * there, what became of the forms that they should stand on.
 *
 * @param result the row of {@code mart.progress_base}; empty where the report gives no result for the target
 * @param lastYear the figure of the same period of last year, in the base unit; empty where it is not whole
 * @param lastYearEnd that of the whole of last year, or of its end
 * @param notThere whose figure of last year is missing: {@code period}, {@code area_code}, {@code form_code},
 *     {@code state}
 * @param broken whose figure is of other units than last year's, the threshold of who reports having been changed, without
 *     one on the comparable basis: {@code area_code}, {@code changed_on}, {@code threshold_zh}
 */
public record TargetBase(
        Map<String, @Nullable Object> result,
        Optional<BigDecimal> lastYear,
        Optional<BigDecimal> lastYearEnd,
        List<Map<String, @Nullable Object>> notThere,
        List<Map<String, @Nullable Object>> broken) {

    private static final int SHARE_DECIMALS = 6;
    private static final int DECEMBER = 12;

    public TargetBase {
        notThere = List.copyOf(notThere);
        broken = List.copyOf(broken);
    }

    static TargetBase of(
            Origins origins,
            Map<String, @Nullable Object> target,
            Period judged,
            List<Map<String, @Nullable Object>> facts) {
        Map<String, @Nullable Object> result = origins.baseOf(target).first().orElse(Map.of());
        Target.Kind kind = TargetOrigin.kind(target);
        Set<String> indicators = TargetOrigin.indicators(target);
        List<Map<String, @Nullable Object>> broken = indicators.isEmpty()
                ? List.of()
                : origins.thresholdBreaks(indicators, actual(judged)).rows();
        if (kind != Target.Kind.VOLUME && kind != Target.Kind.LEVEL) {
            return new TargetBase(result, Optional.empty(), Optional.empty(), List.of(), broken);
        }
        String indicator = ScorecardLine.plain(target.get("indicator_code"));
        Measure measure = kind == Target.Kind.VOLUME ? Measure.YTD : Measure.END;
        List<Map<String, @Nullable Object>> own = facts.stream()
                .filter(fact -> indicator.equals(fact.get("indicator_code"))
                        && measure.name().equals(fact.get("measure"))
                        && Boolean.TRUE.equals(fact.get("counts"))
                        && fact.get("value") instanceof BigDecimal)
                .toList();
        boolean isYearEnd = judged.endMonth() == DECEMBER;
        List<Map<String, @Nullable Object>> notThere = isYearEnd && kind == Target.Kind.VOLUME
                ? List.of()
                : origins.notThere(indicator, periods(judged, kind), Set.of(measure)).rows().stream()
                        .filter(isMissedBy(own))
                        .toList();
        Optional<BigDecimal> then = kind == Target.Kind.VOLUME
                ? figure(own, isYearEnd ? Role.LAST_YEAR_END : Role.LAST_YEAR, notThere)
                : Optional.empty();
        return new TargetBase(result, then, figure(own, Role.LAST_YEAR_END, notThere), notThere, broken);
    }

    /** The part of the whole of last year that had come by the same month; the profile that a pace goes by. */
    public Optional<BigDecimal> share() {
        return lastYear.filter(then -> then.signum() > 0).flatMap(then -> lastYearEnd
                .filter(year -> year.signum() > 0)
                .map(year -> then.divide(year, MathContext.DECIMAL128).setScale(SHARE_DECIMALS, RoundingMode.HALF_UP)));
    }

    /** Why figures of last year are not there, a line for each period and state, with the areas it holds for. */
    public List<String> reasons() {
        Map<String, List<String>> areas = new LinkedHashMap<>();
        for (Map<String, @Nullable Object> row : notThere) {
            String why = row.get("period") + " " + row.get("form_code") + " "
                    + switch (String.valueOf(row.get("state"))) {
                        case "MISSING" -> "未报，也未补录";
                        case "PUBLISHED", "SUPERSEDED" -> "已入库，本项无数";
                        default -> "来过未入库 " + row.get("state");
                    };
            areas.computeIfAbsent(why, key -> new ArrayList<>()).add(String.valueOf(row.get("area_name")));
        }
        return areas.entrySet().stream()
                .map(entry -> entry.getKey() + "："
                        + (entry.getValue().size() > 3
                                ? entry.getValue().stream().limit(3).collect(Collectors.joining("、")) + "等"
                                        + entry.getValue().size() + "个"
                                : String.join("、", entry.getValue())))
                .toList();
    }

    /** That a threshold was changed in between, from what to what; nothing where it was not. */
    public List<String> warnings() {
        return broken.stream()
                .findFirst()
                .map(first -> List.of(
                        "统计起点 " + first.get("changed_on") + " 起改变，没有同口径上年数的地区 "
                                + broken.stream()
                                        .map(row -> row.get("area_code"))
                                        .distinct()
                                        .count() + " 个",
                        "原 " + first.get("threshold_before_zh"),
                        "现 " + first.get("threshold_zh")))
                .orElse(List.of());
    }

    /** As a document has it. */
    public Map<String, @Nullable Object> row() {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("result", result.isEmpty() ? null : result);
        row.put("last_year", lastYear.orElse(null));
        row.put("last_year_end", lastYearEnd.orElse(null));
        row.put("share", share().orElse(null));
        row.put("not_there", notThere);
        row.put("threshold_changed", broken);
        return row;
    }

    private static Set<Period> actual(Period judged) {
        Set<Period> periods = new LinkedHashSet<>();
        periods.add(Period.month(judged.calendarYear(), judged.endMonth()));
        if (judged.endMonth() % 3 == 0) {
            periods.add(Period.quarter(judged.calendarYear(), judged.endMonth() / 3));
        }
        return periods;
    }

    private static Set<Period> periods(Period judged, Target.Kind kind) {
        Set<Period> periods = new LinkedHashSet<>();
        int year = judged.calendarYear() - 1;
        for (int month : kind == Target.Kind.VOLUME ? new int[] {judged.endMonth(), DECEMBER} : new int[] {DECEMBER}) {
            periods.add(Period.month(year, month));
            if (month % 3 == 0) {
                periods.add(Period.quarter(year, month / 3));
            }
        }
        return periods;
    }

    /** A figure of history, or of the region where the areas owe one, is there all the same. */
    private static Predicate<Map<String, @Nullable Object>> isMissedBy(List<Map<String, @Nullable Object>> facts) {
        return row -> {
            int endMonth = Period.of(String.valueOf(row.get("period"))).endMonth();
            return facts.stream()
                    .filter(fact -> !Role.ACTUAL.name().equals(fact.get("role")))
                    .filter(fact ->
                            Period.of(String.valueOf(fact.get("period"))).endMonth() == endMonth)
                    .noneMatch(fact -> Recomputation.isRegion(fact)
                            || String.valueOf(fact.get("area_code")).equals(String.valueOf(row.get("area_code"))));
        };
    }

    /** The region's own figure; else the sum of the areas, where all have one. */
    private static Optional<BigDecimal> figure(
            List<Map<String, @Nullable Object>> facts, Role role, List<Map<String, @Nullable Object>> notThere) {
        List<Map<String, @Nullable Object>> of = facts.stream()
                .filter(fact -> role.name().equals(fact.get("role")))
                .toList();
        Optional<BigDecimal> published = of.stream()
                .filter(Recomputation::isRegion)
                .map(Recomputation::value)
                .findFirst();
        boolean isWhole = of.stream()
                .map(fact -> String.valueOf(fact.get("period")))
                .allMatch(period -> notThere.stream().noneMatch(missing -> period.equals(missing.get("period"))));
        return published.or(
                () -> isWhole ? of.stream().map(Recomputation::value).reduce(BigDecimal::add) : Optional.empty());
    }
}
