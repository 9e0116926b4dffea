package mengshi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import mengshi.TestDatabase;
import mengshi.Unsound;
import mengshi.cli.Shell.Ended;
import mengshi.database.Database;
import mengshi.database.Login;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A night that an operator stops and goes on with. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Unsound(rules = "published_still_staged", because = "the doctor is shown a broken row")
class OperatingIT {

    private static final Clock CLOCK =
            Clock.offset(Clock.systemUTC(), Duration.between(Instant.now(), Instant.parse("2025-07-20T02:00:00Z")));

    @TempDir
    private static Path folder;

    private static Database database;
    private static Shell shell;

    @BeforeAll
    static void opened() {
        database = TestDatabase.fresh();
        shell = new Shell(database, folder, CLOCK.withZone(ZoneOffset.UTC));
    }

    @AfterAll
    static void closed() {
        database.close();
    }

    @Test
    @Order(1)
    void a_run_that_is_asked_to_stop_does_so_at_its_next_commit_and_goes_on_later() throws Exception {
        CompletableFuture<Ended> night = CompletableFuture.supplyAsync(() -> shell.run("nightly", "--sample"));

        Ended early = shell.run("stop", "1");
        Ended asked = early;
        while (asked.code() == Exit.USAGE.code() && !night.isDone()) {
            asked = shell.run("stop", "1");
        }
        Ended stopped = night.get(2, TimeUnit.MINUTES);

        assertThat(early.err()).startsWith("There is no run 1 · ").endsWith("nothing was changed\n");
        assertThat(asked.code()).as(asked.err()).isZero();
        assertThat(asked.err()).isEqualTo("Next: mengshi rerun 1\n");
        assertThat(stopped.code()).as(stopped.out() + stopped.err()).isEqualTo(143);
        assertThat(stopped.out()).contains("run 1  STOPPED");
        assertThat(stopped.lastLine()).isEqualTo("Next: mengshi rerun 1");
        assertThat(shell.run("stop", "1").err())
                .isEqualTo(
                        "Run 1 is not running (STOPPED) · `mengshi rerun 1` goes on with it · nothing was changed\n");

        Ended gone = shell.run("rerun", "1", "--json");

        assertThat(gone.code()).as(gone.err()).isEqualTo(Exit.FOUND.code());
        assertThat(gone.json().at("/status").asString()).isEqualTo("COMPLETED");
        assertThat(gone.json().at("/published").asInt()).isPositive();
        assertThat(shell.run("stop", "1").err()).startsWith("Run 1 is not running (COMPLETED) · ");
    }

    @Test
    @Order(2)
    void after_a_night_the_doctor_finds_nothing() {
        Ended ended = shell.run("doctor", "--all", "--json");

        assertThat(ended.code()).as(ended.out() + ended.err()).isZero();
        assertThat(ended.json().size()).isGreaterThanOrEqualTo(18);
        assertThat(ended.json().findValuesAsString("outcome")).containsOnly("OK");
    }

    @Test
    @Order(3)
    void what_does_not_hold_is_found_with_what_to_do() throws IOException {
        try (Stream<Path> store = Files.walk(folder.resolve("var/store"))) {
            for (Path file : store.filter(Files::isRegularFile).toList()) {
                Files.writeString(file, "spoilt");
            }
        }
        JdbcClient loader = JdbcClient.create(database.as(Login.LOADER));
        loader.sql("insert into staging.observation (submission_id, sheet, cell, measure, line_code, indicator_code,"
                        + " obs_status, value_as_written, unit_as_written, factor, step)"
                        + " select min(submission_id), 's', 'A1', 'YTD', '1', 'FAI', 'A', '1', '', 1, 1"
                        + " from ops.submission where state = 'PUBLISHED'")
                .update();
        loader.sql("update ops.run set status = 'FAILED'").update();
        loader.sql("update ops.seed_version set version = 'old' where seed = 'rule book'")
                .update();

        Ended ended = shell.run("doctor");

        assertThat(ended.code()).isEqualTo(Exit.FOUND.code());
        assertThat(ended.out().lines().filter(line -> line.startsWith("WRONG")))
                .containsExactly(
                        "WRONG    seeds loaded", "WRONG    runs", "WRONG    store", "WRONG    published still staged");
        assertThat(ended.out())
                .contains(
                        "To do: mengshi rerun 1",
                        "say something else than what is loaded: rule book",
                        "It does not hold that: Nothing of a published submission is left in staging.");
    }

    @Test
    @Order(4)
    void a_machine_that_is_not_fit_is_told_so() throws IOException {
        Path home = Files.writeString(folder.resolve("no-folder"), "");
        Ended refused = new Shell(database, folder, CLOCK, Map.of("MENGSHI_HOME", home.toString())).run("doctor");

        assertThat(refused.code()).isEqualTo(Exit.USAGE.code());
        assertThat(refused.err()).contains("MENGSHI_HOME");
    }
}
