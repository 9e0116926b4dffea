package mengshi.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import mengshi.database.Database;
import mengshi.database.DatabaseSettings;
import org.jspecify.annotations.Nullable;

/** A database server for one test class alone, which may stop it as it likes. */
final class OwnServer implements AutoCloseable {

    private static final int CONNECTIONS = 4;

    private final Path folder;
    private @Nullable Database seat;

    OwnServer(Path folder) {
        this.folder = folder;
    }

    /** A laid-out database on it; its log of changes is kept small, as a small disk needs it. */
    Database fresh(String name) throws SQLException {
        Bureau.Server server = serve();
        server.tell("alter system set max_wal_size = '128MB'");
        server.ask("postgres", "select pg_reload_conf()");
        Database database = Database.open(settings(name));
        database.migrate();
        return database;
    }

    /** Starts it, or joins it where it runs; it then runs until it is stopped or this is closed. */
    Bureau.Server serve() {
        Database former = seat;
        Database now = Database.open(settings("seat"));
        seat = now;
        if (former != null) {
            former.close();
        }
        return new Bureau.Server(now.url(), folder);
    }

    /** PostgreSQL's immediate stop: nothing is tidied up, recovery is left to the next start. */
    void stopAtOnce() throws IOException, InterruptedException {
        Path note = folder.resolve("data/postmaster.pid");
        String postmaster = Files.readAllLines(note).get(0).strip();
        new ProcessBuilder("kill", "-QUIT", postmaster).start().waitFor();
        while (Files.exists(note)) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }

    private DatabaseSettings settings(String name) {
        return new DatabaseSettings(new DatabaseSettings.Embedded(folder, name), CONNECTIONS);
    }

    @Override
    public void close() {
        if (seat != null) {
            seat.close();
        }
    }
}
