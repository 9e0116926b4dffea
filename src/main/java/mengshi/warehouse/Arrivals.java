package mengshi.warehouse;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Registers the files that arrive, a group of them with a handful of statements. */
public final class Arrivals {

    /** A file as it lies in an inbox: its absolute path, its bytes, and when it was last written. */
    public record Lying(String path, long size, Instant modified) {}

    /**
     * A file in an inbox, by what tells it from every other.
     *
     * @param name the file's name as submitted
     */
    public record SeenFile(Lying lying, String name, String sha256) {}

    /** What became of an arrival. */
    public enum Registration {
        /** A submission to be read. */
        TAKEN,
        /** The same bytes are known and in force. */
        DUPLICATE,
        /** This very arrival was registered before; only its move was left to do. */
        KNOWN
    }

    private final Statements statements;
    private final Clock clock;

    public Arrivals(DataSource loader, Clock clock) {
        this.statements = new Statements(loader);
        this.clock = clock;
    }

    /** The SHA-256 of those that lie there unchanged since they were registered, by their path: only their move is left. */
    public Map<String, String> known(List<Lying> files) {
        return statements
                .query("known_arrivals")
                .param("rows", Json.of(files.stream().map(Arrivals::row).toList()))
                .query((row, number) -> Map.entry(row.getString("path"), row.getString("sha256")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /**
     * Registers the files in their order, in the caller's transaction. They must be in the store already.
     *
     * @return what became of each
     */
    public List<Registration> register(List<SeenFile> files, long runId, String readWith) {
        List<Registration> outcomes = new ArrayList<>(Collections.nCopies(files.size(), Registration.KNOWN));
        Map<Integer, Long> twins = twins(files, runId, readWith);
        Map<String, Integer> taken = new LinkedHashMap<>();
        for (int place : unregistered(files)) {
            boolean isTaken = !twins.containsKey(place)
                    && taken.putIfAbsent(files.get(place).sha256(), place) == null;
            outcomes.set(place, isTaken ? Registration.TAKEN : Registration.DUPLICATE);
        }
        Map<String, Long> submissions = take(files, taken.values(), runId);
        List<Map<String, Object>> arrivals = new ArrayList<>();
        for (int place = 0; place < files.size(); place++) {
            SeenFile file = files.get(place);
            if (outcomes.get(place) == Registration.KNOWN) {
                continue;
            }
            // What came in the same group is the newest twin there is.
            Long submission = submissions.getOrDefault(file.sha256(), twins.get(place));
            if (outcomes.get(place) == Registration.DUPLICATE) {
                submission = registerDuplicate(file, runId, submission);
            }
            Map<String, Object> arrival = row(place, file);
            arrival.put("submission", submission);
            arrivals.add(arrival);
        }
        statements
                .query("register_arrivals")
                .param("rows", Json.of(arrivals))
                .param("arrived_at", Moments.of(clock.instant()))
                .param("run_id", runId)
                .update();
        return outcomes;
    }

    /** The places of the files that were never registered, in their order. */
    private Set<Integer> unregistered(List<SeenFile> files) {
        Set<Integer> places = new TreeSet<>();
        for (int place = 0; place < files.size(); place++) {
            places.add(place);
        }
        statements
                .query("find_arrivals")
                .param("rows", rows(files))
                .query(Integer.class)
                .list()
                .forEach(places::remove);
        return places;
    }

    /** Of what the files are mere duplicates, by their places. */
    private Map<Integer, Long> twins(List<SeenFile> files, long runId, String readWith) {
        return statements
                .query("find_twins")
                .param("rows", rows(files))
                .param("read_with", readWith)
                .param("run_id", runId)
                .query((row, number) -> Map.entry(row.getInt("ordinal"), row.getLong("submission_id")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Makes submissions of the files in these places, which all differ; returns them by their SHA-256. */
    private Map<String, Long> take(List<SeenFile> files, Collection<Integer> places, long runId) {
        return statements
                .query("register_submissions")
                .param(
                        "rows",
                        Json.of(places.stream()
                                .map(place -> row(place, files.get(place)))
                                .toList()))
                .param("received_at", Moments.of(clock.instant()))
                .param("run_id", runId)
                .query((row, number) -> Map.entry(row.getString("sha256"), row.getLong("submission_id")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private long registerDuplicate(SeenFile file, long runId, @Nullable Long twin) {
        return statements
                .query("register_duplicate")
                .param("file_name", file.name())
                .param("received_at", Moments.of(clock.instant()))
                .param("run_id", runId)
                .param("twin", twin)
                .query(Long.class)
                .single();
    }

    private static String rows(List<SeenFile> files) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (SeenFile file : files) {
            rows.add(row(rows.size(), file));
        }
        return Json.of(rows);
    }

    private static Map<String, Object> row(int place, SeenFile file) {
        Map<String, Object> row = row(file.lying());
        row.put("ordinal", place);
        row.put("name", file.name());
        row.put("sha256", file.sha256());
        return row;
    }

    private static Map<String, Object> row(Lying file) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("path", file.path());
        row.put("size", file.size());
        row.put("modified", Moments.of(file.modified()).toString());
        return row;
    }
}
