package mengshi.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobFileTest {

    @TempDir
    private Path folder;

    @Test
    void every_job_file_is_known_to_the_program() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("jobs"))) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".yaml")))
                    .containsExactlyInAnyOrderElementsOf(
                            JobFile.NAMES.stream().map(name -> name + ".yaml").toList());
        }
        assertThat(JobFile.all(Optional.empty()).get(0).onFailure()).isEmpty();
        assertThat(JobFile.all(Optional.empty())).extracting(JobFile::name).isEqualTo(JobFile.NAMES);
    }

    @Test
    void a_folder_of_ones_own_changes_the_schedule() throws IOException {
        Files.writeString(
                folder.resolve("nightly.yaml"),
                "purpose: mine\nschedule: \"0 0 4 * * *\"\nzone: Asia/Urumqi\nparameters: {}\ntimeout: 1h30m\non-failure: mail -s mengshi duty\n");

        JobFile nightly = JobFile.all(Optional.of(folder)).stream()
                .filter(job -> job.name().equals("nightly"))
                .findFirst()
                .orElseThrow();

        assertThat(nightly.schedule()).contains("0 0 4 * * *");
        assertThat(nightly.longest()).isEqualTo(Duration.ofMinutes(90));
        assertThat(nightly.onFailure()).contains(new FailureHook("mail -s mengshi duty"));
        assertThat(nightly.zone().getId()).isEqualTo("Asia/Urumqi");
    }

    @Test
    void a_timeout_that_is_none_is_refused() throws IOException {
        Files.writeString(
                folder.resolve("nightly.yaml"),
                "purpose: mine\nschedule: \"-\"\nzone: Asia/Shanghai\nparameters: {}\ntimeout: soon\non-failure: \"-\"\n");

        assertThatThrownBy(() -> JobFile.all(Optional.of(folder)))
                .isInstanceOf(SettingsRefused.class)
                .hasMessageContaining("the timeout is written such as 3h, 90m or 1h30m, not soon");
    }

    @Test
    void a_file_that_cannot_be_understood_is_refused_by_name() throws IOException {
        Path file = Files.writeString(folder.resolve("nightly.yaml"), "purpose: mine\nzone: Atlantis\n");

        assertThatThrownBy(() -> JobFile.all(Optional.of(folder)))
                .isInstanceOf(SettingsRefused.class)
                .hasMessageContaining(file.toString());
    }
}
