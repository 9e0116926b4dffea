package mengshi.form;

import static mengshi.form.TestForms.findings;
import static mengshi.form.TestForms.read;
import static mengshi.form.TestForms.said;
import static mengshi.form.TestForms.submitted;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import mengshi.model.Area;
import mengshi.model.Finding;
import mengshi.model.Period;
import mengshi.model.Place;
import mengshi.model.Reading;
import mengshi.model.SubmissionKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which form, whose, for when; and the frame around it. */
class FormReaderTest {

    private static final SubmissionKey KEY =
            new SubmissionKey("NM-M01", new Area("150700", "呼伦贝尔市"), Period.month(2025, 6));

    @Test
    void a_faultless_form_is_read_without_a_finding() {
        Reading.Submitted reading = submitted(TestSheet.june());

        assertThat(reading.key()).isEqualTo(KEY);
        assertThat(reading.findings()).isEmpty();
        assertThat(reading.observations()).hasSize(10);
        assertThat(reading.frame())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "form_code", "NM-M01",
                        "reporting_unit", "呼伦贝尔市",
                        "reporting_unit_code", "150700",
                        "period", "2025年6月",
                        "unit_head", "张三",
                        "statistics_head", "李四",
                        "filled_by", "王五",
                        "phone", "0470-8210000",
                        "reported_on", "2025-07-05"));
    }

    @Test
    void a_form_is_known_by_its_code_in_one_cell_and_in_any_width() {
        TestSheet sheet = TestSheet.june().clear("A1", "H2").set("G2", "表　号：ＮＭ－Ｍ０１表");

        assertThat(submitted(sheet).key()).isEqualTo(KEY);
    }

    @Test
    void without_its_code_a_form_is_known_by_the_hidden_sheet() {
        TestSheet sheet = TestSheet.june().clear("A1", "G2", "H2");
        TestSheet hidden = TestSheet.named("_mengshi").hidden().row("form", "NM-M01");

        assertThat(submitted(sheet, hidden).key()).isEqualTo(KEY);
        assertThat(findings(sheet, hidden)).isEmpty();
    }

    @Test
    void without_code_and_hidden_sheet_a_form_is_known_by_title_or_labels() {
        TestSheet titled = TestSheet.june().clear("G2", "H2").set("A1", "2025年6月 盟市主要经济指标月报");
        TestSheet labelled = TestSheet.june().clear("A1", "G2", "H2");

        assertThat(submitted(titled).key()).isEqualTo(KEY);
        assertThat(submitted(labelled).key()).isEqualTo(KEY);
    }

    @Test
    void a_cover_with_the_title_is_not_taken_for_the_form() {
        TestSheet cover = TestSheet.named("封面").row("盟市主要经济指标月报");
        TestSheet form = TestSheet.june().clear("A1", "G2", "H2");

        assertThat(findings(cover, form)).containsExactly("SHEET_IGNORED 封面 封面");
    }

    @Test
    void a_form_that_lost_most_labels_is_still_known_by_its_title() {
        TestSheet sheet = TestSheet.june().clear("G2", "H2").deleteRow(6).deleteRow(7);

        assertThat(findings(sheet)).containsExactly("LINE_MISSING 主要经济指标 102", "LINE_MISSING 主要经济指标 1021");
    }

    @Test
    void a_workbook_without_any_form_is_refused() {
        Reading reading = read(TestSheet.named("Sheet1").row("你好", "1#"));

        assertThat(reading.submitted()).isEmpty();
        assertThat(said(reading)).containsExactly("FORM_UNKNOWN 报表.xlsx");
        assertThat(reading.findings().get(0).place()).isEqualTo(new Place.InFile(TestForms.FILE));
        assertThat(reading.findings().get(0).arguments().get("detail")).contains("NM-M01 盟市主要经济指标月报");
    }

    @Test
    void an_unknown_form_code_is_refused_even_if_the_labels_fit() {
        assertThat(findings(TestSheet.june().set("H2", "NM-M99"))).containsExactly("FORM_UNKNOWN 报表.xlsx");
    }

    @Test
    void an_empty_workbook_is_refused() {
        assertThat(findings(TestSheet.named("Sheet1"))).containsExactly("FORM_UNKNOWN 报表.xlsx");
    }

    @Test
    void other_sheets_are_noted_and_hidden_ones_only_if_they_hold_numbers() {
        TestSheet calculation = TestSheet.named("测算").row("工业", "12#");
        TestSheet empty = TestSheet.named("Sheet3");
        TestSheet hiddenText =
                TestSheet.named("CNKI").row("https://example.org").hidden();
        TestSheet hiddenNumbers = TestSheet.named("底稿").row("12#").hidden();

        assertThat(findings(TestSheet.june(), calculation, empty, hiddenText, hiddenNumbers))
                .containsExactly("SHEET_IGNORED 测算 测算", "SHEET_IGNORED 底稿 底稿");
    }

    @Test
    void the_form_may_stand_behind_other_sheets() {
        TestSheet cover = TestSheet.named("封面").row("统计报表");

        Reading.Submitted reading = submitted(cover, TestSheet.june());

        assertThat(reading.key()).isEqualTo(KEY);
        assertThat(said(reading)).containsExactly("SHEET_IGNORED 封面 封面");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "填报单位：呼伦贝尔",
                "填报单位:呼 伦 贝 尔 市",
                "填报单位（盖章）：呼伦贝尔市统计局",
                "综合机关名称：内蒙古自治区呼伦贝尔市",
                "填报单位：呼伦贝尔市（150700）",
                "填报单位：150700 呼伦贝尔市",
                "填报单位：150700"
            })
    void an_area_has_many_names(String written) {
        assertThat(submitted(TestSheet.june().set("A3", written)).key()).isEqualTo(KEY);
        assertThat(submitted(TestSheet.june().set("A3", written).clear("C3")).key())
                .isEqualTo(KEY);
    }

    @Test
    void name_and_code_may_stand_beside_their_labels() {
        TestSheet sheet = TestSheet.june()
                .set("A3", "填报单位")
                .set("B3", "呼伦贝尔市")
                .set("C3", "填报单位代码")
                .set("D3", "150700#")
                .set("E3", "报告期")
                .set("F3", LocalDate.of(2025, 6, 1));

        assertThat(submitted(sheet).key()).isEqualTo(KEY);
    }

    @Test
    void code_and_name_of_two_areas_are_refused() {
        Reading reading = read(TestSheet.june().set("C3", "代码：152500"));

        assertThat(said(reading)).containsExactly("AREA_CONTRADICTED C3 填报单位");
        assertThat(reading.findings().get(0).arguments())
                .containsEntry("name", "呼伦贝尔市")
                .containsEntry("code", "152500")
                .containsEntry("code_name", "锡林郭勒盟");
    }

    @Test
    void an_unknown_area_is_refused_at_what_is_unknown() {
        assertThat(findings(TestSheet.june().set("A3", "填报单位：满洲里市"))).containsExactly("AREA_UNKNOWN A3 填报单位");
        assertThat(findings(TestSheet.june().set("C3", "代码：150781"))).containsExactly("AREA_UNKNOWN C3 填报单位");
        assertThat(findings(TestSheet.june().clear("A3", "C3"))).containsExactly("AREA_UNKNOWN 主要经济指标 填报单位");
        assertThat(findings(TestSheet.june().set("A3", "填报单位：呼伦贝尔盟"))).containsExactly("AREA_UNKNOWN A3 填报单位");
    }

    @Test
    void the_region_does_not_send_a_leagues_form() {
        TestSheet sheet = TestSheet.june().set("A3", "填报单位：内蒙古自治区").set("C3", "代码：150000");

        assertThat(findings(sheet)).containsExactly("AREA_NOT_EXPECTED A3 填报单位");
    }

    @Test
    void a_league_does_not_send_the_regions_form() {
        TestSheet sheet = TestSheet.named("自治区级指标")
                .row("表号：NM-R01")
                .row("填报单位：锡盟", null, "报告期：2025年6月")
                .row("指标名称", "代码", "计量单位", "本月")
                .row("城镇调查失业率", "111", "%", "5.7#");

        assertThat(findings(sheet)).containsExactly("AREA_NOT_EXPECTED A2 填报单位");
    }

    @ParameterizedTest
    @CsvSource({
        "报告期：,PERIOD_MISSING E3 报告期",
        "报告期：本月,PERIOD_MISSING E3 报告期",
        "报告期：2025年2季度,PERIOD_NOT_EXPECTED E3 报告期",
        "报告期：2025年,PERIOD_NOT_EXPECTED E3 报告期",
        "报告期：2025年1月,PERIOD_NOT_EXPECTED E3 报告期",
        "报告期：2023年12月,PERIOD_NOT_EXPECTED E3 报告期",
        "报告期：2027年1月,PERIOD_NOT_EXPECTED E3 报告期",
        "报告期：2025年7月,PERIOD_IN_FUTURE E3 报告期"
    })
    void a_period_that_cannot_be_is_refused(String written, String finding) {
        assertThat(findings(TestSheet.june().set("E3", written))).containsExactly(finding);
    }

    @Test
    void a_form_without_any_period_is_refused_on_its_sheet() {
        assertThat(findings(TestSheet.june().clear("E3"))).containsExactly("PERIOD_MISSING 主要经济指标 报告期");
    }

    @Test
    void a_period_alone_under_the_title_is_the_forms_period() {
        assertThat(submitted(TestSheet.june().clear("E3").set("A2", "2025 年 6 月"))
                        .key())
                .isEqualTo(KEY);
    }

    @Test
    void a_month_is_over_when_it_is_over_in_beijing() {
        FormReader before = TestForms.readerAt("2025-06-29T15:59:59Z");
        FormReader after = TestForms.readerAt("2025-06-29T16:00:00Z");

        assertThat(said(before.read(TestSheet.june().workbook(), "f.xlsx"))).containsExactly("PERIOD_IN_FUTURE E3 报告期");
        assertThat(after.read(TestSheet.june().workbook(), "f.xlsx").submitted())
                .isPresent();
    }

    @Test
    void area_and_period_may_come_from_the_hidden_sheet() {
        TestSheet sheet = TestSheet.june().clear("A3", "C3", "E3");
        TestSheet hidden = TestSheet.named("_mengshi")
                .hidden()
                .row("form", "NM-M01")
                .row("area", "150700")
                .row("period", "2025-06");

        assertThat(submitted(sheet, hidden).key()).isEqualTo(KEY);
    }

    @Test
    void signers_in_one_cell_are_told_apart() {
        TestSheet sheet = TestSheet.june()
                .deleteRow(10)
                .set("A10", "单位负责人：张三    统计负责人：李四 填表人：  联系电话：0470-1 报出日期：2025-7-5")
                .set("A11", "更正说明")
                .set("C11", "5月数据漏报一户企业");

        Map<String, String> frame = submitted(sheet).frame();

        assertThat(frame)
                .containsEntry("unit_head", "张三")
                .containsEntry("statistics_head", "李四")
                .containsEntry("phone", "0470-1")
                .containsEntry("reported_on", "2025-07-05")
                .containsEntry("correction_reason", "5月数据漏报一户企业")
                .doesNotContainKey("filled_by");
    }

    @Test
    void a_reporting_date_that_is_no_date_is_left_out() {
        assertThat(submitted(TestSheet.june().set("H10", "报出日期：月底")).frame()).doesNotContainKey("reported_on");
        assertThat(submitted(TestSheet.june().set("H10", "报出日期：").set("I10", LocalDate.of(2025, 7, 5)))
                        .frame())
                .containsEntry("reported_on", "2025-07-05");
    }

    @Test
    void a_refusal_carries_the_whole_finding() {
        Finding finding =
                read(TestSheet.june().set("E3", "报告期：2025年7月")).findings().get(0);

        assertThat(finding.place()).isEqualTo(new Place.InCell(TestForms.FILE, "主要经济指标", "E3"));
        assertThat(finding.arguments()).containsEntry("period", "2025-07").containsEntry("today", "2025-07-15");
    }
}
