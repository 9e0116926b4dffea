package mengshi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import mengshi.TestDatabase;
import mengshi.database.Database;
import mengshi.database.Login;
import mengshi.model.ObservationStatus;
import mengshi.model.Period;
import mengshi.sample.SampleFile;
import mengshi.sample.SampleSubmissions;
import mengshi.seeds.Seeds;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import sdmxdl.Component;
import sdmxdl.Dimension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From a printed number back to the cell, over files that went the whole way. */
class TraceIT {

    private static final Instant NOW = Instant.parse("2025-07-20T02:00:00Z");
    private static final Period JUNE = Period.month(2025, 6);
    private static final String TONGLIAO = "150500_通辽市_NM-M02_2025-06.xlsx";
    private static final int COLUMNS = 80;

    private static final String[] YEAR_TO_DATE = {
        "trace",
        "--area",
        "通辽",
        "--indicator",
        "PIPELINES_RENOVATED",
        "--period",
        "2025-06",
        "--measure",
        "ytd",
        "--json"
    };

    @TempDir
    private static Path folder;

    private static Database database;
    private static String fingerprint;

    /** What a command left behind. */
    private record Ended(int code, String out, String err) {

        JsonNode json() {
            return JsonMapper.shared().readTree(out);
        }
    }

    @BeforeAll
    static void files_went_the_whole_way() throws Exception {
        database = TestDatabase.fresh();
        Path inbox = Files.createDirectories(folder.resolve("var/inbox"));
        List<SampleFile> files =
                SampleSubmissions.of(Seeds.builtIn(), 1, JUNE, JUNE).files();
        for (SampleFile file : files) {
            if (file.name().matches("\\d{6}_.*_NM-M02_2025-06\\.xlsx?")) {
                Files.write(inbox.resolve(file.name()), file.bytes());
            }
        }
        fingerprint = HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(inbox.resolve(TONGLIAO))));
        Ended night = run("nightly");
        assertThat(night.code()).as(night.err()).isEqualTo(Exit.DONE.code());
    }

    @AfterAll
    static void closed() {
        database.close();
    }

    @Test
    void a_figure_leads_to_its_cell_its_file_and_what_was_checked() {
        JsonNode fact = run(YEAR_TO_DATE).json().at("/facts/0");

        assertThat(fact.at("/file_name").asString()).isEqualTo(TONGLIAO);
        assertThat(fact.at("/file_sha256").asString()).isEqualTo(fingerprint);
        assertThat(fact.at("/sheet").asString() + "!" + fact.at("/cell").asString())
                .isEqualTo("重点任务进度!E9");
        assertThat(fact.at("/value").decimalValue())
                .isEqualByComparingTo(fact.at("/value_as_written").asString());
        assertThat(fact.at("/unit_as_written").asString()).isEqualTo("公里");
        assertThat(fact.at("/factor").decimalValue()).isEqualByComparingTo("1");
        assertThat(fact.at("/version").asInt()).isEqualTo(1);
        assertThat(fact.at("/submission_state").asString()).isEqualTo("PUBLISHED");
        assertThat(fact.at("/run_id").asLong()).isEqualTo(1);
        assertThat(fact.at("/publication_id").asLong()).isEqualTo(1);
        assertThat(fact.at("/is_current").asBoolean()).isTrue();
        assertThat(fact.at("/edit_keys_passed").asInt()).isPositive();
        assertThat(fact.at("/edit_keys_failed").asInt()).isZero();
        assertThat(fact.at("/signers_recorded").asInt()).isEqualTo(3);
        assertThat(fact.at("/signers")).hasSize(3).allSatisfy(name -> assertThat(name.asString())
                .isNotBlank());
        assertThat(fact.at("/stored").asString()).isEqualTo("OK");
    }

    @Test
    void a_verdict_leads_to_its_formula_and_the_figure_of_every_area() {
        JsonNode trace =
                run("trace", "T2025-0202", "--period", "2025-06", "--json").json();

        assertThat(trace.at("/source").asString()).isEqualTo("SUM");
        assertThat(trace.at("/formula").asString()).contains("完成 = 实际 ÷ 目标");
        assertThat(trace.at("/facts")).hasSize(12).allSatisfy(fact -> {
            assertThat(fact.at("/role").asString()).isEqualTo("ACTUAL");
            assertThat(fact.at("/cell").asString()).isEqualTo("E9");
            assertThat(fact.at("/stored").asString()).isEqualTo("OK");
        });
        assertThat(trace.at("/recomputed").decimalValue())
                .isEqualByComparingTo(trace.at("/target/actual_value").decimalValue());
        assertThat(trace.at("/base/not_there"))
                .as("nobody sent anything of last year")
                .hasSize(24)
                .allSatisfy(row -> assertThat(row.at("/state").asString()).isEqualTo("MISSING"));
    }

    @Test
    void people_read_it_on_80_columns_with_those_who_signed_and_no_telephone() {
        Map<String, Object> frame =
                JdbcClient.create(database.as(Login.LOADER)).sql("""
                        select frame ->> 'unit_head' as head, frame ->> 'statistics_head' as statistician,
                            frame ->> 'filled_by' as filler
                        from ops.submission
                        where area_key = (select area_key from warehouse.dim_area where area_code = '150500')""").query().singleRow();
        List<String> telephones = JdbcClient.create(database.as(Login.LOADER))
                .sql("select distinct frame ->> 'phone' from ops.submission")
                .query(String.class)
                .list();

        Ended target = run("trace", "T2025-0202", "--period", "2025-06");
        Ended figure =
                run("trace", "--area", "150500", "--indicator", "改造各类管网", "--period", "2025-06", "--measure", "YTD");

        assertThat(target.code()).isZero();
        assertThat(target.out())
                .contains("应达  按时间 50.0%（进度 46.5%）\n算法  总量  起决定作用的进度：上年进度\n")
                .contains("进度 = 实际 ÷ 应达（越低越好的为 2 − 实际 ÷ 应达）")
                .contains("来源  SUM 盟市数合计")
                .contains("：一致")
                .contains("SHA-256 " + fingerprint)
                .contains("没有上年数 2024-06 NM-M02 未报，也未补录：呼和浩特市、包头市、乌海市等12个");
        assertThat(figure.out())
                .startsWith("改造各类管网  2025-06  YTD  NM-M02\n  150500 通辽市  ")
                .contains("  ‹ 重点任务进度!E9\n    " + TONGLIAO + "\n    SHA-256 " + fingerprint + "\n    存档 OK  ")
                .contains("    签名 单位负责人 " + frame.get("head") + "  统计负责人 " + frame.get("statistician") + "  填表人 "
                        + frame.get("filler") + "\n")
                .endsWith("这些单元格没有审核问题\n");
        Ended ratio = run("trace", "T2025-0408", "--period", "2025-06");
        Ended based = run("trace", "T2025-0506", "--period", "2025-06");
        assertThat(ratio.out())
                .contains("来源  RATIO 分子合计比分母合计", "：一致", "Σ 分子 ", " 150100 呼和浩特市  权数 ")
                .contains("        YTD ");
        assertThat(based.out()).contains("基数  2024年结果 820.1亿斤  报告第3段 A2024-0308", "“达到820.1亿斤”");
        assertThat((target.out() + figure.out() + ratio.out() + based.out()).lines())
                .allSatisfy(line -> assertThat(DisplayWidth.of(line)).isLessThanOrEqualTo(COLUMNS));
        assertThat(telephones).isNotEmpty().allSatisfy(number -> assertThat(target.out() + figure.out())
                .doesNotContain(number));
    }

    @Test
    void a_figure_is_traced_as_it_was_known_with_the_edits_that_passed_and_the_frame() {
        JsonNode fact = run(YEAR_TO_DATE).json().at("/facts/0");
        String[] before = java.util.stream.Stream.concat(
                        java.util.Arrays.stream(YEAR_TO_DATE), java.util.stream.Stream.of("--as-known", "2025-07-19"))
                .toArray(String[]::new);

        assertThat(fact.at("/edits"))
                .isNotEmpty()
                .allSatisfy(edit -> assertThat(edit.at("/failed").asInt()).isZero());
        assertThat(fact.at("/reported_on").asString()).isNotEmpty();
        assertThat(fact.at("/holds").asBoolean()).isTrue();
        assertThat(fact.at("/program_version").asString()).isNotEmpty();
        assertThat(run(before).err()).contains("Nothing is published");
        assertThat(run("trace", "T2025-0202", "--period", "2025-06", "--as-known", "2025-07-20T10:00")
                        .code())
                .isZero();
    }

    @Test
    void figures_exchanged_as_sdmx_are_read_back_by_another_library_in_the_codes_of_their_structure()
            throws IOException {
        Ended ended = run("export", "sdmx", "--period", "2025-06", "-o", "exchange", "--json");
        Exchanged read = Exchanged.read(folder.resolve("exchange"));
        JdbcClient reader = JdbcClient.create(database.as(Login.READER));
        int figures = reader.sql("select count(*) from mart.observation where period = '2025-06'")
                .query(Integer.class)
                .single();
        Map<String, Double> numbers =
                reader
                        .sql("""
                        select concat_ws('.', 'M', area_code, indicator_code, measure, form_code) || ' 2025-06-01' as series,
                            value
                        from mart.observation
                        where period = '2025-06' and value is not null""")
                        .query((row, number) -> Map.entry(row.getString("series"), row.getDouble("value")))
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

        assertThat(read.structure().getDimensionList().stream().map(Dimension::getId))
                .containsExactly("FREQ", "REF_AREA", "INDICATOR", "MEASURE_TYPE", "FORM");
        assertThat(read.structure().getTimeDimensionId()).isEqualTo("TIME_PERIOD");
        assertThat(read.structure().getPrimaryMeasureId()).isEqualTo("OBS_VALUE");
        assertThat(read.flow().getStructureRef()).isEqualTo(read.structure().getRef());
        assertThat(read.data().getRef()).isEqualTo(read.flow().getRef());
        assertThat(read.rows().get(0).keySet())
                .containsExactly(
                        "STRUCTURE",
                        "STRUCTURE_ID",
                        "ACTION",
                        "FREQ",
                        "REF_AREA",
                        "INDICATOR",
                        "MEASURE_TYPE",
                        "FORM",
                        "TIME_PERIOD",
                        "OBS_VALUE",
                        "OBS_STATUS",
                        "UNIT_MEASURE",
                        "UNIT_MULT",
                        "OBS_TEXT");
        assertThat(ended.json().at("/observations").asInt()).isEqualTo(figures).isPositive();
        assertThat(read.rows()).hasSize(figures);
        assertThat(read.numbers()).hasSizeGreaterThan(100).isEqualTo(numbers);
        assertThat(read.refused()).isEmpty();
        assertThat(read.coded().stream().map(Component::getId))
                .containsExactlyInAnyOrder(
                        "FREQ",
                        "REF_AREA",
                        "INDICATOR",
                        "MEASURE_TYPE",
                        "FORM",
                        "OBS_STATUS",
                        "UNIT_MEASURE",
                        "UNIT_MULT");
        assertThat(read.coded()).allSatisfy(component -> assertThat(read.codes(component))
                .as(component.getId())
                .isNotEmpty()
                .isSubsetOf(component.getCodes().keySet()));
        assertThat(read.coded())
                .filteredOn(component -> component.getId().equals("OBS_STATUS"))
                .singleElement()
                .satisfies(component -> assertThat(component.getCodes())
                        .containsOnlyKeys(Arrays.stream(ObservationStatus.values())
                                .map(Enum::name)
                                .toArray(String[]::new)));
    }

    @Test
    void nothing_changed_between_two_moments_after_the_only_night() {
        Ended diff = run("diff", "--period", "2025-06", "--from", "2025-07-20T10:00", "--json");
        Ended first = run("diff", "--period", "2025-06", "--from", "2025-07-19");

        assertThat(diff.code()).isZero();
        assertThat(diff.json().at("/targets")).isEmpty();
        assertThat(first.code()).as(first.err()).isZero();
        assertThat(first.out()).contains("T2025-0202").contains("通辽市").doesNotContain("UNEXPLAINED");
    }

    @Test
    void a_diff_compares_every_column_of_the_mart_and_has_a_name_for_each() {
        List<String> stamps = List.of(
                "target_id", "area_code", "period", "publication_id", "judged_at", "recorded_at", "superseded_at");
        JdbcClient reader = JdbcClient.create(database.as(Login.READER));
        List<String> columns = reader.sql("""
                        select attribute.attname
                        from pg_attribute as attribute
                        where attribute.attrelid = 'mart.target_progress'::regclass
                            and attribute.attnum > 0 and not attribute.attisdropped""").query(String.class).list().stream()
                .filter(column -> !stamps.contains(column))
                .toList();
        Map<String, Object> row = reader.sql(
                        "select * from mart.target_progress where target_id = 'T2025-0202' and period = '2025-06'")
                .query()
                .singleRow();
        List<String> filled =
                columns.stream().filter(column -> row.get(column) != null).toList();

        JsonNode first = run("diff", "--period", "2025-06", "--from", "2025-07-19", "--json")
                .json();
        List<String> told = first.at("/targets")
                .valueStream()
                .filter(target -> target.at("/target_id").asString().equals("T2025-0202"))
                .flatMap(target -> target.at("/changes").valueStream())
                .map(change -> change.at("/changed").asString())
                .toList();

        assertThat(DiffCommand.CHANGED.keySet()).containsExactlyInAnyOrderElementsOf(columns);
        assertThat(filled).hasSizeGreaterThan(20);
        assertThat(told).containsExactlyElementsOf(filled);
    }

    @Test
    void a_file_that_changed_or_is_gone_is_noticed() throws IOException {
        Path kept =
                folder.resolve("var/store").resolve(fingerprint.substring(0, 2)).resolve(fingerprint);
        byte[] content = Files.readAllBytes(kept);

        Files.writeString(kept, "something else");
        Ended changed = run(YEAR_TO_DATE);
        Files.delete(kept);
        Ended gone = run(YEAR_TO_DATE);
        Files.write(kept, content);

        assertThat(changed.code()).isEqualTo(Exit.FOUND.code());
        assertThat(changed.json().at("/facts/0/stored").asString()).isEqualTo("CHANGED");
        assertThat(gone.code()).isEqualTo(Exit.FOUND.code());
        assertThat(gone.json().at("/facts/0/stored").asString()).isEqualTo("MISSING");
        assertThat(gone.err()).startsWith("1 of the files are not in the store as they came · ");
    }

    @Test
    void what_is_not_there_is_said_with_what_to_ask_instead() {
        assertThat(run("trace", "--period", "2025-06").err()).contains("mengshi trace TARGET --period P");
        assertThat(run("trace", "T2025-9999", "--period", "2025-06").code()).isEqualTo(Exit.USAGE.code());
        assertThat(run("trace", "--area", "150500", "--indicator", "NONE", "--period", "2025-06")
                        .err())
                .contains("mart.indicator");
        assertThat(run("trace", "--area", "150500", "--indicator", "PIPELINES_RENOVATED", "--period", "2025-05")
                        .err())
                .contains("mengshi submissions --area 150500 --period 2025-05");
    }

    @Test
    void the_night_wrote_the_scorecard_as_page_rows_and_document_and_the_command_writes_the_same() throws IOException {
        Path reports = folder.resolve("var/reports");

        Ended ended = run("scorecard", "--period", "2025-06", "--html", "card.html", "--csv", "card.csv");

        assertThat(ended.code()).isZero();
        assertThat(ended.out()).isEmpty();
        assertThat(folder.resolve("card.html")).hasSameBinaryContentAs(reports.resolve("scorecard-2025-06.html"));
        assertThat(folder.resolve("card.csv")).hasSameBinaryContentAs(reports.resolve("scorecard-2025-06.csv"));
        assertThat(reports.resolve("scorecard-2025-06.json")).isNotEmptyFile();
        assertThat(Files.readString(folder.resolve("card.html")))
                .contains("盟市合计应报12份：入库12份，退回0份，未报0份。", "固定资产投资（不含农户）本期没有盟市上报数。");
    }

    private static Ended run(String... arguments) {
        Map<String, String> environment = new HashMap<>(Map.of("MENGSHI_DB_URL", database.url()));
        for (Login login : Login.values()) {
            String role = "mengshi_" + login.name().toLowerCase(Locale.ROOT);
            environment.put("MENGSHI_DB_" + login + "_USER", role);
            environment.put(
                    "MENGSHI_DB_" + login + "_PASSWORD_FILE",
                    TestDatabase.folder().resolve(role + ".password").toString());
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Program program = new Program(
                environment,
                folder,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Clock.fixed(NOW, ZoneOffset.UTC),
                "UTF-8",
                Program.Terminals.NONE);
        int code = Mengshi.run(program, arguments);
        return new Ended(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
