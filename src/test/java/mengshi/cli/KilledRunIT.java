package mengshi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mengshi.model.Period;
import mengshi.sample.SampleSubmissions;
import mengshi.seeds.Seeds;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A night killed without warning, each time in a JVM of its own, and finished by one command. */
class KilledRunIT {

    private static final SampleSubmissions SAMPLES =
            SampleSubmissions.of(Seeds.builtIn(), 1, Period.of("2025-05"), Period.of("2025-06"));
    private static final String FACTS = "select count(*) as facts, md5(string_agg(concat_ws('|', area_code,"
            + " indicator_code, period, measure, value, value_text, unit_as_written, form_code, file_sha256, sheet,"
            + " cell), ',' order by area_code, indicator_code, period, measure, form_code)) as hash from observation";

    @TempDir
    static Path folder;

    private static String undisturbed;

    /** What a program printed and how it ended. */
    private record Said(int code, List<String> lines) {
        String facts() {
            return String.join("", lines).replaceAll("(?s)^.*?\\[", "[").replaceAll("\\s+", "");
        }
    }

    @BeforeAll
    static void an_undisturbed_night_for_comparison() throws Exception {
        Path home = folder.resolve("undisturbed");
        SAMPLES.writeTo(home.resolve("inbox"));

        assertThat(run(home, "nightly").code()).isEqualTo(3);

        undisturbed = run(home, "sql", "--json", FACTS).facts();
        assertThat(undisturbed).startsWith("[{\"facts\":").doesNotContain("\"facts\":0,");
    }

    @ParameterizedTest
    @ValueSource(strings = {"plan", "read", "check"})
    void killed_in_the_step_after_this_one_it_is_finished_by_rerun_with_the_same_facts(String step) throws Exception {
        Path home = folder.resolve("killed-after-" + step);
        SAMPLES.writeTo(home.resolve("inbox"));

        killAfter(home, step);
        Said rerun = run(home, "rerun");

        assertThat(rerun.code()).as(String.join("\n", rerun.lines())).isEqualTo(3);
        assertThat(run(home, "sql", "--json", FACTS).facts()).isEqualTo(undisturbed);
        assertThat(run(home, "rerun").lines()).contains("Nothing to do: every run has ended well.");
    }

    @Test
    void of_two_nights_at_once_the_second_gives_way() throws Exception {
        Path home = folder.resolve("two-at-once");
        SAMPLES.writeTo(home.resolve("inbox"));
        Process first = start(home, "nightly");
        try (BufferedReader lines = output(first)) {
            awaitStep(lines, "receive");

            Said second = run(home, "nightly");

            assertThat(second.code()).isEqualTo(5);
            while (lines.readLine() != null) {
                // The first goes on to its end.
            }
        }
        assertThat(first.waitFor()).isEqualTo(3);
        assertThat(run(home, "sql", "--json", FACTS).facts()).isEqualTo(undisturbed);
    }

    private static void killAfter(Path home, String step) throws IOException, InterruptedException {
        Process process = start(home, "nightly");
        try (BufferedReader lines = output(process)) {
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

    private static Said run(Path home, String... arguments) throws IOException, InterruptedException {
        Process process = start(home, arguments);
        try (BufferedReader lines = output(process)) {
            List<String> said = lines.lines().toList();
            return new Said(process.waitFor(), said);
        }
    }

    private static BufferedReader output(Process process) {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    private static Process start(Path home, String... arguments) throws IOException {
        List<String> command = Stream.concat(
                        Stream.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                classPath(),
                                Mengshi.class.getName()),
                        Stream.of(arguments))
                .toList();
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("MENGSHI_HOME", home.toString());
        builder.environment().put("LC_ALL", "C.UTF-8");
        return builder.start();
    }

    /** Without the tests' own logging, and without an empty entry, which would mean the working folder. */
    private static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.isBlank() && !entry.contains("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
