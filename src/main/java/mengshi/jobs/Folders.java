package mengshi.jobs;

import java.nio.file.Path;

/**
 * Where the jobs write.
 *
 * @param reports scorecards
 * @param outbox answers to submitters, a folder for each area
 */
public record Folders(Path reports, Path outbox) {}
