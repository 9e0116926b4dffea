package mengshi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import mengshi.TestDatabase;
import mengshi.cli.Shell.Ended;
import mengshi.database.Database;
import mengshi.database.DatabaseFault;
import mengshi.database.Login;
import mengshi.model.Period;
import mengshi.sample.SampleSubmissions;
import mengshi.seeds.Seeds;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The database is in trouble while a run is at work: what passes is waited out, what does not is told with what to do. */
class DatabaseFaultsIT {

    private static final int AREAS = 2;

    @TempDir
    private static Path samples;

    @TempDir
    private Path folder;

    private Database database;

    @BeforeAll
    static void write() throws IOException {
        SampleSubmissions.of(Seeds.builtIn(), 3, Period.of("2025-06"), Period.of("2025-06"))
                .writeTo(samples);
    }

    @BeforeEach
    void open() throws IOException {
        database = TestDatabase.fresh();
        Path inbox = Files.createDirectories(folder.resolve("var/inbox"));
        try (Stream<Path> files = Files.list(samples)) {
            for (Path file : files.sorted().limit(AREAS).toList()) {
                Files.copy(file, inbox.resolve(file.getFileName()));
            }
        }
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void what_passes_is_told_and_the_run_goes_on_by_itself() {
        raise(
                "ops.run_item",
                "if nextval('ops.trouble') = 1 then raise exception 'trial' using errcode = '40001';" + " end if;");

        Ended night = shell(Map.of()).run("nightly");

        assertThat(night.code()).as(night.out() + night.err()).isZero();
        assertThat(night.out()).contains("run 1  COMPLETED");
        assertThat(attempts()).isEqualTo(2);
    }

    @Test
    void a_connection_cut_in_a_partition_is_made_again_and_the_run_goes_on() {
        raise(
                "staging.observation",
                "if nextval('ops.trouble') <= 1 then perform pg_terminate_backend(pg_backend_pid());" + " end if;");

        Ended night = shell(Map.of()).run("nightly");

        assertThat(night.code()).as(night.out() + night.err()).isZero();
        assertThat(facts()).isPositive();
        assertThat(attempts()).isEqualTo(2);
    }

    @Test
    void a_lock_that_somebody_holds_is_waited_for_and_then_tried_again() throws Exception {
        CompletableFuture<Ended> night;
        try (Connection other = database.as(Login.OWNER).getConnection();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("lock table ops.run_item in access exclusive mode");

            night = CompletableFuture.supplyAsync(
                    () -> shell(Map.of("MENGSHI_DB_LOCK_SECONDS", "1")).run("nightly"));
            while (failures() == 0 && !night.isDone()) {
                TimeUnit.MILLISECONDS.sleep(20);
            }
            other.rollback();
        }

        Ended ended = night.get(1, TimeUnit.MINUTES);
        assertThat(ended.code()).as(ended.out() + ended.err()).isZero();
        assertThat(attempts()).isGreaterThan(1);
    }

    @Test
    void what_does_not_pass_ends_the_run_with_6_and_says_what_to_do_until_one_rerun_finishes_it() {
        Shell shell = shell(Map.of("MENGSHI_DB_RETRIES", "0"));
        Map<String, DatabaseFault> faults = Map.of(
                "25006", DatabaseFault.READ_ONLY,
                "53100", DatabaseFault.DISK_FULL,
                "53200", DatabaseFault.MEMORY_SHORT,
                "58030", DatabaseFault.STORAGE_BROKEN,
                "57P01", DatabaseFault.SHUT_DOWN,
                "40001", DatabaseFault.CONFLICT);

        faults.forEach((state, fault) -> {
            raise("ops.run_item", "raise exception 'trial' using errcode = '" + state + "';");
            tellsAndCanGoOn(shell.run("nightly"), fault);
        });
        raise("ops.run_item", "perform pg_sleep(3);");
        tellsAndCanGoOn(
                shell(Map.of("MENGSHI_DB_STATEMENT_SECONDS", "1")).run("rerun"), DatabaseFault.STATEMENT_TOO_LONG);
        owner("drop trigger trouble on ops.run_item");
        Ended rerun = shell(Map.of()).run("rerun");

        assertThat(rerun.code()).as(rerun.out() + rerun.err()).isZero();
        assertThat(facts()).isPositive();
    }

    @Test
    void a_database_that_takes_no_writes_is_told_as_such_before_anything_begins() {
        owner("alter database " + name() + " set default_transaction_read_only = on");

        Ended night = shell(Map.of()).run("nightly");
        owner("set default_transaction_read_only = off; alter database " + name()
                + " reset default_transaction_read_only");

        assertThat(night.code()).as(night.out() + night.err()).isEqualTo(Exit.NOT_NOW.code());
        assertThat(night.err()).contains(DatabaseFault.READ_ONLY.what(), DatabaseFault.READ_ONLY.whatToDo());
    }

    @Test
    void a_server_without_a_connection_left_is_told_as_such() {
        JdbcClient owner = JdbcClient.create(database.as(Login.OWNER));
        owner.sql("alter database " + name() + " connection limit 1").update();

        // The owner's pool holds the one there is.
        Ended night = shell(Map.of()).run("nightly");
        owner.sql("alter database " + name() + " connection limit -1").update();

        assertThat(night.code()).as(night.out() + night.err()).isEqualTo(Exit.NOT_NOW.code());
        assertThat(night.err())
                .contains(DatabaseFault.TOO_MANY_CONNECTIONS.what(), DatabaseFault.TOO_MANY_CONNECTIONS.whatToDo());
    }

    @Test
    void a_server_that_vanishes_ends_the_run_with_6_soon_and_it_can_go_on() throws Exception {
        endsSoon(false);
    }

    /** Silence has to last a while before it is taken for what it is: part of the profile faults. */
    @Test
    @EnabledIfSystemProperty(named = "mengshi.failpoints", matches = "\\d+")
    void a_server_that_hangs_ends_the_run_with_6_soon_and_it_can_go_on() throws Exception {
        endsSoon(true);
    }

    private void endsSoon(boolean hangs) throws Exception {
        raise("warehouse.fact_observation", "if nextval('ops.trouble') <= 1 then perform pg_sleep(3); end if;");
        int port = Integer.parseInt(database.url().replaceAll("^.*:(\\d+)/.*$", "$1"));
        Ended ended;
        Duration took;
        try (Wire wire = new Wire(port)) {
            Shell shell = shell(Map.of(
                    "MENGSHI_DB_URL",
                    database.url().replace(":" + port + "/", ":" + wire.port() + "/"),
                    "MENGSHI_DB_CONNECT_SECONDS",
                    "5",
                    "MENGSHI_DB_STATEMENT_SECONDS",
                    "4"));
            CompletableFuture<Ended> night = CompletableFuture.supplyAsync(() -> shell.run("nightly"));
            while (!isInTrouble() && !night.isDone()) {
                TimeUnit.MILLISECONDS.sleep(20);
            }
            long since = System.nanoTime();
            if (hangs) {
                wire.hang();
            } else {
                wire.close();
            }
            ended = night.get(2, TimeUnit.MINUTES);
            took = Duration.ofNanos(System.nanoTime() - since);
        }

        assertThat(ended.code()).as(ended.out() + ended.err()).isEqualTo(Exit.NOT_NOW.code());
        assertThat(ended.err())
                .contains((hangs ? DatabaseFault.STALLED : DatabaseFault.UNREACHABLE).whatToDo())
                .containsPattern(Pattern.compile("Next: mengshi rerun 1$", Pattern.MULTILINE));
        assertThat(took).isLessThan(Duration.ofSeconds(hangs ? 45 : 20));
        Ended rerun = shell(Map.of()).run("rerun");
        assertThat(rerun.code()).as(rerun.out() + rerun.err()).isZero();
    }

    private static void tellsAndCanGoOn(Ended ended, DatabaseFault fault) {
        assertThat(ended.code()).as(fault + " " + ended.out() + ended.err()).isEqualTo(Exit.NOT_NOW.code());
        assertThat(ended.out()).contains("failure  " + fault.what() + ": ", fault.whatToDo());
        assertThat(ended.lastLine()).isEqualTo("Next: mengshi rerun 1");
    }

    private Shell shell(Map<String, String> more) {
        Map<String, String> environment = new HashMap<>(Map.of("MENGSHI_INBOX_QUIET", "0"));
        environment.putAll(more);
        return new Shell(database, folder, Clock.systemUTC(), environment);
    }

    /** Each statement that writes into the table runs into this first. */
    private void raise(String table, String trouble) {
        owner("create sequence if not exists ops.trouble");
        owner("grant usage on sequence ops.trouble to public");
        owner("create or replace function ops.trouble() returns trigger language plpgsql as $$ begin " + trouble
                + " return null; end $$");
        owner("create or replace trigger trouble before insert or update on " + table
                + " for each statement execute function ops.trouble()");
    }

    private boolean isInTrouble() {
        return JdbcClient.create(database.as(Login.OWNER))
                .sql("select is_called from ops.trouble")
                .query(Boolean.class)
                .single();
    }

    private void owner(String sql) {
        try (Connection connection = database.as(Login.OWNER).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private String name() {
        return database.url().replaceAll("^.*/", "");
    }

    private long facts() {
        return JdbcClient.create(database.as(Login.READER))
                .sql("select count(*) from mart.observation")
                .query(Long.class)
                .single();
    }

    private long failures() {
        return JdbcClient.create(database.as(Login.LOADER))
                .sql("select count(*) from batch.batch_step_execution where status = 'FAILED'")
                .query(Long.class)
                .single();
    }

    private int attempts() {
        return JdbcClient.create(database.as(Login.LOADER))
                .sql("select attempts from ops.run")
                .query(Integer.class)
                .single();
    }
}
