package mengshi.jobs;

import java.nio.file.Path;
import java.time.Clock;
import javax.sql.DataSource;
import mengshi.intake.Store;
import mengshi.seeds.Seeds;

/**
 * What the jobs work with.
 *
 * @param threads how many partitions are worked on at once
 * @param progress told of every step that ends
 */
public record JobResources(
        Logins logins, Seeds seeds, Store store, Folders folders, Clock clock, int threads, Progress progress) {

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
