package mengshi.sample;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import mengshi.model.Area;
import mengshi.sample.SampleIndicator.Kind;

/**
 * The invented figures of areas, in whole steps of their form, so that sums are exact to the last digit. May be shared
 * by threads.
 */
final class AreaFigures {

    private static final int MONTHS = 12;
    private static final long PPM = 1_000_000;
    private static final BigDecimal PPM_PER_PERCENT = BigDecimal.valueOf(10_000);

    /** Last year's months differ from this year's by this part of the noise, so that growth is not the same all year. */
    private static final long YEARS_NOISE = 4;

    private record Key(String indicator, String area, int year) {}

    private final SampleCatalogue catalogue;
    private final Dice dice;
    private final Map<Key, long[]> months = new ConcurrentHashMap<>();

    AreaFigures(SampleCatalogue catalogue, Dice dice) {
        this.catalogue = catalogue;
        this.dice = dice;
    }

    /** Whether there is any of it in the area. */
    boolean has(SampleIndicator indicator, String area) {
        return catalogue.weights(indicator).containsKey(area);
    }

    /** The amount from January to the month's end, or the stock at its end, in steps. */
    long cumulative(SampleIndicator indicator, String area, int year, int month) {
        long[] values = months(indicator, area, year);
        if (isStock(indicator)) {
            return values[month - 1];
        }
        long sum = 0;
        for (int i = 0; i < month; i++) {
            sum += values[i];
        }
        return sum;
    }

    /** The month's amount, or the stock at its end, or its rate, in steps. */
    long month(SampleIndicator indicator, String area, int year, int month) {
        return months(indicator, area, year)[month - 1];
    }

    boolean isStock(SampleIndicator indicator) {
        return switch (indicator.kind()) {
            case STOCK -> true;
            case PART, REST -> isStock(catalogue.indicator(indicator.parents().get(0)));
            default -> false;
        };
    }

    private long[] months(SampleIndicator indicator, String area, int year) {
        Key key = new Key(indicator.code(), area, year);
        long[] known = months.get(key);
        if (known == null) {
            known = workOut(indicator, area, year);
            months.put(key, known);
        }
        return known;
    }

    private long[] workOut(SampleIndicator indicator, String area, int year) {
        return switch (indicator.kind()) {
            case FLOW, PER_HEAD -> flow(indicator, area, year);
            case STOCK -> stock(indicator, area, year);
            case PART -> part(indicator, area, year);
            case REST -> rest(indicator, area, year);
            case RATE -> rate(indicator, area, year);
            case STAGE -> throw new IllegalStateException(indicator.code() + " has stages and no figures.");
        };
    }

    private long[] flow(SampleIndicator indicator, String area, int year) {
        long amount = indicator.kind() == Kind.PER_HEAD
                ? perHead(indicator, area, year)
                : share(indicator, area, year, String.valueOf(year));
        List<Long> profile = catalogue.profile(indicator);
        long noise = ppm(indicator.variation().noise());
        long[] upTo = new long[MONTHS + 1];
        for (int month = 1; month <= MONTHS; month++) {
            long wobble = PPM
                    + dice.spread(noise, "month", indicator.code(), area, month)
                    + dice.spread(noise / YEARS_NOISE, "month", indicator.code(), area, month, year);
            upTo[month] = upTo[month - 1] + profile.get(month - 1) * wobble / 1000;
        }
        // Where a share of a step falls is chance, else small counts would all lag behind.
        long whole = upTo[MONTHS];
        long offset = dice.below(whole, "offset", indicator.code(), area);
        long[] values = new long[MONTHS];
        long before = 0;
        for (int month = 1; month <= MONTHS; month++) {
            long sum = (Math.multiplyExact(amount, upTo[month]) + offset) / whole;
            values[month - 1] = sum - before;
            before = sum;
        }
        return values;
    }

    private long perHead(SampleIndicator indicator, String area, int year) {
        long index = catalogue.weights(indicator).getOrDefault(area, 0L);
        long deviation = area.equals(Area.REGION) ? 0 : deviation(indicator, area, String.valueOf(year));
        return level(indicator, year) * index / 1000 * (PPM + deviation) / PPM;
    }

    private long[] stock(SampleIndicator indicator, String area, int year) {
        long start = share(indicator, area, year - 1, "stock");
        long end = share(indicator, area, year, "stock");
        long[] values = new long[MONTHS];
        for (int month = 1; month <= MONTHS; month++) {
            values[month - 1] = start + (end - start) * month / MONTHS;
        }
        return values;
    }

    private long[] part(SampleIndicator indicator, String area, int year) {
        SampleIndicator parent = catalogue.indicator(indicator.parents().get(0));
        if (catalogue.step(parent.code()).compareTo(catalogue.step(indicator.code())) != 0) {
            throw new IllegalStateException("seeds/form_line.csv: " + indicator.code() + " and " + parent.code()
                    + " must have the same unit and decimals, for one is a part of the other.");
        }
        long deviation = deviation(indicator, area, "part");
        long noise = ppm(indicator.variation().noise());
        long[] whole = months(parent, area, year);
        long[] values = new long[MONTHS];
        for (int month = 1; month <= MONTHS; month++) {
            long shareOfAll =
                    isStock(parent) ? stockShare(indicator, parent, year, month) : yearsShare(indicator, year);
            long wobble = dice.spread(noise, "part", indicator.code(), area, month, year);
            long share = shareOfAll * (PPM + deviation + wobble) / PPM;
            // What is a part for the region is never more than its total anywhere.
            values[month - 1] = whole[month - 1] * (shareOfAll <= PPM ? Math.min(share, PPM) : share) / PPM;
        }
        return values;
    }

    private long yearsShare(SampleIndicator part, int year) {
        SampleIndicator parent = catalogue.indicator(part.parents().get(0));
        return level(part, year) * PPM / wholeLevel(parent, year);
    }

    private long stockShare(SampleIndicator part, SampleIndicator parent, int year, int month) {
        long before = level(part, year - 1);
        long parentBefore = level(parent, year - 1);
        long now = before + (level(part, year) - before) * month / MONTHS;
        long whole = parentBefore + (level(parent, year) - parentBefore) * month / MONTHS;
        return now * PPM / whole;
    }

    /** The region's level also of a remainder, which has none of its own in the seeds. */
    private long wholeLevel(SampleIndicator indicator, int year) {
        if (indicator.kind() != Kind.REST) {
            return level(indicator, year);
        }
        long left = 0;
        for (int i = 0; i < indicator.parents().size(); i++) {
            long level = level(catalogue.indicator(indicator.parents().get(i)), year);
            left += i == 0 ? level : -level;
        }
        return left;
    }

    private long[] rest(SampleIndicator indicator, String area, int year) {
        long[] values = new long[MONTHS];
        for (int i = 0; i < indicator.parents().size(); i++) {
            long[] other = months(catalogue.indicator(indicator.parents().get(i)), area, year);
            for (int month = 0; month < MONTHS; month++) {
                values[month] += i == 0 ? other[month] : -other[month];
            }
        }
        return values;
    }

    private long[] rate(SampleIndicator indicator, String area, int year) {
        BigDecimal step = catalogue.step(indicator.code());
        long spread = steps(indicator.variation().spread(), step);
        long noise = steps(indicator.variation().noise(), step);
        long deviation = area.equals(Area.REGION) ? 0 : dice.spread(spread, "rate", indicator.code(), area);
        SampleIndicator.Levels levels = indicator.levels();
        BigDecimal level = year < 2024 ? levels.in2023() : year == 2024 ? levels.in2024() : levels.in2025();
        long[] values = new long[MONTHS];
        for (int month = 1; month <= MONTHS; month++) {
            values[month - 1] =
                    steps(level, step) + deviation + dice.spread(noise, "rate", indicator.code(), area, month, year);
        }
        return values;
    }

    /** The area's part of the region's level; all parts together are exactly the level. */
    private long share(SampleIndicator indicator, String area, int year, String chance) {
        SortedMap<String, Long> weights = catalogue.weights(indicator);
        BigInteger total = BigInteger.valueOf(level(indicator, year));
        BigInteger all = BigInteger.ZERO;
        BigInteger before = BigInteger.ZERO;
        BigInteger own = BigInteger.ZERO;
        for (Map.Entry<String, Long> entry : weights.entrySet()) {
            long weight = entry.getValue() * (PPM + deviation(indicator, entry.getKey(), chance));
            if (entry.getKey().equals(area)) {
                before = all;
                own = BigInteger.valueOf(weight);
            }
            all = all.add(BigInteger.valueOf(weight));
        }
        return total.multiply(before.add(own))
                .divide(all)
                .subtract(total.multiply(before).divide(all))
                .longValueExact();
    }

    /** How far the area lies from the region, in millionths; the areas' weighted mean is zero. */
    private long deviation(SampleIndicator indicator, String area, String chance) {
        long spread = ppm(indicator.variation().spread());
        if (spread == 0) {
            return 0;
        }
        long sum = 0;
        long all = 0;
        for (Map.Entry<String, Long> entry : catalogue.weights(indicator).entrySet()) {
            if (!entry.getKey().equals(Area.REGION)) {
                sum += entry.getValue() * dice.spread(spread, "area", indicator.code(), entry.getKey(), chance);
                all += entry.getValue();
            }
        }
        long mean = all == 0 ? 0 : sum / all;
        return area.equals(Area.REGION) ? 0 : dice.spread(spread, "area", indicator.code(), area, chance) - mean;
    }

    /** The region's level in steps; beyond the seeds' years it goes on growing as in the nearest two. */
    private long level(SampleIndicator indicator, int year) {
        SampleIndicator.Levels levels = indicator.levels();
        BigDecimal level = levels.in2024();
        for (int y = 2025; y <= year; y++) {
            level = next(level, levels.in2024(), levels.in2025());
        }
        for (int y = 2023; y >= year; y--) {
            level = next(level, levels.in2024(), levels.in2023());
        }
        return steps(level, catalogue.step(indicator.code()));
    }

    private static BigDecimal next(BigDecimal level, BigDecimal from, BigDecimal to) {
        return from.signum() == 0 ? to : level.multiply(to).divide(from, MathContext.DECIMAL64);
    }

    private static long steps(BigDecimal quantity, BigDecimal step) {
        return quantity.divide(step, 0, RoundingMode.HALF_UP).longValueExact();
    }

    private static long ppm(BigDecimal percent) {
        return percent.multiply(PPM_PER_PERCENT).longValueExact();
    }
}
