package mengshi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.scheduling.support.CronExpression;
import org.yaml.snakeyaml.Yaml;

class JobFilesTest {

    private static final Set<String> KEYS =
            Set.of("purpose", "schedule", "zone", "parameters", "timeout", "on-failure");

    @Test
    void every_job_file_has_its_job_and_every_job_its_file() throws IOException {
        List<String> files = names(Path.of("jobs"), ".yaml");
        List<String> classes = names(Path.of("src/main/java/mengshi/jobs"), "Job.java").stream()
                .map(name -> name.replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(java.util.Locale.ROOT))
                .toList();

        assertThat(files).isNotEmpty().containsExactlyInAnyOrderElementsOf(classes);
    }

    @Test
    void job_files_hold_known_keys_with_values_that_work() throws IOException {
        for (String name : names(Path.of("jobs"), ".yaml")) {
            Map<String, Object> job = load(Path.of("jobs", name + ".yaml"));

            assertThat(job.keySet()).as(name).isEqualTo(KEYS);
            assertThat(ZoneId.of((String) job.get("zone"))).isNotNull();
            assertThat((String) job.get("schedule"))
                    .satisfiesAnyOf(schedule -> assertThat(schedule).isEqualTo("-"), schedule -> assertThat(
                                    CronExpression.isValidExpression(schedule))
                            .isTrue());
        }
    }

    private static Map<String, Object> load(Path file) throws IOException {
        try (Reader reader = Files.newBufferedReader(file)) {
            return new Yaml().load(reader);
        }
    }

    private static List<String> names(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ending))
                    .map(name -> name.substring(0, name.length() - ending.length()))
                    .sorted()
                    .toList();
        }
    }
}
