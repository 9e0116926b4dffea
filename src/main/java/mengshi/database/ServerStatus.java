package mengshi.database;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How the database stands, without starting anything.
 *
 * @param running answers to our password
 * @param url where it answers, empty when it does not
 * @param version PostgreSQL's own version, empty when it does not answer
 * @param folder the embedded server's state folder
 * @param pid the embedded server's process, 0 when it does not run
 * @param keptRunning {@code db start} asked it to outlive the programs that use it
 * @param inUse a program is attached to it now
 */
public record ServerStatus(
        boolean embedded,
        boolean running,
        String url,
        String version,
        @Nullable Path folder,
        long pid,
        boolean keptRunning,
        boolean inUse) {}
