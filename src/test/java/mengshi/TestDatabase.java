package mengshi;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import mengshi.database.Database;
import mengshi.database.DatabaseSettings;

/**
 * A real PostgreSQL for tests: one server per JVM, a database of its own, migrated and empty, for whoever asks.
 *
 * <p>The server's folder stays in {@code target} for the next run; the databases of a JVM are dropped at its end, those of
 * a killed one at the next start.
 */
public final class TestDatabase {

    private static final String MINE = "test_" + ProcessHandle.current().pid();
    private static final String TEMPLATE = MINE + "_template";

    private static final List<Database> GIVEN = new ArrayList<>();

    private TestDatabase() {}

    /** A migrated database that no other test sees. Close it in {@code @AfterAll}: the server takes 60 connections. */
    public static synchronized Database fresh() {
        if (GIVEN.isEmpty()) {
            start();
        }
        String name = MINE + "_" + GIVEN.size();
        asSuperuser("create database " + name + " template " + TEMPLATE + " owner mengshi_owner");
        Database database = Database.open(settings(name));
        GIVEN.add(database);
        return database;
    }

    /** A database in which nothing is laid out yet. Close it in {@code @AfterAll}. */
    public static synchronized Database empty() {
        if (GIVEN.isEmpty()) {
            start();
        }
        Database database = Database.open(settings(MINE + "_" + GIVEN.size()));
        GIVEN.add(database);
        return database;
    }

    private static void start() {
        Database template = Database.open(settings(TEMPLATE));
        GIVEN.add(template);
        Runtime.getRuntime().addShutdownHook(new Thread(TestDatabase::end));
        dropDatabasesOfEndedPrograms();
        // Nothing here outlives a power cut, and half of a test's time would be waiting for the disk.
        asSuperuser("alter system set fsync = off");
        asSuperuser("select pg_reload_conf()");
        template.migrate();
    }

    private static synchronized void end() {
        GIVEN.subList(1, GIVEN.size()).forEach(Database::close);
        for (String name : databases()) {
            if (name.startsWith(MINE + "_")) {
                asSuperuser("drop database " + name + " with (force)");
            }
        }
        GIVEN.get(0).close();
    }

    private static void dropDatabasesOfEndedPrograms() {
        for (String name : databases()) {
            boolean ended = ProcessHandle.of(Long.parseLong(name.split("_")[1])).isEmpty();
            if (ended) {
                asSuperuser("drop database " + name + " with (force)");
            }
        }
    }

    private static List<String> databases() {
        try (Connection connection = superuser();
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("select datname from pg_database where datname ~ '^test_[0-9]+_'")) {
            List<String> names = new ArrayList<>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void asSuperuser(String sql) {
        try (Connection connection = superuser();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static Connection superuser() throws SQLException {
        try {
            String url = GIVEN.get(0).url().replace("/" + TEMPLATE, "/postgres");
            return DriverManager.getConnection(
                    url, "postgres", Files.readString(folder().resolve("postgres.password")));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static DatabaseSettings settings(String name) {
        return new DatabaseSettings(new DatabaseSettings.Embedded(folder(), name), 4);
    }

    /** The server's folder, with the logins' passwords; another one for another PostgreSQL, so that the suite runs on older ones. */
    public static Path folder() {
        try {
            URL binaries = TestDatabase.class.getResource("/postgres-linux-x86_64.txz");
            long size = binaries == null ? 0 : binaries.openConnection().getContentLengthLong();
            return Path.of("target", "test-pg-" + size).toAbsolutePath();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
