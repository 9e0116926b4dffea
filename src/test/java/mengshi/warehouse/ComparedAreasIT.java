package mengshi.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import mengshi.model.Measure;
import mengshi.warehouse.TestWarehouse.Result;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Edits that hold an area against the others, which seldom all report on the same day. */
class ComparedAreasIT {

    private static final String PEERS = "L3-PEERS-NM-M01-001";
    private static final String OUTLIER = "L3-OUTLIER-NM-M01-002";
    private static final String MAGNITUDE = "L2-MAGNITUDE-NM-M01-001";

    private static TestWarehouse warehouse;

    @BeforeAll
    static void open() {
        warehouse = new TestWarehouse();
    }

    @BeforeEach
    void forget() {
        warehouse.clear();
        warehouse.clock().set("2025-07-20T18:00:00Z");
    }

    @AfterAll
    static void close() {
        warehouse.close();
    }

    private static Draft growth(String area, String percent) {
        return Draft.of("NM-M01", area, "2025-06")
                .in("%", "1", 1)
                .put("INDUSTRY_VALUE_ADDED", Measure.YOY_YTD, percent);
    }

    private static Draft investment(String area, String period, String now, String then) {
        return Draft.of("NM-M01", area, period)
                .in("万元", "10000", 0)
                .put("FAI", Measure.YTD, now)
                .put("FAI", Measure.YTD_LY, then);
    }

    private static Night nightOf(List<Draft> drafts) {
        Night night = warehouse.night();
        drafts.forEach(night::receive);
        return night.go();
    }

    @Test
    void who_reported_early_is_compared_once_ten_areas_are_there_and_told_so() {
        nightOf(List.of(growth("150100", "48")));
        long early = warehouse.whole("select submission_id from mart.submission");
        assertThat(warehouse.results(early, PEERS, "INDUSTRY_VALUE_ADDED/YOY_YTD"))
                .containsExactly(new Result("not_checkable", "COVERAGE"));

        Night night = nightOf(TestWarehouse.AREAS.subList(1, 10).stream()
                .map(area -> growth(area, "7"))
                .toList());

        assertThat(warehouse.codes(early)).containsExactly("FAR_FROM_PEERS");
        assertThat(warehouse.state(early)).isEqualTo("PUBLISHED");
        assertThat(warehouse.texts("select message_zh from mart.finding where code = 'FAR_FROM_PEERS'"))
                .as("the others' median is not told")
                .containsExactly("规模以上工业增加值增速填报48%，偏离各盟市中位数超过12个百分点（n=10）。");
        assertThat(warehouse.texts("select submission_id::text from mart.run_answer where run_id = " + night.runId()))
                .hasSize(10)
                .contains(String.valueOf(early));
    }

    @Test
    void nobody_is_told_again_what_was_told() {
        nightOf(TestWarehouse.AREAS.subList(0, 11).stream()
                .map(area -> growth(area, area.equals("150100") ? "48" : "7"))
                .toList());

        warehouse.clock().set("2025-07-21T18:00:00Z");
        Night night = nightOf(List.of(growth("152900", "6.5")));

        assertThat(warehouse.texts("select area_code from mart.run_answer where run_id = " + night.runId()))
                .containsExactly("152900");
    }

    @Test
    void an_outlier_is_one_among_the_growth_of_two_years() {
        nightOf(TestWarehouse.AREAS.stream()
                .map(area -> investment(area, "2024-06", growing("100000", area), "100000"))
                .toList());
        nightOf(TestWarehouse.AREAS.stream()
                .map(area -> investment(
                        area,
                        "2025-06",
                        area.equals("150100") ? "190000" : growing("110000", area),
                        growing("100000", area)))
                .toList());

        assertThat(warehouse.texts("select message_zh from mart.finding where edit_id = '" + OUTLIER + "'"))
                .singleElement()
                .asString()
                .startsWith("固定资产投资（不含农户）填报190000万元，增速明显偏离各盟市（n=24，E=0.")
                .doesNotContain("推算");
    }

    private static String growing(String from, String area) {
        return String.valueOf(Long.parseLong(from) + 300L * (1 + TestWarehouse.AREAS.indexOf(area)));
    }

    @Test
    void a_figure_without_a_past_is_held_against_the_areas_for_its_unit() {
        nightOf(TestWarehouse.AREAS.stream()
                .map(area -> Draft.of("NM-M01", area, "2024-02")
                        .in("万元", "10000", 0)
                        .put("TECH_CONTRACTS", Measure.YTD, area.equals("150100") ? "900000000" : "80000"))
                .toList());

        assertThat(warehouse.texts("select message_zh from mart.finding where edit_id = '" + MAGNITUDE + "'"))
                .containsExactly("技术合同成交额填报900000000万元，与各盟市中位数的80000万元不在一个数量级，可能填错了计量单位。");
        assertThat(warehouse.texts("select message_en from mart.finding where edit_id = '" + MAGNITUDE + "'"))
                .singleElement()
                .asString()
                .contains("the areas' median (80000 万元)")
                .doesNotContain("技术");
    }
}
