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
 * @param slips the cells that are wrong, the one that counts first
 */
record PlantedFault(String name, boolean isHard, String form, List<Slip> slips) {

    /** A cell, and what becomes of its figure. */
    record Slip(String indicator, Measure measure, Change change) {}

    /** What becomes of a figure. */
    interface Change {
        /** @return the wrong figure; empty where this figure cannot be spoilt in this way */
        Optional<BigDecimal> of(Figures figures);
    }

    /** A figure of a form, and what stands beside it there and in the period before. */
    interface Figures {

        /** In base units. */
        BigDecimal value();

        /** The smallest step of its form. */
        BigDecimal step();

        /** Another figure of the form. */
        @Nullable
        BigDecimal beside(String indicator, Measure measure);

        /** A figure of the line in the period before, within the year. */
        @Nullable
        BigDecimal before(Measure measure);

        /** Another figure of the line. */
        @Nullable
        BigDecimal of(Measure measure);
    }

    PlantedFault(String name, boolean isHard, String form, String indicator, Measure measure, Change change) {
        this(name, isHard, form, List.of(new Slip(indicator, measure, change)));
    }

    String indicator() {
        return slips.get(0).indicator();
    }

    Measure measure() {
        return slips.get(0).measure();
    }

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
        slipsOfRates(all);
        slipsOfDigits(all);
        slipsOfPlaces(all);
        copies(all);
        inventions(all);
        region(all);
        return List.copyOf(all);
    }

    /** Those of a form that is due every month, or every quarter. */
    static List<PlantedFault> all(boolean isQuarterly) {
        return all().stream()
                .filter(fault -> fault.form().equals("NM-Q01") == isQuarterly)
                .toList();
    }

    private static void totals(List<PlantedFault> all) {
        for (String total : TOTALS) {
            for (Measure measure : List.of(Measure.YTD, Measure.YTD_LY, Measure.MONTH)) {
                all.add(new PlantedFault(
                        "total is 3 % too large", true, "NM-M01", total, measure, f -> times(f, "1.03")));
            }
        }
        all.removeIf(fault -> fault.indicator().equals("BUDGET_REVENUE") && fault.measure() == Measure.MONTH);
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
            all.add(growthPlus("growth is 4 points off", "NM-M01", flow, "4"));
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
                    f -> f.before(Measure.YTD) == null ? Optional.empty() : given(f, f.of(Measure.MONTH))));
            all.add(lastYearTimes("last year's is 3 % off", "NM-M01", flow, "1.03"));
        }
        for (String flow : List.of("PIPELINES_RENOVATED", "MILK_OUTPUT", "NEW_ENERGY_GRID_CONNECTED", "RURAL_ROADS")) {
            all.add(new PlantedFault(
                    "cumulative falls below the month before", false, "NM-M02", flow, Measure.YTD, f -> fallen(f)));
            all.add(lastYearTimes("last year's is a tenth off", "NM-M02", flow, "1.1"));
        }
        for (String part : List.of("GDP_CONSTRUCTION", "GDP_TRANSPORT")) {
            all.add(lastYearTimes("last year's is 3 % off", "NM-Q01", part, "1.03"));
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
                    f -> f.before(Measure.YTD) == null ? Optional.empty() : swapped(f)));
            all.add(new PlantedFault("a minus before it", false, "NM-M01", flow, Measure.MONTH, PlantedFault::negated));
        }
        for (String flow : List.of("PIPELINES_RENOVATED", "MEAT_OUTPUT", "MILK_OUTPUT")) {
            all.add(new PlantedFault("a minus before it", false, "NM-M02", flow, Measure.MONTH, PlantedFault::negated));
        }
    }

    private static void slipsOfRates(List<PlantedFault> all) {
        for (String flow : List.of("FAI", "RETAIL_SALES", "FOREIGN_TRADE", "TOURISM_INCOME")) {
            soft(all, "growth is written as a ratio", "NM-M01", flow, Measure.YOY_YTD, f -> times(f, "0.01"));
            soft(all, "growth is written as an index", "NM-M01", flow, Measure.YOY_YTD, f -> plus(f, "100"));
            soft(all, "growth has lost its point", "NM-M01", flow, Measure.YOY_YTD, f -> times(f, "10"));
        }
        all.add(growthPlus("growth is far from all others", "NM-M01", "INDUSTRY_VALUE_ADDED", "28"));
        all.add(growthPlus("growth is far from all others", "NM-Q01", "GDP", "9"));
        all.add(growthPlus("growth is far from all others", "NM-Q01", "GDP_TERTIARY", "-17"));
        soft(all, "growth is written as an index", "NM-Q01", "GDP_INDUSTRY", Measure.YOY_YTD, f -> plus(f, "100"));
    }

    private static void slipsOfDigits(List<PlantedFault> all) {
        for (String flow : List.of("FAI", "VISITORS", "BUDGET_REVENUE", "EXPORTS")) {
            boolean isPart = !List.of("FAI", "VISITORS").contains(flow);
            all.add(new PlantedFault(
                    "the last digit is missing", isPart, "NM-M01", flow, Measure.YTD, f -> times(f, "0.1")));
            all.add(new PlantedFault(
                    "nothing where there is something", isPart, "NM-M01", flow, Measure.YTD, PlantedFault::nothing));
        }
        for (String flow : List.of("RETAIL_SALES", "ELECTRICITY_USE", "TOURISM_INCOME")) {
            soft(all, "元 written as 万元", "NM-M01", flow, Measure.YTD_LY, f -> times(f, "10000"));
            soft(all, "元 written as 万元", "NM-M01", flow, Measure.MONTH, f -> times(f, "10000"));
            soft(all, "万元 written as 亿元", "NM-M01", flow, Measure.YTD, f -> times(f, "0.0001"));
        }
        soft(all, "斤 written as 万斤", "NM-M02", "MEAT_OUTPUT", Measure.YTD, f -> times(f, "10000"));
        soft(all, "亩 written as 万亩", "NM-M02", "FACILITY_AGRICULTURE", Measure.YTD, f -> times(f, "10000"));
        soft(all, "P written as 万P", "NM-M02", "COMPUTING_POWER", Measure.END, f -> times(f, "10000"));
        all.add(new PlantedFault(
                "万人 written as 人",
                true,
                "NM-M01",
                "NEW_URBAN_JOBS",
                Measure.YTD,
                f -> Optional.of(f.value().movePointLeft(4))));
        soft(all, "a digit too many", "NM-Q01", "INCOME_RURAL", Measure.YTD, f -> times(f, "10"));
        soft(all, "a digit is missing", "NM-Q01", "INCOME_URBAN", Measure.YTD, f -> times(f, "0.1"));
        all.add(new PlantedFault(
                "a digit is missing", true, "NM-Q01", "GDP_SECONDARY", Measure.YTD, f -> times(f, "0.1")));
    }

    private static void slipsOfPlaces(List<PlantedFault> all) {
        for (String flow : List.of("FAI", "RETAIL_SALES", "VISITORS", "INVESTMENT_ATTRACTED")) {
            soft(
                    all,
                    "the month holds the cumulative figure",
                    "NM-M01",
                    flow,
                    Measure.MONTH,
                    f -> f.before(Measure.YTD) == null ? Optional.empty() : given(f, f.of(Measure.YTD)));
            all.add(exchanged("month and cumulative are exchanged", "NM-M01", flow, Measure.MONTH, flow, Measure.YTD));
            all.add(exchanged(
                    "this year and last year are exchanged", "NM-M01", flow, Measure.YTD, flow, Measure.YTD_LY));
        }
        all.add(exchanged(
                "two lines are exchanged",
                "NM-M01",
                "TOURISM_INCOME",
                Measure.YTD,
                "INVESTMENT_ATTRACTED",
                Measure.YTD));
        all.add(exchanged("two lines are exchanged", "NM-M01", "EXPORTS", Measure.YTD, "IMPORTS", Measure.YTD));
        all.add(exchanged(
                "two lines are exchanged", "NM-M01", "FAI_INDUSTRY", Measure.YTD, "FAI_INFRASTRUCTURE", Measure.YTD));
        all.add(exchanged(
                "two lines are exchanged",
                "NM-M02",
                "AGRICULTURAL_WATER_SAVED",
                Measure.YTD,
                "MEAT_OUTPUT",
                Measure.YTD));
        for (List<String> pair : List.of(
                List.of("NM-M01", "RETAIL_SALES_ABOVE_LIMIT", "RETAIL_SALES"),
                List.of("NM-M01", "ELECTRICITY_USE_INDUSTRY", "ELECTRICITY_USE"),
                List.of("NM-M02", "INDUSTRIAL_FIRMS_WITH_RD", "INDUSTRIAL_FIRMS"),
                List.of("NM-M02", "MANURE_USED", "MANURE"))) {
            PlantedFault soft = exchanged(
                    "part and total are exchanged", pair.get(0), pair.get(1), Measure.YTD, pair.get(2), Measure.YTD);
            all.add(new PlantedFault(soft.name(), true, soft.form(), soft.slips()));
        }
    }

    private static void copies(List<PlantedFault> all) {
        for (String flow : List.of("RETAIL_SALES", "BUDGET_EXPENDITURE", "ELECTRICITY_USE")) {
            soft(
                    all,
                    "the month is copied from the month before",
                    "NM-M01",
                    flow,
                    Measure.MONTH,
                    f -> given(f, f.before(Measure.MONTH)));
            soft(
                    all,
                    "the cumulative figure is copied from the month before",
                    "NM-M01",
                    flow,
                    Measure.YTD,
                    f -> given(f, f.before(Measure.YTD)));
            soft(
                    all,
                    "this year is copied from last year",
                    "NM-M01",
                    flow,
                    Measure.YTD,
                    f -> given(f, f.of(Measure.YTD_LY)));
            soft(
                    all,
                    "last year's is that of the month before",
                    "NM-M01",
                    flow,
                    Measure.YTD_LY,
                    f -> given(f, f.before(Measure.YTD_LY)));
        }
        soft(
                all,
                "this year is copied from last year",
                "NM-Q01",
                "GDP_FINANCE",
                Measure.YTD,
                f -> given(f, f.of(Measure.YTD_LY)));
        all.add(new PlantedFault(
                "the lines of the month before are sent again",
                false,
                "NM-M01",
                FLOWS.stream()
                        .flatMap(flow -> List.of(Measure.MONTH, Measure.YTD).stream()
                                .map(measure -> new Slip(flow, measure, f -> given(f, f.before(measure)))))
                        .toList()));
    }

    /** Figures that agree with each other and with nothing else. */
    private static void inventions(List<PlantedFault> all) {
        for (String flow : List.of("FAI", "RETAIL_SALES", "ELECTRICITY_USE", "VISITORS")) {
            all.add(monthRaised("month, level and growth are raised together", "NM-M01", flow, "1.8"));
        }
        all.add(raised("level and growth are raised together", "NM-Q01", "INCOME_RURAL", "1.8"));
    }

    private static void region(List<PlantedFault> all) {
        for (String sum : List.of("FAI", "FOREIGN_TRADE", "RETAIL_SALES", "INVESTMENT_ATTRACTED")) {
            all.add(levelTimes("the region is a tenth above its areas", "NM-R01", sum, "1.1"));
        }
        soft(all, "growth is written as an index", "NM-R01", "CPI", Measure.YOY_YTD, f -> plus(f, "100"));
        soft(all, "a rate has lost its point", "NM-R01", "UNEMPLOYMENT_RATE", Measure.MONTH, f -> times(f, "10"));
        soft(all, "P written as 万P", "NM-R01", "COMPUTING_POWER", Measure.END, f -> times(f, "10000"));
        soft(all, "a minus before it", "NM-R01", "FAI", Measure.YTD, PlantedFault::negated);
        all.add(new PlantedFault(
                "a count has decimals", true, "NM-R01", "SERVICES_ONE_THING", Measure.YTD, f -> plus(f, "0.5")));
    }

    static PlantedFault growthPlus(String name, String form, String indicator, String points) {
        return new PlantedFault(name, false, form, indicator, Measure.YOY_YTD, f -> plus(f, points));
    }

    static PlantedFault levelTimes(String name, String form, String indicator, String factor) {
        return new PlantedFault(name, false, form, indicator, Measure.YTD, f -> times(f, factor));
    }

    static PlantedFault lastYearTimes(String name, String form, String indicator, String factor) {
        return new PlantedFault(name, false, form, indicator, Measure.YTD_LY, f -> times(f, factor));
    }

    /** The growth agrees with the level. */
    static PlantedFault raised(String name, String form, String indicator, String factor) {
        return new PlantedFault(
                name,
                false,
                form,
                List.of(
                        new Slip(indicator, Measure.YTD, f -> times(f, factor)),
                        new Slip(indicator, Measure.YOY_YTD, f -> raisedGrowth(f, factor))));
    }

    /** The month agrees with the level too, and the level with the month before. */
    static PlantedFault monthRaised(String name, String form, String indicator, String factor) {
        PlantedFault raised = raised(name, form, indicator, factor);
        List<Slip> slips = new ArrayList<>(raised.slips());
        slips.add(1, new Slip(indicator, Measure.MONTH, f -> withTheRaise(f, factor)));
        return new PlantedFault(name, false, form, slips);
    }

    private static void soft(
            List<PlantedFault> all, String name, String form, String indicator, Measure measure, Change change) {
        all.add(new PlantedFault(name, false, form, indicator, measure, change));
    }

    private static PlantedFault exchanged(
            String name, String form, String one, Measure of, String other, Measure with) {
        return new PlantedFault(
                name,
                false,
                form,
                List.of(
                        new Slip(one, of, f -> given(f, f.beside(other, with))),
                        new Slip(other, with, f -> given(f, f.beside(one, of)))));
    }

    /** Another figure in its place, where it is another one and no figure of nothing. */
    private static Optional<BigDecimal> given(Figures figures, @Nullable BigDecimal other) {
        return Optional.ofNullable(other)
                .filter(wrong -> figures.value().signum() != 0 && wrong.signum() != 0)
                .filter(wrong -> differs(figures, wrong));
    }

    /** By more than a hundredth, and by more than rounding explains. */
    private static boolean differs(Figures figures, BigDecimal wrong) {
        BigDecimal apart = wrong.subtract(figures.value()).abs();
        return isFar(figures, wrong)
                && apart.multiply(BigDecimal.valueOf(100))
                                .compareTo(figures.value().abs())
                        > 0;
    }

    private static Optional<BigDecimal> nothing(Figures figures) {
        return figures.value().signum() == 0 ? Optional.empty() : Optional.of(BigDecimal.ZERO);
    }

    private static Optional<BigDecimal> plus(Figures figures, String points) {
        return Optional.of(figures.value().add(new BigDecimal(points)));
    }

    private static Optional<BigDecimal> withTheRaise(Figures figures, String factor) {
        BigDecimal sum = figures.of(Measure.YTD);
        return sum == null
                ? Optional.empty()
                : rounded(figures, sum.multiply(new BigDecimal(factor).subtract(BigDecimal.ONE)))
                        .map(figures.value()::add);
    }

    private static Optional<BigDecimal> raisedGrowth(Figures figures, String factor) {
        BigDecimal hundred = BigDecimal.valueOf(100);
        BigDecimal growth = figures.value().add(hundred).multiply(new BigDecimal(factor));
        return Optional.of(growth.subtract(hundred).setScale(1, RoundingMode.HALF_UP));
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
        BigDecimal before = figures.before(Measure.YTD);
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
        return name + " · " + form + " " + indicator() + " " + measure();
    }
}
