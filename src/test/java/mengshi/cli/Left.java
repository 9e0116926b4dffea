package mengshi.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What nights leave behind, by name: every mart's rows and every file's bytes. Numbers given by the database are left out:
 * a transaction that was undone has used some up.
 */
record Left(SortedMap<String, String> things) {

    private static final List<String> MARTS = List.of(
            "observation_vintage",
            "observation",
            "provenance",
            "finding_vintage",
            "finding",
            "finding_life",
            "submission",
            "target_progress_vintage",
            "answer",
            "answer_heard",
            "answer_fixed",
            "answer_change",
            "run_answer",
            "edit_outcome",
            "revision",
            "publication",
            "run_submission",
            "reporting_quality");
    private static final Pattern SUMMARIES = Pattern.compile("run-summary-.*|metrics\\.prom");
    private static final String NUMBERS =
            "{submission_id,run_id,publication_id,answer_id,arrival_id,duplicate_of,given_in,"
                    + "superseded_by,checked_by_run,received_run}";
    private static final String ROWS = "select count(*) || ' rows ' || coalesce(md5(string_agg(row, chr(10)"
            + " order by row collate \"C\")), '') from (select (to_jsonb(t) - '" + NUMBERS
            + "'::text[] - %s)::text as row"
            + " from mart.%s as t) as rows";

    /** Everything. */
    static Left in(Bureau bureau) throws Exception {
        SortedMap<String, String> things = facts(bureau, List.of());
        Path home = bureau.home();
        for (String folder : List.of("store", "outbox", "reports")) {
            for (Path file : files(home.resolve(folder))) {
                // Summaries also tell how often the run was begun, and how long it took.
                boolean isSummary =
                        SUMMARIES.matcher(file.getFileName().toString()).matches();
                things.put(home.relativize(file).toString(), isSummary ? "there" : hash(file));
            }
        }
        return new Left(things);
    }

    /** What depends neither on the hour nor on numbers: no times, no answers' hashes, and of the files only the store's. */
    static Left timeless(Bureau bureau) throws Exception {
        SortedMap<String, String> things = facts(
                bureau,
                List.of(
                        "recorded_at",
                        "received_at",
                        "found_at",
                        "judged_at",
                        "superseded_at",
                        "first_seen_at",
                        "last_seen_at",
                        "given_at",
                        "answered_at",
                        "facts_closed_at",
                        "heard_at",
                        "closed_at",
                        "received_on",
                        "first_received_on",
                        "days_late",
                        "version_at",
                        "published_at",
                        "read_at",
                        "taken_at",
                        "sha256"));
        for (Path file : files(bureau.home().resolve("store"))) {
            things.put("store " + file.getFileName(), hash(file));
        }
        return new Left(things);
    }

    private static SortedMap<String, String> facts(Bureau bureau, List<String> without) throws Exception {
        SortedMap<String, String> things = new TreeMap<>();
        String columns = "'{" + String.join(",", without) + "}'::text[]";
        for (String mart : MARTS) {
            things.put("mart." + mart, bureau.server().ask(bureau.database(), ROWS.formatted(columns, mart)));
        }
        things.put("inbox", files(bureau.home().resolve("inbox")).toString());
        things.put("drafts", bureau.drafts().toString());
        things.put(
                "runs unfinished",
                bureau.server().ask(bureau.database(), "select count(*) from ops.run where status <> 'COMPLETED'"));
        return things;
    }

    /** What is not as in {@code other}; empty where nothing is. */
    String differenceFrom(Left other) {
        StringBuilder difference = new StringBuilder();
        TreeSet<String> names = new TreeSet<>(things.keySet());
        names.addAll(other.things.keySet());
        for (String name : names) {
            String here = things.getOrDefault(name, "nothing");
            String there = other.things.getOrDefault(name, "nothing");
            if (!here.equals(there)) {
                difference
                        .append(name)
                        .append(": ")
                        .append(here)
                        .append(" instead of ")
                        .append(there)
                        .append("; ");
            }
        }
        return difference.toString();
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile).sorted().toList();
        }
    }

    static String hash(Path file) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }

    /** How many things there are of which kind, for a test that must not compare nothing with nothing. */
    long count(String prefix) {
        return things.entrySet().stream()
                .map(Map.Entry::getKey)
                .filter(name -> name.startsWith(prefix))
                .count();
    }
}
