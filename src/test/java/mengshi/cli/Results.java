package mengshi.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/**
 * The cases of a campaign with how they ended, one line each in {@code target/faults/}, so that one that was interrupted
 * goes on where it stood. Cases that differed are tried again.
 */
final class Results {

    private static final String SAME = "same";

    private final Path file;
    private final Set<String> done = new HashSet<>();

    /** @param night tells the night that was struck from others; results of others do not count */
    Results(Path folder, String night) throws IOException {
        Files.createDirectories(folder);
        this.file = folder.resolve("results-" + night + ".tsv");
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file)) {
                String[] parts = line.split("\t");
                if (parts[2].equals(SAME)) {
                    done.add(parts[0] + "\t" + parts[1]);
                }
            }
        }
    }

    boolean has(String kind, String place) {
        return done.contains(kind + "\t" + place);
    }

    /** @param difference empty if there was none */
    synchronized void add(String kind, String place, String difference, long millis) throws IOException {
        String outcome = difference.isEmpty() ? SAME : "DIFFERENT " + difference.replaceAll("\\s+", " ");
        Files.writeString(
                file,
                String.join("\t", kind, place, outcome, String.valueOf(millis)) + "\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    /** A line for each kind: how many cases, how many of them differed, by their last try. */
    List<String> table() throws IOException {
        TreeMap<String, TreeMap<String, Boolean>> kinds = new TreeMap<>();
        for (String line : Files.exists(file) ? Files.readAllLines(file) : List.<String>of()) {
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
