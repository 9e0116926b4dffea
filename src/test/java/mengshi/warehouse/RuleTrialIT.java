package mengshi.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mengshi.model.Measure;
import mengshi.seeds.SeedRow;
import mengshi.seeds.Seeds;
import mengshi.validation.RuleBook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Another rule book over what is published. */
class RuleTrialIT {

    private static TestWarehouse warehouse;

    @BeforeAll
    static void open() {
        warehouse = new TestWarehouse();
    }

    @BeforeEach
    void forget() {
        warehouse.clear();
    }

    @AfterAll
    static void close() {
        warehouse.close();
    }

    private static void publish(String area, String growth) {
        Night night = warehouse.night();
        night.receive(Draft.of("NM-M01", area, "2025-06")
                .in("%", "1", 1)
                .put("INDUSTRY_VALUE_ADDED", Measure.YOY_YTD, growth));
        night.go();
    }

    /** The rule book in force, but industrial growth above {@code percent} is asked about. */
    private static List<SeedRow> asking(String percent) {
        return Seeds.builtIn().rows("edit").stream()
                .map(row -> row.text("edit_id").equals("L1-RANGE-NM-M01-003") ? with(row, "maximum", percent) : row)
                .toList();
    }

    private static SeedRow with(SeedRow row, String column, String cell) {
        Map<String, String> cells = new LinkedHashMap<>(row.cells());
        cells.put(column, cell);
        return new SeedRow(row.file(), row.line(), cells);
    }

    private static RuleTrial.Comparison compare(String period, List<SeedRow> edits) {
        List<String> types = RuleBook.from(Seeds.builtIn()).types().stream()
                .map(RuleBook.EditType::name)
                .toList();
        ReferenceData reference = new ReferenceData(warehouse.loader(), Seeds.builtIn(), 2025);
        return new RuleTrial(warehouse.loader(), reference, new Checking(warehouse.loader(), warehouse.clock()))
                .compare(period, types, types, edits);
    }

    @Test
    void a_narrower_range_would_ask_more_and_nothing_is_kept() {
        publish("150100", "7.0");
        publish("150200", "20.0");
        publish("150300", "60.0");

        RuleTrial.Comparison found = compare(null, asking("15"));

        assertThat(found.submissions()).isEqualTo(3);
        assertThat(found.edits().rows()).singleElement().satisfies(row -> assertThat(row)
                .containsEntry("edit_id", "L1-RANGE-NM-M01-003")
                .containsEntry("found_in_force", 1L)
                .containsEntry("found_on_trial", 2L)
                .containsEntry("found_anew", 1L)
                .containsEntry("no_longer_found", 0L));
        assertThat(found.changes().rows()).singleElement().satisfies(row -> assertThat(row)
                .containsEntry("change", "found_anew")
                .containsEntry("area_code", "150200")
                .containsEntry("cell", "I5")
                .containsEntry("observed", "20 %")
                .containsEntry("state", null)
                .containsEntry("message_zh", "规模以上工业增加值增速填报20%，超出-30～15%的常见范围。"));
        assertThat(warehouse.whole("select count(*) from mart.finding")).isEqualTo(1);
        assertThat(warehouse.text("select maximum::text from mart.edit where edit_id = 'L1-RANGE-NM-M01-003'"))
                .isEqualTo("50");
    }

    @Test
    void a_rule_left_out_no_longer_finds() {
        publish("150300", "60.0");

        RuleTrial.Comparison found = compare(
                "2025-06",
                Seeds.builtIn().rows("edit").stream()
                        .filter(row -> !row.text("edit_id").equals("L1-RANGE-NM-M01-003"))
                        .toList());

        assertThat(found.edits().rows()).singleElement().satisfies(row -> assertThat(row)
                .containsEntry("found_on_trial", 0L)
                .containsEntry("no_longer_found", 1L));
        assertThat(found.changes().rows())
                .as("what became of it when it was found")
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("change", "no_longer_found")
                        .containsEntry("state", "OPEN"));
    }

    @Test
    void only_the_period_asked_for_is_looked_at() {
        publish("150300", "60.0");

        assertThat(compare("2025-05", asking("15")).submissions()).isZero();
    }
}
