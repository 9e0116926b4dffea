package mengshi.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import javax.xml.parsers.DocumentBuilderFactory;
import mengshi.model.Period;
import mengshi.seeds.Seeds;
import mengshi.targets.Verdict;
import mengshi.warehouse.Rows;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTBarSer;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTNumVal;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class ScorecardPageTest {

    private static final int MOST_BYTES = 150 * 1024;
    private static final int TARGETS = 171;

    /** Of the targets of 2025 about one in three can never be judged. */
    private static final int EVERY_THIRD = 3;

    private static final int COLUMNS = 6;

    private static final double LEAST_CONTRAST = 4.5;

    private static final Map<String, Object> PUBLICATION = Map.of(
            "publication_id", 7L,
            "facts_closed_at", "2025-07-15T09:00:12.5+08:00",
            "judged_at", "2025-07-15T09:00:14+08:00",
            "catalogue_version", "ac84a8e19f70",
            "rule_book_version", "32ed7220e847",
            "form_version", "4318f399dfdf");

    private static final Rows NONE = new Rows(List.of(), List.of());

    @Test
    void the_page_is_small_well_formed_and_needs_nothing_from_outside() throws Exception {
        ScorecardPage page = page(allVerdicts());

        byte[] bytes = page.html();
        String text = text(page);

        assertThat(parse(bytes).getDocumentElement().getTagName()).isEqualTo("html");
        assertThat(bytes.length).isLessThan(MOST_BYTES);
        assertThat(text)
                .contains("content=\"default-src &#39;none&#39;; style-src &#39;unsafe-inline&#39;; img-src data:\"")
                .doesNotContainIgnoringCase("<script")
                .doesNotContain("://", "@import", "url(")
                .doesNotContainPattern("href=\"[^#]");
    }

    /** Eleven months of every target that can be judged, each with its projection, and every table as long as it gets. */
    @Test
    void late_in_the_year_the_page_is_still_small_and_has_room_for_a_map() {
        List<Map<String, Object>> targets = allVerdicts();
        List<Map<String, Object>> months = new ArrayList<>();
        List<Map<String, Object>> projections = new ArrayList<>();
        for (int target = 0; target < TARGETS; target++) {
            for (int month = 1; month < 12; month++) {
                Verdict verdict = Verdict.values()[(target + month / 3) % Verdict.values().length];
                months.add(month(
                        "T2025-%04d".formatted(target), "2025-%02d".formatted(month), "0.9" + month, verdict.name()));
            }
            projections.add(projection(target, "191356", "197500", true, false));
        }
        List<Map<String, Object>> contributions = new ArrayList<>();
        for (int i = 0; i < 36; i++) {
            Map<String, Object> row = contribution("鄂尔多斯市", "Ordos", "39.5", "-0.45", 12L, -3L);
            row.put("indicator_code", "INDICATOR_" + i / 12);
            targets.get(i / 12 * 2).put("indicator_code", "INDICATOR_" + i / 12);
            contributions.add(row);
        }
        Edition brief = edition(targets, Language.ENGLISH);
        Edition full = new Edition(
                brief.card(),
                Language.ENGLISH,
                new Beside(
                        everyArea(),
                        rows(Collections.nCopies(
                                6, brief.beside().findings().rows().get(0))),
                        rows(months),
                        rows(projections),
                        rows(contributions),
                        NONE,
                        NONE,
                        rows(Collections.nCopies(
                                BesideSheets.MOST_REVISIONS,
                                brief.beside().figureRevisions().rows().get(0)))),
                titles(Language.ENGLISH));

        byte[] page = new ScorecardPage(full).html();

        assertThat(new String(page, StandardCharsets.UTF_8).split("class=\"contribution\"", -1))
                .hasSize(4);
        AreaMap map = full.map(SyntheticMap.collection(SyntheticMap.features(300)), "GS(2024)0650号");
        byte[] withMap = new ScorecardPage(full, map).html();
        assertThat(page.length).isLessThanOrEqualTo(MOST_BYTES);
        assertThat(withMap.length).isLessThanOrEqualTo(MOST_BYTES);
        assertThat(new String(withMap, StandardCharsets.UTF_8))
                .contains("Map approval number: GS(2024)0650号", "keeps within 150 KB");
    }

    @Test
    void a_reader_who_hears_the_page_finds_the_way() throws Exception {
        Document document = parse(page(allVerdicts()).html());

        assertThat(document.getDocumentElement().getAttribute("lang")).isEqualTo("zh-CN");
        assertThat(elements(document, "h1")).hasSize(1);
        assertThat(elements(document, "header")).hasSize(1);
        assertThat(elements(document, "main")).hasSize(1);
        assertThat(elements(document, "footer")).hasSize(1);
        assertThat(elements(document, "table")).isNotEmpty().allSatisfy(table -> assertThat(
                        table.getElementsByTagName("caption").getLength())
                .isEqualTo(1));
        assertThat(elements(document, "th"))
                .allSatisfy(th -> assertThat(th.getAttribute("scope")).isIn("col", "row"));
        assertThat(elements(document, "svg"))
                .isNotEmpty()
                .allMatch(svg -> svg.getAttribute("aria-hidden").equals("true")
                        || svg.getAttribute("role").equals("img")
                                && !svg.getAttribute("aria-label").isBlank());
        List<String> anchors = elements(document, "*").stream()
                .map(element -> element.getAttribute("id"))
                .filter(id -> !id.isEmpty())
                .toList();
        assertThat(anchors).doesNotHaveDuplicates();
        assertThat(elements(document, "a")).hasSizeGreaterThan(10).allSatisfy(a -> assertThat(anchors)
                .contains(a.getAttribute("href").substring(1)));
    }

    @ParameterizedTest
    @EnumSource(Verdict.class)
    void a_verdict_has_a_shape_and_a_word_wherever_it_stands(Verdict verdict) throws Exception {
        VerdictMark mark = new VerdictMark(verdict);
        Document document = parse(page(List.of(target(1, verdict, false))).html());

        List<Element> shown = elements(document, "span").stream()
                .filter(span -> span.getAttribute("class").equals("verdict " + mark.styleClass()))
                .toList();

        assertThat(shown)
                .as("in the headline, in the overview, in the table and in the legend")
                .hasSize(verdict == Verdict.BEHIND || verdict == Verdict.WATCH ? 5 : 4)
                .allSatisfy(
                        span -> assertThat(span.getTextContent()).isEqualTo(mark.shape() + " " + verdict.chinese()));
    }

    @Test
    void no_two_verdicts_share_a_shape() {
        assertThat(List.of(Verdict.values()).stream()
                        .map(VerdictMark::new)
                        .map(VerdictMark::shape)
                        .distinct())
                .hasSameSizeAs(Verdict.values());
    }

    @Test
    void aspirations_are_marked_and_counted_apart() throws Exception {
        ScorecardPage page = page(List.of(
                target(1, Verdict.AHEAD, false), target(2, Verdict.AHEAD, true), target(3, Verdict.AHEAD, true)));

        Document document = parse(page.html());

        assertThat(text(page)).contains("共3项，其中2项在报告中为“力争”“争取”");
        assertThat(elements(document, "li").stream()
                        .map(Element::getTextContent)
                        .filter(said -> said.contains("提前")))
                .contains("▲ 提前3其中力争 2");
        assertThat(elements(document, "span").stream()
                        .filter(span -> span.getAttribute("class").equals("aspiration")))
                .hasSize(2);
    }

    @Test
    void an_area_is_told_how_its_reporting_stands_and_never_given_a_verdict() throws Exception {
        Document document = parse(page(allVerdicts()).html());

        Element areas = elements(document, "div").stream()
                .filter(div -> div.getAttribute("class").equals("areas"))
                .findFirst()
                .orElseThrow();
        List<String> tiles = elements(areas, "li").stream()
                .map(tile -> tile.getTextContent().replaceAll("\\s+", " ").strip())
                .toList();

        assertThat(tiles)
                .containsExactly(
                        "呼和浩特市 +12.1%880.8亿元 · 占75.0%✓ 报齐报表13/13",
                        "包头市 −0.5%293.6亿元 · 占25.0%← 有退回报表11/13 · 退回2",
                        "乌海市 无数据累计额无数据○ 有未报报表12/13 · 未报1",
                        "赤峰市 无数据累计额无数据○ 有未报、有退回报表11/13 · 退回1 · 未报1",
                        "通辽市 无数据累计额无数据– 未到期报表0/0");
        for (Verdict verdict : Verdict.values()) {
            assertThat(areas.getTextContent())
                    .doesNotContain(new VerdictMark(verdict).shape() + " " + verdict.chinese());
        }
    }

    @Test
    void a_row_says_target_actual_paces_reason_and_coverage() throws Exception {
        Document document = parse(page(List.of(target(5, Verdict.WATCH, false))).html());

        Element table = elements(document, "table").stream()
                .filter(one -> one.getAttribute("class").equals("targets"))
                .findFirst()
                .orElseThrow();
        List<String> cells = elements(table, "td").stream()
                .limit(COLUMNS - 1)
                .map(cell -> cell.getTextContent().strip())
                .toList();

        assertThat(cells)
                .containsExactly(
                        "≥18万人城镇新增就业18万人以上",
                        "9.57万人12/12盟市",
                        "53.2%应达：按上年53.8%，按时间50.0%",
                        "▼◆",
                        "◆ 关注两种进度不一其余月份每月须1.41万人曾未达要求：4月▼");
    }

    @Test
    void what_can_never_be_judged_stands_in_its_section_with_the_reason() throws Exception {
        Document document =
                parse(page(List.of(target(11, Verdict.AHEAD, false), never(12))).html());

        Element table = elements(document, "table").stream()
                .filter(one -> one.getAttribute("class").equals("unjudged"))
                .findFirst()
                .orElseThrow();

        assertThat(table.getTextContent())
                .contains("T2025-0012", "? 为何无法判断", "须达阶段不明", "“加快建设”未言年内须达何阶段")
                .doesNotContain("T2025-0011");
        assertThat(text(new ScorecardPage(edition(card(never(12)), NONE, NONE, Language.CHINESE))))
                .contains("1项中，0项有报表可评判，1项按目标目录不能评判");
    }

    @Test
    void the_catalogue_is_counted_section_by_section() throws Exception {
        Document document =
                parse(page(List.of(target(1, Verdict.AHEAD, false), target(11, Verdict.BEHIND, false), never(12)))
                        .html());

        Element table = elements(document, "table").stream()
                .filter(one -> one.getAttribute("class").equals("catalogue"))
                .findFirst()
                .orElseThrow();
        List<String> rows = elements(table, "tr").stream()
                .map(row -> row.getTextContent().strip())
                .toList();

        assertThat(rows).containsExactly("部分目标已完成提前正常关注滞后两种口径不一致无法判断其中全年不能评判", "主要预期目标11", "（二）提振消费2111", "合计31111");
    }

    @Test
    void a_cell_on_a_narrow_screen_is_labelled_as_its_column() throws Exception {
        Document document = parse(page(List.of(target(5, Verdict.WATCH, false))).html());
        List<String> columns = elements(document, "table").stream()
                .filter(one -> one.getAttribute("class").equals("targets"))
                .flatMap(table -> elements(table, "thead").stream())
                .flatMap(head -> elements(head, "th").stream())
                .map(Element::getTextContent)
                .toList();

        assertThat(columns).isEqualTo(TargetTables.columns(Language.CHINESE)).hasSize(COLUMNS);
        // The verdict is its own label.
        assertThat(IntStream.range(1, columns.size() - 1)).allSatisfy(column -> assertThat(styleSheet())
                .contains(".targets td:nth-child(" + (column + 1) + ")::before { content: \"" + columns.get(column)
                        + "：\"; }"));
    }

    @Test
    void a_bullet_shows_where_both_paces_ask_the_bar_to_end() {
        BulletChart chart = BulletChart.of(new ScorecardLine(target(5, Verdict.WATCH, false)))
                .orElseThrow();

        // 95678 of 180000 are reached, 90000 due by time and 96874 by last year.
        assertThat(chart.reached()).isEqualTo(53);
        assertThat(chart.byTime()).contains(50);
        assertThat(chart.byProfile()).contains(54);
        assertThat(BulletChart.of(new ScorecardLine(never(6)))).isEmpty();
    }

    @Test
    void a_runaway_ends_with_the_scale() {
        Map<String, Object> row = target(5, Verdict.AHEAD, false);
        row.put("completion", new BigDecimal("17"));

        assertThat(BulletChart.of(new ScorecardLine(row)).orElseThrow().reached())
                .isEqualTo(BulletChart.LONGEST);
    }

    @Test
    void the_months_are_drawn_and_told() throws Exception {
        Document document = parse(page(List.of(target(5, Verdict.WATCH, false))).html());

        List<Element> drawn = elements(document, "svg").stream()
                .filter(svg -> svg.getAttribute("class").equals("s"))
                .toList();

        assertThat(drawn).as("in the headline card and in the table").hasSize(2).allSatisfy(svg -> assertThat(
                        svg.getAttribute("aria-label"))
                .isEqualTo("4月95%，6月99%"));
        assertThat(elements(drawn.get(0), "path").get(0).getAttribute("d"))
                .as("May is a gap")
                .startsWith("M21 ")
                .contains(" 33 ");
        assertThat(elements(drawn.get(0), "text")).singleElement().satisfies(marks -> {
            assertThat(marks.getAttribute("x")).isEqualTo("21 33");
            assertThat(marks.getTextContent()).isEqualTo("▼◆");
        });
    }

    @Test
    void a_revision_says_what_was_what_became_and_why() {
        assertThat(text(page(List.of(target(5, Verdict.WATCH, false)))))
                .contains("<td>9万人 ▼ 滞后</td><td>9.57万人 ◆ 关注</td>")
                .contains("包头市 2025-05", "城镇新增就业（本年累计，人）", ">1200<", ">1500<", "漏报一个旗", "共23处更正");
    }

    @Test
    void a_revision_too_small_for_the_digits_of_the_page_is_told_with_more() {
        assertThat(text(page(List.of(target(5, Verdict.WATCH, false)))))
                .contains("<td>9.5678万人 ◆ 关注</td><td>9.568万人 ◆ 关注</td>");
        assertThat(text(new ScorecardPage(edition(List.of(target(5, Verdict.WATCH, false)), Language.ENGLISH))))
                .contains("<td>95,678 persons ◆ watch</td><td>95,680 persons ◆ watch</td>");
    }

    @Test
    void the_page_speaks_english_and_keeps_the_report_s_own_words() throws Exception {
        byte[] english = new ScorecardPage(edition(allVerdicts(), Language.ENGLISH)).html();
        Document document = parse(english);

        assertThat(document.getDocumentElement().getAttribute("lang")).isEqualTo("en");
        assertThat(english.length).isLessThan(MOST_BYTES);
        assertThat(new String(english, StandardCharsets.UTF_8))
                .contains(
                        "New urban jobs",
                        "≥ 180,000 persons",
                        "95,678 persons",
                        "the two paces differ",
                        "3 Science and technology")
                .contains("needs 14,054 persons a month from here on")
                .contains("<small lang=\"zh\">城镇新增就业18万人以上</small>");
        assertThat(Language.of("en")).isEqualTo(Language.ENGLISH);
        assertThatThrownBy(() -> Language.of("de")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_brief_has_five_parts_of_three_lines() throws Exception {
        byte[] brief = new LeadersBrief(edition(allVerdicts(), Language.CHINESE)).html();
        Document document = parse(brief);

        List<Element> lists = elements(document, "ul").stream()
                .filter(list -> list.getAttribute("class").equals("method"))
                .toList();

        assertThat(lists).hasSize(5).allSatisfy(list -> assertThat(elements(list, "li"))
                .hasSize(3));
        assertThat(new String(brief, StandardCharsets.UTF_8))
                .contains("盟市应报52份：入库47份，退回3份，未报2份。", "未了结的审核问题：强制性2件，核实性0件。")
                .doesNotContainIgnoringCase("<script")
                .doesNotContain("://");
    }

    @Test
    void the_workbook_has_a_cover_one_table_a_sheet_and_real_numbers() throws Exception {
        byte[] content = new ScorecardWorkbook(edition(allVerdicts(), Language.CHINESE)).xlsx();

        assertThat(content).isEqualTo(new ScorecardWorkbook(edition(allVerdicts(), Language.CHINESE)).xlsx());
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(content))) {
            XSSFSheet targets = workbook.getSheet("目标");
            assertThat(IntStream.range(0, workbook.getNumberOfSheets()).mapToObj(workbook::getSheetName))
                    .containsExactly("封面", "说明", "总览", "目标", "盟市", "推算", "贡献", "双目标", "修订", "审核问题");
            assertThat(workbook)
                    .allSatisfy(sheet -> assertThat(sheet.getNumMergedRegions()).isZero());
            assertThat(targets.getPhysicalNumberOfRows()).isEqualTo(TARGETS + 1);
            assertThat(targets.getPaneInformation().isFreezePane()).isTrue();
            assertThat(targets.getRow(1).getCell(8).getCellStyle().getDataFormatString())
                    .isEqualTo("0.0%");
            assertThat(workbook.getSheet("总览").getDrawingPatriarch().getCharts())
                    .singleElement()
                    .satisfies(chart ->
                            assertThat(chart.getTitleText().getString()).isEqualTo("各评判结果的目标数（项）"));
            assertThat(workbook.getSheet("总览")
                            .getDrawingPatriarch()
                            .getCTDrawing()
                            .getTwoCellAnchorArray(0)
                            .getGraphicFrame()
                            .getNvGraphicFramePr()
                            .getCNvPr()
                            .getDescr())
                    .contains("无法判断");
        }
    }

    @Test
    void the_workbook_names_measures_and_has_figures_in_units_that_people_read() throws Exception {
        try (XSSFWorkbook workbook = workbook(Language.CHINESE)) {
            assertThat(shown(workbook, "目标", 1)).contains("18", "万人", "9.57", "53.2%", "50.0%", "53.8%");
            assertThat(workbook.getSheet("目标").getRow(1).getCell(7).getNumericCellValue())
                    .isEqualTo(9.5678);
            assertThat(shown(workbook, "盟市", 0)).contains("累计额（亿元）");
            assertThat(shown(workbook, "盟市", 1)).contains("880.8", "12.1");
            assertThat(shown(workbook, "推算", 1)).contains("18", "19.14", "19.75", "万人");
            assertThat(shown(workbook, "贡献", 2)).contains("本年累计", "1.23", "万人", "39.5", "-0.45", "-1");
            assertThat(shown(workbook, "修订", 1)).contains("本年累计", "1,200", "1,500", "人");
            assertThat(shown(workbook, "审核问题", 1)).contains("✕ 强制性");
        }
        try (XSSFWorkbook workbook = workbook(Language.ENGLISH)) {
            assertThat(shown(workbook, "Areas", 0)).contains("Amount (billion yuan)");
            assertThat(shown(workbook, "Areas", 1)).contains("88.08");
            assertThat(shown(workbook, "Contributions", 1)).contains("cumulative since January", "12,345", "persons");
        }
    }

    @Test
    void charts_of_the_workbook_draw_the_cells_that_they_say() throws Exception {
        try (XSSFWorkbook workbook = workbook(Language.CHINESE)) {
            CTBarSer growth = bars(workbook, "盟市");
            CTBarSer verdicts = bars(workbook, "总览");

            assertThat(growth.getCat().getStrRef().getF()).isEqualTo("'盟市'!$A$2:$A$6");
            assertThat(growth.getVal().getNumRef().getF()).isEqualTo("'盟市'!$B$2:$B$6");
            assertThat(shown(workbook, "盟市", 0).get(1)).isEqualTo("固定资产投资累计增速（%）");
            assertThat(growth.getVal().getNumRef().getNumCache().getPtArray())
                    .as("of the five areas three have no figure, and no figure is no zero")
                    .extracting(CTNumVal::getIdx, CTNumVal::getV)
                    .containsExactly(tuple(0L, "12.1"), tuple(1L, "-0.5"));
            assertThat(workbook.getSheet("盟市").getRow(1).getCell(1).getRawValue())
                    .isEqualTo("12.1");
            assertThat(workbook.getSheet("盟市").getRow(3).getCell(1).getCellType())
                    .isEqualTo(CellType.BLANK);
            assertThat(verdicts.getVal().getNumRef().getF()).isEqualTo("'总览'!$B$2:$B$8");
            assertThat(shown(workbook, "总览", 0).get(1)).isEqualTo("合计（项）");
        }
    }

    private static XSSFWorkbook workbook(Language language) throws IOException {
        return new XSSFWorkbook(
                new ByteArrayInputStream(new ScorecardWorkbook(edition(allVerdicts(), language)).xlsx()));
    }

    /** A row as the reader of the workbook sees it. */
    private static List<String> shown(XSSFWorkbook workbook, String sheet, int row) {
        DataFormatter formatter = new DataFormatter(Locale.ROOT);
        return StreamSupport.stream(workbook.getSheet(sheet).getRow(row).spliterator(), false)
                .map(formatter::formatCellValue)
                .toList();
    }

    private static CTBarSer bars(XSSFWorkbook workbook, String sheet) {
        return workbook.getSheet(sheet)
                .getDrawingPatriarch()
                .getCharts()
                .get(0)
                .getCTChart()
                .getPlotArea()
                .getBarChartArray(0)
                .getSerArray(0);
    }

    @Test
    void a_milestone_is_shown_with_the_stage_it_must_reach() {
        Map<String, Object> row = target(1, Verdict.ACHIEVED, false);
        row.put("modality", "milestone");
        row.put("required_stage", "完工");

        assertThat(new ScorecardLine(row).target()).isEqualTo("完工");
    }

    @Test
    void what_is_left_to_do_is_not_said_where_nothing_could_be_judged() {
        assertThat(text(page(List.of(target(5, Verdict.CANNOT_JUDGE, false))))).doesNotContain("其余月份");
    }

    @Test
    void the_stamp_is_the_publication_s_and_the_bytes_are_the_same_again() {
        ScorecardPage page = page(allVerdicts());

        assertThat(page.html()).isEqualTo(page(allVerdicts()).html());
        assertThat(text(page))
                .contains("<dt>数据截止</dt><dd>2025-07-15 09:00:12 北京时间</dd>")
                .contains("<dt>评判时间</dt><dd>2025-07-15 09:00:14 北京时间</dd>")
                .contains("<dt>目标目录版本</dt><dd>ac84a8e19f70</dd>")
                .contains("2025年1—6月");
    }

    @Test
    void what_came_from_outside_cannot_become_markup() throws Exception {
        Map<String, Object> target = new LinkedHashMap<>(target(1, Verdict.BEHIND, false));
        target.put("indicator_zh", "</th><script>alert('1')</script>&\u0001\"");

        ScorecardPage page = page(List.of(target));

        assertThat(parse(page.html())).isNotNull();
        assertThat(text(page))
                .contains("&lt;/th&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;\uFFFD&quot;")
                .doesNotContain("<script");
    }

    @Test
    void nothing_judged_is_said_and_is_a_page_too() throws Exception {
        Rows none = new Rows(List.of(), List.of());
        ScorecardPage page =
                new ScorecardPage(edition(new Scorecard(null, Map.of(), none), none, none, Language.CHINESE));

        assertThat(parse(page.html())).isNotNull();
        assertThat(text(page)).contains("这一期还没有评判结果。");
    }

    @Test
    void every_text_can_be_read_on_its_ground() {
        Map<String, String> colours = palette();
        Map<String, Double> contrasts = new TreeMap<>();
        colours.forEach((name, ink) -> {
            if (name.endsWith("ink")) {
                contrasts.put(name, contrast(ink, colours.get(name.replace("ink", "paper"))));
            }
        });
        contrasts.put("soft-ink on paper", contrast(colours.get("soft-ink"), colours.get("paper")));

        assertThat(contrasts).hasSize(2 + Verdict.values().length + 1);
        assertThat(contrasts)
                .allSatisfy((name, contrast) -> assertThat(contrast).as(name).isGreaterThanOrEqualTo(LEAST_CONTRAST));
    }

    @Test
    void markup_that_would_not_hold_is_refused() {
        assertThatThrownBy(() -> new Html().element("p", "", "class")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Html().style("a > b {} </style>")).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<Map<String, Object>> allVerdicts() {
        return IntStream.range(0, TARGETS)
                .mapToObj(i -> i % EVERY_THIRD == 1
                        ? never(i)
                        : target(i, Verdict.values()[i % Verdict.values().length], i % EVERY_THIRD == 0))
                .toList();
    }

    private static Scorecard card(Map<String, Object> target) {
        return new Scorecard(
                Period.of("2025-06"),
                new LinkedHashMap<>(PUBLICATION),
                new Rows(List.copyOf(target.keySet()), List.of(target)));
    }

    private static ScorecardPage page(List<? extends Map<String, Object>> targets) {
        return new ScorecardPage(edition(targets, Language.CHINESE));
    }

    private static Edition edition(List<? extends Map<String, Object>> targets, Language language) {
        Rows rows = new Rows(List.copyOf(targets.get(0).keySet()), new ArrayList<>(targets));
        Rows areas = new Rows(
                List.of(),
                List.of(
                        area("150100", "呼和浩特市", "12.1", "88080000000", 13, 13, 0, 0),
                        area("150200", "包头市", "-0.5", "29360000000", 13, 11, 2, 0),
                        area("150300", "乌海市", null, null, 13, 12, 0, 1),
                        area("150400", "赤峰市", null, null, 13, 11, 1, 1),
                        area("150500", "通辽市", null, null, 0, 0, 0, 0)));
        Rows findings = new Rows(
                List.of(),
                List.of(Map.of(
                        "severity",
                        "ERROR",
                        "code",
                        "CELL_FAULT",
                        "advice_zh",
                        "请修正公式。",
                        "advice_en",
                        "Mend the formula.",
                        "findings",
                        2,
                        "submissions",
                        1,
                        "areas",
                        1)));
        return edition(
                new Scorecard(Period.of("2025-06"), new LinkedHashMap<>(PUBLICATION), rows), areas, findings, language);
    }

    private static Edition edition(Scorecard card, Rows areas, Rows findings, Language language) {
        Rows history = rows(List.of(
                month("T2025-0005", "2025-04", "0.95", "BEHIND"), month("T2025-0005", "2025-06", "0.987654", "WATCH")));
        Rows verdicts = rows(
                List.of(revised("90000", "BEHIND", "95678", "WATCH"), revised("95678", "WATCH", "95680", "WATCH")));
        Map<String, Object> figure = new LinkedHashMap<>(Map.of(
                "area_name", "包头市",
                "area_name_en", "Baotou",
                "period", "2025-05",
                "indicator_name", "城镇新增就业",
                "indicator_name_en", "New urban jobs",
                "measure", "YTD",
                "was", new BigDecimal("1200"),
                "became", new BigDecimal("1500"),
                "base_unit", "人",
                "reason", "漏报一个旗"));
        figure.put("measure_name", "本年累计");
        figure.put("measure_name_en", "cumulative since January");
        figure.put("publication_id", 7L);
        figure.put("revisions", 23);
        return new Edition(
                card,
                language,
                new Beside(
                        areas,
                        findings,
                        history,
                        rows(List.of(projection(5, "191356", "197500", true, false))),
                        contributions(),
                        NONE,
                        verdicts,
                        rows(List.of(figure))),
                titles(language));
    }

    private static Map<String, Object> revised(String was, String wasVerdict, String became, String becameVerdict) {
        return Map.of(
                "target_id",
                "T2025-0005",
                "publication_id",
                7L,
                "was_value",
                new BigDecimal(was),
                "became_value",
                new BigDecimal(became),
                "was_verdict",
                wasVerdict,
                "became_verdict",
                becameVerdict);
    }

    /** As the seeds have them. */
    private static Map<String, String> titles(Language language) {
        return Seeds.builtIn().rows("section_2025").stream()
                .collect(Collectors.toMap(
                        row -> row.text("section"), row -> row.text(language.of("title_zh", "title_en"))));
    }

    private static Map<String, Object> month(String target, String period, String pace, String verdict) {
        return Map.of(
                "target_id",
                target,
                "period",
                period,
                "pace_profile",
                new BigDecimal(pace),
                "verdict",
                verdict,
                "verdict_at_first",
                verdict);
    }

    private static Map<String, Object> projection(
            int number, String byTime, String byProfile, boolean meetsByTime, boolean meetsByProfile) {
        return Map.of(
                "target_id",
                "T2025-%04d".formatted(number),
                "projected_time",
                new BigDecimal(byTime),
                "projected_profile",
                new BigDecimal(byProfile),
                "projected_lowest",
                new BigDecimal(byTime),
                "projected_highest",
                new BigDecimal(byProfile),
                "meets_by_time",
                meetsByTime,
                "meets_by_profile",
                meetsByProfile);
    }

    private static Rows everyArea() {
        return rows(Seeds.builtIn().rows("area").stream()
                .filter(row -> !row.text("kind").equals("region"))
                .map(row -> area(row.text("area_code"), row.text("name_zh"), "12.1", "29360000000", 13, 11, 1, 1))
                .toList());
    }

    private static Rows contributions() {
        return rows(List.of(
                contribution("包头市", "Baotou", "60.5", "2.5", 1L, 2L),
                contribution("呼和浩特市", "Hohhot", "39.5", "-0.45", 2L, -1L)));
    }

    private static Map<String, Object> contribution(
            String name, String english, String share, String points, long place, long change) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("indicator_code", "NEW_URBAN_JOBS");
        row.put("indicator_name", "城镇新增就业");
        row.put("indicator_name_en", "New urban jobs");
        row.put("area_name", name);
        row.put("area_name_en", english);
        row.put("measure_name", "本年累计");
        row.put("measure_name_en", "cumulative since January");
        row.put("value", new BigDecimal("12345"));
        row.put("base_unit", "人");
        row.put("share_percent", new BigDecimal(share));
        row.put("growth_percent", new BigDecimal("3.25"));
        row.put("contribution_points", new BigDecimal(points));
        row.put("value_rank", place);
        row.put("growth_rank", place);
        row.put("growth_rank_change", change);
        return row;
    }

    private static Rows rows(List<? extends Map<String, Object>> rows) {
        return new Rows(List.of(), new ArrayList<>(rows));
    }

    private static Map<String, Object> target(int number, Verdict verdict, boolean aspiration) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("target_id", "T2025-%04d".formatted(number));
        row.put("section", number < 9 ? "headline" : String.valueOf(number / 10 + 1));
        row.put("phrase", "城镇新增就业18万人以上");
        row.put("indicator_zh", "城镇新增就业");
        row.put("indicator_en", "New urban jobs");
        row.put("indicator_code", "NEW_URBAN_JOBS");
        row.put("modality", "at_least");
        row.put("kind", "volume");
        row.put("pace", "profile");
        row.put("is_aspiration", aspiration);
        row.put("target_value_as_written", new BigDecimal("18"));
        row.put("target_unit", "万人");
        row.put("target_value", new BigDecimal("180000"));
        row.put("base_unit", "人");
        row.put("actual_value", new BigDecimal("95678"));
        row.put("completion", new BigDecimal("0.531544"));
        row.put("expected_time", new BigDecimal("90000"));
        row.put("expected_profile", new BigDecimal("96874"));
        row.put("pace_time", new BigDecimal("1.063089"));
        row.put("pace_profile", new BigDecimal("0.987654"));
        row.put("required_rest", new BigDecimal("14053.67"));
        row.put("verdict", verdict.name());
        row.put("verdict_reason", "PACES_DIFFER");
        row.put("coverage", "12/12");
        return row;
    }

    /** A target that the catalogue says cannot be judged. */
    private static Map<String, Object> never(int number) {
        Map<String, Object> row = target(number, Verdict.CANNOT_JUDGE, false);
        List.of(
                        "actual_value",
                        "completion",
                        "expected_time",
                        "expected_profile",
                        "pace_time",
                        "pace_profile",
                        "required_rest",
                        "coverage")
                .forEach(column -> row.put(column, null));
        row.put("kind", "milestone");
        row.put("verdict_reason", "STAGE_AMBIGUOUS");
        row.put("cannot_judge_reason", "STAGE_AMBIGUOUS");
        row.put("note", "“加快建设”未言年内须达何阶段");
        return row;
    }

    private static Map<String, Object> area(String code, String name, String growth, String amount, int... forms) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("area_code", code);
        row.put("area_name", name);
        row.put("indicator_name", "固定资产投资");
        row.put("growth", growth == null ? null : new BigDecimal(growth));
        row.put("amount", amount == null ? null : new BigDecimal(amount));
        row.put("amount_of_areas", new BigDecimal("117440000000"));
        row.put("areas_have", 2);
        row.put("forms_asked", forms[0]);
        row.put("forms_published", forms[1]);
        row.put("forms_held", forms[2]);
        row.put("forms_missing", forms[3]);
        return row;
    }

    private static String text(ScorecardPage page) {
        return new String(page.html(), StandardCharsets.UTF_8);
    }

    private static Document parse(byte[] page) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(page));
    }

    private static List<Element> elements(Document document, String name) {
        return elements(document.getDocumentElement(), name);
    }

    private static List<Element> elements(Element within, String name) {
        NodeList found = within.getElementsByTagName(name);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .toList();
    }

    private static String styleSheet() {
        try (InputStream input = ScorecardPage.class.getResourceAsStream("/mengshi/report/scorecard.css")) {
            return new String(input.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> palette() {
        Matcher declared =
                Pattern.compile("--([a-z-]*(?:ink|paper)): (#[0-9a-f]{6});").matcher(styleSheet());
        Map<String, String> colours = new TreeMap<>();
        declared.results().forEach(found -> colours.put(found.group(1), found.group(2)));
        return colours;
    }

    /** As WCAG 2 defines it. */
    private static double contrast(String one, String other) {
        double first = luminance(one);
        double second = luminance(other);
        return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
    }

    private static double luminance(String colour) {
        double[] weights = {0.2126, 0.7152, 0.0722};
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            double part = Integer.parseInt(colour.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
            sum += weights[i] * (part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4));
        }
        return sum;
    }
}
