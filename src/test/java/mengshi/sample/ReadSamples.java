package mengshi.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import mengshi.form.AreaCatalogue;
import mengshi.form.FormCatalogue;
import mengshi.form.FormReader;
import mengshi.form.UnitCatalogue;
import mengshi.intake.ContentType;
import mengshi.intake.IntakeLimits;
import mengshi.model.Finding;
import mengshi.model.FindingCode;
import mengshi.model.Place;
import mengshi.model.Reading;
import mengshi.model.Subject;
import mengshi.seeds.Seeds;
import mengshi.workbook.WorkbookLimits;
import mengshi.workbook.WorkbookReader;
import mengshi.workbook.WorkbookRefused;

/** The samples as the program itself sees them: written to a folder, told apart, opened and read; once for all tests. */
final class ReadSamples {

    static final Seeds SEEDS = Seeds.builtIn();
    static final SampleSubmissions SAMPLES =
            SampleSubmissions.of(SEEDS, 1, SampleSubmissions.FIRST, SampleSubmissions.LAST);

    private static final FormReader READER = new FormReader(
            FormCatalogue.from(SEEDS),
            AreaCatalogue.from(SEEDS),
            UnitCatalogue.from(SEEDS),
            Clock.fixed(Instant.parse("2025-08-01T00:00:00Z"), ZoneOffset.UTC));

    /** What came of each file, by its name. */
    static final SortedMap<String, Reading> READINGS = new TreeMap<>();

    static final Set<String> SPOILT =
            SAMPLES.defects().stream().map(Defect::file).collect(Collectors.toSet());

    static {
        try {
            Path inbox = Files.createTempDirectory("samples");
            SAMPLES.writeTo(inbox);
            for (Path file : files(inbox)) {
                READINGS.put(file.getFileName().toString(), read(file));
                Files.delete(file);
            }
            Files.delete(inbox);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ReadSamples() {}

    static List<Reading.Submitted> submitted() {
        return READINGS.values().stream()
                .flatMap(reading -> reading.submitted().stream())
                .toList();
    }

    private static List<Path> files(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.toList();
        }
    }

    private static Reading read(Path file) throws IOException {
        String name = file.getFileName().toString();
        if (ContentType.detect(file, name, IntakeLimits.DEFAULT) instanceof ContentType.Refused refused) {
            return refused(refused.reason(), name);
        }
        try {
            return READER.read(WorkbookReader.read(file, WorkbookLimits.DEFAULT), name);
        } catch (WorkbookRefused e) {
            return refused(e.reason(), name);
        }
    }

    private static Reading refused(FindingCode reason, String name) {
        return new Reading.Refused(new Finding(reason, new Place.InFile(name), Subject.WHOLE, Map.of()));
    }
}
