package mengshi.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mengshi.targets.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * What a target's year would come to if it went on so. Never a fact.
 *
 * @param row a row of {@code mart.target_projection_on}
 */
record Projection(WordedLine line, Map<String, @Nullable Object> row) {

    private static final MathContext FIGURES = new MathContext(4, RoundingMode.HALF_UP);

    /** The projections of an edition: first what would fall short by both paces, then by one, in the order of the report. */
    static List<Projection> of(Edition edition) {
        Map<String, Map<String, @Nullable Object>> rows = edition.beside().projections().rows().stream()
                .collect(Collectors.toMap(row -> ScorecardLine.plain(row.get("target_id")), row -> row));
        List<Projection> projections = new ArrayList<>();
        for (int missing = 2; missing >= 0; missing--) {
            int asked = missing;
            edition.lines().stream()
                    // What is reached already needs no looking ahead.
                    .filter(line -> rows.containsKey(line.id()) && line.verdict() != Verdict.ACHIEVED)
                    .map(line -> new Projection(line, rows.getOrDefault(line.id(), Map.of())))
                    .filter(projection -> projection.missing() == asked)
                    .forEach(projections::add);
        }
        return projections;
    }

    /** How many of the paces lead short of the target; a single one that does counts for both. */
    int missing() {
        boolean byTime = Boolean.FALSE.equals(row.get("meets_by_time"));
        boolean byProfile = Boolean.FALSE.equals(row.get("meets_by_profile"));
        boolean isOne = row.get("meets_by_time") == null || row.get("meets_by_profile") == null;
        return isOne && (byTime || byProfile) ? 2 : (byTime ? 1 : 0) + (byProfile ? 1 : 0);
    }

    /** A projected figure as it is told, no finer than a projection can be; empty where there is none. */
    String said(String column) {
        return row.get(column) instanceof BigDecimal value ? line.said(rounded(value)) : "";
    }

    /** Rounding must not lead to the target, or past it, what falls short of it. */
    private BigDecimal rounded(BigDecimal value) {
        BigDecimal rounded = line.line().whole(value.round(FIGURES), RoundingMode.HALF_UP);
        BigDecimal target = line.line().number("target_value").orElse(rounded);
        return rounded.compareTo(target) == value.compareTo(target) ? rounded : value;
    }

    /** What both paces lead to, in a line. */
    String said() {
        Language language = line.language();
        return Stream.of(
                        told(language.of("按时间", "by time "), "projected_time"),
                        told(language.of("按上年", "by last year "), "projected_profile"))
                .filter(Predicate.not(String::isEmpty))
                .collect(Collectors.joining(language.of("、", ", ")));
    }

    private String told(String label, String column) {
        String figure = said(column);
        return figure.isEmpty() ? "" : label + figure;
    }

    /** The bounds that the years before give; empty where fewer than two do. */
    String band() {
        String lowest = said("projected_lowest");
        return lowest.isEmpty() ? "" : lowest + line.language().of("—", " to ") + said("projected_highest");
    }

    /** Whether it would do, with a shape and in words. */
    String conclusion() {
        Language language = line.language();
        if (missing() == 0) {
            return language.of("● 可达到", "● would be met");
        }
        if (missing() == 2) {
            return language.of("▼ 达不到", "▼ would fall short");
        }
        return Boolean.FALSE.equals(row.get("meets_by_time"))
                ? language.of("◆ 按时间达不到", "◆ short by time")
                : language.of("◆ 按上年达不到", "◆ short by last year");
    }
}
