package mengshi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import mengshi.TestDatabase;
import mengshi.cli.Shell.Ended;
import mengshi.database.Database;
import mengshi.database.Login;
import mengshi.model.Period;
import mengshi.sample.SampleSubmissions;
import mengshi.seeds.Seeds;
import mengshi.warehouse.Run;
import mengshi.warehouse.Runs;
import mengshi.warehouse.SeedVersions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A run that loses its lock while it lives: it must do no more, for another program may have begun. */
class TakenAwayRunIT {

    private static final SampleSubmissions SAMPLES =
            SampleSubmissions.of(Seeds.builtIn(), 1, Period.of("2025-05"), Period.of("2025-06"));
    private static final String FACTS = "select count(*) as facts, md5(string_agg(concat_ws('|', area_code,"
            + " indicator_code, period, measure, value, value_text, unit_as_written, form_code, file_sha256, sheet,"
            + " cell), ',' order by area_code, indicator_code, period, measure, form_code)) as hash from observation";
    private static final String CUT_LOCK = "select pg_terminate_backend(lock.pid) from pg_locks as lock"
            + " where lock.locktype = 'advisory' and lock.objsubid = 1"
            + " and lock.database = (select oid from pg_database where datname = current_database())";

    @TempDir
    private Path folder;

    @Test
    void a_run_whose_lock_is_cut_stops_and_one_command_finishes_it_with_the_same_facts() throws Exception {
        try (Database calm = TestDatabase.fresh();
                Database cut = TestDatabase.fresh()) {
            Shell undisturbed = shell(calm, "calm");
            Shell shell = shell(cut, "cut");
            JdbcClient loader = JdbcClient.create(cut.as(Login.LOADER));
            assertThat(undisturbed.run("nightly").code()).isEqualTo(Exit.FOUND.code());

            CompletableFuture<Ended> night = CompletableFuture.supplyAsync(() -> shell.run("nightly"));
            await(
                    night,
                    () -> loader.sql("select count(*) from ops.run_item where read_outcome is not null")
                                    .query(Long.class)
                                    .single()
                            > 0);
            assertThat(shell.run("status", "--json").json().at("/next").asString())
                    .isEqualTo("mengshi show 1");
            assertThat(loader.sql(CUT_LOCK).query(Boolean.class).list()).containsExactly(true);
            Ended ended = night.get(2, TimeUnit.MINUTES);

            assertThat(ended.code()).as(ended.out() + ended.err()).isEqualTo(Exit.STEP_FAILED.code());
            assertThat(ended.out()).contains("The run lock is lost: its connection was cut");
            assertThat(ended.lastLine()).isEqualTo("Next: mengshi rerun 1");
            assertThat(shell.run("status", "--json").json().at("/next").asString())
                    .isEqualTo("mengshi rerun");

            // What a server that vanished leaves behind; Spring Batch itself would never go on from it.
            loader.sql("update batch.batch_job_execution set status = 'UNKNOWN', end_time = null")
                    .update();
            loader.sql("update batch.batch_step_execution set status = 'UNKNOWN' where status = 'FAILED'")
                    .update();
            loader.sql("update ops.run set status = 'STARTED', ended_at = null").update();
            Ended rerun = shell.run("rerun");

            assertThat(rerun.code()).as(rerun.out() + rerun.err()).isEqualTo(Exit.FOUND.code());
            assertThat(shell.run("sql", "--json", FACTS).out())
                    .isEqualTo(undisturbed.run("sql", "--json", FACTS).out())
                    .doesNotContain("\"facts\": 0,");
            assertThat(filesIn("cut/var/inbox")).isEmpty();
            assertThat(filesIn("cut/var/store")).hasSameSizeAs(filesIn("calm/var/store"));
            assertThat(folder.resolve("cut/var/reports/run-summary-1.json"))
                    .content()
                    .contains("\"COMPLETED\"");
            // The lock is cut while files are read; a quick night may have come a step further by then.
            assertThat(shell.run("show", "1").out()).containsPattern("从 (read|check|publish) 继续");
        }
    }

    @Test
    void a_run_that_takes_longer_than_its_job_file_allows_fails_and_can_go_on() throws IOException {
        try (Database database = TestDatabase.fresh()) {
            Path jobs = Files.createDirectories(folder.resolve("jobs"));
            Files.writeString(
                    jobs.resolve("nightly.yaml"),
                    "purpose: hasty\nschedule: \"-\"\nzone: Asia/Shanghai\nparameters: {}\ntimeout: 0m\non-failure: cat > "
                            + folder.resolve("told.json") + "\n");
            Shell shell = shell(database, "late");
            Shell hasty = new Shell(
                    database,
                    shell.folder(),
                    shell.clock(),
                    Map.of("MENGSHI_INBOX_QUIET", "0", "MENGSHI_JOBS", jobs.toString()));

            Ended late = hasty.run("nightly");
            Ended gone = shell.run("rerun");

            assertThat(late.code()).as(late.out() + late.err()).isEqualTo(Exit.STEP_FAILED.code());
            assertThat(late.out()).contains("The run has taken longer than its job file allows (timeout 0 min)");
            assertThat(late.lastLine()).isEqualTo("Next: mengshi rerun 1");
            assertThat(folder.resolve("told.json")).content().contains("\"FAILED\"", "timeout 0 min");
            assertThat(gone.code()).as(gone.out() + gone.err()).isEqualTo(Exit.FOUND.code());
        }
    }

    @Test
    void a_former_owner_neither_holds_the_run_nor_enters_its_end() {
        try (Database database = TestDatabase.fresh()) {
            Runs runs = new Runs(database.as(Login.LOADER), Clock.systemUTC());
            SeedVersions seeds = new SeedVersions("forms", "rules", "catalogue");
            Run run = runs.begin("nightly", Map.of(), "test", "1.0", seeds);
            int former = runs.attempt(run.runId());
            assertThat(runs.hold(run.runId(), former)).isTrue();

            runs.resume(run.runId(), "1.0", seeds);
            runs.end(run.runId(), former, "FAILED", "too late");

            assertThat(runs.hold(run.runId(), former)).isFalse();
            assertThat(runs.hold(run.runId(), runs.attempt(run.runId()))).isTrue();
            assertThat(runs.find(run.runId()).orElseThrow().status()).isEqualTo("STARTED");
        }
    }

    private Shell shell(Database database, String name) throws IOException {
        Path home = Files.createDirectories(folder.resolve(name));
        SAMPLES.writeTo(home.resolve("var/inbox"));
        return new Shell(database, home, Clock.systemUTC(), Map.of("MENGSHI_INBOX_QUIET", "0"));
    }

    private List<Path> filesIn(String name) throws IOException {
        try (Stream<Path> walk = Files.walk(folder.resolve(name))) {
            return walk.filter(Files::isRegularFile).toList();
        }
    }

    private static void await(CompletableFuture<?> work, java.util.function.BooleanSupplier happened)
            throws InterruptedException {
        while (!happened.getAsBoolean() && !work.isDone()) {
            Thread.sleep(5);
        }
    }
}
