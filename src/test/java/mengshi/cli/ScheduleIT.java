package mengshi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import mengshi.model.Period;
import mengshi.operations.Heartbeat;
import mengshi.sample.SampleSubmissions;
import mengshi.seeds.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The clock as a service: a process of its own that a signal ends. */
class ScheduleIT {

    private static final int SIGTERM = 143;

    @TempDir
    private Path home;

    @Test
    void a_signal_ends_it_within_thirty_seconds_and_the_run_it_was_at_goes_on_later() throws Exception {
        Path jobs = Files.createDirectories(home.resolve("jobs"));
        // It is due every second: the times that pass during a run start no second one.
        Files.writeString(
                jobs.resolve("nightly.yaml"),
                "purpose: often\nschedule: \"* * * * * *\"\nzone: Asia/Shanghai\nparameters: {}\ntimeout: 1h\n"
                        + "on-failure: \"-\"\n");
        SampleSubmissions.of(Seeds.builtIn(), 1, Period.of("2025-05"), Period.of("2025-06"))
                .writeTo(home.resolve("inbox"));
        List<String> settings = List.of("-DMENGSHI_JOBS=" + jobs, "-DMENGSHI_INBOX_QUIET=0");
        Process schedule = Forked.start(home, settings, "schedule");
        long since;
        try (BufferedReader lines = Forked.output(schedule)) {
            String line = lines.readLine();
            while (line != null && !line.strip().startsWith("plan ")) {
                line = lines.readLine();
            }
            assertThat(line).as("the run came as far as reading").isNotNull();
            assertThat(home.resolve("schedule.json"))
                    .as("its sign of life, also while a job runs")
                    .content()
                    .contains("\"pid\":" + schedule.pid(), "\"at\":\"nightly\"");
            since = System.nanoTime();
            // The process itself would close what we still read from.
            schedule.toHandle().destroy();
            while (lines.readLine() != null) {
                // What it still says does not matter, but it must be able to say it.
            }
        }

        assertThat(schedule.waitFor(40, TimeUnit.SECONDS)).isTrue();
        assertThat(Duration.ofNanos(System.nanoTime() - since)).isLessThan(Duration.ofSeconds(30));
        assertThat(schedule.exitValue()).isEqualTo(SIGTERM);
        assertThat(home.resolve("schedule.json"))
                .as("what ends in order leaves no sign of life")
                .doesNotExist();
        assertThat(Forked.query(home, "select run_id, status from run"))
                .isEqualTo("[{\"run_id\":1,\"status\":\"STOPPED\"}]");
        Forked.Said rerun = Forked.run(home, "rerun");
        assertThat(rerun.code()).as(rerun.text()).isEqualTo(Exit.FOUND.code());
        assertThat(rerun.text()).contains("run 1  COMPLETED  (resumed)");
    }

    @Test
    void of_two_clocks_for_one_home_the_second_gives_way_and_one_that_was_killed_is_not_waited_for() throws Exception {
        Instant now = Instant.now();
        long alive = ProcessHandle.current().pid();
        new Heartbeat(alive, now, now, "").leave(home.resolve("schedule.json"));

        Forked.Said second = Forked.run(home, "schedule");

        assertThat(second.code()).as(second.text()).isEqualTo(Exit.LOCKED.code());
        assertThat(second.text()).contains("Another `mengshi schedule` keeps this home's clock", "process " + alive);

        Process dead = new ProcessBuilder("true").start();
        dead.waitFor();
        new Heartbeat(dead.pid(), now, now, "").leave(home.resolve("schedule.json"));
        Process third = Forked.start(home, List.of(), "schedule");
        try (BufferedReader lines = Forked.output(third)) {
            assertThat(lines.readLine()).startsWith("nightly  next at ");
        } finally {
            third.destroy();
        }
    }
}
