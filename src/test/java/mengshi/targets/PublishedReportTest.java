package mengshi.targets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import mengshi.seeds.Seeds;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The catalogue of 2025 against the report itself. Its text is not ours to hand on: it is looked for where
 * {@code MENGSHI_REPORT} says, or beside the project; without it these tests say that they proved nothing.
 */
class PublishedReportTest {

    private final Seeds seeds = Seeds.builtIn();
    private final Path file =
            Path.of(System.getenv().getOrDefault("MENGSHI_REPORT", "../shared/report/report-2025.txt"));

    @BeforeEach
    void need_the_text() {
        String missing =
                "NOT PROVED: the 2025 report is not at " + file.toAbsolutePath().normalize()
                        + "; set MENGSHI_REPORT to its text, and the catalogue is held against it.";
        boolean isThere = Files.isRegularFile(file);
        if (!isThere) {
            System.out.println(missing);
        }
        Assumptions.assumeTrue(isThere, missing);
    }

    @Test
    void every_numeral_of_the_report_is_accounted_for() throws IOException {
        AuditResult result = audit(Files.readAllBytes(file));

        assertThat(result.complaints()).isEmpty();
        assertThat(result.unclassified()).isEmpty();
        assertThat(result.numerals())
                .isEqualTo(seeds.rows("numeral_2025").size())
                .isGreaterThan(500);
        assertThat(result.targets()).isEqualTo(seeds.rows("target_2025").size());
        assertThat(result.actuals()).isEqualTo(seeds.rows("actual_2024").size());
        assertThat(result.coverage()).hasSize(13);
    }

    @Test
    void one_changed_digit_is_found_at_its_place() throws IOException {
        String text = Files.readString(file);
        int jobs = text.indexOf("城镇新增就业18万人");

        AuditResult result = audit(text.replace("城镇新增就业18万人", "城镇新增就业19万人").getBytes(StandardCharsets.UTF_8));

        int offset = text.codePointCount(0, jobs) + 6;
        assertThat(result.complaints())
                .filteredOn(complaint -> complaint.code() == Complaint.Code.UNCLASSIFIED)
                .extracting(complaint ->
                        complaint.subject() + " " + complaint.place().offset())
                .containsExactly("19万人 " + offset);
        assertThat(result.complaints())
                .extracting(complaint -> complaint.code() + " " + complaint.subject())
                .contains("TEXT_DIFFERS paragraph 13", "PHRASE_NOT_IN_TEXT T2025-H05")
                .hasSize(5);
    }

    @Test
    void one_character_too_many_is_one_changed_paragraph_and_shifts_nothing() throws IOException {
        String text = Files.readString(file);

        AuditResult result = audit(text.replaceFirst("过去一年，在", "过去的一年，在").getBytes(StandardCharsets.UTF_8));

        List<String> found = result.complaints().stream()
                .map(complaint -> complaint.code() + " " + complaint.subject())
                .toList();
        assertThat(found)
                .containsExactly("TEXT_DIFFERS report 2025", "TEXT_DIFFERS paragraph 3", "NOT_AN_IDIOM N2025-0003");
    }

    private AuditResult audit(byte[] text) throws IOException {
        return new Audit(seeds).of(ReportText.of(text), 2025);
    }
}
