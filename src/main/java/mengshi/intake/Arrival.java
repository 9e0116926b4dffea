package mengshi.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;

/**
 * A file lying in the inbox.
 *
 * @param path where it lies
 * @param name its own name, without the folders
 * @param size in bytes
 * @param modified when it was last written, by the file system
 */
public record Arrival(Path path, String name, long size, Instant modified) {

    /** Whether the very same still lies there: nobody has taken it away or written to it. */
    public boolean isStillThere() {
        try {
            BasicFileAttributes now = Files.readAttributes(path, BasicFileAttributes.class);
            return now.size() == size && now.lastModifiedTime().toInstant().equals(modified);
        } catch (IOException e) {
            return false;
        }
    }
}
