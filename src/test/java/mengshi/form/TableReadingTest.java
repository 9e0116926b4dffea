package mengshi.form;

import static mengshi.form.TestForms.findings;
import static mengshi.form.TestForms.observation;
import static mengshi.form.TestForms.submitted;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import mengshi.model.Measure;
import mengshi.model.Observation;
import mengshi.model.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Columns and lines, wherever they stand. */
class TableReadingTest {

    private static final List<String> FIGURES = figures(TestSheet.june());

    /** What was read, without the places. */
    private static List<String> figures(TestSheet sheet) {
        Reading.Submitted reading = submitted(sheet);
        assertThat(reading.findings()).isEmpty();
        return reading.observations().stream()
                .map(seen ->
                        seen.line() + " " + seen.measure() + " " + seen.figure().value())
                .toList();
    }

    @Test
    void columns_may_stand_in_any_order() {
        TestSheet sheet = TestSheet.june().reorder(4, "HIBADGFEC");

        assertThat(figures(sheet)).isEqualTo(FIGURES);
        assertThat(observation(submitted(sheet), "102", Measure.MONTH).place().cell())
                .isEqualTo("E6");
    }

    @Test
    void rows_may_be_moved_and_parted_by_blank_ones() {
        TestSheet sheet = TestSheet.june()
                .insertRows(9, 1)
                .insertRows(7, 2)
                .insertRows(4, 3)
                .insertRows(1, 4);

        assertThat(figures(sheet)).isEqualTo(FIGURES);
        assertThat(observation(submitted(sheet), "112", Measure.MONTH).place().cell())
                .isEqualTo("D19");
    }

    @Test
    void labels_may_be_written_in_every_width() {
        TestSheet sheet = TestSheet.june()
                .set("A4", "指 标\r\n名 称")
                .set("D4", "本\u00a0月")
                .set("E4", "１－本月累计")
                .set("F4", "上年同期累计\n(公布)")
                .set("A6", "二、固定资产投资\n(不含农户)")
                .set("A7", "　　#工业投资")
                .set("C7", "万　元");

        assertThat(figures(sheet)).isEqualTo(FIGURES);
    }

    @Test
    void other_names_are_known_and_codes_may_be_numbers() {
        TestSheet sheet = TestSheet.june()
                .set("A4", "项目")
                .set("D4", "当月")
                .set("E4", "1—6月累计")
                .set("H4", "同比")
                .set("A6", "固定资产投资总额")
                .set("B6", "102#")
                .set("B9", "0112");

        assertThat(figures(sheet)).isEqualTo(FIGURES);
    }

    @Test
    void a_cumulation_to_another_month_is_not_this_months() {
        assertThat(findings(TestSheet.june().set("E4", "1—5月累计"))).containsExactly("COLUMN_MISSING E4 1—本月累计 YTD");
    }

    @Test
    void a_header_may_have_merged_and_unmerged_rows() {
        TestSheet merged = TestSheet.june()
                .insertRows(5, 1)
                .set("F4", "上年同期")
                .clear("G4")
                .set("F5", "累计（公布）")
                .set("G5", "（同口径）");
        TestSheet unmerged = TestSheet.june()
                .insertRows(5, 1)
                .set("D4", "本")
                .set("D5", "月")
                .set("H4", "同比")
                .set("H5", "增长（%）");

        assertThat(figures(merged)).isEqualTo(FIGURES);
        assertThat(figures(unmerged)).isEqualTo(FIGURES);
    }

    @Test
    void a_row_that_numbers_the_columns_is_no_line() {
        TestSheet sheet = TestSheet.june().insertRows(5, 1);
        String[] numbers = {"甲", "乙", "丙", "1#", "2#", "3#", "4#", "5#", "丁"};
        for (int column = 0; column < numbers.length; column++) {
            sheet.set((char) ('A' + column) + "5", numbers[column]);
        }

        assertThat(figures(sheet)).isEqualTo(FIGURES);
    }

    @Test
    void a_missing_column_is_found_and_the_others_are_read() {
        Reading.Submitted reading = submitted(TestSheet.june().set("E4", "本年数"));

        assertThat(TestForms.said(reading)).containsExactly("COLUMN_MISSING E4 1—本月累计 YTD");
        assertThat(reading.findings().get(0).arguments())
                .containsEntry("expected", "1—本月累计")
                .containsEntry("value", "本年数");
        assertThat(reading.observations())
                .extracting(Observation::measure)
                .doesNotContain(Measure.YTD)
                .contains(Measure.MONTH, Measure.YOY_YTD);
    }

    @Test
    void a_column_that_stands_twice_is_ambiguous_at_the_second() {
        assertThat(findings(TestSheet.june().set("J4", "本月数"))).containsExactly("COLUMN_AMBIGUOUS J4 本月 MONTH");
    }

    @Test
    void a_growth_rate_under_another_measure_is_not_taken_for_this_one() {
        TestSheet sheet =
                TestSheet.june().insertRows(5, 1).clear("H4").set("G4", "本月").set("H5", "同比增长（%）");

        assertThat(findings(sheet))
                .containsExactly(
                        "COLUMN_AMBIGUOUS G4 本月 MONTH",
                        "COLUMN_MISSING H5 上年同期累计（同口径） YTD_LY_COMP",
                        "COLUMN_MISSING H5 同比增长（%） YOY_YTD");
    }

    @Test
    void a_sheet_without_a_header_lacks_every_column() {
        assertThat(findings(TestSheet.june().deleteRow(4)))
                .containsExactly(
                        "COLUMN_MISSING 主要经济指标 指标名称",
                        "COLUMN_MISSING 主要经济指标 计量单位",
                        "COLUMN_MISSING 主要经济指标 本月 MONTH",
                        "COLUMN_MISSING 主要经济指标 1—本月累计 YTD",
                        "COLUMN_MISSING 主要经济指标 上年同期累计（公布） YTD_LY",
                        "COLUMN_MISSING 主要经济指标 上年同期累计（同口径） YTD_LY_COMP",
                        "COLUMN_MISSING 主要经济指标 同比增长（%） YOY_YTD");
    }

    @Test
    void a_serial_number_beside_the_code_is_not_taken_for_it() {
        assertThat(figures(TestSheet.june().set("J4", "序号").set("J5", "1#").set("J6", "2#")))
                .isEqualTo(FIGURES);
    }

    @Test
    void a_unit_in_the_header_must_be_the_columns_own() {
        assertThat(findings(TestSheet.june().set("D4", "本月（亿元）"))).containsExactly("UNIT_CONTRADICTED D4 本月 MONTH");
        assertThat(findings(TestSheet.june().set("H4", "同比增长（‰）")))
                .containsExactly("UNIT_CONTRADICTED H4 同比增长（%） YOY_YTD");
    }

    @Test
    void without_a_code_column_lines_are_known_by_their_labels() {
        TestSheet sheet = TestSheet.june().clear("B4", "B5", "B6", "B7", "B8", "B9");

        assertThat(figures(sheet)).isEqualTo(FIGURES);
    }

    @ParameterizedTest
    @CsvSource({
        "A7,城镇新增就业,LINE_CONTRADICTED B7 1021",
        "A7,某某投资,LINE_CONTRADICTED B7 1021",
        "B7,9999,LINE_CONTRADICTED B7 1021",
        "B7,102①,LINE_CONTRADICTED B7 1021"
    })
    void a_code_and_a_label_that_do_not_belong_together_are_contradicted(String cell, String text, String finding) {
        assertThat(findings(TestSheet.june().set(cell, text))).containsExactly(finding);
    }

    @Test
    void shifted_labels_give_no_figures() {
        TestSheet sheet = TestSheet.june().set("A6", "其中：工业投资").set("A7", "固定资产投资");

        Reading.Submitted reading = submitted(sheet);

        assertThat(TestForms.said(reading)).containsExactly("LINE_CONTRADICTED B6 102", "LINE_CONTRADICTED B7 1021");
        assertThat(reading.observations()).extracting(Observation::line).doesNotContain("102", "1021");
    }

    @Test
    void a_line_that_stands_twice_is_ambiguous_and_not_read() {
        TestSheet sheet = TestSheet.june()
                .insertRows(10, 1)
                .set("A10", "工业投资")
                .set("B10", "1021")
                .set("D10", "71#");

        Reading.Submitted reading = submitted(sheet);

        assertThat(TestForms.said(reading)).containsExactly("LINE_AMBIGUOUS B10 1021");
        assertThat(reading.findings().get(0).arguments()).containsEntry("cells", "B7、B10");
        assertThat(reading.observations()).extracting(Observation::line).doesNotContain("1021");
    }

    @Test
    void a_required_line_that_is_missing_is_found_on_the_sheet() {
        Reading.Submitted reading = submitted(TestSheet.june().deleteRow(9));

        assertThat(TestForms.said(reading)).containsExactly("LINE_MISSING 主要经济指标 112");
        assertThat(reading.findings().get(0).arguments())
                .containsEntry("code", "112")
                .containsEntry("label", "城镇新增就业");
    }

    @Test
    void an_optional_line_may_be_missing() {
        assertThat(figures(TestSheet.june().deleteRow(8))).isEqualTo(FIGURES);
    }

    @Test
    void an_unknown_line_with_values_is_noted_and_a_heading_is_not() {
        TestSheet sheet = TestSheet.june()
                .insertRows(6, 2)
                .set("A6", "二、投资")
                .set("A7", "民间投资")
                .set("D7", "5#");

        assertThat(findings(sheet)).containsExactly("LINE_UNKNOWN A7 民间投资");
    }

    @Test
    void the_table_ends_at_its_foot() {
        TestSheet sheet = TestSheet.june()
                .insertRows(10, 1)
                .set("A10", "说明：本表万元取整")
                .set("A12", "其他")
                .set("D12", "99#");

        assertThat(figures(sheet)).isEqualTo(FIGURES);
    }

    @Test
    void a_header_repeated_at_a_page_break_is_no_line() {
        TestSheet sheet = TestSheet.june().insertRows(8, 1);
        String[] header = {"指标名称", "代码", "计量单位", "本月", "1—本月累计", "上年同期累计（公布）", "上年同期累计（同口径）", "同比增长（%）", "说明"};
        for (int column = 0; column < header.length; column++) {
            sheet.set((char) ('A' + column) + "8", header[column]);
        }

        assertThat(figures(sheet)).isEqualTo(FIGURES);
    }

    @Test
    void quarter_end_lines_are_due_in_quarter_ends_only() {
        assertThat(findings(tasks("2025年5月"))).isEmpty();
        assertThat(findings(tasks("2025年6月"))).containsExactly("LINE_MISSING 重点任务进度 501");
    }

    private static TestSheet tasks(String period) {
        return TestSheet.named("重点任务进度")
                .row("表号：NM-M02")
                .row("填报单位：锡盟", null, "报告期：" + period)
                .row("指标名称", "代码", "计量单位", "本月完成", "1—本月累计", "阶段", "说明")
                .row("老旧小区改造", "201", "个", "3#", "12#");
    }

    @Test
    void a_figure_keeps_its_line_indicator_and_place() {
        Observation seen = observation(submitted(TestSheet.june()), "102", Measure.YTD);

        assertThat(seen.indicator()).isEqualTo("FAI");
        assertThat(seen.figure().value()).isEqualTo(new BigDecimal("6000000"));
        assertThat(seen.place().describe()).isEqualTo("报表.xlsx › 主要经济指标 › E6");
    }
}
