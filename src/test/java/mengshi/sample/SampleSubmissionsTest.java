package mengshi.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
import mengshi.model.Period;
import mengshi.model.Place;
import mengshi.model.Reading;
import mengshi.model.Severity;
import mengshi.model.SubmissionKey;
import mengshi.seeds.Seeds;
import mengshi.workbook.WorkbookLimits;
import mengshi.workbook.WorkbookReader;
import mengshi.workbook.WorkbookRefused;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The samples as the program itself sees them: written, told apart, opened and read. */
class SampleSubmissionsTest {

    private static final Seeds SEEDS = Seeds.builtIn();
    private static final SampleSubmissions SAMPLES =
            SampleSubmissions.of(SEEDS, 1, SampleSubmissions.FIRST, SampleSubmissions.LAST);
    private static final FormReader READER = new FormReader(
            FormCatalogue.from(SEEDS),
            AreaCatalogue.from(SEEDS),
            UnitCatalogue.from(SEEDS),
            Clock.fixed(Instant.parse("2025-08-01T00:00:00Z"), ZoneOffset.UTC));

    @TempDir
    static Path inbox;

    private static final Map<String, Reading> READINGS = new TreeMap<>();
    private static int written;

    @BeforeAll
    static void write_and_read_all_files() throws IOException {
        written = SAMPLES.writeTo(inbox);
        for (SampleFile file : SAMPLES.files()) {
            READINGS.put(file.name(), read(inbox.resolve(file.name())));
        }
    }

    @Test
    void every_area_sends_every_form_of_every_period_but_one() {
        Map<String, Long> submissions = submitted().stream()
                .collect(Collectors.groupingBy(reading -> reading.key().form(), TreeMap::new, Collectors.counting()));

        assertThat(submissions)
                .isEqualTo(Map.of("NM-M01", 16L * 12, "NM-M02", 18L * 12, "NM-Q01", 6L * 12 - 1, "NM-R01", 16L));
        assertThat(SAMPLES.missing().toString()).contains("NM-Q01", "152900", "2025-Q2");
        assertThat(SAMPLES.missing()).hasSize(1);
        assertThat(submitted().stream().map(Reading.Submitted::key)).doesNotHaveDuplicates();
        assertThat(written).isEqualTo(SAMPLES.files().size()).isEqualTo(507);
    }

    @Test
    void a_file_is_named_after_area_form_and_period_and_one_area_keeps_the_old_format() {
        assertThat(SAMPLES.files().stream().map(SampleFile::name))
                .contains("150100_呼和浩特市_NM-M01_2025-06.xlsx", "150900_乌兰察布市_NM-Q01_2025-Q1.xls")
                .contains("150000_内蒙古自治区_NM-R01_2025-06.xlsx")
                .doesNotHaveDuplicates();
    }

    @Test
    void a_sound_file_reads_without_a_finding() {
        Set<String> spoilt = SAMPLES.defects().stream().map(Defect::file).collect(Collectors.toSet());

        Map<String, List<Finding>> findings = new HashMap<>();
        READINGS.forEach((file, reading) -> {
            if (!spoilt.contains(file) && !reading.findings().isEmpty()) {
                findings.put(file, reading.findings());
            }
        });

        assertThat(findings).isEmpty();
    }

    @Test
    void a_defect_found_while_reading_gives_exactly_the_finding_it_names_at_its_place() {
        List<String> expected = new ArrayList<>();
        List<String> found = new ArrayList<>();
        for (Defect defect : SAMPLES.defects()) {
            if (isFoundByReading(defect)) {
                expected.add(defect.name() + " " + defect.expectedCode() + " " + defect.severity() + " "
                        + defect.sheet() + " " + defect.cell());
            }
            for (Finding finding : READINGS.get(defect.file()).findings()) {
                found.add(
                        defect.name() + " " + finding.code() + " " + finding.severity() + " " + place(finding.place()));
            }
        }

        assertThat(found).containsExactlyElementsOf(expected);
        assertThat(expected).hasSize(21);
        assertThat(SAMPLES.defects().stream().map(Defect::expectedCode))
                .doesNotHaveDuplicates()
                .hasSize(27);
    }

    @Test
    void defects_leave_june_2025_complete_for_every_monthly_form() {
        Set<SubmissionKey> held = submitted().stream()
                .filter(reading ->
                        reading.findings().stream().anyMatch(finding -> finding.severity() == Severity.ERROR))
                .map(Reading.Submitted::key)
                .collect(Collectors.toSet());

        assertThat(held).noneMatch(key -> key.period().equals(Period.month(2025, 6)));
        assertThat(held).hasSize(8);
    }

    @Test
    void the_same_seed_gives_the_same_bytes_and_another_seed_others() {
        SampleSubmissions again = SampleSubmissions.of(SEEDS, 1, SampleSubmissions.FIRST, SampleSubmissions.LAST);
        SampleSubmissions other = SampleSubmissions.of(SEEDS, 2, SampleSubmissions.FIRST, SampleSubmissions.LAST);

        assertThat(again.defects()).isEqualTo(SAMPLES.defects());
        for (int i = again.files().size() - 1; i >= 0; i--) {
            SampleFile file = again.files().get(i);
            boolean refused = i > again.files().size() - 13;
            if (i % 9 == 0 || refused) {
                assertThat(file.bytes()).as(file.name()).isEqualTo(bytesOf(file.name()));
            }
        }
        assertThat(Arrays.equals(
                        other.files().get(0).bytes(), SAMPLES.files().get(0).bytes()))
                .isFalse();
    }

    @Test
    void fewer_months_give_fewer_files_and_only_the_defects_that_lie_in_them() {
        SampleSubmissions quarter = SampleSubmissions.of(SEEDS, 1, Period.month(2024, 1), Period.month(2024, 3));

        assertThat(quarter.files()).hasSize(2 * 12 + 3 * 12 + 12 + 2 + 12);
        assertThat(quarter.defects()).hasSize(12);
        assertThat(quarter.missing()).isEmpty();
    }

    @Test
    void months_in_the_wrong_order_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SampleSubmissions.of(SEEDS, 1, Period.month(2025, 6), Period.month(2024, 1)))
                .withMessageContaining("2025-06");
    }

    private static byte[] bytesOf(String name) {
        try {
            return Files.readAllBytes(inbox.resolve(name));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static boolean isFoundByReading(Defect defect) {
        return Arrays.stream(FindingCode.values()).anyMatch(code -> code.name().equals(defect.expectedCode()));
    }

    private static String place(Place place) {
        return place.sheetName().orElse(null) + " " + place.address().orElse(null);
    }

    private static List<Reading.Submitted> submitted() {
        return READINGS.values().stream()
                .flatMap(reading -> reading.submitted().stream())
                .toList();
    }

    private static Reading read(Path file) throws IOException {
        String name = file.getFileName().toString();
        ContentType type = ContentType.detect(file, name, IntakeLimits.DEFAULT);
        if (type instanceof ContentType.Refused refused) {
            return refused(refused.reason(), name);
        }
        try {
            return READER.read(WorkbookReader.read(file, WorkbookLimits.DEFAULT), name);
        } catch (WorkbookRefused e) {
            return refused(e.reason(), name);
        }
    }

    private static Reading refused(FindingCode reason, String name) {
        return new Reading.Refused(new Finding(reason, new Place.InFile(name), mengshi.model.Subject.WHOLE, Map.of()));
    }
}
