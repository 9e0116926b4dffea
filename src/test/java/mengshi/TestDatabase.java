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
import javax.sql.DataSource;
import mengshi.database.Database;
import mengshi.database.DatabaseSettings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

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

    private static int checked;

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

    /** The databases laid out and given since the last time this was asked, as the jobs' login sees them, open or not. */
    static synchronized List<DataSource> unchecked() {
        List<DataSource> laidOut = new ArrayList<>();
        for (int i = Math.max(checked, 1); i < GIVEN.size(); i++) {
            DataSource loader = loader(GIVEN.get(i).url());
            boolean hasFacts = JdbcClient.create(loader)
                    .sql("select to_regclass('warehouse.fact_finding_state') is not null"
                            + " and has_schema_privilege('warehouse', 'usage')")
                    .query(Boolean.class)
                    .single();
            if (hasFacts) {
                laidOut.add(loader);
            }
        }
        checked = GIVEN.size();
        return laidOut;
    }

    private static DataSource loader(String url) {
        try {
            return new DriverManagerDataSource(
                    url, "mengshi_loader", Files.readString(folder().resolve("mengshi_loader.password")));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
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

    /** Carries out what the database refuses to everybody: no trigger is asked. Only tests may begin anew. */
    public static void withoutTriggers(Database database, String sql) {
        try (Connection connection = superuser(database.url());
                Statement statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
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
        return superuser(GIVEN.get(0).url().replace("/" + TEMPLATE, "/postgres"));
    }

    private static Connection superuser(String url) throws SQLException {
        try {
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
