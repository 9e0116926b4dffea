package mengshi.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToLongFunction;

/** The readings of all rounds; ratios are taken round by round, and their median is told. */
final class Tally {

    private final Map<String, List<Meter.Reading>> readings = new LinkedHashMap<>();

    void add(String contender, Meter.Reading reading) {
        readings.computeIfAbsent(contender, first -> new ArrayList<>()).add(reading);
    }

    /** A Markdown table, each contender against {@code base}. */
    String table(String base) {
        StringBuilder text = new StringBuilder();
        text.append("| contender | CPU | min–max | wall | min–max | peak MB |\n|---|---:|---:|---:|---:|---:|\n");
        List<Meter.Reading> bases = readings.get(base);
        readings.forEach((name, own) -> text.append("| ")
                .append(name.replace("|", "\\|"))
                .append(" | ")
                .append(ratio(own, bases, Meter.Reading::cpuMillis))
                .append(" | ")
                .append(ratio(own, bases, Meter.Reading::wallMillis))
                .append(" | ")
                .append(own.stream()
                                .mapToLong(Meter.Reading::peakKilobytes)
                                .max()
                                .orElse(0)
                        / 1024)
                .append(" |\n"));
        return text.toString();
    }

    private static String ratio(
            List<Meter.Reading> own, List<Meter.Reading> bases, ToLongFunction<Meter.Reading> figure) {
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < own.size(); round++) {
            ratios.add((double) figure.applyAsLong(own.get(round)) / figure.applyAsLong(bases.get(round)));
        }
        ratios.sort(null);
        int middle = ratios.size() / 2;
        double median = ratios.size() % 2 == 1 ? ratios.get(middle) : (ratios.get(middle - 1) + ratios.get(middle)) / 2;
        return String.format(Locale.ROOT, "%.2f | %.2f–%.2f", median, ratios.get(0), ratios.get(ratios.size() - 1));
    }
}
