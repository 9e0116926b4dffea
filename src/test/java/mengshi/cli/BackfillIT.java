package mengshi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import mengshi.TestDatabase;
import mengshi.cli.Shell.Ended;
import mengshi.database.Database;
import mengshi.database.Login;
import mengshi.model.Period;
import mengshi.sample.SampleFile;
import mengshi.sample.SampleSubmissions;
import mengshi.seeds.Seeds;
import mengshi.workbook.CellValue;
import mengshi.workbook.SheetDraft;
import mengshi.workbook.WorkbookDraft;
import mengshi.workbook.WorkbookWriter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A yearbook's table becomes history: loaded, told again, corrected. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BackfillIT {

    private static final Clock CLOCK =
            Clock.offset(Clock.systemUTC(), Duration.between(Instant.now(), Instant.parse("2025-07-20T02:00:00Z")));

    private static final List<String> AREAS =
            List.of("呼和浩特市", "包头市", "乌海市", "赤峰市", "通辽市", "鄂尔多斯市", "呼伦贝尔市", "巴彦淖尔市", "乌兰察布市", "兴安盟", "锡林郭勒盟", "阿拉善盟");
    private static final List<String> INDICATORS = List.of("固定资产投资（不含农户）（亿元）", "社会消费品零售总额（亿元）", "一般公共预算收入（亿元）");
    private static final List<String> CODES = List.of("FAI", "RETAIL_SALES", "BUDGET_REVENUE");
    private static final int COLUMNS = 3 * 2 * 11;

    @TempDir
    private static Path folder;

    private static Database database;
    private static Shell shell;

    @BeforeAll
    static void opened() {
        database = TestDatabase.fresh();
        shell = new Shell(database, folder, CLOCK.withZone(ZoneOffset.UTC));
    }

    @AfterAll
    static void closed() {
        database.close();
    }

    /** In hundred millions, with a decimal; grows over the months of a year. */
    private static BigDecimal truth(int area, int indicator, int year, int month) {
        return new BigDecimal(10 + area * 7 + indicator * 3 + (year - 2023))
                .multiply(BigDecimal.valueOf(month))
                .add(new BigDecimal("0.5"));
    }

    private static CellValue number(BigDecimal value) {
        return new CellValue.Numeric(value, false);
    }

    private static SheetDraft yearbook() {
        SheetDraft sheet = SheetDraft.named("历史数据").text(0, 0, "各盟市主要经济指标").text(2, 0, "地区");
        for (int area = 0; area < AREAS.size(); area++) {
            sheet.text(5 + area, 0, AREAS.get(area));
        }
        for (int column = 0; column < COLUMNS; column++) {
            int indicator = column / 22;
            int year = 2023 + column / 11 % 2;
            int month = 2 + column % 11;
            if (column % 22 == 0) {
                sheet.text(2, 1 + column, INDICATORS.get(indicator)).merge(2, 2, 1 + column, 22 + column);
            }
            if (column % 11 == 0) {
                sheet.text(3, 1 + column, year + "年").merge(3, 3, 1 + column, 11 + column);
            }
            sheet.text(4, 1 + column, "1—" + month + "月");
            for (int area = 0; area < AREAS.size(); area++) {
                sheet.put(5 + area, 1 + column, number(truth(area, indicator, year, month)));
            }
        }
        return sheet;
    }

    private static void lay(String name, SheetDraft sheet) throws IOException {
        Path inbox = Files.createDirectories(folder.resolve("history"));
        Files.write(inbox.resolve(name), WorkbookWriter.xlsx(WorkbookDraft.of(sheet)));
        Files.setLastModifiedTime(
                inbox.resolve(name), java.nio.file.attribute.FileTime.from(Instant.parse("2025-07-01T00:00:00Z")));
    }

    private static Ended backfill() {
        return shell.run("run", "backfill", "inbox=history", "form=NM-H01", "--json");
    }

    private static List<String> ask(String sql) {
        return JdbcClient.create(database.as(Login.READER))
                .sql(sql)
                .query(String.class)
                .list();
    }

    private static List<String> figures() {
        return ask("""
                select area_name || ' ' || period || ' ' || indicator_code || ' ' || trim_scale(value)
                from mart.observation
                where form_code = 'NM-H01' and measure = 'YTD'
                order by 1""");
    }

    private static List<String> truths() {
        List<String> truths = new ArrayList<>();
        for (int column = 0; column < COLUMNS; column++) {
            int year = 2023 + column / 11 % 2;
            int month = 2 + column % 11;
            for (int area = 0; area < AREAS.size(); area++) {
                BigDecimal value =
                        truth(area, column / 22, year, month).movePointRight(8).setScale(0);
                truths.add("%s %d-%02d %s %s".formatted(AREAS.get(area), year, month, CODES.get(column / 22), value));
            }
        }
        return truths;
    }

    @Test
    @Order(1)
    void every_figure_of_a_yearbooks_table_becomes_a_fact() throws IOException {
        lay("年鉴.xlsx", yearbook());

        Ended ended = backfill();

        assertThat(ended.code()).as(ended.out() + ended.err()).isEqualTo(Exit.DONE.code());
        assertThat(ended.json().get("received").asInt()).isEqualTo(1);
        assertThat(ended.json().get("published").asInt()).isEqualTo(12 * 22);
        assertThat(figures()).hasSize(12 * 22 * 3).containsExactlyInAnyOrderElementsOf(truths());
        assertThat(ask("select distinct file_name || ' ' || sheet from mart.observation"))
                .containsExactly("年鉴.xlsx 历史数据");
    }

    @Test
    @Order(2)
    void nothing_is_owed_and_nobody_is_answered() throws IOException {
        assertThat(ask("select distinct form_code from mart.submission")).containsExactly("NM-H01");
        assertThat(ask("select form_code from mart.due_submission")).isEmpty();
        assertThat(ask("select path from mart.run_answer")).isEmpty();
        try (Stream<Path> outbox = Files.exists(folder.resolve("var/outbox"))
                ? Files.walk(folder.resolve("var/outbox")).filter(Files::isRegularFile)
                : Stream.empty()) {
            assertThat(outbox).isEmpty();
        }
    }

    @Test
    @Order(3)
    void a_second_run_has_nothing_to_do_and_the_same_file_is_a_duplicate() throws IOException {
        assertThat(backfill().json().get("status").asString()).isEqualTo("NOTHING_NEW");

        lay("年鉴（再报）.xlsx", yearbook());
        Ended again = backfill();

        assertThat(again.json().get("duplicates").asInt()).isEqualTo(1);
        assertThat(again.json().get("published").asInt()).isZero();
        assertThat(figures()).hasSize(12 * 22 * 3);
    }

    @Test
    @Order(4)
    void a_correction_with_its_reason_is_a_new_vintage() throws IOException {
        lay(
                "年鉴（修订）.xlsx",
                yearbook().text(20, 0, "更正说明：").text(20, 1, "根据第五次经济普查结果修订").put(5, 1, number(new BigDecimal("99"))));

        Ended ended = backfill();

        assertThat(ended.json().get("held").asInt()).as(ended.out()).isZero();
        assertThat(figures()).hasSize(12 * 22 * 3).contains("呼和浩特市 2023-02 FAI 9900000000");
        assertThat(ask("""
                select version || ' ' || state
                from mart.submission
                where area_code = '150100' and form_code = 'NM-H01' and period = '2023-02' and version is not null
                order by version""")).containsExactly("1 SUPERSEDED", "2 PUBLISHED");
    }

    @Test
    @Order(5)
    void a_table_with_a_misspelt_area_is_refused_whole_and_says_where() throws IOException {
        lay("错名.xlsx", yearbook().text(6, 0, "包投市"));

        Ended ended = backfill();

        assertThat(ended.code()).isEqualTo(Exit.FOUND.code());
        assertThat(ended.json().get("rejected").asInt()).isEqualTo(1);
        assertThat(ask("select code || ' ' || sheet || ' ' || cell from mart.finding where file_name = '错名.xlsx'"))
                .containsExactly("AREA_UNKNOWN 历史数据 A7");
        assertThat(figures()).hasSize(12 * 22 * 3);
    }

    @Test
    @Order(6)
    void history_does_not_come_by_night() throws IOException {
        lay("夜里.xlsx", yearbook().put(5, 1, number(new BigDecimal("1"))));

        Ended ended = shell.run("nightly", "--inbox", "history", "--json");

        assertThat(ended.json().get("rejected").asInt()).as(ended.out()).isEqualTo(1);
        assertThat(figures()).contains("呼和浩特市 2023-02 FAI 9900000000");
    }

    /** Yearbooks put the whole region first, under a name of its own. */
    @Test
    @Order(7)
    void the_region_stands_in_a_table_of_its_leagues_too() throws IOException {
        SheetDraft sheet = SheetDraft.named("历史数据")
                .text(0, 0, "主要经济指标")
                .text(2, 0, "地区")
                .text(3, 0, "全  区")
                .text(4, 0, "包头市");
        for (int month : List.of(6, 12)) {
            int column = month / 6;
            sheet.text(2, column, "外贸进出口总额（亿元）2022年1—" + month + "月")
                    .put(3, column, number(new BigDecimal(month * 100)))
                    .put(4, column, number(new BigDecimal(month * 10)));
        }
        lay("全区.xlsx", sheet);

        Ended ended = backfill();

        assertThat(ended.json().get("published").asInt()).as(ended.out()).isEqualTo(4);
        assertThat(ask("""
                select area_name || ' ' || period || ' ' || trim_scale(value) || ' ' || cell
                from mart.observation where file_name = '全区.xlsx' order by area_code, period"""))
                .containsExactly(
                        "内蒙古自治区 2022-06 60000000000 B4",
                        "内蒙古自治区 2022-12 120000000000 C4",
                        "包头市 2022-06 6000000000 B5",
                        "包头市 2022-12 12000000000 C5");
    }

    @Test
    @Order(8)
    void the_results_that_the_report_gives_become_facts_with_their_cell_and_their_words() throws IOException {
        Files.createDirectories(folder.resolve("results"));
        Ended written = shell.run("targets", "results", "-o", "results/2024.xlsx", "--json");
        int results = written.json().get("results").asInt();
        byte[] first = Files.readAllBytes(folder.resolve("results/2024.xlsx"));
        shell.run("targets", "results", "-o", "again.xlsx");

        Ended ended = shell.run("run", "backfill", "inbox=results", "form=NM-H03", "--json");

        assertThat(folder.resolve("again.xlsx")).hasBinaryContent(first);
        assertThat(ended.code()).as(ended.out() + ended.err()).isEqualTo(Exit.DONE.code());
        assertThat(ask("select code from mart.finding where form_code = 'NM-H03'"))
                .isEmpty();
        assertThat(results).isGreaterThan(30);
        assertThat(ask("select count(*)::text from mart.observation where form_code = 'NM-H03'"))
                .containsExactly(String.valueOf(results));
        assertThat(ask("""
                select count(*)::text
                from mart.actual as actual
                inner join mart.observation as fact
                    on fact.form_code = 'NM-H03'
                    and fact.area_code = '150000'
                    and fact.period = '2024'
                    and fact.indicator_code = actual.indicator_code
                    and fact.value = actual.value_in_base
                where actual.kind <> 'relation'
                    and fact.measure = case actual.kind when 'growth' then 'YOY_YTD' when 'volume' then 'YEAR' else 'END' end""")).as("each as the catalogue has it").containsExactly(String.valueOf(results));
        assertThat(shell.run(
                                "trace",
                                "--area",
                                "内蒙古",
                                "--indicator",
                                "FAI_KEY_PROJECTS",
                                "--period",
                                "2024",
                                "--measure",
                                "YEAR")
                        .out())
                .contains("910000000000元", "原写“9100” 亿元 × 100000000", "  ‹ 报告结果!");
    }

    /** Published at the year's end as 12.2 %, in the report as an estimate of 13 %. */
    @Test
    @Order(9)
    void a_published_figure_that_is_not_what_the_report_said_is_told() throws IOException {
        Path inbox = Files.createDirectories(folder.resolve("var/inbox"));
        Seeds seeds = Seeds.builtIn();
        Period december = Period.month(2024, 12);
        for (SampleFile file :
                SampleSubmissions.of(seeds, 1, december, december).files()) {
            if (file.name().startsWith("150000_")) {
                Files.write(inbox.resolve(file.name()), file.bytes());
            }
        }

        Ended night = shell.run("nightly", "--json");

        assertThat(night.json().get("published").asInt()).as(night.out()).isEqualTo(1);
        assertThat(ask("""
                select count(*)::text
                from mart.edit_outcome
                where edit_id like 'L3-MIRROR-NM-R01-%' and passed + failed = 1""")).containsExactly("3");
    }

    @Test
    void what_is_missing_is_said() {
        assertThat(shell.run("run", "backfill", "inbox=history").code()).isEqualTo(Exit.USAGE.code());
        assertThat(shell.run("run", "backfill", "inbox=history", "form=NM-X").err())
                .contains("NM-H01");
    }
}
