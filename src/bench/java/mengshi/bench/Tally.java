package mengshi.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/** The readings of all rounds; ratios are taken round by round, and their median is told. */
final class Tally {

    private static final int KILOBYTES_IN_MEGABYTE = 1024;

    private final Map<String, Map<Integer, Meter.Reading>> readings = new LinkedHashMap<>();

    void add(String contender, int round, Meter.Reading reading) {
        readings.computeIfAbsent(contender, first -> new TreeMap<>()).put(round, reading);
    }

    /** A Markdown table, each contender against {@code base} in the rounds it took part in. */
    String table(String base) {
        StringBuilder text = new StringBuilder();
        text.append(
                "| contender | rounds | CPU | min–max | wall | min–max | peak MB |\n|---|---:|---:|---:|---:|---:|---:|\n");
        Map<Integer, Meter.Reading> bases = readings.getOrDefault(base, Map.of());
        readings.forEach((name, own) -> text.append("| ")
                .append(name.replace("|", "\\|"))
                .append(" | ")
                .append(own.size())
                .append(" | ")
                .append(ratio(own, bases, Meter.Reading::cpuMillis))
                .append(" | ")
                .append(ratio(own, bases, Meter.Reading::wallMillis))
                .append(" | ")
                .append(own.values().stream()
                                .mapToLong(Meter.Reading::peakKilobytes)
                                .max()
                                .orElse(0)
                        / KILOBYTES_IN_MEGABYTE)
                .append(" |\n"));
        return text.toString();
    }

    /** The middle one, or the mean of the two in the middle. */
    static double median(List<Double> figures) {
        List<Double> sorted = figures.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    private static String ratio(
            Map<Integer, Meter.Reading> own, Map<Integer, Meter.Reading> bases, ToLongFunction<Meter.Reading> figure) {
        List<Double> ratios = new ArrayList<>();
        own.forEach((round, reading) -> {
            Meter.Reading base = bases.get(round);
            if (base != null) {
                ratios.add((double) figure.applyAsLong(reading) / figure.applyAsLong(base));
            }
        });
        if (ratios.isEmpty()) {
            return "– | –";
        }
        ratios.sort(null);
        return String.format(
                Locale.ROOT, "%.2f | %.2f–%.2f", median(ratios), ratios.get(0), ratios.get(ratios.size() - 1));
    }
}
