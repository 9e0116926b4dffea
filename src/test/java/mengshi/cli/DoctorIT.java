package mengshi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mengshi.TestDatabase;
import mengshi.Unsound;
import mengshi.cli.Shell.Ended;
import mengshi.database.Database;
import mengshi.model.Period;
import mengshi.sample.SampleSubmissions;
import mengshi.seeds.Seeds;
import mengshi.warehouse.SelfCheck;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Everything the doctor looks at is broken once: it has to notice, and to say what mends it. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Unsound(because = "it breaks every rule to hear the doctor say so")
class DoctorIT {

    private static final String ASK = "keep the log and ask the developers";

    /** What mends it, by the name of the check; a new check has to be broken here too. */
    private static final Map<String, String> REMEDIES = new TreeMap<>(Map.ofEntries(
            Map.entry("java", "install a JDK 17"),
            Map.entry("encoding", "export LC_ALL=C.UTF-8"),
            Map.entry("home", "set MENGSHI_HOME"),
            Map.entry("folders", "let this user write there"),
            Map.entry("passwords", "chmod 600 /"),
            Map.entry("disk", "make room, or move MENGSHI_HOME"),
            Map.entry("inbox", "let this user read and write it"),
            Map.entry("seeds", "mend the seed file"),
            Map.entry("schedule", "jobs/nightly.yaml"),
            Map.entry("database", "mengshi db status"),
            Map.entry("server", "default_transaction_read_only = off"),
            Map.entry("durability", "alter system set fsync = on"),
            Map.entry("roles", "nocreatedb"),
            Map.entry("clock", "timedatectl set-ntp true"),
            Map.entry("zone", "such as Asia/Shanghai, in jobs/nightly.yaml"),
            Map.entry("migrations", "mengshi db migrate"),
            Map.entry("owner rights", "alter table ops.arrival owner to"),
            Map.entry("loader means", "grant insert on warehouse.fact_observation to mengshi_loader"),
            Map.entry("reader means", "grant select on mart.run to mengshi_reader"),
            Map.entry("loader rights", "revoke it"),
            Map.entry("reader rights", "revoke it"),
            Map.entry("responder rights", "revoke it"),
            Map.entry("seeds loaded", "mengshi nightly"),
            Map.entry("publications", "set the clock right"),
            Map.entry("runs", "mengshi rerun 1"),
            Map.entry("store", "restore the store from a backup"),
            Map.entry("archive", "&& mengshi nightly")));

    /** Breaks the data behind the program's back, where its own logins may not. */
    private static final List<String> BROKEN = List.of(
            "set session_replication_role = replica",
            "alter table ops.arrival owner to postgres",
            "revoke insert on warehouse.fact_observation from mengshi_loader",
            "grant delete on warehouse.fact_finding to mengshi_loader",
            "revoke select on mart.run from mengshi_reader",
            "grant usage on schema ops to mengshi_reader",
            "grant select on ops.run to mengshi_reader",
            "grant select on mart.target_progress to mengshi_responder",
            "update ops.seed_version set version = 'old' where seed = 'rule book'",
            "update ops.run set status = 'FAILED'",
            // A publication after the first that is no later, of a version nobody has kept.
            "create temporary table later as select * from ops.publication",
            "update later set publication_id = publication_id + 1, run_id = run_id + 1, form_version = 'none',"
                    + " facts_closed_at = facts_closed_at - interval '1 hour'",
            "insert into ops.publication overriding system value select * from later",
            "update ops.publication set judged_at = '2061-01-01' where publication_id = 1",
            "delete from warehouse.dim_form where form_key = 0",
            // Two current facts are kept out by an index as well.
            "do $$ declare found record; begin for found in select indexrelid::regclass as name from pg_index"
                    + " where indisunique and not indisprimary and indrelid in ("
                    + "'warehouse.fact_observation'::regclass, 'warehouse.fact_target_progress'::regclass)"
                    + " loop execute 'drop index ' || found.name; end loop; end $$",
            "create temporary table fact as select * from warehouse.fact_observation"
                    + " where value_as_written ~ '^\\d+$' limit 1",
            "update fact set publication_id = publication_id + 1",
            "insert into warehouse.fact_observation select * from fact",
            // One that ends before it began, and one that another replaced without a word.
            "update fact set publication_id = publication_id + 1, superseded_by = 1, value = 1",
            "insert into warehouse.fact_observation select * from fact",
            "update fact set publication_id = 7, superseded_by = 8",
            "insert into warehouse.fact_observation select * from fact",
            "update fact set publication_id = 8, superseded_by = null, value = value + 1",
            "insert into warehouse.fact_observation select * from fact",
            "update warehouse.fact_observation set submission_id = -1 where ctid = (select ctid"
                    + " from warehouse.fact_observation_2025 limit 1)",
            "create temporary table verdict as select * from warehouse.fact_target_progress limit 1",
            "update verdict set publication_id = publication_id + 1",
            "insert into warehouse.fact_target_progress select * from verdict",
            "update warehouse.fact_finding set code = 'NO_SUCH_CODE' where ctid = (select ctid"
                    + " from warehouse.fact_finding limit 1)",
            "update warehouse.fact_finding_state set state = 'WAIVED'",
            "update ops.submission set state = 'PUBLISHED' where submission_id = (select submission_id"
                    + " from warehouse.fact_finding where severity = 'ERROR' and state = 'OPEN' limit 1)",
            "update ops.submission set state = 'REJECTED' where submission_id = (select max(submission_id)"
                    + " from ops.submission where state = 'PUBLISHED')",
            "insert into staging.observation (submission_id, sheet, cell, measure, line_code, indicator_code,"
                    + " obs_status, value_as_written, unit_as_written, factor, step)"
                    + " select submission_id, 's', 'A1', 'YTD', '1', 'FAI', 'A', '1', '', 1, 1"
                    + " from ops.submission where state in ('PUBLISHED', 'REJECTED')",
            "update warehouse.dim_indicator set base_unit = 'none' where indicator_code = 'FAI'",
            "insert into ops.edit_outcome (run_id, edit_id, submission_id, passed, failed, not_checkable)"
                    + " values (-1, 'none', -1, 1, 0, 0)",
            "alter table warehouse.fact_finding disable trigger refuse_change",
            "do $$ begin execute format('alter table warehouse.fact_observation_%s rename to other',"
                    + " extract(year from current_date)::int + 1); end $$");

    private static final Set<String> PROVOKED = new TreeSet<>();

    @TempDir
    private static Path folder;

    private static Database database;
    private static Shell shell;

    @BeforeAll
    static void a_night() throws IOException {
        SelfCheck.RULES.forEach(rule -> REMEDIES.put(rule.replace('_', ' '), ASK));
        database = TestDatabase.fresh();
        shell = shell(Clock.systemUTC(), Map.of());
        SampleSubmissions.of(Seeds.builtIn(), 1, Period.of("2025-06"), Period.of("2025-06"))
                .writeTo(folder.resolve("var/inbox"));
        Ended night = shell.run("nightly");
        assertThat(night.code()).as(night.out() + night.err()).isEqualTo(Exit.FOUND.code());
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    @Order(1)
    void after_a_night_all_is_well_but_that_the_tests_own_server_would_not_survive_a_power_cut() {
        Ended ended = shell.run("doctor", "--all", "--json");

        assertThat(provoked(ended)).as(ended.out()).containsExactly("durability");
        assertThat(names(ended, "SKIPPED")).isEmpty();
        assertThat(names(ended, "OK")).hasSizeGreaterThanOrEqualTo(42);
    }

    @Test
    @Order(2)
    void a_machine_that_is_not_fit() throws IOException {
        assertThat(provoked(shell(Clock.systemUTC(), Map.of("MENGSHI_HOME", "/proc/mengshi"))
                        .run("doctor", "--json")))
                .contains("home", "disk");
        Path home = Files.createDirectories(folder.resolve("unfit"));
        Files.writeString(home.resolve("inbox"), "a file");
        Files.writeString(home.resolve("outbox"), "a file");
        Path password =
                Files.copy(TestDatabase.folder().resolve("mengshi_reader.password"), folder.resolve("reader.password"));
        Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-r--r--"));
        Path seeds = Files.createDirectories(folder.resolve("seeds"));
        Files.writeString(seeds.resolve("area.csv"), "no,such,columns\n1,2,3\n");
        Shell unfit = shell(
                Clock.systemUTC(),
                Map.of(
                        "MENGSHI_HOME",
                        home.toString(),
                        "MENGSHI_SEEDS",
                        seeds.toString(),
                        "MENGSHI_DB_READER_PASSWORD_FILE",
                        password.toString()));

        assertThat(provoked(unfit.run("doctor", "--json"))).contains("inbox", "folders", "passwords", "seeds", "store");

        String version = System.setProperty("java.specification.version", "11");
        try {
            assertThat(foreign("ANSI_X3.4-1968")).contains("java", "encoding");
        } finally {
            System.setProperty("java.specification.version", version);
        }
    }

    @Test
    @Order(3)
    void a_clock_a_zone_or_a_schedule_that_is_wrong() throws IOException {
        Path jobs = Files.createDirectories(folder.resolve("jobs"));
        Files.writeString(
                jobs.resolve("nightly.yaml"),
                "purpose: p\nschedule: \"0 61 2 * * *\"\nzone: GMT+8\nparameters: {}\ntimeout: 1h\non-failure: \"-\"\n");

        assertThat(provoked(shell(Clock.systemUTC(), Map.of("MENGSHI_JOBS", jobs.toString()))
                        .run("doctor", "--json")))
                .contains("schedule", "zone");

        Files.copy(
                Files.list(folder.resolve("var/store"))
                        .flatMap(DoctorIT::files)
                        .findFirst()
                        .orElseThrow(),
                folder.resolve("var/inbox/waiting.xlsx"));
        Ended late = shell(Clock.offset(Clock.systemUTC(), Duration.ofDays(3)), Map.of())
                .run("doctor", "--json");
        assertThat(names(late, "WRONG")).contains("clock", "schedule");
        assertThat(late.out())
                .contains(
                        "Files have been waiting since",
                        "mengshi schedule print --systemd",
                        "timedatectl set-ntp true");
        PROVOKED.add("clock");
        Files.delete(folder.resolve("var/inbox/waiting.xlsx"));
    }

    @Test
    @Order(3)
    void a_clock_that_was_killed_and_left_its_sign_of_life() throws IOException {
        Path sign = Files.writeString(
                folder.resolve("var/schedule.json"),
                "{\"pid\":4711,\"since\":\"2025-07-20T02:00:00Z\",\"beat\":\"2025-07-20T18:30:00Z\",\"at\":\"nightly\"}");

        Ended ended = shell.run("doctor", "--json");
        JsonNode clock = shell.run("status", "--json").json().at("/schedule");

        assertThat(names(ended, "WRONG")).contains("schedule");
        assertThat(ended.out())
                .contains("(process 4711) gave its last sign of life at 2025-07-20T18:30:00Z")
                .contains("start `mengshi schedule` again; if another clock does its work now: rm " + sign);
        assertThat(clock.at("/state").asString()).isEqualTo("silent");
        assertThat(clock.at("/beat_at").asString()).isEqualTo("2025-07-21T02:30:00+08:00");
        Files.delete(sign);
    }

    @Test
    @Order(4)
    void a_server_that_is_not_there_takes_no_writes_or_gives_a_login_too_much() throws SQLException {
        assertThat(provoked(shell(
                                Clock.systemUTC(),
                                Map.of("MENGSHI_DB_URL", database.url().replaceAll(":\\d+/", ":1/")))
                        .run("doctor", "--json")))
                .containsExactly("database");

        String name = database.url().replaceAll("^.*/", "");
        superuser(
                "alter database " + name + " set default_transaction_read_only = on",
                "alter role mengshi_responder createdb");
        try {
            assertThat(provoked(shell.run("doctor", "--json"))).contains("server", "roles");
        } finally {
            superuser(
                    "set default_transaction_read_only = off",
                    "alter database " + name + " reset default_transaction_read_only",
                    "alter role mengshi_responder nocreatedb");
        }
    }

    @Test
    @Order(5)
    void rights_and_data_that_are_broken() throws Exception {
        Path store = folder.resolve("var/store");
        Path known = Files.list(store).flatMap(DoctorIT::files).findFirst().orElseThrow();
        Files.writeString(known, "spoilt");
        Path unknown = Files.createDirectories(store.resolve("ab")).resolve("ab" + "0".repeat(62));
        Files.writeString(unknown, "left by a crash");
        superuser(BROKEN.toArray(String[]::new));

        Set<String> provoked = provoked(shell.run("doctor", "--all", "--json"));

        assertThat(provoked)
                .containsAll(SelfCheck.RULES.stream()
                        .map(rule -> rule.replace('_', ' '))
                        .toList());
    }

    @Test
    @Order(6)
    void a_schema_that_is_behind_leaves_the_rest_unlooked_at() throws SQLException {
        superuser("delete from ops.flyway_schema_history where version = (select max(version)"
                + " from ops.flyway_schema_history where type = 'SQL' and version is not null)");

        Ended ended = shell.run("doctor", "--json");

        assertThat(provoked(ended)).contains("migrations");
        assertThat(names(ended, "SKIPPED")).contains("store", "loader means", "published without facts");
    }

    @Test
    @Order(7)
    void there_is_nothing_the_doctor_looks_at_that_was_not_broken_here() {
        Set<String> all = new TreeSet<>(names(shell.run("doctor", "--json"), ""));

        assertThat(all).hasSizeGreaterThanOrEqualTo(43);
        assertThat(PROVOKED).isEqualTo(all).isEqualTo(REMEDIES.keySet());
    }

    /** Which checks found something; each has to say what mends it. */
    private static Set<String> provoked(Ended ended) {
        return provoked(ended.json(), ended.code());
    }

    private static Set<String> provoked(JsonNode checks, int code) {
        Set<String> wrong = new TreeSet<>();
        for (JsonNode check : checks) {
            if (check.at("/outcome").asString().equals("WRONG")) {
                String name = check.at("/check").asString();
                assertThat(check.at("/found").asString()).as(name).isNotBlank();
                assertThat(check.at("/what_to_do").asString()).as(name).contains(REMEDIES.get(name));
                wrong.add(name);
            }
        }
        assertThat(code).isEqualTo(wrong.isEmpty() ? Exit.DONE.code() : Exit.FOUND.code());
        PROVOKED.addAll(wrong);
        return wrong;
    }

    /** @param outcome empty for all */
    private static List<String> names(Ended ended, String outcome) {
        return ended.json()
                .valueStream()
                .filter(check ->
                        outcome.isEmpty() || check.at("/outcome").asString().equals(outcome))
                .map(check -> check.at("/check").asString())
                .collect(Collectors.toList());
    }

    private static Shell shell(Clock clock, Map<String, String> more) {
        Map<String, String> environment = new TreeMap<>(Map.of("MENGSHI_INBOX_QUIET", "0"));
        environment.putAll(more);
        return new Shell(database, folder, clock, environment);
    }

    /** The doctor on a machine that reads file names in another encoding; the entrance would send it away. */
    private Set<String> foreign(String encoding) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Program program = new Program(
                Map.of("MENGSHI_HOME", folder.resolve("nothing").toString()),
                folder,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                System.err,
                Clock.systemUTC(),
                encoding,
                Program.Terminals.NONE);
        int code = Mengshi.runInside(program, "doctor", "--json");
        return provoked(JsonMapper.shared().readTree(out.toString(StandardCharsets.UTF_8)), code);
    }

    private static Stream<Path> files(Path shelf) {
        try (Stream<Path> files = Files.list(shelf)) {
            return files.toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void superuser(String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        database.url(),
                        "postgres",
                        Files.readString(TestDatabase.folder().resolve("postgres.password")));
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
