package mengshi.warehouse;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import mengshi.model.Measure;
import org.jspecify.annotations.Nullable;

/**
 * A kind of error as people make it, to be planted into sound submissions.
 *
 * @param isHard whether the submission must be held for it
 */
record PlantedFault(String name, boolean isHard, String form, String indicator, Measure measure, Change change) {

    /** What becomes of a figure. */
    interface Change {
        /** @return the wrong figure; empty where this figure cannot be spoilt in this way */
        Optional<BigDecimal> of(Figures figures);
    }

    /**
     * The figure and what stands beside it.
     *
     * @param value in base units
     * @param step the smallest step of its form
     * @param before the same figure of the period before
     * @param month the month's figure of the line
     */
    record Figures(
            BigDecimal value,
            BigDecimal step,
            @Nullable BigDecimal before,
            @Nullable BigDecimal month) {}

    private static final List<String> TOTALS = List.of("BUDGET_REVENUE", "FOREIGN_TRADE");
    private static final Map<String, List<String>> PARTS = new TreeMap<>(Map.of(
            "NM-M01",
                    List.of(
                            "FAI_INDUSTRY",
                            "FAI_INFRASTRUCTURE",
                            "RETAIL_SALES_ABOVE_LIMIT",
                            "ELECTRICITY_USE_INDUSTRY"),
            "NM-M02",
                    List.of(
                            "INDUSTRIAL_FIRMS_WITH_RD",
                            "INDUSTRIAL_FIRMS_DIGITALISED",
                            "NEW_ENERGY_GENERATION",
                            "FACILITY_LIVESTOCK",
                            "VILLAGES_WITH_EXPRESS",
                            "MANURE_USED"),
            "NM-Q01", List.of("GDP_INDUSTRY", "GDP_FINANCE", "GDP_TRANSPORT", "GDP_CONSTRUCTION")));
    private static final List<String> FLOWS = List.of(
            "FAI",
            "RETAIL_SALES",
            "BUDGET_EXPENDITURE",
            "ELECTRICITY_USE",
            "VISITORS",
            "TOURISM_INCOME",
            "INVESTMENT_ATTRACTED",
            "TECH_CONTRACTS");

    /** Every kind, the hard ones first. */
    static List<PlantedFault> all() {
        List<PlantedFault> all = new ArrayList<>();
        totals(all);
        parts(all);
        counts(all);
        growth(all);
        levels(all);
        months(all);
        return List.copyOf(all);
    }

    private static void totals(List<PlantedFault> all) {
        for (String total : TOTALS) {
            for (Measure measure : List.of(Measure.YTD, Measure.YTD_LY, Measure.MONTH)) {
                all.add(new PlantedFault(
                        "total is 3 % too large", true, "NM-M01", total, measure, f -> times(f, "1.03")));
            }
        }
        all.removeIf(fault -> fault.indicator.equals("BUDGET_REVENUE") && fault.measure == Measure.MONTH);
        all.add(new PlantedFault("total is 3 % too large", true, "NM-Q01", "GDP", Measure.YTD, f -> times(f, "1.03")));
        all.add(new PlantedFault(
                "total is 3 % too large", true, "NM-Q01", "GDP", Measure.YTD_LY, f -> times(f, "1.03")));
        all.add(new PlantedFault(
                "a digit is swapped in a part", true, "NM-M01", "EXPORTS", Measure.YTD, PlantedFault::swapped));
        all.add(new PlantedFault(
                "a digit is swapped in a part", true, "NM-M01", "BUDGET_TAX", Measure.YTD, PlantedFault::swapped));
        all.add(new PlantedFault(
                "a digit is swapped in a part", true, "NM-Q01", "GDP_PRIMARY", Measure.YTD, PlantedFault::swapped));
    }

    private static void parts(List<PlantedFault> all) {
        PARTS.forEach((form, parts) -> parts.forEach(part -> all.add(new PlantedFault(
                "three zeros too many in a part", true, form, part, Measure.YTD, f -> times(f, "1000")))));
    }

    private static void counts(List<PlantedFault> all) {
        for (String count : List.of("NEW_URBAN_JOBS", "PRIVATE_ENTITIES_REGISTERED")) {
            all.add(new PlantedFault(
                    "a count has decimals",
                    true,
                    "NM-M01",
                    count,
                    Measure.YTD,
                    f -> Optional.of(f.value().add(new BigDecimal("0.5")))));
        }
        for (String count : List.of("INDUSTRIAL_FIRMS", "VILLAGES")) {
            all.add(new PlantedFault(
                    "a count has decimals",
                    true,
                    "NM-M02",
                    count,
                    Measure.YTD,
                    f -> Optional.of(f.value().add(new BigDecimal("0.5")))));
        }
        for (String flow : List.of("RURAL_ROADS", "DESERT_CONTROL", "MEAT_OUTPUT")) {
            all.add(new PlantedFault("a minus before it", true, "NM-M02", flow, Measure.YTD, PlantedFault::negated));
        }
    }

    private static void growth(List<PlantedFault> all) {
        for (String flow : FLOWS) {
            all.add(new PlantedFault(
                    "growth is 4 points off",
                    false,
                    "NM-M01",
                    flow,
                    Measure.YOY_YTD,
                    f -> Optional.of(f.value().add(new BigDecimal("4")))));
        }
        for (String income : List.of("INCOME", "INCOME_RURAL", "INCOME_URBAN")) {
            all.add(new PlantedFault(
                    "growth without its minus or with one",
                    false,
                    "NM-Q01",
                    income,
                    Measure.YOY_YTD,
                    PlantedFault::negated));
        }
    }

    private static void levels(List<PlantedFault> all) {
        for (String flow : FLOWS) {
            all.add(new PlantedFault("元 written as 万元", false, "NM-M01", flow, Measure.YTD, f -> times(f, "10000")));
            all.add(new PlantedFault(
                    "cumulative is the month alone",
                    false,
                    "NM-M01",
                    flow,
                    Measure.YTD,
                    f -> f.before() == null ? Optional.empty() : Optional.ofNullable(f.month())));
            all.add(new PlantedFault(
                    "last year's is 3 % off", false, "NM-M01", flow, Measure.YTD_LY, f -> times(f, "1.03")));
        }
        for (String flow : List.of("PIPELINES_RENOVATED", "MILK_OUTPUT", "NEW_ENERGY_GRID_CONNECTED", "RURAL_ROADS")) {
            all.add(new PlantedFault(
                    "cumulative falls below the month before", false, "NM-M02", flow, Measure.YTD, f -> fallen(f)));
            all.add(new PlantedFault(
                    "last year's is 3 % off", false, "NM-M02", flow, Measure.YTD_LY, f -> times(f, "1.1")));
        }
        for (String part : List.of("GDP_CONSTRUCTION", "GDP_TRANSPORT")) {
            all.add(new PlantedFault(
                    "last year's is 3 % off", false, "NM-Q01", part, Measure.YTD_LY, f -> times(f, "1.03")));
        }
    }

    private static void months(List<PlantedFault> all) {
        for (String flow : FLOWS) {
            all.add(new PlantedFault(
                    "a digit is swapped",
                    false,
                    "NM-M01",
                    flow,
                    Measure.MONTH,
                    f -> f.before() == null ? Optional.empty() : swapped(f)));
            all.add(new PlantedFault("a minus before it", false, "NM-M01", flow, Measure.MONTH, PlantedFault::negated));
        }
        for (String flow : List.of("PIPELINES_RENOVATED", "MEAT_OUTPUT", "MILK_OUTPUT")) {
            all.add(new PlantedFault("a minus before it", false, "NM-M02", flow, Measure.MONTH, PlantedFault::negated));
        }
    }

    private static Optional<BigDecimal> times(Figures figures, String factor) {
        return figures.value().signum() == 0
                ? Optional.empty()
                : rounded(figures, figures.value().multiply(new BigDecimal(factor)))
                        .filter(wrong -> isFar(figures, wrong));
    }

    /** A slip smaller than a few steps is no slip that anybody could tell from rounding. */
    private static boolean isFar(Figures figures, BigDecimal wrong) {
        return wrong.subtract(figures.value()).abs().compareTo(figures.step().multiply(BigDecimal.valueOf(3))) > 0;
    }

    private static Optional<BigDecimal> negated(Figures figures) {
        return figures.value().signum() == 0
                ? Optional.empty()
                : Optional.of(figures.value().negate());
    }

    /** Nine tenths of the period before. */
    private static Optional<BigDecimal> fallen(Figures figures) {
        BigDecimal before = figures.before();
        return before == null || before.signum() == 0
                ? Optional.empty()
                : rounded(figures, before.multiply(new BigDecimal("0.9"))).filter(wrong -> wrong.compareTo(before) < 0);
    }

    /** The second and third digits change places. */
    private static Optional<BigDecimal> swapped(Figures figures) {
        BigDecimal steps = figures.value().divide(figures.step(), 0, RoundingMode.HALF_UP);
        StringBuilder digits = new StringBuilder(steps.abs().toPlainString());
        if (digits.length() < 4 || digits.charAt(1) == digits.charAt(2)) {
            return Optional.empty();
        }
        char second = digits.charAt(1);
        digits.setCharAt(1, digits.charAt(2));
        digits.setCharAt(2, second);
        return Optional.of(new BigDecimal(digits.toString()).multiply(figures.step()))
                .filter(wrong -> isFar(figures, wrong));
    }

    private static Optional<BigDecimal> rounded(Figures figures, BigDecimal value) {
        return Optional.of(value.divide(figures.step(), 0, RoundingMode.HALF_UP).multiply(figures.step()));
    }

    String kind() {
        return name + " · " + form + " " + indicator + " " + measure;
    }
}
