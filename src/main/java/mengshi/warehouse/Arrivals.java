package mengshi.warehouse;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;

/** Registers the files that arrive. */
public final class Arrivals {

    /**
     * A file in an inbox, by what tells it from every other.
     *
     * @param path where it lies, absolute
     * @param name the file's name as submitted
     */
    public record SeenFile(String path, String name, String sha256, long size, Instant modified) {}

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

    /** The SHA-256 of a file that lies there, unchanged since it was registered: only its move is left to do. */
    public Optional<String> known(String path, long size, Instant modified) {
        return statements
                .query("known_arrival")
                .param("path", path)
                .param("file_size", size)
                .param("modified_at", Moments.of(modified))
                .query(String.class)
                .optional();
    }

    /** Registers the file, in the caller's transaction. It must be in the store already. */
    public Registration register(SeenFile file, long runId, String readWith) {
        boolean seenBefore = statements
                .query("find_arrival")
                .param("path", file.path())
                .param("sha256", file.sha256())
                .param("modified_at", Moments.of(file.modified()))
                .query(Long.class)
                .optional()
                .isPresent();
        if (seenBefore) {
            return Registration.KNOWN;
        }
        Optional<Long> twin = statements
                .query("find_twin")
                .param("sha256", file.sha256())
                .param("path", file.path())
                .param("read_with", readWith)
                .param("run_id", runId)
                .query(Long.class)
                .optional();
        long submission = twin.map(id -> registerDuplicate(file, runId, id)).orElseGet(() -> take(file, runId));
        statements
                .query("register_arrival")
                .param("path", file.path())
                .param("sha256", file.sha256())
                .param("file_size", file.size())
                .param("modified_at", Moments.of(file.modified()))
                .param("arrived_at", Moments.of(clock.instant()))
                .param("run_id", runId)
                .param("submission_id", submission)
                .update();
        return twin.isPresent() ? Registration.DUPLICATE : Registration.TAKEN;
    }

    private long take(SeenFile file, long runId) {
        return statements
                .query("register_submission")
                .param("file_name", file.name())
                .param("sha256", file.sha256())
                .param("file_size", file.size())
                .param("received_at", Moments.of(clock.instant()))
                .param("run_id", runId)
                .query(Long.class)
                .single();
    }

    private long registerDuplicate(SeenFile file, long runId, long twin) {
        return statements
                .query("register_duplicate")
                .param("file_name", file.name())
                .param("received_at", Moments.of(clock.instant()))
                .param("run_id", runId)
                .param("twin", twin)
                .query(Long.class)
                .single();
    }
}
