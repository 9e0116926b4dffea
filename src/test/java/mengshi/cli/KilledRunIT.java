package mengshi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import mengshi.files.Failpoint;
import mengshi.model.Period;
import mengshi.sample.SampleSubmissions;
import mengshi.seeds.Seeds;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A night killed without warning, each time in a JVM of its own, and finished by one command. */
class KilledRunIT {

    private static final SampleSubmissions SAMPLES =
            SampleSubmissions.of(Seeds.builtIn(), 1, Period.of("2025-06"), Period.of("2025-06"));

    @TempDir
    static Path folder;

    /** How often a night is killed at a random moment of its process; the profile {@code faults} has time for it. */
    private static final int KILLS = Integer.getInteger("mengshi.kills", 0);

    private static final String KILL = "SIGKILL at a random moment";

    private static String undisturbed;
    private static long duration;

    @BeforeAll
    static void an_undisturbed_night_for_comparison() throws Exception {
        long begun = System.nanoTime();
        assertThat(Forked.run(laidOut(), "db", "migrate").code()).isZero();
        Path home = home("undisturbed");
        assertThat(Forked.run(home, "nightly").code()).isEqualTo(3);
        duration = System.nanoTime() - begun;

        undisturbed = Forked.facts(home);
        assertThat(undisturbed).startsWith("[{\"facts\":").doesNotContain("\"facts\":0,");
    }

    @Test
    void killed_after_reading_it_is_finished_by_rerun_with_the_same_facts() throws Exception {
        Path home = home("killed");

        killAfter(home, "read");
        Forked.Said rerun = Forked.run(home, "rerun");

        assertThat(rerun.code()).as(String.join("\n", rerun.lines())).isEqualTo(3);
        assertThat(Forked.facts(home)).isEqualTo(undisturbed);
    }

    /**
     * Also while the server is being laid out, while it migrates and while the program ends; every other time what comes after
     * it is killed as well.
     */
    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("kills")
    void killed_at_any_moment_one_command_leads_to_the_same_facts(int number) throws Exception {
        Results results = new Results(Path.of("target/faults"), "of-processes");
        Assumptions.assumeFalse(results.has(KILL, String.valueOf(number)), "done before");
        Path home = folder.resolve("killed-" + number);
        SAMPLES.writeTo(home.resolve("inbox"));
        long begun = System.nanoTime();
        Random random = new Random(number);
        kill(Forked.start(home, List.of(), "nightly"), random);
        if (number % 2 == 0) {
            kill(Forked.start(home, List.of(), "rerun"), random);
        }

        Forked.Said last = Forked.run(home, "rerun");
        if (last.text().contains("Nothing to do")) {
            last = Forked.run(home, "nightly");
        }

        String facts = Forked.facts(home);
        results.add(KILL, String.valueOf(number), facts.equals(undisturbed) ? "" : facts + last.text(), begun);
        assertThat(last.code()).as(last.text()).isIn(0, 3);
        assertThat(facts).isEqualTo(undisturbed);
    }

    private static void kill(Process process, Random random) throws InterruptedException {
        process.waitFor((long) (duration * random.nextDouble()), TimeUnit.NANOSECONDS);
        process.destroyForcibly().waitFor();
    }

    static IntStream kills() {
        return IntStream.rangeClosed(1, KILLS);
    }

    /** Waits for connections that cannot come take minutes: part of the profile faults. */
    @ParameterizedTest
    @ValueSource(strings = {"receive", "plan", "read", "check", "publish", "respond", "judge"})
    @EnabledIfSystemProperty(named = "mengshi.failpoints", matches = "\\d+")
    void a_server_that_goes_away_in_the_step_after_this_one_ends_the_run_with_6_and_rerun_goes_on(String step)
            throws Exception {
        Path home = home("served-until-" + step);
        Process process = Forked.start(home, List.of(), "nightly");
        List<String> last;
        try (BufferedReader lines = Forked.output(process)) {
            awaitStep(lines, step);
            String postmaster =
                    Files.readAllLines(home.resolve("pg/data/postmaster.pid")).get(0);
            // SIGQUIT is PostgreSQL's immediate stop: nothing is tidied up, recovery is left to the next start.
            assertThat(new ProcessBuilder("kill", "-QUIT", postmaster).start().waitFor())
                    .isZero();
            last = lines.lines().toList();
        }

        assertThat(process.waitFor()).as(String.join("\n", last)).isEqualTo(6);
        assertThat(last.get(last.size() - 1)).endsWith("Next: mengshi rerun 1");
        Forked.Said rerun = Forked.run(home, "rerun");

        assertThat(rerun.code()).as(rerun.text()).isEqualTo(3);
        assertThat(Forked.facts(home)).isEqualTo(undisturbed);
    }

    @Test
    void a_workbook_that_ends_the_program_twice_is_set_aside_and_the_others_go_on() throws Exception {
        Path home = home("poisoned");
        Files.writeString(home.resolve("inbox/poison.xlsx"), "whoever reads this dies");
        List<String> deadly = List.of("-Dmengshi.failpoint=read poison.xlsx");

        assertThat(Forked.run(home, deadly, "nightly").code()).isEqualTo(Failpoint.HALTED);
        assertThat(Forked.run(home, deadly, "rerun").code()).isEqualTo(Failpoint.HALTED);
        Forked.Said rerun = Forked.run(home, deadly, "rerun");

        assertThat(rerun.code()).as(rerun.text()).isEqualTo(3);
        assertThat(Forked.facts(home)).isEqualTo(undisturbed);
        assertThat(Forked.query(home, "select file_name, state from submission where reason_code = 'READING_DIED'"))
                .isEqualTo("[{\"file_name\":\"poison.xlsx\",\"state\":\"REJECTED\"}]");
    }

    /** {@link FaultsIT} shows a run done over in every build; here in processes of their own. */
    @Test
    @EnabledIfSystemProperty(named = "mengshi.failpoints", matches = "\\d+")
    void a_run_is_done_over_from_its_first_step_until_its_facts_are_published() throws Exception {
        Path home = home("from-start");
        killAfter(home, "read");

        killAfter(home, "publish", "rerun", "--from-start");
        Forked.Said refused = Forked.run(home, "rerun", "--from-start");
        Forked.Said rerun = Forked.run(home, "rerun");

        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.lastLine())
                .startsWith("The facts of run 1 are published")
                .contains("go on where it stood: `mengshi rerun 1`");
        assertThat(rerun.code()).as(rerun.text()).isEqualTo(3);
        assertThat(Forked.facts(home)).isEqualTo(undisturbed);
        assertThat(Forked.query(home, "select attempt, status from run_step where step = 'read' order by attempt"))
                .isEqualTo("[{\"attempt\":1,\"status\":\"FAILED\"},{\"attempt\":2,\"status\":\"COMPLETED\"}]");
        assertThat(Forked.run(home, "show", "1").text())
                .contains("ERROR", home.resolve("reports/run-summary-1.json").toString())
                .contains(home.resolve("reports/scorecard-2025-06.html").toString());
    }

    @Test
    void of_two_nights_at_once_the_second_gives_way() throws Exception {
        Path home = home("two-at-once");
        Process first = Forked.start(home, List.of(), "nightly");
        try (BufferedReader lines = Forked.output(first)) {
            awaitStep(lines, "receive");

            Forked.Said second = Forked.run(home, "nightly");

            assertThat(second.code()).isEqualTo(5);
            while (lines.readLine() != null) {
                // The first goes on to its end.
            }
        }
        assertThat(first.waitFor()).isEqualTo(3);
        assertThat(Forked.facts(home)).isEqualTo(undisturbed);
    }

    private static Path laidOut() {
        return folder.resolve("laid-out");
    }

    /** A copy of a server that is laid out, which takes a new one longest, with files in its inbox. */
    private static Path home(String name) throws IOException, InterruptedException {
        Path home = folder.resolve(name);
        String[] copy = {"cp", "-a", laidOut().toString(), home.toString()};
        assertThat(new ProcessBuilder(copy).start().waitFor()).isZero();
        SAMPLES.writeTo(home.resolve("inbox"));
        return home;
    }

    private static void killAfter(Path home, String step) throws IOException, InterruptedException {
        killAfter(home, step, "nightly");
    }

    private static void killAfter(Path home, String step, String... arguments)
            throws IOException, InterruptedException {
        Process process = Forked.start(home, List.of(), arguments);
        try (BufferedReader lines = Forked.output(process)) {
            awaitStep(lines, step);
            // Into the middle of the next step, which commits group by group.
            Thread.sleep(150);
            process.destroyForcibly();
        }
        process.waitFor();
    }

    private static void awaitStep(BufferedReader lines, String step) throws IOException {
        List<String> seen = new ArrayList<>();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            seen.add(line);
            if (line.strip().startsWith(step + " ")) {
                return;
            }
        }
        throw new AssertionError("The step " + step + " never ended: " + seen);
    }
}
