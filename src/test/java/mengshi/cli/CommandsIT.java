package mengshi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import mengshi.TestDatabase;
import mengshi.Unsound;
import mengshi.database.Database;
import mengshi.database.Login;
import mengshi.jobs.WaitingFiles;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every command against the real server, in this JVM, as the launcher would start it. */
@Unsound(
        rules = {"finding_without_source", "publication_without_names"},
        because = "its rows are laid by hand, without seeds")
class CommandsIT {

    private static final Instant NOW = Instant.parse("2025-07-20T02:00:00Z");

    private static Database empty;
    private static Database filled;

    @TempDir
    private Path folder;

    /** What a command left behind. */
    private record Ended(int code, String out, String err) {

        JsonNode json() {
            return JsonMapper.shared().readTree(out);
        }
    }

    @BeforeAll
    static void databases() throws IOException {
        empty = TestDatabase.fresh();
        filled = TestDatabase.fresh();
        JdbcClient loader = JdbcClient.create(filled.as(Login.LOADER));
        for (String statement : rows().split(";\n")) {
            loader.sql(statement).update();
        }
    }

    @AfterAll
    static void closed() {
        empty.close();
        filled.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status",
                "runs",
                "submissions",
                "submissions --area 呼市 --period 2025-06 --state held",
                "due",
                "due --all",
                "findings",
                "findings --file x --area 150500 --severity error --state open",
                "targets list",
                "targets list --section headline",
                "scorecard",
                "scorecard --period 2025-06 --as-known 2025-07-01",
                "sql select(1)",
                "db status",
                "db url",
                "db start",
                "db stop",
                "db migrate",
                "config",
                "form list",
                "form write NM-M01 --area 呼市 --period 2025-06",
                "quality --year 2025",
                "export findings",
                "schedule print --systemd",
                "schedule print --cron",
                "completion",
                "run nightly",
                "sample --defects"
            })
    void every_command_prints_one_json_document_on_an_empty_database(String command) {
        Ended ended = run(empty, (command + " --json").split(" "));

        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.json().isContainer()).isTrue();
        assertThat(ended.out()).endsWith("\n").doesNotContain("\u001b");
    }

    /** The tests' own server would not survive a power cut, and its clock is not the one that was set here. */
    @Test
    void the_doctor_finds_nothing_else_wrong_with_an_empty_database() {
        Ended ended = run(empty, "doctor", "--json");

        assertThat(ended.code()).as(ended.err()).isEqualTo(Exit.FOUND.code());
        assertThat(ended.json().valueStream())
                .filteredOn(check -> check.at("/outcome").asString().equals("WRONG"))
                .extracting(check -> check.at("/check").asString())
                .containsExactlyInAnyOrder("durability", "clock");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "db",
                "stauts",
                "show",
                "show x",
                "export",
                "export validation-report",
                "export validation-report 99",
                "quality",
                "quality --year 2025 --html page.html",
                "quality --area 呼市 --year 2025 --html page.html",
                "show 99",
                "submissions --period 2025-13",
                "submissions --area 上海",
                "submissions --state LOST",
                "runs --last 0",
                "stop 99",
                "explain F0",
                "waive F0 --reason 季节性停产复产晚 --by 张三",
                "waive F0 --by 张三",
                "form write NM-X01 --area 呼市 --period 2025-06",
                "form write NM-R01 --area 呼市 --period 2025-06",
                "form write NM-M01 --area 呼市 --period 2025-Q2",
                "schedule print",
                "run weekly",
                "run nightly colour=red",
                "sample --year 1999",
                "targets list --section 99",
                "trace",
                "trace --period 2025-06",
                "trace T1 --area 150500 --period 2025-06",
                "trace T1 --period 2025-06",
                "trace --area 150500 --indicator NONE --period 2025-06",
                "scorecard --as-known tomorrow",
                "scorecard --as-known 2025-07-20",
                "scorecard --as-known 2025-07-20T10:00:01"
            })
    void wrong_usage_ends_with_2_and_a_message(String command) {
        Ended ended = run(empty, command.isEmpty() ? new String[0] : command.split(" "));

        assertThat(ended.code()).isEqualTo(Exit.USAGE.code());
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err()).isNotBlank().doesNotContain("\tat ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete from mart.submission",
                "select 1; select 2",
                "create table mart.mine ()",
                "select * from ops.submission",
                "set search_path = ops",
                "selekt 1"
            })
    void a_statement_that_does_not_only_read_the_marts_is_refused(String statement) {
        Ended ended = run(filled, "sql", statement);

        assertThat(ended.code()).isEqualTo(Exit.USAGE.code());
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err()).endsWith("nothing was changed\n");
    }

    /** Before version 16 the server lets a transaction that only reads make a large object; ours never commits. */
    @Test
    void a_function_that_writes_leaves_nothing_behind() {
        run(filled, "sql", "select lo_create(0)");

        assertThat(JdbcClient.create(filled.as(Login.OWNER))
                        .sql("select count(*) from pg_largeobject_metadata")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void values_keep_their_kind_and_moments_are_told_in_shanghai() {
        Ended ended = run(
                filled,
                "sql",
                "--json",
                "select 1.50 as a, 2 as a, timestamptz '2025-07-01T00:00Z' as t, date '2025-07-01' as d,"
                        + " jsonb '{\"k\":[1]}' as j, 0.0000001 as tiny, null as n");

        assertThat(ended.out()).isEqualTo("""
                [
                  {
                    "a": 1.50,
                    "a_2": 2,
                    "t": "2025-07-01T08:00:00+08:00",
                    "d": "2025-07-01",
                    "j": {
                      "k": [
                        1
                      ]
                    },
                    "tiny": 0.0000001,
                    "n": null
                  }
                ]
                """);
    }

    @Test
    void no_more_rows_than_the_limit_are_shown_and_it_is_said() {
        Ended ended = run(filled, "sql", "--limit", "2", "select * from generate_series(1, 5) as n");

        assertThat(ended.out()).isEqualTo("n\n-\n1\n2\n");
        assertThat(ended.err()).isEqualTo("2 rows\nThere are more; --limit N shows more than 2.\n");
    }

    @Test
    void findings_are_told_with_place_sentence_and_advice() {
        Ended ended = run(filled, "findings", "--area", "通辽");

        assertThat(ended.out()).isEqualTo("""
                通辽_6月.xlsx  通辽市  NM-M01  2025-06
                  ERROR  月报!D4  合计不等于分项之和
                      处理：请核对后重报
                      编号：F1  TOTAL_NOT_SUM_OF_PARTS  OPEN
                """);
        assertThat(ended.err()).isEqualTo("1 findings\n");
    }

    @Test
    void the_status_says_what_to_do_next() {
        JsonNode status = run(filled, "status", "--json").json();

        assertThat(status.at("/last_run/run_id").asInt()).isEqualTo(1);
        assertThat(status.at("/submissions/HELD").asInt()).isEqualTo(1);
        assertThat(status.at("/findings/ERROR").asInt()).isEqualTo(1);
        assertThat(status.at("/next").asString()).isEqualTo("mengshi findings --severity ERROR");
    }

    @Test
    void a_run_is_shown_with_its_submissions_and_edits() {
        JsonNode shown = run(filled, "show", "1", "--json").json();

        assertThat(shown.at("/run/job").asString()).isEqualTo("nightly");
        assertThat(shown.at("/run/parameters/period").asString()).isEqualTo("2025-06");
        assertThat(shown.at("/submissions/HELD").asInt()).isEqualTo(1);
        assertThat(shown.at("/edits").isArray()).isTrue();
    }

    @Test
    void the_scorecard_prints_targets_as_the_report_words_them() {
        Ended ended = run(filled, "scorecard");

        assertThat(ended.code()).isZero();
        assertThat(ended.out()).isEqualTo("""
                记分卡 2025-06   发布 1   数据截止 2025-07-15 09:00

                编号  指标          目标         实际   完成  按时间应达  按上年应达  评判    覆盖   说明
                ----  ------------  -------  --------  -----  ----------  ----------  ------  -----  ------------
                主要预期目标
                T1    城镇新增就业  ≥18万人  9.57万人  53.2%       50.0%       53.8%  + 提前  12/12  两种进度不一

                * 已完成 0   + 提前 1   = 正常 0   ! 关注 0   - 滞后 0   ~ 两种口径不一致 0   ? 无法判断 0
                """);
    }

    @Test
    void the_scorecard_as_known_has_the_same_bytes_whenever_it_is_asked_for() throws IOException {
        String[] question = {"scorecard", "--as-known", "2025-07-15", "--json"};
        Ended csv = run(filled, "scorecard", "--csv", "card.csv");

        assertThat(run(filled, question).out()).isEqualTo(run(filled, question).out());
        assertThat(run(filled, question).json().at("/targets/0/verdict").asString())
                .isEqualTo("AHEAD");
        assertThat(run(filled, question)
                        .json()
                        .at("/publication/facts_closed_at")
                        .asString())
                .isEqualTo("2025-07-15T09:00:00+08:00");
        assertThat(run(filled, "scorecard", "--as-known", "2025-07-14", "--json")
                        .json()
                        .at("/targets"))
                .isEmpty();
        assertThat(csv.code()).isZero();
        assertThat(Files.readString(folder.resolve("card.csv")))
                .startsWith("target_id,phrase,area_code,period,")
                .contains("\r\nT1,城镇新增就业18万人以上,150000,2025-06,");
    }

    @Test
    void page_brief_and_workbook_have_the_same_bytes_for_the_same_moment() throws IOException {
        for (String kind : List.of("--html", "--brief", "--xlsx")) {
            for (String language : List.of("zh", "en")) {
                Ended first =
                        run(filled, "scorecard", "--as-known", "2025-07-15", "--language", language, kind, "first.out");
                run(filled, "scorecard", "--as-known", "2025-07-15", "--language", language, kind, "second.out");

                assertThat(first.code()).as(first.err()).isZero();
                assertThat(folder.resolve("first.out")).hasSameBinaryContentAs(folder.resolve("second.out"));
            }
        }
        assertThat(run(filled, "scorecard", "--language", "de").code()).isEqualTo(2);
    }

    @Test
    void a_map_needs_its_file_its_approval_number_and_a_page() {
        Ended unapproved = run(filled, "scorecard", "--html", "a.html", "--map", "a.geojson");
        Ended unmapped = run(filled, "scorecard", "--html", "a.html", "--map-approval", "GS(2024)0650号");
        Ended unprinted = run(filled, "scorecard", "--map", "a.geojson", "--map-approval", "GS(2024)0650号");
        Ended absent =
                run(filled, "scorecard", "--html", "a.html", "--map", "a.geojson", "--map-approval", "GS(2024)0650号");

        assertThat(List.of(unapproved, unmapped, unprinted, absent))
                .extracting(Ended::code)
                .containsOnly(2);
        assertThat(unapproved.err()).contains("审图号");
        assertThat(unprinted.err()).contains("add --html FILE");
        assertThat(absent.err()).contains("a.geojson cannot be read");
        assertThat(folder.resolve("a.html")).doesNotExist();
    }

    @Test
    void samples_are_written_but_never_beside_files_of_somebody_else() throws IOException {
        Ended written = run(empty, "sample", "--inbox", "samples", "--json");
        Files.createFile(folder.resolve("samples/通辽市月报.xlsx"));
        Ended refused = run(empty, "sample", "--inbox", "samples");

        assertThat(written.code()).as(written.err()).isZero();
        assertThat(written.json().at("/files").asLong())
                .isEqualTo(WaitingFiles.in(folder.resolve("samples")).count() - 1);
        assertThat(refused.code()).isEqualTo(Exit.USAGE.code());
        assertThat(refused.err()).contains("通辽市月报.xlsx");
    }

    @Test
    void a_locale_that_cannot_read_chinese_file_names_is_refused() {
        Program program = program(Map.of(), new ByteArrayOutputStream(), new ByteArrayOutputStream(), "ANSI_X3.4-1968");

        assertThat(Mengshi.run(program, "--version")).isEqualTo(Exit.USAGE.code());
    }

    @Test
    void a_home_without_a_database_is_not_given_one_by_asking() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Program program = program(Map.of(), out, err, "UTF-8");

        assertThat(Mengshi.run(program, "submissions")).isEqualTo(Exit.NOT_NOW.code());
        assertThat(err.toString(StandardCharsets.UTF_8)).startsWith("There is no database yet · ");
        assertThat(Mengshi.run(program, "status", "--json")).isZero();
        assertThat(folder.resolve("var/pg")).doesNotExist();
    }

    private Ended run(Database database, String... arguments) {
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
        int code = Mengshi.run(program(environment, out, err, "UTF-8"), arguments);
        return new Ended(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private Program program(
            Map<String, String> environment, ByteArrayOutputStream out, ByteArrayOutputStream err, String encoding) {
        return new Program(
                environment,
                folder,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Clock.fixed(NOW, ZoneOffset.UTC),
                encoding,
                Program.Terminals.NONE);
    }

    private static String rows() {
        return """
                insert into warehouse.dim_area (area_code, area_name, area_name_en, kind)
                values ('150000', '内蒙古自治区', 'Inner Mongolia', 'region'), ('150500', '通辽市', 'Tongliao', 'city');
                insert into warehouse.dim_form (form_code, form_name, form_name_en, frequency, january_collected,
                    due_day, submitted_by, valid_from)
                values ('NM-M01', '月报', 'Monthly', 'MONTH', false, 12, 'areas', date '2024-01-01');
                insert into ops.run (job, status, parameters, started_at, ended_at, started_by, program_version,
                    form_version, rule_book_version, catalogue_version)
                values ('nightly', 'COMPLETED', '{"period": "2025-06"}', timestamptz '2025-07-15 00:59Z',
                    timestamptz '2025-07-15 01:01Z', 'test', '1', 'f', 'r', 'c');
                insert into ops.submission (file_name, file_sha256, file_size, received_at, received_run, state,
                    area_key, form_key, period_key, version)
                select '通辽_6月.xlsx', 'abc', 10, timestamptz '2025-07-15 01:00Z', 1, 'HELD',
                    area.area_key, form.form_key, 202506, 1
                from warehouse.dim_area as area cross join warehouse.dim_form as form
                where area.area_code = '150500' and form.form_code = 'NM-M01';
                insert into warehouse.fact_finding (submission_id, finding_id, run_id, source, code, level, severity,
                    state, sheet, cell, message_zh, message_en, advice_zh, advice_en, found_at)
                values (1, 'F1', 1, 'edit', 'TOTAL_NOT_SUM_OF_PARTS', 1, 'ERROR', 'OPEN', '月报', 'D4',
                    '合计不等于分项之和', 'The total is not the sum', '请核对后重报', 'Check it',
                    timestamptz '2025-07-15 01:00Z');
                insert into ops.publication (run_id, opened_at, facts_closed_at, judged_at, form_version,
                    rule_book_version, catalogue_version)
                values (1, timestamptz '2025-07-15 01:00Z', timestamptz '2025-07-15 01:00Z',
                    timestamptz '2025-07-15 01:01Z', 'f', 'r', 'c');
                insert into warehouse.dim_target (target_id, catalogue_version, target_year, section, paragraph, phrase,
                    indicator_code, indicator_zh, indicator_en, modality, is_aspiration, value, unit, value_in_base,
                    base_unit, kind, direction, scope_kind, scope, pace, tolerance_in_base)
                values ('T1', 'c', 2025, 'headline', 1, '城镇新增就业18万人以上', 'NEW_URBAN_JOBS', '城镇新增就业', 'Jobs',
                    'at_least', false, 18, '万人', 180000, '人', 'volume', 'up', 'region', '150000', 'time', 0);
                insert into warehouse.fact_target_progress (target_id, area_key, period_key, publication_id, target_key,
                    actual_value, completion, expected_time, pace_time, expected_profile, pace_profile, required_rest,
                    verdict, verdict_reason, coverage, judged_at)
                select 'T1', area.area_key, 202506, 1, 1, 95678, 0.531544, 90000, 1.063089, 96874, 0.987654, 14053.67,
                    'AHEAD', 'PACES_DIFFER', '12/12', timestamptz '2025-07-15 01:01Z'
                from warehouse.dim_area as area
                where area.area_code = '150000'
                """;
    }
}
