package mengshi.warehouse;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mengshi.warehouse.Campaign.Score;

/**
 * A kind of fault in several sizes. What is smaller than the rounding of a form, or than what may well be true, no rule can
 * find; this says where that begins.
 *
 * @param faults growing, each named after its size
 */
record FaultSizes(List<PlantedFault> faults) {

    private static final double FOUND = 0.95;

    private static FaultSizes of(Function<String, PlantedFault> fault, String... sizes) {
        return new FaultSizes(Stream.of(sizes).map(fault).toList());
    }

    static List<FaultSizes> all(boolean isQuarterly) {
        return isQuarterly ? quarterly() : monthly();
    }

    private static List<FaultSizes> monthly() {
        List<FaultSizes> all = new ArrayList<>();
        all.add(growthOff("NM-M01", "RETAIL_SALES", "0.1", "0.2", "0.3", "0.5", "1"));
        all.add(growthOff("NM-M01", "INDUSTRY_VALUE_ADDED", "3", "6", "9", "12", "16", "20", "28"));
        all.add(lastYearOff("NM-M01", "RETAIL_SALES", "1.001", "1.003", "1.01", "1.03"));
        all.add(lastYearOff("NM-M02", "PIPELINES_RENOVATED", "1.003", "1.01", "1.03", "1.1"));
        for (String flow : List.of("FAI", "RETAIL_SALES", "ELECTRICITY_USE", "VISITORS")) {
            all.add(of(
                    factor ->
                            PlantedFault.monthRaised("month, level and growth times " + factor, "NM-M01", flow, factor),
                    "1.1",
                    "1.2",
                    "1.3",
                    "1.4",
                    "1.6",
                    "1.8"));
        }
        for (String sum : List.of("FAI", "FOREIGN_TRADE", "RETAIL_SALES", "INVESTMENT_ATTRACTED")) {
            all.add(of(
                    factor -> PlantedFault.levelTimes("the region's times " + factor, "NM-R01", sum, factor),
                    "1.01",
                    "1.02",
                    "1.03",
                    "1.05",
                    "1.1"));
        }
        return all;
    }

    private static List<FaultSizes> quarterly() {
        return List.of(
                growthOff("NM-Q01", "GDP", "1", "1.5", "2", "3", "6", "9"),
                growthOff("NM-Q01", "GDP_TERTIARY", "-2", "-4", "-6", "-9", "-12", "-17"),
                lastYearOff("NM-Q01", "GDP_TRANSPORT", "1.001", "1.003", "1.01", "1.03"),
                of(
                        factor -> PlantedFault.raised(
                                "level and growth times " + factor, "NM-Q01", "INCOME_RURAL", factor),
                        "1.05",
                        "1.1",
                        "1.2",
                        "1.4",
                        "1.8"));
    }

    private static FaultSizes growthOff(String form, String indicator, String... points) {
        return of(by -> PlantedFault.growthPlus("growth off by " + by + " points", form, indicator, by), points);
    }

    private static FaultSizes lastYearOff(String form, String indicator, String... factors) {
        return of(by -> PlantedFault.lastYearTimes("last year's times " + by, form, indicator, by), factors);
    }

    /** From which size on, of those that could be planted, nearly all are found. */
    Optional<PlantedFault> smallestFound(Map<PlantedFault, Score> scores) {
        Optional<PlantedFault> smallest = Optional.empty();
        for (int i = faults.size() - 1; i >= 0; i--) {
            PlantedFault fault = faults.get(i);
            Score score = scores.get(fault);
            if (score.planted == 0 || score.recall() < FOUND) {
                break;
            }
            smallest = Optional.of(fault);
        }
        return smallest;
    }

    String told(Map<PlantedFault, Score> scores) {
        String bySize = faults.stream()
                .map(fault -> String.format(
                        Locale.ROOT,
                        "%s: %.0f %%",
                        fault.name(),
                        100 * scores.get(fault).recall()))
                .collect(Collectors.joining(", "));
        return "smallest found "
                + smallestFound(scores)
                        .map(PlantedFault::kind)
                        .orElse("none of " + faults.get(0).kind()) + " (" + bySize + ")";
    }
}
