package mengshi.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import mengshi.model.Reading;
import mengshi.seeds.Seeds;
import mengshi.workbook.SheetContent;
import mengshi.workbook.SheetLayout;
import mengshi.workbook.WorkbookContent;
import org.junit.jupiter.api.Test;

/** Tables of many areas and periods, as departments and yearbooks lay them out. */
class CrosstabTest {

    private static final Seeds SEEDS = Seeds.builtIn();
    private static final FormReader READER = new FormReader(
            FormCatalogue.from(SEEDS),
            AreaCatalogue.from(SEEDS),
            UnitCatalogue.from(SEEDS),
            Clock.fixed(Instant.parse("2025-07-15T02:00:00Z"), ZoneOffset.UTC));

    private static Reading read(String form, WorkbookContent content) {
        return READER.readAs(form, content, SentAs.file("历史.xlsx"));
    }

    private static Reading read(String form, TestSheet sheet) {
        return read(form, sheet.workbook());
    }

    private static Stream<Reading.Submitted> parts(Reading reading) {
        return Stream.concat(reading.submitted().stream(), reading.further().stream());
    }

    /** Each figure as area, period, line, measure, value in base units and cell. */
    private static List<String> figures(Reading reading) {
        return parts(reading)
                .flatMap(part -> part.observations().stream()
                        .map(seen -> String.join(
                                " ",
                                part.key().area().name(),
                                part.key().period().code(),
                                seen.line(),
                                seen.measure().name(),
                                String.valueOf(seen.figure().value()),
                                seen.place().cell())))
                .toList();
    }

    /** Each finding of any part as code and cell. */
    private static List<String> findings(Reading reading) {
        Stream<mengshi.model.Finding> all = reading.submitted().isEmpty()
                ? reading.findings().stream()
                : parts(reading).flatMap(part -> part.findings().stream());
        return all.map(finding -> finding.code() + " "
                        + finding.place()
                                .address()
                                .or(finding.place()::sheetName)
                                .orElse(finding.place().file()))
                .toList();
    }

    /** Months of one indicator in columns, the indicator and the unit above the table. */
    private static TestSheet months() {
        return TestSheet.named("Sheet1")
                .row("2024年各盟市固定资产投资")
                .row("单位：亿元")
                .row("地区", "1—2月", "3月", "1-4月累计")
                .row("呼和浩特市", "1#", "2#", "3#")
                .row("包头", "4#", "5.5#", "6#");
    }

    @Test
    void months_stand_in_columns_and_the_indicator_in_the_title() {
        Reading reading = read("NM-H01", months());

        assertThat(findings(reading)).isEmpty();
        assertThat(figures(reading))
                .containsExactlyInAnyOrder(
                        "呼和浩特市 2024-02 102 YTD 100000000 B4",
                        "呼和浩特市 2024-03 102 YTD 200000000 C4",
                        "呼和浩特市 2024-04 102 YTD 300000000 D4",
                        "包头市 2024-02 102 YTD 400000000 B5",
                        "包头市 2024-03 102 YTD 550000000 C5",
                        "包头市 2024-04 102 YTD 600000000 D5");
    }

    /** A yearbook of the nineties says leagues that are cities now. */
    @Test
    void old_names_and_codes_of_leagues_that_became_cities_mean_these() {
        TestSheet sheet = TestSheet.named("年鉴")
                .row("固定资产投资")
                .row("单位：亿元")
                .row("地区", "1997年", "1998年")
                .row("哲里木盟", "1#", "2#")
                .row("152600", "3#", "4#")
                .row("锡林郭勒盟", "5#", "6#");

        Reading reading = read("NM-H02", sheet);

        assertThat(findings(reading)).isEmpty();
        assertThat(figures(reading))
                .map(figure -> figure.replaceAll(" \\d+ YEAR .*", ""))
                .containsExactlyInAnyOrder(
                        "通辽市 1997", "通辽市 1998", "乌兰察布市 1997", "乌兰察布市 1998", "锡林郭勒盟 1997", "锡林郭勒盟 1998");
    }

    @Test
    void years_stand_in_columns_under_indicators_that_reach_over_them() {
        TestSheet sheet = TestSheet.named("年鉴")
                .row("各盟市主要指标")
                .row("地区", "区划代码", "固定资产投资（亿元）", null, "城镇新增就业（人）", null)
                .row(null, null, "2022年", "2023", "2022年", "2023#")
                .row("全区", "150000", "10#", "11#", "100#", "110#")
                .row("呼伦贝尔市", "150700", "1#", "2#", "30#", "40#");

        Reading reading = read("NM-H02", sheet);

        assertThat(findings(reading)).isEmpty();
        assertThat(figures(reading))
                .contains(
                        "内蒙古自治区 2023 102 YEAR 1100000000 D4",
                        "呼伦贝尔市 2022 102 YEAR 100000000 C5",
                        "呼伦贝尔市 2023 112 YEAR 40 F5")
                .hasSize(8);
    }

    @Test
    void hidden_rows_and_columns_are_read_and_hidden_sheets_are_not_and_each_is_said() {
        SheetContent plain = months().content();
        List<SheetContent.CellRow> rows = plain.rows().stream()
                .map(row -> new SheetContent.CellRow(row.index(), row.index() == 4, row.cells()))
                .toList();
        SheetLayout layout = new SheetLayout(List.of(new SheetLayout.Columns(2, 2)), List.of());
        SheetContent scratch = TestSheet.named("底稿").hidden().row("合计", "12#").content();
        SheetContent link =
                TestSheet.named("链接").hidden().row("https://example.org").content();

        Reading reading = read(
                "NM-H01",
                new WorkbookContent(List.of(new SheetContent(plain.name(), false, rows, layout), scratch, link)));

        assertThat(findings(reading)).containsExactly("SHEET_IGNORED 底稿", "FIGURES_HIDDEN B5");
        assertThat(parts(reading)
                        .flatMap(part -> part.findings().stream())
                        .map(finding -> String.valueOf(finding.arguments().get("cells"))))
                .contains("B5、C5、D5、C4");
        assertThat(figures(reading)).isEqualTo(figures(read("NM-H01", months())));
    }

    @Test
    void merged_areas_hold_for_all_their_rows_and_merged_headers_for_all_their_columns() {
        TestSheet sheet = TestSheet.named("Sheet1")
                .row("地区", "年份", "社会消费品零售总额（万元）", null)
                .row(null, null, "3月", "当月")
                .row("乌海市", "2023#", "7#", null)
                .row(null, "2024#", "8#", null);
        sheet.set("D2", "4月");
        sheet.set("D3", "9#").set("D4", "10#");
        SheetContent plain = sheet.content();
        SheetLayout layout = new SheetLayout(
                List.of(),
                List.of(
                        new SheetLayout.Merge(0, 0, 1, 0),
                        new SheetLayout.Merge(0, 1, 1, 1),
                        new SheetLayout.Merge(0, 2, 0, 3),
                        new SheetLayout.Merge(2, 0, 3, 0)));

        Reading reading = read(
                "NM-H01", new WorkbookContent(List.of(new SheetContent(plain.name(), false, plain.rows(), layout))));

        assertThat(findings(reading)).isEmpty();
        assertThat(figures(reading))
                .containsExactlyInAnyOrder(
                        "乌海市 2023-03 105 YTD 70000 C3",
                        "乌海市 2023-04 105 YTD 90000 D3",
                        "乌海市 2024-03 105 YTD 80000 C4",
                        "乌海市 2024-04 105 YTD 100000 D4");
    }

    @Test
    void a_measure_may_stand_below_the_indicator() {
        TestSheet sheet = TestSheet.named("2024年3月")
                .row("地区", "固定资产投资", null, "规模以上工业增加值")
                .row(null, "累计（亿元）", "同比增长（%）", "同比增长（%）")
                .row("兴安盟", "2#", "5.1#", "6.2#");

        assertThat(figures(read("NM-H01", sheet)))
                .containsExactlyInAnyOrder(
                        "兴安盟 2024-03 102 YTD 200000000 B3",
                        "兴安盟 2024-03 102 YOY_YTD 5.1 C3",
                        "兴安盟 2024-03 101 YOY_YTD 6.2 D3");
    }

    @Test
    void a_misspelt_area_refuses_the_file_and_says_where() {
        Reading reading = read("NM-H01", months().set("A5", "包投市"));

        assertThat(reading.submitted()).isEmpty();
        assertThat(findings(reading)).containsExactly("AREA_UNKNOWN A5");
    }

    @Test
    void a_column_that_stands_twice_refuses_the_file() {
        Reading reading = read("NM-H01", months().set("D3", "2024年3月"));

        assertThat(reading.submitted()).isEmpty();
        assertThat(findings(reading)).containsExactly("COLUMN_AMBIGUOUS D3");
    }

    @Test
    void an_area_that_stands_twice_refuses_the_file() {
        Reading reading = read("NM-H01", months().set("A5", "呼市"));

        assertThat(findings(reading)).containsExactly("LINE_AMBIGUOUS A5");
    }

    @Test
    void a_blank_cell_concerns_its_own_area_and_period_only() {
        Reading reading = read("NM-H01", months().clear("C5"));

        assertThat(findings(reading)).containsExactly("VALUE_MISSING C5");
        assertThat(parts(reading)
                        .filter(part -> !part.findings().isEmpty())
                        .map(part -> part.key().area().name() + " " + part.key().period()))
                .containsExactly("包头市 2024-03");
        assertThat(figures(reading)).hasSize(5);
    }

    @Test
    void a_table_without_a_unit_or_a_year_is_refused_at_the_header() {
        assertThat(findings(read("NM-H01", months().clear("A2"))))
                .containsExactly("UNIT_MISSING B3", "UNIT_MISSING C3", "UNIT_MISSING D3");
        assertThat(findings(read("NM-H01", months().set("A1", "各盟市固定资产投资"))))
                .containsExactly("PERIOD_MISSING B3", "PERIOD_MISSING C3", "PERIOD_MISSING D3");
    }

    @Test
    void a_unit_that_counts_something_else_is_refused_at_the_header() {
        TestSheet sheet =
                months().set("A1", "2024年").set("B3", "3月固定资产投资（公里）").clear("C3", "C4", "C5", "D3", "D4", "D5");

        assertThat(findings(read("NM-H01", sheet))).containsExactly("UNIT_CONTRADICTED B3");
    }

    @Test
    void columns_and_rows_of_nothing_the_form_knows_are_named_and_left_out() {
        TestSheet sheet = months().set("E3", "人口密度").set("E4", "9#").row("合计", "5#", "7#", "9#");

        Reading reading = read("NM-H01", sheet);

        assertThat(findings(reading)).containsExactly("LINE_UNKNOWN E3", "LINE_UNKNOWN A6");
        assertThat(figures(reading)).hasSize(6);
    }

    @Test
    void a_period_that_is_not_over_or_not_the_forms_refuses_the_file() {
        assertThat(findings(read("NM-H01", months().set("B3", "2025年8月")))).containsExactly("PERIOD_IN_FUTURE B3");
        assertThat(findings(read("NM-H02", months())))
                .containsExactly("PERIOD_NOT_EXPECTED B3", "PERIOD_NOT_EXPECTED C3");
    }

    @Test
    void a_file_that_is_another_form_is_refused() {
        assertThat(findings(
                        READER.readAs("NM-H01", months().set("F1", "表号：NM-M01").workbook(), SentAs.file("a.xlsx"))))
                .containsExactly("IDENTITY_CONTRADICTED a.xlsx");
        assertThat(findings(read("NM-H01", TestSheet.named("x").row("没有表")))).containsExactly("FORM_UNKNOWN 历史.xlsx");
    }
}
