package mengshi.jobs;

import java.nio.file.Path;
import java.time.Clock;
import javax.sql.DataSource;
import mengshi.intake.Store;
import mengshi.model.FileLimits;
import mengshi.seeds.Seeds;

/**
 * What the jobs work with.
 *
 * @param threads how many partitions are worked on at once
 * @param progress told of every step that ends
 * @param limits of one submitted file
 */
public record JobResources(
        Logins logins,
        Seeds seeds,
        Store store,
        Folders folders,
        Clock clock,
        int threads,
        Progress progress,
        FileLimits limits) {

    /** Under the limits that hold when nothing is set. */
    public JobResources(
            Logins logins, Seeds seeds, Store store, Folders folders, Clock clock, int threads, Progress progress) {
        this(logins, seeds, store, folders, clock, threads, progress, FileLimits.DEFAULT);
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
}
