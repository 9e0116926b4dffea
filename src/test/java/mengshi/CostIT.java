package mengshi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import mengshi.model.Period;
import mengshi.sample.SampleFile;
import mengshi.sample.SampleSubmissions;
import mengshi.seeds.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a night asks of the database, counted: clocks differ from machine to machine, numbers of statements do not. */
class CostIT {

    private static final List<SampleFile> FILES =
            SampleSubmissions.of(Seeds.builtIn(), 1, Period.month(2025, 3), Period.month(2025, 4)).files().stream()
                    .filter(file ->
                            file.name().contains("NM-M01") && file.name().endsWith(".xlsx"))
                    // Both months of an area, then those of the next: however many are taken, two months are judged.
                    .sorted(Comparator.comparing(SampleFile::name))
                    .toList();

    /** What one night cost. */
    private record Cost(int statements, int commits, Map<String, Long> commitsOfSteps) {}

    @TempDir
    Path folder;

    @Test
    void twice_as_many_files_cost_not_one_statement_and_not_one_commit_more() throws IOException {
        assertThat(FILES).hasSizeGreaterThanOrEqualTo(16);

        Cost some = night("some", FILES.subList(0, 8));
        Cost twice = night("twice", FILES.subList(0, 16));

        assertThat(twice.commitsOfSteps()).isEqualTo(some.commitsOfSteps()).containsKey("read");
        assertThat(twice.commits()).isEqualTo(some.commits());
        assertThat(twice.statements()).isEqualTo(some.statements());
    }

    private Cost night(String name, List<SampleFile> files) throws IOException {
        try (Night night = Night.in(folder.resolve(name))) {
            for (SampleFile file : files) {
                Path sent = night.inbox().resolve(file.name());
                Files.createDirectories(sent.getParent());
                Files.write(sent, file.bytes());
            }
            WatchedSource loader = new WatchedSource(night.loader());
            night.runs(loader).nightly(night.inbox(), null);
            Map<String, Long> commits =
                    night.ask("select step, partitions as commits from mart.run_step where partitions > 0").stream()
                            .collect(Collectors.toMap(
                                    row -> String.valueOf(row.get("step")),
                                    row -> ((Number) row.get("commits")).longValue()));
            return new Cost(loader.statements(), loader.commits(), commits);
        }
    }
}
