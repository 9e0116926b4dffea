package mengshi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import mengshi.seeds.SeedRow;
import mengshi.seeds.Seeds;
import mengshi.targets.ActualCatalogue;
import mengshi.targets.TargetCatalogue;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

class TargetListingTest {

    private static final int NARROW = 80;

    private final TargetCatalogue catalogue = TargetCatalogue.from(Seeds.builtIn(), 2025);
    private final TargetListing listing =
            new TargetListing(catalogue, catalogue.targets(), ActualCatalogue.from(Seeds.builtIn(), 2024));

    @Test
    void every_line_fits_a_narrow_terminal_and_every_target_has_one() {
        List<String> lines = listing.table().lines(NARROW);

        assertThat(lines).allSatisfy(line -> assertThat(DisplayWidth.of(line)).isLessThanOrEqualTo(NARROW));
        for (SeedRow row : Seeds.builtIn().rows("target_2025")) {
            assertThat(lines.stream().filter(line -> line.startsWith(row.text("target_id") + " ")))
                    .as(row.text("target_id"))
                    .hasSize(1);
        }
        assertThat(lines.stream().filter(line -> line.matches("（.+）.+，\\d+项|主要预期目标，\\d+项")))
                .hasSize(12);
    }

    @Test
    void a_line_says_the_aim_the_form_and_how_or_why_not_it_is_judged() {
        List<String> lines = listing.table().lines(200);

        assertThat(line(lines, "T2025-H05")).containsSubsequence("≥18万人", "NM-R01", "总量，时间进度", "城镇新增就业");
        assertThat(line(lines, "T2025-0107")).containsSubsequence("力争开工", "NM-R01", "节点", "包鄂榆高铁");
        assertThat(line(lines, "T2025-H09")).containsSubsequence("国家下达", "–", "不评判：国家指标未下达");
    }

    @Test
    void the_csv_holds_what_the_seeds_hold_and_the_result_a_target_starts_from() throws IOException {
        List<SeedRow> seeds = Seeds.builtIn().rows("target_2025");

        List<CSVRecord> records = CSVParser.parse(
                        listing.csv(),
                        CSVFormat.RFC4180
                                .builder()
                                .setHeader()
                                .setSkipHeaderRecord(true)
                                .get())
                .getRecords();

        assertThat(records).hasSameSizeAs(seeds);
        for (SeedRow seed : seeds) {
            Map<String, String> record = records.stream()
                    .map(CSVRecord::toMap)
                    .filter(candidate -> candidate.get("target_id").equals(seed.text("target_id")))
                    .findFirst()
                    .orElseThrow();
            assertThat(record).as(seed.text("target_id")).containsAllEntriesOf(seed.cells());
            assertThat(record.get("base_actual_id").isEmpty())
                    .isEqualTo(seed.optional("base_value").isEmpty());
        }
    }

    private static String line(List<String> lines, String id) {
        return lines.stream()
                .filter(line -> line.startsWith(id + " "))
                .findFirst()
                .orElseThrow();
    }
}
