package mengshi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mengshi.database.Database;
import mengshi.database.Login;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A database with data in it, laid out by an earlier version, is brought to this one and loses nothing. */
@Unsound(rules = "finding_without_source", because = "its one finding is in no catalogue")
class UpgradeIT {

    /** Two nights: a fact replaced, a verdict replaced, a target dropped, a finding explained. */
    private static final List<String> DATA = List.of(
            "insert into warehouse.dim_area (area_code, area_name, area_name_en, kind)"
                    + " values ('150100', '呼和浩特市', 'Hohhot', 'city')",
            "insert into warehouse.dim_indicator (indicator_code, indicator_name, indicator_name_en, base_unit, nature,"
                    + " regional_figure) values ('FAI', '固定资产投资', 'investment', '元', 'flow', 'sum')",
            "insert into warehouse.dim_form values (1, 'NM-M01', '月报', 'monthly', 'MONTH', false, 12, 'areas',"
                    + " '2024-01-01', null)",
            "insert into ops.seed_version (seed, version) values ('forms', 'f1')",
            "insert into ops.run (job, status, parameters, started_at, started_by, program_version, form_version,"
                    + " rule_book_version, catalogue_version) select 'nightly', 'COMPLETED', '{}', day, 'cron', '0.1',"
                    + " 'f1', 'r1', 'c' || number from (values (1, timestamptz '2025-07-20 18:00+00'),"
                    + " (2, timestamptz '2025-07-21 18:00+00')) as night (number, day) order by number",
            "insert into ops.publication (run_id, opened_at, facts_closed_at, judged_at, form_version,"
                    + " rule_book_version, catalogue_version) select run_id, started_at, started_at, started_at, 'f1', 'r1',"
                    + " catalogue_version from ops.run order by run_id",
            "insert into ops.submission (file_name, file_sha256, file_size, received_at, received_run, state, area_key,"
                    + " form_key, period_key, version, frame) select 'a.xlsx', 's' || run_id, 1, started_at, run_id,"
                    + " case run_id when 1 then 'SUPERSEDED' else 'PUBLISHED' end, 1, 1, 202506, run_id,"
                    + " '{\"correction_reason\": \"漏报\"}' from ops.run order by run_id",
            "insert into warehouse.fact_observation (period_year, area_key, indicator_key, period_key, measure, form_key,"
                    + " publication_id, superseded_by, value, obs_status, value_as_written, unit_as_written, factor, step,"
                    + " submission_id, line_code, sheet, cell) select 2025, 1, 1, 202506, 'YTD', 1, n, nullif(3 - n, 1),"
                    + " n * 10, 'A', (n * 10)::text, '元', 1, 1, n, '1', '表', 'A1' from generate_series(1, 2) as n",
            "insert into warehouse.dim_target (target_id, catalogue_version, target_year, section, phrase,"
                    + " indicator_code, indicator_zh, indicator_en, modality, is_aspiration, kind, scope_kind, scope, pace,"
                    + " tolerance_in_base, superseded_at) select target, version, 2025, '1', '短语', 'FAI', '投资', 'investment',"
                    + " 'at_least', false, 'volume', 'region', 'region', 'time', 0,"
                    + " case version when 'c1' then timestamptz '2025-07-21 18:00+00' end"
                    + " from (values ('T1', 'c1'), ('T2', 'c1'), ('T1', 'c2')) as t (target, version)",
            "insert into warehouse.fact_target_progress (target_id, area_key, period_key, publication_id, target_key,"
                    + " verdict, judged_at) select target_id, 1, 202506, right(catalogue_version, 1)::integer, target_key,"
                    + " case catalogue_version when 'c1' then 'WATCH' else 'ON_PACE' end, '2025-07-20'"
                    + " from warehouse.dim_target",
            "insert into warehouse.fact_finding (submission_id, finding_id, run_id, source, code, level, severity, state,"
                    + " message_zh, message_en, advice_zh, advice_en, found_at, closed_at) values (2, 'F1', 2, 'edit', 'X',"
                    + " 2, 'WARNING', 'EXPLAINED', '甲', 'a', '乙', 'b', '2025-07-21 18:00+00', '2025-07-25 00:00+00')");

    /** What the ninth version did not keep, and the eighteenth was given by its program and its triggers. */
    private static final List<String> KEPT_SINCE = List.of(
            "update warehouse.fact_target_progress set superseded_by = 2 where publication_id = 1",
            "insert into warehouse.dim_area_version (form_version, area_key, area_code, area_name, area_name_en, kind)"
                    + " select 'f1', area_key, area_code, area_name, area_name_en, kind from warehouse.dim_area",
            "insert into warehouse.dim_indicator_version (form_version, indicator_key, indicator_code, indicator_name,"
                    + " indicator_name_en, base_unit, nature, regional_figure) select 'f1', indicator_key, indicator_code,"
                    + " indicator_name, indicator_name_en, base_unit, nature, regional_figure from warehouse.dim_indicator");

    /** What pages, exports and other offices read; columns may come, and none may go or say something else. */
    private static final List<String> SHOWN = List.of(
            "observation",
            "observation_vintage",
            "finding",
            "submission",
            "target_progress",
            "target_progress_vintage",
            "revision",
            "publication",
            "area_version");

    private static final String FINDING =
            "'EXPLAINED', '甲', 'a', '乙', 'b', '2025-07-21 18:00+00', '2025-07-25 00:00+00')";

    /** The finding of {@link #DATA} was open first, and then explained. */
    private static List<String> data(String version) {
        if (version.equals("9")) {
            return DATA;
        }
        List<String> data = new ArrayList<>(DATA);
        data.replaceAll(sql -> sql.replace(FINDING, "'OPEN', '甲', 'a', '乙', 'b', '2025-07-21 18:00+00', null)"));
        assertThat(data).isNotEqualTo(DATA);
        data.addAll(KEPT_SINCE);
        data.add("update warehouse.fact_finding set state = 'EXPLAINED', closed_at = '2025-07-25 00:00+00'");
        return data;
    }

    @ParameterizedTest
    @ValueSource(strings = {"9", "18"})
    void what_was_known_before_is_known_after(String version) throws IOException {
        try (Database database = TestDatabase.empty()) {
            layOut(database, version, "classpath:sql/migrations");
            JdbcClient owner = JdbcClient.create(database.as(Login.OWNER));
            data(version).forEach(sql -> owner.sql(sql).update());

            database.migrate();

            JdbcClient reader = JdbcClient.create(database.as(Login.READER));
            assertThat(texts(reader, "select trim_scale(value)::text from mart.observation"))
                    .containsExactly("20");
            assertThat(texts(reader, "select trim_scale(value)::text from mart.observation_as_known('2025-07-21')"))
                    .containsExactly("10");
            assertThat(texts(reader, "select target_id || verdict from mart.target_progress"))
                    .containsExactly("T1ON_PACE");
            assertThat(texts(
                            reader,
                            "select target_id || verdict from mart.target_progress_as_known('2025-07-21') order by 1"))
                    .containsExactly("T1WATCH", "T2WATCH");
            assertThat(texts(reader, "select state from mart.finding_as_known('2025-07-22')"))
                    .containsExactly("OPEN");
            assertThat(texts(reader, "select state from mart.finding")).containsExactly("EXPLAINED");
            assertThat(texts(reader, "select area_name from mart.area_version where form_version = 'f1'"))
                    .containsExactly("呼和浩特市");
            assertThatThrownBy(() ->
                            owner.sql("delete from warehouse.fact_observation").update())
                    .hasStackTraceContaining("keeps what was known");
            assertThatThrownBy(() -> owner.sql("truncate warehouse.fact_observation_2025")
                            .update())
                    .hasStackTraceContaining("it is not truncated");
        }
    }

    /** The schema before its last change, with its views: what could be read there can be read here. */
    @Test
    void what_the_program_before_this_one_showed_is_shown_still(@TempDir Path folder) throws Exception {
        String before = schemaBefore();
        git("archive", "--output=" + folder.resolve("before.tar"), before, "sql/migrations", "sql/views");
        assertThat(run(List.of("tar", "-xf", folder.resolve("before.tar").toString(), "-C", folder.toString())))
                .isZero();
        try (Database database = TestDatabase.empty()) {
            layOut(
                    database,
                    "latest",
                    "filesystem:" + folder.resolve("sql/migrations"),
                    "filesystem:" + folder.resolve("sql/views"));
            JdbcClient owner = JdbcClient.create(database.as(Login.OWNER));
            data("latest").forEach(sql -> owner.sql(sql).update());
            JdbcClient reader = JdbcClient.create(database.as(Login.READER));
            Map<String, List<String>> shown = new LinkedHashMap<>();
            SHOWN.forEach(mart -> shown.put(
                    mart, texts(reader, "select to_jsonb(shown)::text from mart." + mart + " as shown order by 1")));

            database.migrate();

            assertThat(database.pendingMigrations()).isEmpty();
            assertThat(shown.values()).noneMatch(List::isEmpty);
            shown.forEach((mart, rows) -> {
                assertThat(texts(reader, "select count(*)::text from mart." + mart))
                        .as(mart)
                        .containsExactly(String.valueOf(rows.size()));
                assertThat(rows).as("%s since %s", mart, before).allMatch(row -> reader.sql(
                                "select exists (select 1 from mart." + mart
                                        + " as shown where to_jsonb(shown) @> ?::jsonb)")
                        .param(row)
                        .query(Boolean.class)
                        .single());
            });
        }
    }

    private static void layOut(Database database, String version, String... locations) throws IOException {
        Flyway.configure()
                .dataSource(
                        database.url(),
                        "mengshi_owner",
                        Files.readString(TestDatabase.folder().resolve("mengshi_owner.password")))
                .locations(locations)
                .defaultSchema("ops")
                .placeholders(Map.of(
                        "owner", "mengshi_owner",
                        "loader", "mengshi_loader",
                        "reader", "mengshi_reader",
                        "responder", "mengshi_responder"))
                .target(version)
                .load()
                .migrate();
    }

    /** The newest commit whose schema is another one than that of the files here. */
    private static String schemaBefore() throws IOException, InterruptedException {
        assumeTrue(
                run(List.of("git", "rev-parse", "--verify", "HEAD~1")) == 0,
                "there is no history here to take an earlier schema from");
        for (String commit : git("log", "-9", "--format=%H", "HEAD", "--", "sql/migrations", "sql/views")
                .split("\n")) {
            for (String earlier : List.of(commit, commit + "~1")) {
                if (run(List.of("git", "diff", "--quiet", earlier, "--", "sql/migrations", "sql/views")) == 1) {
                    return earlier;
                }
            }
        }
        throw new IllegalStateException("The schema never changed in the last commits that touched it");
    }

    private static String git(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        Process git = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(git.waitFor()).as(String.join(" ", command)).isZero();
        return said.strip();
    }

    /** How a command ended that has nothing to say; one that is not there ends badly too. */
    private static int run(List<String> command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            return -1;
        }
    }

    private static List<String> texts(JdbcClient reader, String sql) {
        return reader.sql(sql).query(String.class).list();
    }
}
