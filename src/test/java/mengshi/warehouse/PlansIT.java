package mengshi.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import mengshi.Unsound;
import mengshi.model.Period;
import mengshi.report.TargetOrigin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The marts stay quick when the warehouse is full: their plans go by indexes, one partition at a time. */
@Unsound(
        rules = {"publication_without_names", "outcome_without_submission"},
        because = "its publication and what edits came to are laid by hand")
class PlansIT {

    private static final TestWarehouse WAREHOUSE = new TestWarehouse();

    private static final Map<String, String> QUESTIONS = new LinkedHashMap<>();

    static {
        QUESTIONS.put("a scorecard for a month", "select * from mart.target_progress where period = '2025-06'");
        QUESTIONS.put("a series over ten years", """
                select * from mart.observation
                where area_code = '150100' and indicator_code = 'FAI' and measure = 'YTD'""");
        QUESTIONS.put("a trace", """
                select * from mart.provenance
                where area_code = '150100' and indicator_code = 'FAI' and period = '2025-06'""");
        QUESTIONS.put("an indicator in a month", """
                select * from mart.observation where indicator_code = 'FAI' and period = '2025-06'""");
    }

    /** {@code -Pmemory} fills in ten million. */
    private static final boolean LONG = "long".equals(System.getProperty("mengshi.campaign"));

    @BeforeAll
    static void full() {
        int firstYear = LONG ? 2016 : 2024;
        WAREHOUSE
                .owner()
                .sql("select warehouse.prepare_years(2037)")
                .query(Integer.class)
                .single();
        WAREHOUSE.owner().sql("""
                insert into ops.run (job, status, parameters, started_at, started_by, program_version, form_version,
                    rule_book_version, catalogue_version)
                values ('nightly', 'COMPLETED', '{}', '2025-07-01', 'test', '1', 'f', 'r', 'c')""").update();
        WAREHOUSE.owner().sql("""
                insert into ops.publication (run_id, opened_at, facts_closed_at, judged_at, form_version,
                    rule_book_version, catalogue_version)
                select max(run_id), '2025-07-01', '2025-07-01', '2025-07-01', 'f', 'r', 'c' from ops.run""").update();
        WAREHOUSE.owner().sql("""
                insert into ops.submission (file_name, file_sha256, file_size, received_at, received_run, state,
                    area_key, form_key, period_key, version)
                select 'a.xlsx', 'a', 1, '2025-07-01', max(run_id), 'PUBLISHED', 1, 1, 202506, 1 from ops.run""").update();
        WAREHOUSE.owner().sql("""
                insert into warehouse.fact_observation (period_year, area_key, indicator_key, period_key, measure,
                    form_key, publication_id, value, obs_status, value_as_written, unit_as_written, factor, step,
                    submission_id, line_code, sheet, cell)
                select period.period_year, area.area_key, indicator.indicator_key, period.period_key, measure.measure,
                    form.form_key, (select max(publication_id) from ops.publication), 1, 'A', '1', '元', 1, 1,
                    (select max(submission_id) from ops.submission), '1', '表', 'A1'
                from warehouse.dim_period as period
                cross join warehouse.dim_area as area
                cross join warehouse.dim_indicator as indicator
                cross join warehouse.dim_measure as measure
                cross join warehouse.dim_form as form
                where period.frequency = 'MONTH' and period.period_year between ? and 2025
                    and area.area_key <> 0 and indicator.indicator_key <> 0
                    and measure.measure not in ('QUARTER', 'YEAR', 'STAGE') and form.form_key in (1, 2, 3, 4)
                    and form.form_key <= ?""").param(firstYear).param(LONG ? 4 : 1).update();
        WAREHOUSE.owner().sql("""
                insert into warehouse.fact_target_progress (target_id, area_key, period_key, publication_id, target_key,
                    verdict, judged_at)
                select target.target_id, area.area_key, period.period_key, (select max(publication_id) from ops.publication),
                    target.target_key, 'ON_PACE', '2025-07-01'
                from warehouse.dim_target as target
                cross join warehouse.dim_area as area
                cross join warehouse.dim_period as period
                where period.frequency = 'MONTH' and period.period_year between ? and 2025 and area.area_key <> 0""").param(LONG ? 2016 : 2024).update();
        // What edits came to of other submissions, as years of nights leave it.
        WAREHOUSE.owner().sql("""
                insert into ops.edit_outcome (run_id, edit_id, submission_id, passed, failed, not_checkable)
                select run.run_id, edit.edit_id, submission.submission_id + other.n, 1, 0, 0
                from ops.run as run
                cross join ops.submission as submission
                cross join (select edit_id from warehouse.dim_edit limit 20) as edit
                cross join generate_series(0, ?) as other (n)""").param(LONG ? 50_000 : 5_000).update();
        WAREHOUSE.owner().sql("vacuum analyze").update();
    }

    @AfterAll
    static void closed() {
        WAREHOUSE.close();
    }

    @Test
    void the_questions_people_ask_read_no_partition_from_end_to_end() {
        long facts = WAREHOUSE
                .owner()
                .sql("select count(*) from warehouse.fact_observation")
                .query(Long.class)
                .single();
        assertThat(facts).isGreaterThan(LONG ? 10_000_000L : 200_000L);
        tell(facts + " facts");

        QUESTIONS.forEach((name, sql) -> {
            String plan = String.join(
                    "\n",
                    WAREHOUSE
                            .owner()
                            .sql("explain (analyze, costs off, timing off, summary off) " + sql)
                            .query(String.class)
                            .list());
            tell(name + "\n" + plan);
            assertThat(plan)
                    .as(name)
                    .doesNotContain(
                            "Seq Scan on fact_observation_2025",
                            "Seq Scan on fact_observation_2024",
                            "Seq Scan on fact_target",
                            "Seq Scan on edit_outcome");
        });
    }

    /** A time says something of a large table only, on a machine that does nothing else. */
    @Test
    @EnabledIfSystemProperty(named = "mengshi.campaign", matches = "long")
    void they_take_a_fraction_of_the_time_of_counting_a_partition() {
        Duration count = fastest(() -> rows("select count(*) from warehouse.fact_observation_2025"));
        Map<String, Supplier<? extends Collection<?>>> asked = new LinkedHashMap<>();
        QUESTIONS.forEach((name, sql) -> asked.put(name, () -> rows(sql)));
        Marts marts = WAREHOUSE.marts();
        asked.put("a scorecard as it was known", () -> marts.targetProgress(
                        "2025-06", Instant.parse("2025-07-02T00:00:00Z"))
                .rows());
        asked.put("a verdict's trace", () -> TargetOrigin.of(marts.origins(null), "T2025-H03", Period.month(2025, 6))
                .orElseThrow()
                .facts());
        List<String> slow = new ArrayList<>();
        asked.forEach((name, question) -> {
            Duration took = fastest(question);
            tell(String.format(
                    "%s: %.1f ms, %.2f of counting the partition (%.1f ms)",
                    name, took.toNanos() / 1e6, (double) took.toNanos() / count.toNanos(), count.toNanos() / 1e6));
            // Making the plan takes its time on a busy machine, however little is read by it.
            if (took.compareTo(count.multipliedBy(4).plusMillis(250)) > 0) {
                slow.add(name + " " + took + " against " + count);
            }
        });

        assertThat(slow).isEmpty();
    }

    private static List<Map<String, Object>> rows(String sql) {
        return WAREHOUSE.owner().sql(sql).query().listOfRows();
    }

    private static Duration fastest(Supplier<? extends Collection<?>> question) {
        Duration fastest = Duration.ofDays(1);
        for (int i = 0; i < 5; i++) {
            long start = System.nanoTime();
            assertThat(question.get()).isNotEmpty();
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            fastest = took.compareTo(fastest) < 0 ? took : fastest;
        }
        return fastest;
    }

    /** Whoever fills in ten million wants to see what it came to. */
    private static void tell(String line) {
        if (LONG) {
            System.out.println(line);
        }
    }
}
