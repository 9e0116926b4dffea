package mengshi.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import mengshi.model.Measure;
import mengshi.report.TargetOrigin.Role;
import org.jspecify.annotations.Nullable;

/**
 * A target's figure worked out once more, from nothing but the facts that judging takes.
 *
 * @param figure in the base unit, rounded as judging rounds; empty where there is none or where it is no arithmetic
 * @param words the arithmetic with its sums, for people; empty where the figure is a published one
 * @param parts what each area brings to it; empty where the areas' figures are only added up, or none of theirs is in it
 */
public record Recomputation(Optional<BigDecimal> figure, String words, List<Part> parts) {

    private static final String REGION = "150000";
    private static final int DECIMALS = 2;
    private static final int WEIGHT_DECIMALS = 4;
    private static final BigDecimal HUNDRED = new BigDecimal(100);

    /**
     * An area's part.
     *
     * @param figure the fact of its rate, level or numerator
     * @param base the fact that weighs it: the same period of last year, or the denominator
     * @param weight its part of all bases, in per cent
     * @param contribution what it brings to the figure, in points
     */
    public record Part(
            Map<String, @Nullable Object> figure,
            Map<String, @Nullable Object> base,
            BigDecimal weight,
            BigDecimal contribution) {}

    public Recomputation {
        parts = List.copyOf(parts);
    }

    static Recomputation of(Map<String, @Nullable Object> target, List<Map<String, @Nullable Object>> facts) {
        return new Facts(target, facts).recomputation();
    }

    private static Recomputation of(Optional<BigDecimal> figure) {
        return new Recomputation(figure, "", List.of());
    }

    static BigDecimal value(Map<String, @Nullable Object> fact) {
        return fact.get("value") instanceof BigDecimal value ? value : BigDecimal.ZERO;
    }

    static boolean isRegion(Map<String, @Nullable Object> fact) {
        return REGION.equals(fact.get("area_code"));
    }

    /** The facts of a verdict, asked by indicator, measure and period. */
    private record Facts(Map<String, @Nullable Object> target, List<Map<String, @Nullable Object>> all) {

        Recomputation recomputation() {
            String own = text("indicator_code");
            return switch (TargetOrigin.kind(target)) {
                case VOLUME -> Recomputation.of(region(own, Measure.YTD).or(() -> sum(own, Measure.YTD)));
                case LEVEL ->
                    Recomputation.of(region(own, Measure.END)
                            .or(() -> sum(own, Measure.END))
                            .or(() -> region(own, Measure.YTD)));
                case GROWTH -> growth(own);
                case INDEX -> Recomputation.of(region(own, Measure.YOY_YTD));
                case RANK -> Recomputation.of(region(own, Measure.END));
                case RATIO -> ratio(own);
                case MEAN -> Recomputation.of(mean(own));
                case RELATION -> Recomputation.of(relation(own));
                case MILESTONE, EXTERNAL -> Recomputation.of(Optional.empty());
            };
        }

        private Recomputation growth(String own) {
            Optional<BigDecimal> published = region(own, Measure.YOY_YTD);
            if (published.isPresent()) {
                return Recomputation.of(published);
            }
            if (text("source").equals(TargetOrigin.Source.RATES.name())) {
                return weighted(pairs(of(own, Measure.YOY_YTD, Role.ACTUAL), rate -> base(own, rate, true)));
            }
            List<Part> levels = pairs(of(own, Measure.YTD, Role.ACTUAL), level -> base(own, level, false));
            return quotient(
                    levels,
                    (now, base) -> now.divide(base, MathContext.DECIMAL128)
                            .subtract(BigDecimal.ONE)
                            .multiply(HUNDRED),
                    "Σ 本期 %s ÷ Σ 上年同期 %s − 1");
        }

        private Recomputation ratio(String own) {
            Optional<BigDecimal> published = region(own, Measure.YTD);
            if (published.isPresent()) {
                return Recomputation.of(published);
            }
            String numerator = text("numerator");
            String denominator = text("denominator");
            Optional<Map<String, @Nullable Object>> above = of(numerator, Measure.YTD, Role.ACTUAL)
                    .filter(Recomputation::isRegion)
                    .findFirst();
            Optional<Map<String, @Nullable Object>> below = of(denominator, Measure.YTD, Role.ACTUAL)
                    .filter(Recomputation::isRegion)
                    .findFirst();
            List<Part> parts = above.isPresent() && below.isPresent()
                    ? List.of(new Part(above.get(), below.get(), HUNDRED, BigDecimal.ZERO))
                    : pairs(
                            of(numerator, Measure.YTD, Role.ACTUAL),
                            one -> ofArea(of(denominator, Measure.YTD, Role.ACTUAL), one));
            return quotient(
                    parts,
                    (up, down) -> up.multiply(HUNDRED).divide(down, MathContext.DECIMAL128),
                    "Σ 分子 %s ÷ Σ 分母 %s");
        }

        private Optional<BigDecimal> mean(String own) {
            List<BigDecimal> months = of(own, Measure.MONTH, Role.ACTUAL)
                    .filter(Recomputation::isRegion)
                    .map(Recomputation::value)
                    .toList();
            return months.stream()
                    .reduce(BigDecimal::add)
                    .map(sum -> sum.divide(BigDecimal.valueOf(months.size()), DECIMALS, RoundingMode.HALF_UP));
        }

        private Optional<BigDecimal> relation(String own) {
            String leader = text("numerator").isEmpty() ? own : text("numerator");
            return region(leader, Measure.YOY_YTD).flatMap(rate -> region(text("denominator"), Measure.YOY_YTD)
                    .map(rate::subtract));
        }

        /** The base of an area: the comparable one, else as published; a rate may also rest on what was reported then. */
        private Optional<Map<String, @Nullable Object>> base(
                String own, Map<String, @Nullable Object> of, boolean alsoReported) {
            return ofArea(of(own, Measure.YTD_LY_COMP, Role.ACTUAL), of)
                    .or(() -> ofArea(of(own, Measure.YTD_LY, Role.ACTUAL), of))
                    .or(() -> alsoReported ? ofArea(of(own, Measure.YTD, Role.LAST_YEAR), of) : Optional.empty());
        }

        private static List<Part> pairs(
                Stream<Map<String, @Nullable Object>> figures,
                Function<Map<String, @Nullable Object>, Optional<Map<String, @Nullable Object>>> base) {
            List<Part> parts = new ArrayList<>();
            figures.filter(figure -> !isRegion(figure)).forEach(figure -> base.apply(figure)
                    .ifPresent(under -> parts.add(new Part(figure, under, BigDecimal.ZERO, BigDecimal.ZERO))));
            return parts;
        }

        private static Recomputation weighted(List<Part> rates) {
            BigDecimal weights = sum(rates, Part::base);
            if (weights.signum() <= 0) {
                return Recomputation.of(Optional.empty());
            }
            BigDecimal weighted = rates.stream()
                    .map(part -> value(part.base()).multiply(value(part.figure())))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            List<Part> parts = rates.stream()
                    .map(part -> new Part(
                            part.figure(),
                            part.base(),
                            share(value(part.base()).multiply(HUNDRED), weights),
                            share(value(part.base()).multiply(value(part.figure())), weights)))
                    .toList();
            return new Recomputation(
                    Optional.of(round(weighted.divide(weights, MathContext.DECIMAL128))),
                    "Σ (上年同期 × 增速) ÷ Σ 上年同期 " + plain(weights),
                    parts);
        }

        private static Recomputation quotient(List<Part> pairs, Arithmetic arithmetic, String words) {
            BigDecimal above = sum(pairs, Part::figure);
            BigDecimal below = sum(pairs, Part::base);
            if (below.signum() <= 0) {
                return Recomputation.of(Optional.empty());
            }
            BigDecimal whole = arithmetic.of(above, below);
            // What an area brings is its own figure by its weight; together they make the whole.
            List<Part> parts = pairs.stream()
                    .map(part -> new Part(
                            part.figure(),
                            part.base(),
                            share(value(part.base()).multiply(HUNDRED), below),
                            value(part.base()).signum() == 0
                                    ? BigDecimal.ZERO
                                    : share(
                                            arithmetic
                                                    .of(value(part.figure()), value(part.base()))
                                                    .multiply(value(part.base())),
                                            below)))
                    .toList();
            return new Recomputation(
                    Optional.of(round(whole)), String.format(words, plain(above), plain(below)), parts);
        }

        private Optional<BigDecimal> region(String indicator, Measure measure) {
            return of(indicator, measure, Role.ACTUAL)
                    .filter(Recomputation::isRegion)
                    .map(Recomputation::value)
                    .findFirst();
        }

        private Optional<BigDecimal> sum(String indicator, Measure measure) {
            return of(indicator, measure, Role.ACTUAL)
                    .filter(fact -> !isRegion(fact))
                    .map(Recomputation::value)
                    .reduce(BigDecimal::add);
        }

        private Stream<Map<String, @Nullable Object>> of(String indicator, Measure measure, Role role) {
            return all.stream()
                    .filter(fact -> indicator.equals(fact.get("indicator_code"))
                            && measure.name().equals(fact.get("measure"))
                            && role.name().equals(fact.get("role"))
                            && Boolean.TRUE.equals(fact.get("counts"))
                            && fact.get("value") instanceof BigDecimal);
        }

        private static Optional<Map<String, @Nullable Object>> ofArea(
                Stream<Map<String, @Nullable Object>> facts, Map<String, @Nullable Object> other) {
            return facts.filter(fact ->
                            String.valueOf(fact.get("area_code")).equals(String.valueOf(other.get("area_code"))))
                    .findFirst();
        }

        private static BigDecimal sum(List<Part> parts, Function<Part, Map<String, @Nullable Object>> side) {
            return parts.stream().map(part -> value(side.apply(part))).reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        private String text(String column) {
            return ScorecardLine.plain(target.get(column));
        }
    }

    private interface Arithmetic {
        BigDecimal of(BigDecimal above, BigDecimal below);
    }

    /** The parts as rows, for a document. */
    public List<Map<String, @Nullable Object>> rows() {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (Part part : parts) {
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            row.put("area_code", part.figure().get("area_code"));
            row.put("area_name", part.figure().get("area_name"));
            row.put("series", part.figure().get("series"));
            row.put("value", part.figure().get("value"));
            row.put("sheet", part.figure().get("sheet"));
            row.put("cell", part.figure().get("cell"));
            row.put("base_series", part.base().get("series"));
            row.put("base_value", part.base().get("value"));
            row.put("base_sheet", part.base().get("sheet"));
            row.put("base_cell", part.base().get("cell"));
            row.put("weight_percent", part.weight());
            row.put("contribution", part.contribution());
            rows.add(row);
        }
        return rows;
    }

    private static BigDecimal share(BigDecimal part, BigDecimal whole) {
        return part.divide(whole, WEIGHT_DECIMALS, RoundingMode.HALF_UP);
    }

    private static BigDecimal round(BigDecimal figure) {
        return figure.setScale(DECIMALS, RoundingMode.HALF_UP);
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
