package mengshi.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.postgresql.PGConnection;

/**
 * The one database server of a benchmark: mengshi's own embedded one, started and stopped by mengshi's own commands.
 * The peers load into a database of their own on it.
 */
final class Server implements AutoCloseable {

    private static final Pattern ADDRESS = Pattern.compile("127\\.0\\.0\\.1:(\\d+)/(\\w+)");
    private static final String TABLE = """
            create table observation (
                area text, indicator text, period text, measure text, value numeric,
                primary key (area, indicator, period, measure))
            """;

    private static final String STEPS = """
            select step_name, start_time::text, end_time::text
            from batch.batch_step_execution
            where step_name not like '%:%'
            order by step_execution_id
            """;

    /** Figures of all areas and lines for the years before last, which no check looks at, and their one publication. */
    private static final List<String> HISTORY = List.of(
            """
            insert into ops.run (job, status, parameters, started_at, started_by, program_version, form_version,
                rule_book_version, catalogue_version)
            values ('backfill', 'COMPLETED', '{}', '2025-01-01', 'bench', '1', 'f', 'r', 'c')
            """, """
            insert into ops.publication (run_id, opened_at, facts_closed_at, judged_at, form_version,
                rule_book_version, catalogue_version)
            select max(run_id), '2025-01-01', '2025-01-01', '2025-01-01', 'f', 'r', 'c' from ops.run
            """, """
            insert into ops.submission (file_name, file_sha256, file_size, received_at, received_run, state, area_key,
                form_key, period_key, version)
            select 'h.xlsx', 'h', 1, '2025-01-01', run.run_id, 'PUBLISHED', area.area_key, form.form_key,
                period.period_key, 1
            from warehouse.dim_area as area
            cross join warehouse.dim_period as period
            cross join warehouse.dim_form as form
            cross join (select max(run_id) as run_id from ops.run) as run
            where area.area_key <> 0 and form.form_code = 'BN-S01'
                and period.frequency = 'MONTH' and period.period_year between 2010 and 2023
            """, """
            insert into warehouse.fact_observation (period_year, area_key, indicator_key, period_key, measure,
                form_key, publication_id, value, obs_status, value_as_written, unit_as_written, factor, step,
                submission_id, line_code, sheet, cell)
            select period.period_year, submission.area_key, indicator.indicator_key, submission.period_key,
                measure.measure, submission.form_key, publication.publication_id, 1000 + indicator.indicator_key, 'A',
                '1000', '元', 1, 1, submission.submission_id, '1', '表', 'A1'
            from ops.submission as submission
            inner join warehouse.dim_period as period on period.period_key = submission.period_key
            cross join warehouse.dim_indicator as indicator
            cross join (values ('MONTH'), ('YTD'), ('YTD_LY'), ('YOY_YTD')) as measure (measure)
            cross join (select max(publication_id) as publication_id from ops.publication) as publication
            where submission.file_sha256 = 'h' and indicator.indicator_key <> 0
            limit %d
            """, "vacuum analyze warehouse.fact_observation", "analyze ops.submission", "checkpoint");

    private final Path home;
    private final int port;
    private final String password;

    private Server(Path home, int port, String password) {
        this.home = home;
        this.port = port;
        this.password = password;
    }

    /**
     * Starts a server below {@code home} and keeps mengshi's migrated, empty database as a template. What an interrupted
     * benchmark left there goes.
     */
    static Server start(Path home) throws IOException, InterruptedException, SQLException {
        Files.createDirectories(home);
        mengshi(home, "db", "start");
        Matcher address = ADDRESS.matcher(mengshi(home, "db", "url"));
        if (!address.find()) {
            throw new IOException("mengshi db url did not print an address");
        }
        String password = Files.readString(home.resolve("pg/postgres.password")).strip();
        Server server = new Server(home, Integer.parseInt(address.group(1)), password);
        server.execute(
                "postgres",
                List.of(
                        "drop database if exists mengshi_template",
                        "drop database if exists peers with (force)",
                        "drop database if exists mengshi with (force)"));
        mengshi(home, "db", "migrate");
        server.execute(
                "postgres", List.of("create database mengshi_template template mengshi", "create database peers"));
        server.execute("peers", List.of(TABLE));
        return server;
    }

    /** Everything as on the first day: mengshi has received nothing, the peers' table is empty. */
    void reset() throws IOException, SQLException {
        execute(
                "postgres",
                List.of(
                        "drop database if exists mengshi with (force)",
                        "create database mengshi template mengshi_template"));
        execute("peers", List.of("truncate observation", "checkpoint"));
        for (String folder : List.of("store", "inbox", "outbox", "reports")) {
            delete(home.resolve(folder));
        }
    }

    long postmaster() throws IOException {
        return Long.parseLong(Files.readAllLines(home.resolve("pg/data/postmaster.pid"))
                .get(0)
                .strip());
    }

    Path home() {
        return home;
    }

    int port() {
        return port;
    }

    String password() {
        return password;
    }

    /** Loads rows as the floor does, so that it is known what all have to load. */
    void load(Path rows) throws SQLException, IOException {
        try (Connection connection = connect("peers");
                InputStream input = Files.newInputStream(rows)) {
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy observation from stdin", input);
        }
    }

    /** Writes what a statement finds, as COPY reads it again. */
    void save(String sql, Path rows) throws SQLException, IOException {
        try (Connection connection = connect("mengshi");
                OutputStream output = Files.newOutputStream(rows)) {
            connection.unwrap(PGConnection.class).getCopyAPI().copyOut("copy (" + sql + ") to stdout", output);
        }
    }

    /** Name, begin and end of the steps of the last run. */
    List<String[]> steps() throws SQLException {
        List<String[]> steps = new ArrayList<>();
        try (Connection connection = connect("mengshi");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(STEPS)) {
            while (rows.next()) {
                steps.add(new String[] {rows.getString(1), rows.getString(2), rows.getString(3)});
            }
        }
        return steps;
    }

    String query(String database, String sql) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    /** Lays figures of the past into mengshi's warehouse, which has seen its forms and areas; returns how many. */
    long fill(int facts) throws SQLException {
        execute(
                "mengshi",
                HISTORY.stream()
                        .map(sql -> sql.replace("%d", String.valueOf(facts)))
                        .toList());
        return Long.parseLong(query("mengshi", "select count(*) from warehouse.fact_observation"));
    }

    private void execute(String database, List<String> statements) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/" + database, "postgres", password);
    }

    static String mengshi(Path home, String... arguments) throws IOException, InterruptedException {
        Process process = Run.in(Path.of("."), Map.of("MENGSHI_HOME", home.toString()), Run.mengshi(arguments))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String printed = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new IOException("mengshi " + String.join(" ", arguments) + " ended with " + process.exitValue());
        }
        return printed;
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }

    @Override
    public void close() throws IOException {
        try {
            mengshi(home, "db", "stop");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
