package mengshi.form;

import static mengshi.form.TestForms.findings;
import static mengshi.form.TestForms.observation;
import static mengshi.form.TestForms.said;
import static mengshi.form.TestForms.submitted;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import mengshi.model.AsWritten;
import mengshi.model.Figure;
import mengshi.model.Finding;
import mengshi.model.FindingCode;
import mengshi.model.Measure;
import mengshi.model.Observation;
import mengshi.model.ObservationStatus;
import mengshi.model.Place;
import mengshi.model.Reading;
import mengshi.model.Subject;
import mengshi.workbook.CellValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Units, numbers, marks, stages, and everything that is none of them. */
class CellReadingTest {

    private static boolean isRead(Reading.Submitted reading, String line, Measure measure) {
        return reading.observations().stream().anyMatch(seen -> seen.line().equals(line) && seen.measure() == measure);
    }

    private static TestSheet stages(String written) {
        return TestSheet.named("重点任务进度")
                .row("表号：NM-M02")
                .row("填报单位：锡盟", null, "报告期：2025年5月")
                .row("指标名称", "代码", "计量单位", "本月完成", "1—本月累计", "阶段", "说明")
                .row("老旧小区改造", "201", "个", "3#", "12#")
                .row("乌拉盖通用机场", "1204", null, null, null, written);
    }

    @Test
    void a_number_is_kept_as_written_and_counted_in_the_base_unit() {
        Observation seen = observation(submitted(TestSheet.june().set("E6", "600.50#")), "102", Measure.YTD);

        assertThat(seen)
                .isEqualTo(new Observation(
                        "102",
                        "FAI",
                        Measure.YTD,
                        Figure.of(new BigDecimal("6005000")),
                        new AsWritten("600.50", "万元", new BigDecimal("10000"), new BigDecimal("10000")),
                        new Place.InCell(TestForms.FILE, "主要经济指标", "E6")));
    }

    @Test
    void another_size_of_the_unit_is_fine() {
        TestSheet sheet = TestSheet.june().set("C6", "亿 元").set("E6", "6.1#");

        Observation seen = observation(submitted(sheet), "102", Measure.YTD);

        assertThat(findings(sheet)).isEmpty();
        assertThat(seen.figure().value()).isEqualTo(new BigDecimal("610000000"));
        assertThat(seen.written().unit()).isEqualTo("亿 元");
        assertThat(seen.written().factor()).isEqualTo(new BigDecimal("100000000"));
    }

    @Test
    void an_unknown_unit_is_found_at_its_cell_and_the_growth_rate_is_still_read() {
        Reading.Submitted reading = submitted(TestSheet.june().set("C6", "万圆"));

        assertThat(reading.findings())
                .containsExactly(new Finding(
                        FindingCode.UNIT_UNKNOWN,
                        new Place.InCell(TestForms.FILE, "主要经济指标", "C6"),
                        new Subject("102", "FAI", null),
                        Map.of("unit", "万圆", "expected", "万元", "code", "102", "label", "固定资产投资（不含农户）")));
        assertThat(isRead(reading, "102", Measure.YTD)).isFalse();
        assertThat(isRead(reading, "102", Measure.YOY_YTD)).isTrue();
    }

    @Test
    void a_blank_unit_is_missing_where_it_is_needed() {
        assertThat(findings(TestSheet.june().clear("C6", "C8", "C5"))).containsExactly("UNIT_MISSING C6 102");
    }

    @Test
    void a_unit_of_something_else_is_contradicted() {
        Reading.Submitted reading = submitted(TestSheet.june().set("C9", "万元"));

        assertThat(said(reading)).containsExactly("UNIT_CONTRADICTED C9 112");
        assertThat(isRead(reading, "112", Measure.MONTH)).isFalse();
    }

    @Test
    void a_number_typed_as_text_is_read_and_noted_at_its_cell() {
        Reading.Submitted reading =
                submitted(TestSheet.june().set("E6", " １，２００．５ ").set("H6", "9.1%"));

        assertThat(said(reading)).containsExactly("NUMBER_AS_TEXT E6 102 YTD", "NUMBER_AS_TEXT H6 102 YOY_YTD");
        assertThat(observation(reading, "102", Measure.YTD).figure().value()).isEqualTo(new BigDecimal("12005000"));
        assertThat(observation(reading, "102", Measure.YTD).written().value()).isEqualTo(" １，２００．５ ");
        assertThat(observation(reading, "102", Measure.YOY_YTD).figure().value())
                .isEqualTo(new BigDecimal("9.1"));
    }

    @Test
    void a_cell_formatted_as_percentage_reads_as_it_looks() {
        CellValue percentage = new CellValue.Numeric(new BigDecimal("0.052"), true);

        Observation seen = observation(submitted(TestSheet.june().set("H5", percentage)), "101", Measure.YOY_YTD);

        assertThat(seen.figure().value()).isEqualTo(new BigDecimal("5.2"));
        assertThat(seen.written()).isEqualTo(new AsWritten("5.2%", "%", new BigDecimal("1"), new BigDecimal("0.01")));
    }

    @Test
    void a_percentage_where_something_else_is_counted_is_contradicted() {
        CellValue percentage = new CellValue.Numeric(new BigDecimal("0.5"), true);

        assertThat(findings(TestSheet.june().set("E6", percentage).set("D6", "50%")))
                .containsExactly("UNIT_CONTRADICTED D6 102 MONTH", "UNIT_CONTRADICTED E6 102 YTD");
    }

    @Test
    void a_blank_required_cell_is_missing_at_its_address() {
        Reading.Submitted reading = submitted(TestSheet.june().clear("D6").set("D9", "\u3000"));

        assertThat(said(reading)).containsExactly("VALUE_MISSING D6 102 MONTH", "VALUE_MISSING D9 112 MONTH");
        assertThat(isRead(reading, "102", Measure.MONTH)).isFalse();
    }

    @Test
    void a_blank_optional_cell_is_nothing_and_a_zero_is_a_value() {
        Reading.Submitted reading = submitted(TestSheet.june().clear("G6").set("E6", "0#"));

        assertThat(reading.findings()).isEmpty();
        assertThat(isRead(reading, "102", Measure.YTD_LY_COMP)).isFalse();
        assertThat(observation(reading, "102", Measure.YTD).figure()).isEqualTo(Figure.of(BigDecimal.ZERO));
    }

    @Test
    void an_optional_line_that_is_begun_must_be_finished() {
        assertThat(findings(TestSheet.june().set("D8", "5#"))).containsExactly("VALUE_MISSING E8 107 YTD");
    }

    @Test
    void a_month_alone_is_not_asked_for_where_january_is_not_collected() {
        TestSheet sheet = TestSheet.june().set("E3", "报告期：2025年1—2月").clear("D6", "D7", "D9");

        assertThat(findings(sheet)).isEmpty();
        assertThat(submitted(sheet).key().period().code()).isEqualTo("2025-02");
    }

    @ParameterizedTest
    @CsvSource({"—,M", "-,M", "——,M", "…,N", "...,N", "*,Q", "＊,Q", "'#',L"})
    void a_mark_is_missing_as_the_legend_says(String mark, ObservationStatus status) {
        TestSheet sheet = TestSheet.june().set("E6", new CellValue.Text(mark));

        assertThat(findings(sheet)).isEmpty();
        assertThat(observation(submitted(sheet), "102", Measure.YTD).figure()).isEqualTo(Figure.missing(status));
        assertThat(observation(submitted(sheet), "102", Measure.YTD).written().value())
                .isEqualTo(mark);
    }

    @Test
    void text_that_is_no_number_is_none() {
        Reading.Submitted reading = submitted(TestSheet.june()
                .set("D6", "约100")
                .set("E6", LocalDate.of(2025, 6, 1))
                .set("F6", new CellValue.Bool(true))
                .set("G6", "12①"));

        assertThat(said(reading))
                .containsExactly(
                        "NOT_A_NUMBER D6 102 MONTH",
                        "VALUE_IS_DATE E6 102 YTD",
                        "NOT_A_NUMBER F6 102 YTD_LY",
                        "NOT_A_NUMBER G6 102 YTD_LY_COMP");
        assertThat(reading.findings().get(0))
                .isEqualTo(new Finding(
                        FindingCode.NOT_A_NUMBER,
                        new Place.InCell(TestForms.FILE, "主要经济指标", "D6"),
                        new Subject("102", "FAI", Measure.MONTH),
                        Map.of("value", "约100", "code", "102", "label", "固定资产投资（不含农户）", "column", "本月")));
    }

    @Test
    void faults_and_formulas_without_a_value_are_never_zero() {
        TestSheet sheet = TestSheet.june()
                .set("D6", new CellValue.Fault("#REF!"))
                .set("E6", new CellValue.NotCalculated("SUM(E7:E9)"));

        assertThat(findings(sheet)).containsExactly("CELL_FAULT D6 102 MONTH", "FORMULA_WITHOUT_VALUE E6 102 YTD");
        assertThat(isRead(submitted(sheet), "102", Measure.YTD)).isFalse();
    }

    @Test
    void a_value_the_line_does_not_take_is_noted_and_a_mark_there_is_not() {
        Reading.Submitted reading = submitted(TestSheet.june().set("D5", "5.0#").set("E5", "—"));

        assertThat(said(reading)).containsExactly("CELL_NOT_EXPECTED D5 101 MONTH");
        assertThat(isRead(reading, "101", Measure.MONTH)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"开工,开工", "已开工,开工", "在 建,在建", "建成,完工", "已完工,完工", "通过验收,验收", "未开工,未开工"})
    void stages_are_coded(String written, String stage) {
        Observation seen = observation(submitted(stages(written)), "1204", Measure.STAGE);

        assertThat(findings(stages(written))).isEmpty();
        assertThat(seen.figure()).isEqualTo(Figure.ofText(stage));
        assertThat(seen.written().value()).isEqualTo(written);
    }

    @Test
    void an_unknown_stage_is_found() {
        assertThat(findings(stages("快了"))).containsExactly("STAGE_UNKNOWN F5 1204 STAGE");
    }

    @Test
    void every_fault_is_found_in_one_pass() {
        TestSheet sheet = TestSheet.june()
                .set("I4", "其他说明")
                .set("G4", "不明")
                .set("D6", "abc")
                .clear("D7")
                .set("C9", "公顷")
                .insertRows(10, 1)
                .set("A10", "民间投资")
                .set("E10", "1#");

        assertThat(findings(sheet))
                .containsExactlyInAnyOrder(
                        "COLUMN_MISSING 主要经济指标 上年同期累计（同口径） YTD_LY_COMP",
                        "LINE_UNKNOWN A10 民间投资",
                        "NOT_A_NUMBER D6 102 MONTH",
                        "VALUE_MISSING D7 1021 MONTH",
                        "UNIT_CONTRADICTED C9 112");
    }
}
