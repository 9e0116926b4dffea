package mengshi.jobs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import javax.sql.DataSource;
import mengshi.intake.Store;
import mengshi.seeds.Seeds;

/**
 * What the jobs work with.
 *
 * @param ownership asked before every round of work, and before every file
 * @param progress told of every step that begins, goes on and ends
 */
public record JobResources(
        Logins logins,
        Seeds seeds,
        Folders folders,
        Clock clock,
        Limits limits,
        Progress progress,
        Ownership ownership) {

    /** Where no other program can be at work, so that no lock can be lost. */
    public JobResources(Logins logins, Seeds seeds, Folders folders, Clock clock, Limits limits, Progress progress) {
        this(logins, seeds, folders, clock, limits, progress, () -> true);
    }

    DataSource loader() {
        return logins.loader();
    }

    DataSource reader() {
        return logins.reader();
    }

    Path reports() {
        return folders.reports();
    }

    int threads() {
        return limits.threads();
    }

    /**
     * To be asked before anything is done that cannot be undone, which are files: a transaction is refused by the database.
     *
     * @throws RunTakenAway if the run lock is lost, so that another program may be at work
     */
    void requireOurs(long runId) {
        if (!ownership.isHeld()) {
            throw new RunTakenAway(runId, "The run lock is lost: its connection was cut");
        }
    }

    /** The store, made if it is not there. */
    Store store() {
        try {
            return Store.open(folders.store());
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The store cannot be opened · " + folders.store()
                            + " · let this user write there, or make room · nothing was begun",
                    e);
        }
    }
}
