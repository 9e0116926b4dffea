package mengshi.jobs;

import java.nio.file.Path;

/**
 * Where the jobs keep and write files.
 *
 * @param store every file ever taken in, by its content
 * @param reports scorecards
 * @param outbox answers to submitters, a folder for each area
 */
public record Folders(Path store, Path reports, Path outbox) {}
