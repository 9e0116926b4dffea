package mengshi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import mengshi.model.Period;
import mengshi.sample.SampleFile;
import mengshi.sample.SampleSubmissions;
import mengshi.seeds.Seeds;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files as they may come, in whole nights: twice, back and forth, late, too early, out of order. */
class ArrivalNightsIT {

    private static final List<SampleFile> SAMPLES = SampleSubmissions.of(
                    Seeds.builtIn(), 1, Period.month(2025, 3), Period.month(2025, 5))
            .files();
    private static final String MAY = "150100_呼和浩特市_NM-M01_2025-05.xlsx";
    private static final String APRIL = "150100_呼和浩特市_NM-M01_2025-04.xlsx";
    private static final String MARCH = "150100_呼和浩特市_NM-M01_2025-03.xlsx";

    @TempDir
    private Path folder;

    private Night night;

    @BeforeEach
    void opened() throws IOException {
        night = Night.in(folder);
    }

    @AfterEach
    void closed() {
        night.close();
    }

    @Test
    void there_and_back_again_is_a_third_version_and_needs_a_reason() throws IOException {
        byte[] first = sample(MAY);
        byte[] second =
                EditedWorkbook.of(first, workbook -> workbook.put("D29", 2977).put("B34", "漏报一人"));

        falls(MAY, first);
        falls(MAY, second);
        falls(MAY, first);

        assertThat(submissions())
                .containsExactly(
                        tuple(1, "SUPERSEDED", null),
                        tuple(2, "PUBLISHED", null),
                        tuple(3, "HELD", "REVISED_WITHOUT_REASON"));
    }

    @Test
    void a_held_file_sent_again_is_a_duplicate_until_the_program_changes() throws IOException {
        byte[] faulty = EditedWorkbook.of(sample(MAY), workbook -> workbook.put("E14", 1));

        falls(MAY, faulty);
        falls(MAY, faulty);
        night.upgrades("2.0");
        falls(MAY, faulty);

        assertThat(submissions())
                .containsExactlyInAnyOrder(
                        tuple(1, "SUPERSEDED", null),
                        tuple(null, "DUPLICATE", "DUPLICATE"),
                        tuple(2, "HELD", "TOTAL_NOT_SUM_OF_PARTS"));
    }

    @Test
    void of_two_versions_in_one_night_the_later_reporting_date_wins() throws IOException {
        send("甲.xlsx", EditedWorkbook.of(sample(MAY), workbook -> workbook.put("D29", 2977)
                .put("D33", "2025年6月10日")));
        send("乙.xlsx", EditedWorkbook.of(sample(MAY), workbook -> workbook.put("D29", 2978)
                .put("D33", "2025年6月9日")));
        night.falls();

        assertThat(night.ask("select file_name, state from mart.submission order by version"))
                .extracting(row -> row.get("file_name"), row -> row.get("state"))
                .containsExactly(tuple("乙.xlsx", "SUPERSEDED"), tuple("甲.xlsx", "PUBLISHED"));
    }

    @Test
    void of_two_versions_in_one_night_with_the_same_date_neither_is_published() throws IOException {
        send("甲.xlsx", EditedWorkbook.of(sample(MAY), workbook -> workbook.put("D29", 2977)));
        send("乙.xlsx", EditedWorkbook.of(sample(MAY), workbook -> workbook.put("D29", 2978)));
        night.falls();

        assertThat(submissions())
                .containsExactlyInAnyOrder(
                        tuple(1, "HELD", "VERSION_AMBIGUOUS"), tuple(2, "HELD", "VERSION_AMBIGUOUS"));
    }

    @Test
    void the_same_arrival_seen_again_after_a_crash_only_completes_its_move() throws IOException {
        FileTime modified = FileTime.from(java.time.Instant.parse("2025-06-10T01:00:00Z"));
        send(MAY, sample(MAY));
        Files.setLastModifiedTime(night.inbox().resolve(MAY), modified);
        night.falls();

        send(MAY, sample(MAY));
        Files.setLastModifiedTime(night.inbox().resolve(MAY), modified);
        night.falls();

        assertThat(night.inbox().resolve(MAY)).doesNotExist();
        assertThat(submissions()).containsExactly(tuple(1, "PUBLISHED", null));
    }

    @Test
    void a_month_that_comes_late_has_the_month_after_it_checked_and_answered_again() throws IOException {
        falls(APRIL, sample(APRIL));
        assertThat(night.ask("select 1 from mart.finding where code = 'CUMULATIVE_NOT_CONTINUOUS'"))
                .isEmpty();

        falls(MARCH, EditedWorkbook.of(sample(MARCH), workbook -> workbook.put("E29", 9999)));

        assertThat(night.ask("select period, severity, state, cell from mart.finding"
                        + " where code = 'CUMULATIVE_NOT_CONTINUOUS'"))
                .extracting(row -> row.get("period"), row -> row.get("severity"), row -> row.get("cell"))
                .containsExactly(tuple("2025-04", "WARNING", "E29"));
        assertThat(submissions())
                .as("what is published is never unpublished")
                .containsExactly(tuple(1, "PUBLISHED", null), tuple(1, "PUBLISHED", null));
        assertThat(night.ask("select file_name from mart.run_answer where run_id = 2 and answered_at is not null"
                        + " order by file_name"))
                .extracting(row -> row.get("file_name"))
                .containsExactly(MARCH, APRIL);
        assertThat(Files.readString(night.outbox().resolve("150100_呼和浩特市").resolve(APRIL.replace(".xlsx", "_回执.txt"))))
                .contains("主要经济指标!E29");

        falls(MARCH, EditedWorkbook.of(sample(MARCH), workbook -> workbook.put("B34", "累计数录入错误")));

        assertThat(night.ask("select state from mart.finding where code = 'CUMULATIVE_NOT_CONTINUOUS'"))
                .extracting(row -> row.get("state"))
                .containsExactly("FIXED");
    }

    @Test
    void a_period_that_is_not_over_is_refused_and_one_long_past_is_taken() throws IOException {
        send("早.xlsx", EditedWorkbook.of(sample(MAY), workbook -> workbook.put("F6", "2025年9月")));
        send(MARCH, sample(MARCH));
        night.falls();

        assertThat(night.ask("select file_name, state from mart.submission order by state desc"))
                .extracting(row -> row.get("file_name"), row -> row.get("state"))
                .containsExactly(tuple("早.xlsx", "REJECTED"), tuple(MARCH, "PUBLISHED"));
        assertThat(night.ask("select days_late from mart.reporting_quality_on(date '2025-08-02')"
                        + " where area_code = '150100' and period = '2025-03'"))
                .singleElement()
                .satisfies(row -> assertThat((Integer) row.get("days_late")).isGreaterThan(90));
    }

    private void falls(String name, byte[] content) throws IOException {
        send(name, content);
        night.falls();
    }

    private void send(String name, byte[] content) throws IOException {
        Files.write(night.inbox().resolve(name), content);
    }

    private static byte[] sample(String name) {
        return SAMPLES.stream()
                .filter(file -> file.name().equals(name))
                .findFirst()
                .orElseThrow()
                .bytes();
    }

    private List<Tuple> submissions() {
        return night
                .ask("select version, state, reason_code from mart.submission order by version, submission_id")
                .stream()
                .map(row -> tuple(row.get("version"), row.get("state"), row.get("reason_code")))
                .toList();
    }
}
