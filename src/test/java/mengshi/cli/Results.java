package mengshi.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * The cases of a campaign with how they ended, one line each in {@code target/faults/}, so that one that was interrupted
 * goes on where it stood. Cases that differed are tried again.
 */
final class Results {

    private static final String SAME = "same";
    private static final int LONG = 2000;

    private final Path file;

    /** @param night tells the night that was struck from others; results of others do not count */
    Results(Path folder, String night) throws IOException {
        Files.createDirectories(folder);
        this.file = folder.resolve("results-" + night + ".tsv");
    }

    /** Whether a case has ended well, here or in another JVM that takes part in the campaign. */
    boolean has(String kind, String place) throws IOException {
        String done = String.join("\t", kind, place, SAME, "");
        return lines().stream().anyMatch(line -> line.startsWith(done));
    }

    private List<String> lines() throws IOException {
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }

    /**
     * @param difference empty if there was none
     * @param begun by {@link System#nanoTime}
     */
    synchronized void add(String kind, String place, String difference, long begun) throws IOException {
        long millis = (System.nanoTime() - begun) / 1_000_000;
        String outcome = difference.isEmpty() ? SAME : "DIFFERENT " + shortened(difference);
        Files.writeString(
                file,
                String.join("\t", kind, place, outcome, String.valueOf(millis)) + "\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    private static String shortened(String difference) {
        String line = difference.replaceAll("\\s+", " ");
        return line.length() <= LONG ? line : line.substring(0, LONG) + "…";
    }

    /** A line for each kind: how many cases, how many of them differed, by their last try. */
    List<String> table() throws IOException {
        TreeMap<String, TreeMap<String, Boolean>> kinds = new TreeMap<>();
        for (String line : lines()) {
            String[] parts = line.split("\t");
            kinds.computeIfAbsent(parts[0], kind -> new TreeMap<>()).put(parts[1], parts[2].equals(SAME));
        }
        List<String> lines = new ArrayList<>();
        lines.add("%-46s %6s %12s".formatted("kind", "cases", "differences"));
        kinds.forEach((kind, cases) -> lines.add("%-46s %6d %12d"
                .formatted(
                        kind,
                        cases.size(),
                        cases.values().stream().filter(same -> !same).count())));
        return lines;
    }
}
