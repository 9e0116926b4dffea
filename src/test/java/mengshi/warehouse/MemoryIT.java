package mengshi.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mengshi.model.Measure;
import mengshi.model.Period;
import mengshi.seeds.Seeds;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was known stays known: figures, findings, verdicts and names, each from when until when. */
class MemoryIT {

    private static final TestWarehouse WAREHOUSE = new TestWarehouse();
    private static final String JUNE = "2025-06";
    private static final String HOHHOT = "150100";

    @AfterAll
    static void closed() {
        WAREHOUSE.close();
    }

    @BeforeEach
    void empty() {
        WAREHOUSE.clear();
        WAREHOUSE.clock().set("2025-07-20T18:00:00Z");
    }

    @Test
    void nothing_known_is_changed_or_deleted_by_the_loader_or_even_the_owner() {
        published(pipelines("100"));
        JdbcClient loader = JdbcClient.create(WAREHOUSE.loader());

        Map<String, String> attempts = new LinkedHashMap<>();
        attempts.put("update warehouse.fact_observation set value = 2", "nothing of it changes but superseded_by");
        attempts.put("delete from warehouse.fact_observation", "nothing is deleted");
        attempts.put("update warehouse.fact_target_progress set verdict = 'AHEAD'", "nothing of it changes");
        attempts.put("delete from warehouse.fact_target_progress", "nothing is deleted");
        attempts.put("update warehouse.fact_finding_state set state = 'FIXED'", "nothing of it changes");
        attempts.put("update warehouse.dim_area_version set area_name = '甲'", "nothing of it changes");
        finding();
        WAREHOUSE.owner().sql("""
                        insert into warehouse.fact_target_progress (target_id, area_key, period_key, publication_id,
                            target_key, verdict, judged_at)
                        select target_id, 1, 202506, (select max(publication_id) from ops.publication), target_key,
                            'WATCH', '2025-07-20' from warehouse.dim_target limit 1""").update();
        attempts.put("update warehouse.fact_finding set message_zh = '丙'", "nothing of it changes");
        attempts.put("delete from warehouse.fact_finding", "keeps what was known");

        for (String table : WAREHOUSE.owner().sql("""
                        select relname from pg_class
                        where relnamespace = 'warehouse'::regnamespace and relkind in ('r', 'p')
                            and (relname like 'fact%' or relname like 'dim_%_version')""").query(String.class).list()) {
            attempts.put("truncate warehouse." + table + " cascade", "it is not truncated");
        }
        attempts.put("truncate ops.submission cascade", "it is not truncated");
        assertThat(attempts).hasSizeGreaterThan(20);

        attempts.forEach((sql, refusal) -> {
            assertThatThrownBy(() -> loader.sql(sql).update()).as(sql).hasStackTraceContaining("permission denied");
            assertThatThrownBy(() -> WAREHOUSE.owner().sql(sql).update())
                    .as(sql)
                    .hasStackTraceContaining(refusal);
        });
    }

    @Test
    void a_right_given_by_mistake_does_not_let_the_loader_change_a_fact() {
        published(pipelines("100"));
        JdbcClient loader = JdbcClient.create(WAREHOUSE.loader());
        WAREHOUSE
                .owner()
                .sql("grant update, delete on warehouse.fact_observation to mengshi_loader")
                .update();
        try {
            assertThatThrownBy(() -> loader.sql("update warehouse.fact_observation set value = 2")
                            .update())
                    .hasStackTraceContaining("nothing of it changes but superseded_by");
            assertThatThrownBy(() ->
                            loader.sql("delete from warehouse.fact_observation").update())
                    .hasStackTraceContaining("nothing is deleted");
        } finally {
            WAREHOUSE
                    .owner()
                    .sql("revoke update, delete on warehouse.fact_observation from mengshi_loader")
                    .update();
            WAREHOUSE
                    .owner()
                    .sql("grant update (superseded_by) on warehouse.fact_observation to mengshi_loader")
                    .update();
        }
    }

    @Test
    void a_vintage_ends_once() {
        published(pipelines("100"));
        WAREHOUSE.clock().set("2025-07-21T18:00:00Z");
        published(pipelines("120").frame("correction_reason", "漏报两个项目"));

        assertThat(WAREHOUSE.whole("select count(*) from mart.observation_vintage where superseded_at is not null"))
                .isPositive();
        assertThatThrownBy(() -> WAREHOUSE
                        .owner()
                        .sql(
                                "update warehouse.fact_observation set superseded_by = null where superseded_by is not null")
                        .update())
                .hasStackTraceContaining("a vintage ends once");
    }

    @Test
    void a_correction_is_a_vintage_with_its_size_direction_reason_and_document() {
        published(pipelines("100"));
        WAREHOUSE.clock().set("2025-07-21T18:00:00Z");
        published(pipelines("120").frame("correction_reason", "漏报两个项目"));

        assertThat(WAREHOUSE.texts("""
                        select concat_ws(' ', vintage, basis, trim_scale(value), trim_scale(revision),
                            trim_scale(revision_percent), direction, reason, document)
                        from mart.revision
                        where indicator_code = 'PIPELINES_RENOVATED' and measure = 'YTD'
                        order by vintage"""))
                .hasSize(2)
                .satisfies(rows -> assertThat(rows.get(0)).startsWith("1 REPORTED 100 FIRST "))
                .satisfies(rows -> assertThat(rows.get(1)).startsWith("2 REPORTED 120 20 20 UP 漏报两个项目 "));
        assertThat(WAREHOUSE.text("""
                        select trim_scale(mean_absolute_revision)::text
                        from mart.typical_revision
                        where indicator_code = 'PIPELINES_RENOVATED' and measure = 'YTD'""")).isEqualTo("20");
    }

    @Test
    void a_prior_year_figure_stated_otherwise_this_year_is_a_vintage_of_last_years() {
        published(
                Draft.of("NM-M02", HOHHOT, "2024-06").in("公里", "1", 0).put("PIPELINES_RENOVATED", Measure.YTD, "100"));
        WAREHOUSE.clock().set("2025-07-21T18:00:00Z");
        published(pipelines("120").put("PIPELINES_RENOVATED", Measure.YTD_LY, "90"));

        assertThat(WAREHOUSE.texts("""
                        select concat_ws(' ', period, vintage, basis, trim_scale(value), direction)
                        from mart.revision
                        where indicator_code = 'PIPELINES_RENOVATED' and period = '2024-06'
                        order by vintage""")).containsExactly("2024-06 1 REPORTED 100 FIRST", "2024-06 2 RESTATED 90 DOWN");
        assertThat(WAREHOUSE.text("""
                        select trim_scale(value)::text
                        from mart.observation
                        where period = '2024-06' and measure = 'YTD'"""))
                .as("it never overwrites last year's fact")
                .isEqualTo("100");
    }

    @Test
    void a_finding_is_known_in_the_state_it_had() {
        published(pipelines("100"));
        finding();
        WAREHOUSE.owner().sql("""
                        update warehouse.fact_finding
                        set state = 'EXPLAINED', closed_at = timestamptz '2025-07-25 00:00+00'
                        where finding_id = 'F0000000001'""").update();

        assertThat(stateOn("2025-07-19T00:00:00Z")).isEmpty();
        assertThat(stateOn("2025-07-21T00:00:00Z")).containsExactly("OPEN");
        assertThat(stateOn("2025-07-26T00:00:00Z")).containsExactly("EXPLAINED");
        assertThat(WAREHOUSE.texts("select state from mart.finding where finding_id = 'F0000000001'"))
                .containsExactly("EXPLAINED");
    }

    @Test
    void an_area_that_is_renamed_keeps_its_old_name_in_publications_made_before() {
        published(pipelines("100"));
        long publication = WAREHOUSE.whole("select max(publication_id) from mart.publication");
        String before = standing(publication);

        WAREHOUSE
                .owner()
                .sql("update warehouse.dim_area set area_name = '青城' where area_code = '150100'")
                .update();
        try {
            assertThat(before).contains("呼和浩特市");
            assertThat(standing(publication)).isEqualTo(before);
        } finally {
            new ReferenceData(WAREHOUSE.loader(), Seeds.builtIn(), 2025).versions();
            WAREHOUSE
                    .owner()
                    .sql("update warehouse.dim_area set area_name = '呼和浩特市' where area_code = '150100'")
                    .update();
        }
    }

    /** From 2011 on investment counts projects of 5 million yuan and more, until then of half a million. */
    @Test
    void figures_on_both_sides_of_a_changed_threshold_are_told_unless_a_comparable_one_stands_beside() {
        for (String area : List.of(HOHHOT, "150200")) {
            published(Draft.of("NM-M01", area, "2010-12").put("FAI", Measure.YTD, "90"));
            published(
                    area.equals(HOHHOT)
                            ? Draft.of("NM-M01", area, "2011-12").put("FAI", Measure.YTD, "100")
                            : Draft.of("NM-M01", area, "2011-12")
                                    .put("FAI", Measure.YTD, "100")
                                    .put("FAI", Measure.YTD_LY_COMP, "80"));
        }
        published(Draft.of("NM-M01", HOHHOT, "2012-12").put("FAI", Measure.YTD, "110"));

        assertThat(WAREHOUSE.texts("""
                        select concat_ws(' ', area_code, period, trim_scale(value), trim_scale(last_year_value), changed_on,
                            coalesce(trim_scale(comparable_value)::text, '-'), is_comparable)
                        from mart.threshold_break order by area_code"""))
                .containsExactly("150100 2011-12 100 90 2011-01-01 - f", "150200 2011-12 100 90 2011-01-01 80 t");
        assertThat(WAREHOUSE.text(
                        "select threshold_before_zh || '→' || threshold_zh from mart.threshold_break limit 1"))
                .isEqualTo("计划总投资50万元及以上的项目→计划总投资500万元及以上的项目，及房地产开发投资");
        assertThat(WAREHOUSE
                        .marts()
                        .origins(null)
                        .thresholdBreaks(List.of("FAI"), List.of(Period.month(2011, 12)))
                        .rows())
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("area_code", HOHHOT));
        assertThat(WAREHOUSE.whole(
                        "select count(*) from mart.indicator_threshold where is_current and valid_to is null"))
                .isEqualTo(4);
    }

    @Test
    void a_series_goes_on_over_a_changed_code() {
        for (String year : List.of("2002", "2003", "2004")) {
            published(Draft.of("NM-H02", "150800", year).put("GDP", Measure.YEAR, year));
        }

        assertThat(WAREHOUSE.texts("""
                        select concat_ws(' ', observation.period, coalesce(change.former_code, observation.area_code),
                            trim_scale(observation.value))
                        from mart.observation as observation
                        inner join mart.period as period on period.period = observation.period
                        left join mart.area_change as change
                            on change.is_current
                            and change.area_code = observation.area_code
                            and period.starts_on between change.valid_from and change.valid_to
                        where observation.area_code = '150800'
                        order by 1""")).containsExactly("2002 152800 2002", "2003 152800 2003", "2004 150800 2004");
        assertThat(WAREHOUSE.whole("select count(*) from mart.area_change where is_current"))
                .isEqualTo(6);
    }

    @Test
    void facts_of_every_year_of_the_calendar_have_a_partition_made_ahead() {
        assertThat(WAREHOUSE
                        .owner()
                        .sql("select warehouse.prepare_years(2041)")
                        .query(Integer.class)
                        .single())
                .isPositive();
        assertThat(WAREHOUSE
                        .owner()
                        .sql("select warehouse.prepare_years(2041)")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThatThrownBy(() -> WAREHOUSE
                        .owner()
                        .sql("truncate warehouse.fact_observation_2041")
                        .update())
                .hasStackTraceContaining("it is not truncated");
        published(Draft.of("NM-M02", HOHHOT, "2012-06").in("公里", "1", 0).put("PIPELINES_RENOVATED", Measure.YTD, "7"));
        assertThat(WAREHOUSE.whole("select count(*) from mart.observation where period = '2012-06'"))
                .isEqualTo(1);
    }

    @Test
    void each_figure_says_how_it_may_be_added_up() {
        published(Draft.of("NM-M01", HOHHOT, JUNE)
                .put("FAI", Measure.MONTH, "1")
                .put("FAI", Measure.YTD, "6")
                .put("FAI", Measure.YOY_YTD, "5"));

        assertThat(WAREHOUSE.texts("select measure || ' ' || additivity from mart.observation order by 1"))
                .contains("YOY_YTD rate", "YTD cumulative");
        assertThat(WAREHOUSE.texts("select measure from mart.measure order by measure"))
                .containsExactlyInAnyOrderElementsOf(new ArrayList<>(
                        List.of(Measure.values()).stream().map(Measure::name).toList()));
        assertThat(WAREHOUSE.texts("select measure from mart.measure where adds_over_time order by 1"))
                .containsExactly("MONTH", "QUARTER", "YEAR");
    }

    @Test
    void every_column_of_the_marts_says_what_it_means_in_chinese_and_english() {
        List<String> silent = WAREHOUSE.owner().sql("""
                        select relation.relname || '.' || attribute.attname
                        from pg_class as relation
                        inner join pg_attribute as attribute
                            on attribute.attrelid = relation.oid
                            and attribute.attnum > 0
                            and not attribute.attisdropped
                        where relation.relnamespace = 'mart'::regnamespace
                            and relation.relkind = 'v'
                            and coalesce(col_description(relation.oid, attribute.attnum), '')
                                !~ '[一-龥].* · [A-Za-z]'
                        order by 1""").query(String.class).list();

        assertThat(silent)
                .as("say it in sql/migrations/afterMigrateApplied__name_columns.sql")
                .isEmpty();
        assertThat(WAREHOUSE
                        .owner()
                        .sql(
                                "select count(*) from pg_class where relnamespace = 'mart'::regnamespace and relkind = 'v'")
                        .query(Integer.class)
                        .single())
                .isGreaterThan(20);
    }

    @Test
    void working_rows_are_let_go_after_their_time_and_facts_never() {
        published(pipelines("100"));
        WAREHOUSE.owner().sql("""
                        insert into staging.edit_result (run_id, edit_id, submission_id, finding_key, outcome)
                        select max(received_run), 'trial', max(submission_id), 'trial', 'failed' from ops.submission""").update();
        WAREHOUSE.owner().sql("""
                        insert into batch.batch_job_instance values (-1, 0, 'trial', 'trial') on conflict do nothing""").update();
        WAREHOUSE.owner().sql("""
                        insert into batch.batch_job_execution (job_execution_id, job_instance_id, create_time, end_time, status)
                        values (-1, -1, '2024-01-01', '2024-01-01', 'COMPLETED'),
                            (-2, -1, '2024-01-01', '2024-01-01', 'FAILED'),
                            (-3, -1, '2025-07-01', '2025-07-01', 'COMPLETED')""").update();
        WAREHOUSE.owner().sql("""
                        insert into batch.batch_step_execution (step_execution_id, version, step_name, job_execution_id,
                            create_time)
                        values (-1, 0, 'trial', -1, '2024-01-01')""").update();
        int facts = WAREHOUSE.whole("select count(*) from mart.observation_vintage");
        String trials = "select count(*) from staging.edit_result where edit_id = 'trial'";

        Retention retention = new Retention(WAREHOUSE.loader(), WAREHOUSE.clock());
        retention.forget();
        int youngOnes = WAREHOUSE.owner().sql(trials).query(Integer.class).single();
        WAREHOUSE.clock().set("2025-09-20T18:00:00Z");
        retention.forget();

        assertThat(youngOnes).isEqualTo(1);
        assertThat(WAREHOUSE.owner().sql(trials).query(Integer.class).single()).isZero();
        assertThat(WAREHOUSE
                        .owner()
                        .sql(
                                "select job_execution_id from batch.batch_job_execution where job_execution_id < 0 order by 1")
                        .query(Integer.class)
                        .list())
                .containsExactly(-3, -2);
        assertThat(WAREHOUSE.whole("select count(*) from mart.observation_vintage"))
                .isEqualTo(facts)
                .isPositive();
    }

    private static String standing(long publication) {
        return String.join(
                "\n",
                WAREHOUSE.texts(
                        "select t::text from mart.area_standing_on(" + publication + ", '2025-06', 'FAI') as t"));
    }

    private static List<String> stateOn(String moment) {
        return WAREHOUSE.texts(
                "select state from mart.finding_as_known('" + moment + "') where finding_id = 'F0000000001'");
    }

    private static Draft pipelines(String yearToDate) {
        return Draft.of("NM-M02", HOHHOT, JUNE).in("公里", "1", 0).put("PIPELINES_RENOVATED", Measure.YTD, yearToDate);
    }

    private static long published(Draft draft) {
        Night night = WAREHOUSE.night();
        long submission = night.receive(draft);
        night.go();
        assertThat(WAREHOUSE.state(submission))
                .as("%s %s", WAREHOUSE.codes(submission), WAREHOUSE.messages(submission))
                .isEqualTo("PUBLISHED");
        return submission;
    }

    private static void finding() {
        WAREHOUSE.owner().sql("""
                        insert into warehouse.fact_finding (submission_id, finding_id, run_id, source, code, level,
                            severity, state, message_zh, message_en, advice_zh, advice_en, found_at)
                        select max(submission_id), 'F0000000001', max(received_run), 'edit', 'VALUE_OUT_OF_RANGE', 2,
                            'WARNING', 'OPEN', '甲', 'a', '乙', 'b', timestamptz '2025-07-20 18:00+00'
                        from ops.submission""").update();
    }
}
