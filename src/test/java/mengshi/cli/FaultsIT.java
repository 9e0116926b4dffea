package mengshi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import mengshi.files.Failpoint;
import mengshi.model.Period;
import mengshi.sample.SampleSubmissions;
import mengshi.seeds.Seeds;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Power fails before or after a commit, or while a file is being written; then one command leads to what an undisturbed
 * night leaves behind. The points lie evenly over the whole night; {@code -Pfaults} takes more of them.
 */
class FaultsIT {

    private static final long POINTS = Long.getLong("mengshi.failpoints", 2);
    private static final SampleSubmissions SAMPLES =
            SampleSubmissions.of(Seeds.builtIn(), 3, Period.of("2025-06"), Period.of("2025-06"));
    private static final String FINDINGS = "select count(*) as findings, md5(string_agg(concat_ws('|', finding_id,"
            + " file_name, area_code, code, state, sheet, cell, indicator_code, measure, observed, expected), ','"
            + " order by finding_id, file_name, cell)) as hash from finding";

    @TempDir
    private static Path folder;

    private static long passed;
    private static Left undisturbed;

    /** What a night leaves behind. */
    private record Left(
            String facts, String findings, SortedMap<String, String> store, List<String> outbox, List<Path> waiting) {

        static Left in(Path home) throws Exception {
            SortedMap<String, String> store = new TreeMap<>();
            for (Path file : files(home.resolve("store"))) {
                byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
                store.put(file.getFileName().toString(), HexFormat.of().formatHex(hash));
            }
            Path outbox = home.resolve("outbox");
            return new Left(
                    Forked.facts(home),
                    Forked.query(home, FINDINGS),
                    store,
                    files(outbox).stream()
                            .map(file -> outbox.relativize(file).toString())
                            .sorted()
                            .toList(),
                    files(home.resolve("inbox")));
        }

        private static List<Path> files(Path folder) throws IOException {
            try (Stream<Path> walk = Files.walk(folder)) {
                return walk.filter(Files::isRegularFile).toList();
            }
        }
    }

    @BeforeAll
    static void an_undisturbed_night() throws Exception {
        Path home = folder.resolve("undisturbed");
        SAMPLES.writeTo(home.resolve("inbox"));

        Forked.Said said = Forked.run(home, List.of("-Dmengshi.failpoint=any#0"), "nightly");

        assertThat(said.code()).as(said.text()).isEqualTo(Exit.FOUND.code());
        assertThat(said.lastLine()).startsWith("failpoints passed: ");
        passed = Long.parseLong(said.lastLine().replaceAll("\\D", ""));
        undisturbed = Left.in(home);
        assertThat(passed).isGreaterThan(100);
        assertThat(undisturbed.facts()).doesNotContain("\"facts\":0,");
        assertThat(undisturbed.store()).isNotEmpty();
        assertThat(undisturbed.waiting()).isEmpty();
    }

    static LongStream points() {
        return LongStream.rangeClosed(1, POINTS).map(place -> Math.max(1, passed * place / (POINTS + 1)));
    }

    @ParameterizedTest
    @MethodSource("points")
    void halted_there_one_rerun_leaves_what_an_undisturbed_night_leaves(long point) throws Exception {
        Path home = folder.resolve("halted-" + point);
        SAMPLES.writeTo(home.resolve("inbox"));

        Forked.Said halted = Forked.run(home, List.of("-Dmengshi.failpoint=any#" + point), "nightly");
        Forked.Said rerun = Forked.run(home, "rerun");

        assertThat(halted.code()).as(halted.text()).isEqualTo(Failpoint.HALTED);
        assertThat(rerun.code()).as(rerun.text()).isIn(Exit.DONE.code(), Exit.FOUND.code());
        assertThat(Left.in(home)).isEqualTo(undisturbed);
    }
}
