package mengshi.intake;

import java.nio.file.Path;
import java.time.Instant;

/**
 * A file lying in the inbox.
 *
 * @param path where it lies
 * @param name its own name, without the folders
 * @param size in bytes
 * @param modified when it was last written, by the file system
 */
public record Arrival(Path path, String name, long size, Instant modified) {}
