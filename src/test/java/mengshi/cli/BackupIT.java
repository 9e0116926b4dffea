package mengshi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import mengshi.model.Period;
import mengshi.sample.SampleSubmissions;
import mengshi.seeds.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A home is lost, and comes back out of its backup. */
class BackupIT {

    private static final String CARD = "scorecard";

    @TempDir
    private Path folder;

    @Test
    void a_restored_home_is_sound_and_prints_the_same_scorecard() throws Exception {
        Path home = folder.resolve("lost");
        Path backup = folder.resolve("backup");
        Path restored = folder.resolve("restored");
        SampleSubmissions.of(Seeds.builtIn(), 1, Period.of("2025-06"), Period.of("2025-06"))
                .writeTo(home.resolve("inbox"));
        assertThat(Forked.run(home, "nightly").code()).isEqualTo(3);
        Path before = folder.resolve("before.csv");
        Path after = folder.resolve("after.csv");
        card(home, before);

        Forked.Said kept = Forked.run(home, "backup", backup.toString());
        Forked.Said again = Forked.run(home, "backup", backup.toString());
        Forked.Said intoItself = Forked.run(backup, "restore", backup.toString());
        Forked.Said put = Forked.run(restored, "restore", backup.toString());

        assertThat(kept.code()).as(kept.text()).isZero();
        assertThat(again.code()).as(again.text()).isEqualTo(2);
        assertThat(intoItself.code()).as(intoItself.text()).isEqualTo(2);
        assertThat(put.code()).as(put.text()).isZero();
        assertThat(put.lastLine()).isEqualTo("Next: mengshi doctor --all");
        Forked.Said doctor = Forked.run(restored, "doctor", "--all");
        assertThat(doctor.code()).as(doctor.text()).isZero();
        assertThat(Forked.facts(restored))
                .isEqualTo(Forked.facts(home))
                .startsWith("[{")
                .doesNotContain("\"facts\":0,");
        card(restored, after);
        assertThat(after).hasSameBinaryContentAs(before);

        refusesDamage(backup);
    }

    private void refusesDamage(Path backup) throws Exception {
        Path spoilt;
        try (Stream<Path> store = Files.walk(backup.resolve("store"))) {
            spoilt = store.filter(Files::isRegularFile).findFirst().orElseThrow();
        }
        Files.writeString(spoilt, "spoilt");
        Path elsewhere = folder.resolve("elsewhere");

        Forked.Said refused = Forked.run(elsewhere, "restore", backup.toString());

        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.text())
                .contains(backup.relativize(spoilt) + " has changed")
                .contains("nothing was changed");
        assertThat(elsewhere.resolve("store")).doesNotExist();
        assertThat(elsewhere.resolve("pg/data")).doesNotExist();
    }

    private static void card(Path home, Path file) throws Exception {
        Forked.Said said = Forked.run(home, List.of(), CARD, "--period", "2025-06", "--csv", file.toString());
        assertThat(said.code()).as(said.text()).isZero();
        assertThat(file).isNotEmptyFile();
    }
}
