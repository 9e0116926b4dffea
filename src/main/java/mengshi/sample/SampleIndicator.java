package mengshi.sample;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import mengshi.form.Unit;
import mengshi.form.UnitCatalogue;
import mengshi.seeds.SeedRow;

/**
 * How an indicator's invented figures come about: one row of {@code seeds/sample_indicator.csv}.
 *
 * @param parents what a part is a part of; of a remainder, the total and then the parts taken off it
 * @param weights how the region's level is spread over the areas; empty for parts, which follow their parent
 * @param profile how a year's amount is spread over its months; empty for all but flows
 * @param stages from which month on a project is at which stage
 */
record SampleIndicator(
        String code,
        Kind kind,
        List<String> parents,
        String weights,
        String profile,
        Levels levels,
        Variation variation,
        NavigableMap<YearMonth, String> stages) {

    /** How figures are worked out. */
    enum Kind {
        /** An amount of the year, summed over areas and months. */
        FLOW,
        /** An amount per head: every area and the region have their own. */
        PER_HEAD,
        /** A stock at the month's end. */
        STOCK,
        /** A share of another indicator. */
        PART,
        /** What other parts leave of a total. */
        REST,
        /** A figure that is neither summed nor accumulated: a growth rate, a rank. */
        RATE,
        /** How far a project is. */
        STAGE
    }

    /**
     * The region's levels at three year's ends, or of three years, in the base unit. Years before and after go on at
     * the growth of the nearest two.
     */
    record Levels(BigDecimal in2023, BigDecimal in2024, BigDecimal in2025) {}

    /**
     * What makes areas and months differ.
     *
     * @param spread how far an area may lie from the region: percent of its level, of a part its share, points of a rate
     * @param noise how far a month may lie from its profile: percent, points of a rate
     * @param gap the region's own figure less the sum of its areas, in thousandths of the sum
     * @param real points to be added to the growth of levels for growth at constant prices
     * @param comparable last year's level on this year's basis, in thousandths of the one published, by area
     */
    record Variation(
            BigDecimal spread, BigDecimal noise, BigDecimal gap, BigDecimal real, Map<String, Integer> comparable) {
        Variation {
            comparable = Map.copyOf(comparable);
        }
    }

    static SampleIndicator of(SeedRow row, UnitCatalogue units) {
        BigDecimal factor = row.optional("unit")
                .map(unit -> units.find(unit)
                        .map(Unit::factor)
                        .orElseThrow(() -> new IllegalStateException("seeds/sample_indicator.csv, record " + row.line()
                                + ": seeds/unit.csv does not know the unit " + unit + "; add it there.")))
                .orElse(BigDecimal.ONE);
        return new SampleIndicator(
                row.text("indicator_code"),
                Kind.valueOf(row.text("kind").toUpperCase(Locale.ROOT)),
                row.list("parents"),
                row.optional("weights").orElse(""),
                row.optional("profile").orElse(""),
                new Levels(
                        number(row, "level_2023").multiply(factor),
                        number(row, "level_2024").multiply(factor),
                        number(row, "level_2025").multiply(factor)),
                new Variation(
                        number(row, "spread"),
                        number(row, "noise"),
                        number(row, "gap"),
                        number(row, "real"),
                        comparable(row)),
                stages(row));
    }

    private static BigDecimal number(SeedRow row, String column) {
        return row.optional(column).isEmpty() ? BigDecimal.ZERO : row.number(column);
    }

    private static Map<String, Integer> comparable(SeedRow row) {
        Map<String, Integer> comparable = new HashMap<>();
        for (String entry : row.list("comparable")) {
            int colon = entry.indexOf(':');
            comparable.put(entry.substring(0, colon), Integer.valueOf(entry.substring(colon + 1)));
        }
        return comparable;
    }

    private static NavigableMap<YearMonth, String> stages(SeedRow row) {
        NavigableMap<YearMonth, String> stages = new TreeMap<>();
        for (String entry : row.list("stages")) {
            int equals = entry.indexOf('=');
            stages.put(YearMonth.parse(entry.substring(0, equals)), entry.substring(equals + 1));
        }
        return stages;
    }
}
