package mengshi.jobs;

import java.nio.file.Path;
import java.time.Clock;
import javax.sql.DataSource;
import mengshi.intake.Store;
import mengshi.seeds.Seeds;

/**
 * What the jobs work with.
 *
 * @param loader facts, staging and Spring Batch's own tables; one transaction spans them all
 * @param reader the marts, for the reports
 * @param reports where scorecards are written
 * @param threads how many partitions are read at once
 * @param progress told of every step that ends
 */
public record JobResources(
        DataSource loader,
        DataSource reader,
        Seeds seeds,
        Store store,
        Path reports,
        Clock clock,
        int threads,
        Progress progress) {}
