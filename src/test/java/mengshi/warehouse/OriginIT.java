package mengshi.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mengshi.model.Measure;
import mengshi.model.Period;
import mengshi.report.Recomputation;
import mengshi.report.TargetBase;
import mengshi.report.TargetOrigin;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a verdict is made of is enough to work its figure out again, whatever way it came about. */
class OriginIT {

    private static final List<String> ELEVEN = TestWarehouse.AREAS.subList(0, 11);
    private static final String TWELFTH = TestWarehouse.AREAS.get(11);
    private static final Period JUNE = Period.month(2025, 6);
    private static final String INVESTMENT_GROWTH = "T2025-H03";
    private static final String ROADS = "T2025-0515";
    private static final String COMPUTING_POWER = "T2025-0405";

    private static TestWarehouse warehouse;

    @BeforeAll
    static void open() {
        warehouse = new TestWarehouse();
    }

    @AfterAll
    static void close() {
        warehouse.close();
    }

    /** 100 at 6 %, ten of 100 at 10 %, 900 at 20 %: 19600 of 2000, with a base of each kind. */
    @Test
    void a_growth_of_weighted_rates_shows_each_area_s_weight_rate_and_cells() {
        Judged judged = new Judged(warehouse);
        String first = TestWarehouse.AREAS.get(0);
        judged.send("NM-M01", first, "2024-06", draft -> draft.put("FAI", Measure.YTD, "100"));
        judged.send("NM-M01", first, Judged.JUNE, draft -> draft.put("FAI", Measure.YOY_YTD, "6"));
        ELEVEN.subList(1, 11)
                .forEach(area ->
                        judged.send("NM-M01", area, Judged.JUNE, draft -> draft.put("FAI", Measure.YOY_YTD, "10")
                                .put("FAI", Measure.YTD_LY, "100")));
        judged.send("NM-M01", TWELFTH, Judged.JUNE, draft -> draft.put("FAI", Measure.YOY_YTD, "20")
                .put("FAI", Measure.YTD_LY, "999")
                .put("FAI", Measure.YTD_LY_COMP, "900"));
        judged.judge();

        TargetOrigin origin = origin(INVESTMENT_GROWTH);
        Recomputation again = origin.recomputed();

        assertThat(origin.source()).isEqualTo(TargetOrigin.Source.RATES);
        assertThat(judged.of(INVESTMENT_GROWTH, Judged.JUNE, "actual_value")).isEqualTo("14.3");
        assertThat(again.figure().orElseThrow()).isEqualByComparingTo("14.3");
        assertThat(again.parts()).hasSize(12);
        assertThat(again.rows().get(0))
                .containsEntry("area_code", first)
                .containsEntry("base_series", "FAI 2024-06 YTD")
                .containsEntry("weight_percent", new BigDecimal("5.0000"))
                .containsEntry("contribution", new BigDecimal("0.3000"))
                .containsEntry("base_sheet", Draft.SHEET);
        assertThat(again.rows().get(1)).containsEntry("base_series", "FAI 2025-06 YTD_LY");
        assertThat(again.rows().get(11))
                .containsEntry("base_series", "FAI 2025-06 YTD_LY_COMP")
                .containsEntry("weight_percent", new BigDecimal("45.0000"))
                .containsEntry("contribution", new BigDecimal("9.0000"));
        assertThat(origin.facts())
                .filteredOn(fact -> Boolean.TRUE.equals(fact.get("used")))
                .extracting(fact -> fact.get("measure"))
                .contains("YOY_YTD", "YTD_LY", "YTD_LY_COMP", "YTD");
    }

    @Test
    void a_growth_of_levels_counts_both_sides_over_the_same_areas() {
        Judged judged = new Judged(warehouse);
        ELEVEN.forEach(area -> judged.send("NM-M01", area, Judged.JUNE, draft -> draft.put("FAI", Measure.YTD, "110")
                .put("FAI", Measure.YTD_LY, "50")
                .put("FAI", Measure.YTD_LY_COMP, "100")));
        judged.send("NM-M01", TWELFTH, Judged.JUNE, draft -> draft.put("FAI", Measure.YTD, "99999"));
        judged.judge();

        TargetOrigin origin = origin(INVESTMENT_GROWTH);

        assertThat(origin.source()).isEqualTo(TargetOrigin.Source.LEVELS);
        assertThat(origin.recomputed().figure().orElseThrow()).isEqualByComparingTo("10");
        assertThat(origin.recomputed().words()).isEqualTo("Σ 本期 1210 ÷ Σ 上年同期 1100 − 1");
        assertThat(origin.recomputed().parts()).hasSize(11);
    }

    /** 30 of 40, ten of 10 of 40; the twelfth gave no denominator. */
    @Test
    void a_ratio_leaves_out_who_gave_only_one_side() {
        Judged judged = new Judged(warehouse);
        String target = warehouse.text("""
                        select target_id from mart.target
                        where indicator_code = 'DATACENTER_GREEN_SHARE' and kind = 'ratio' limit 1""");
        ELEVEN.forEach(area -> judged.send("NM-M02", area, Judged.JUNE, draft -> draft.put(
                        "DATACENTER_GREEN_ELECTRICITY", Measure.YTD, area.equals(ELEVEN.get(0)) ? "30" : "10")
                .put("DATACENTER_ELECTRICITY", Measure.YTD, "40")));
        judged.send(
                "NM-M02", TWELFTH, Judged.JUNE, draft -> draft.put("DATACENTER_GREEN_ELECTRICITY", Measure.YTD, "40"));
        judged.judge();

        Recomputation again = origin(target).recomputed();

        assertThat(again.words()).isEqualTo("Σ 分子 130 ÷ Σ 分母 440");
        assertThat(again.figure().orElseThrow()).isEqualByComparingTo("29.55");
        assertThat(judged.of(target, Judged.JUNE, "actual_value")).isEqualTo("29.55");
    }

    /** Every kind, from the region and from the areas, over a quarter's end and with loaded history. */
    @Test
    void whatever_is_judged_is_worked_out_again_to_the_same_figure() {
        Judged judged = new Judged(warehouse);
        for (String period : List.of("2024-06", "2024-12")) {
            String part = period.equals("2024-06") ? "40" : "100";
            TestWarehouse.AREAS.forEach(area -> judged.send(
                    area.equals(TWELFTH) ? "NM-H01" : "NM-M02", area, period, Judged.toDate("RURAL_ROADS", part)));
            judged.send("NM-H01", TestWarehouse.AREAS.get(0), period, Judged.toDate("RURAL_ROADS", "999"));
        }
        judged.areas(TestWarehouse.AREAS, Judged.JUNE, draft -> draft.put("RURAL_ROADS", Measure.YTD, "77")
                .put("DESERT_ROADS", Measure.YTD, "31")
                .put("DATACENTER_GREEN_ELECTRICITY", Measure.YTD, "7")
                .put("DATACENTER_ELECTRICITY", Measure.YTD, "9"));
        TestWarehouse.AREAS.forEach(
                area -> judged.send("NM-M01", area, Judged.JUNE, draft -> draft.put("FAI", Measure.YOY_YTD, "7.3")
                        .put("FAI", Measure.YTD_LY, area.substring(2, 4))));
        for (String period : List.of("2025-04", "2025-05", Judged.JUNE)) {
            judged.region(period, draft -> draft.in("%", "1", 1)
                    .put("UNEMPLOYMENT_RATE", Measure.MONTH, "5." + period.charAt(6)));
        }
        judged.judge().again().region(Judged.JUNE, draft -> draft.in("%", "1", 1)
                .frame("correction_reason", "公布数")
                .put("UNEMPLOYMENT_RATE", Measure.MONTH, "5.6")
                .put("GDP", Measure.YOY_YTD, "5.9")
                .put("CPI", Measure.YOY_YTD, "0.4")
                .put("INCOME_REAL", Measure.YOY_YTD, "5.8")
                .in("亿元", "100000000", 2)
                .put("FOREIGN_TRADE", Measure.YTD, "1100"));
        judged.judge();

        List<Map<String, @Nullable Object>> rows = warehouse.marts().targetProgress(Judged.JUNE, null).rows().stream()
                .filter(row -> row.get("actual_value") instanceof BigDecimal)
                .toList();

        assertThat(rows).extracting(row -> row.get("source")).contains("PUBLISHED", "SUM", "RATES", "RATIO", "MEAN");
        assertThat(rows).hasSizeGreaterThan(8).allSatisfy(row -> {
            Optional<BigDecimal> again =
                    origin(String.valueOf(row.get("target_id"))).recomputed().figure();
            assertThat(again.orElseThrow())
                    .as("%s %s", row.get("target_id"), row.get("source"))
                    .isEqualByComparingTo((BigDecimal) row.get("actual_value"));
        });
        assertThat(origin(ROADS).base().share().orElseThrow())
                .as("480 of 1200: history stands in for the twelfth only")
                .isEqualByComparingTo("0.4");
        assertThat(judged.of(ROADS, Judged.JUNE, "expected_profile")).isEqualTo("2000");
    }

    @Test
    void a_base_is_shown_with_its_place_in_the_report_and_its_fact_of_last_year() {
        Judged judged = new Judged(warehouse);
        judged.region("2024-12", draft -> draft.in("万P", "10000", 1).put("COMPUTING_POWER", Measure.END, "9.3"));
        judged.region(Judged.JUNE, draft -> draft.in("万P", "10000", 1).put("COMPUTING_POWER", Measure.END, "14"));
        judged.judge();

        TargetOrigin origin = origin(COMPUTING_POWER);

        assertThat(origin.base().result())
                .containsEntry("actual_id", "A2024-0317")
                .containsEntry("paragraph", 3)
                .containsEntry("phrase", "算力总规模达到9.4万P");
        assertThat(origin.base().lastYearEnd().orElseThrow()).isEqualByComparingTo("93000");
        assertThat(origin.base().reasons()).isEmpty();
        assertThat(origin.facts())
                .filteredOn(fact -> "LAST_YEAR_END".equals(fact.get("role")))
                .singleElement()
                .satisfies(fact -> assertThat(fact).containsEntry("cell", "M5").containsEntry("sheet", Draft.SHEET));
    }

    @Test
    void where_last_year_is_not_there_it_says_why() {
        Judged judged = new Judged(warehouse);
        judged.areas(ELEVEN, "2024-06", Judged.toDate("RURAL_ROADS", "40"));
        judged.areas(List.of(TWELFTH), "2024-06", Judged.toDate("DESERT_ROADS", "40"));
        judged.areas(TestWarehouse.AREAS, Judged.JUNE, Judged.toDate("RURAL_ROADS", "200"));
        judged.judge();

        TargetBase base = origin(ROADS).base();

        assertThat(base.share()).isEmpty();
        assertThat(base.reasons())
                .containsExactly("2024-06 NM-M02 已入库，本项无数：阿拉善盟", "2024-12 NM-M02 未报，也未补录：呼和浩特市、包头市、乌海市等12个");
    }

    /** Rows of versions are never deleted: no other test here looks at these roads. */
    @Test
    void that_a_threshold_was_changed_since_last_year_is_said_of_the_target() {
        warehouse.owner().sql("""
                        insert into warehouse.dim_indicator_threshold_version (form_version, indicator_code, valid_from,
                            valid_to, threshold_zh, threshold_en, source)
                        select version, 'DESERT_ROADS', '-infinity'::date, '2024-12-31'::date, '三级以上', 'class 3', '试'
                        from ops.seed_version where seed = 'forms'
                        union all
                        select version, 'DESERT_ROADS', '2025-01-01', 'infinity', '二级以上', 'class 2', '试'
                        from ops.seed_version where seed = 'forms'""").update();
        Judged judged = new Judged(warehouse);
        judged.areas(ELEVEN, Judged.JUNE, Judged.toDate("DESERT_ROADS", "100"));
        judged.areas(List.of(TWELFTH), Judged.JUNE, draft -> draft.put("DESERT_ROADS", Measure.YTD, "100")
                .put("DESERT_ROADS", Measure.YTD_LY_COMP, "90"));
        judged.judge();

        assertThat(origin("T2025-0902").base().warnings())
                .containsExactly("统计起点 2025-01-01 起改变，没有同口径上年数的地区 11 个", "原 三级以上", "现 二级以上");
    }

    @Test
    void a_figure_published_inside_a_night_is_not_in_the_verdict_of_the_night_before() {
        Judged judged = new Judged(warehouse);
        judged.areas(TestWarehouse.AREAS, Judged.JUNE, Judged.toDate("RURAL_ROADS", "200"));
        judged.judge();
        Night night = warehouse.night();
        night.receive(Draft.of("NM-M02", TWELFTH, Judged.JUNE)
                .frame("correction_reason", "漏报")
                .put("RURAL_ROADS", Measure.YTD, "300"));
        night.read().check().publish();

        BigDecimal inside = origin(ROADS).recomputed().figure().orElseThrow();
        night.judge().end();

        assertThat(inside).isEqualByComparingTo("2400");
        assertThat(origin(ROADS).recomputed().figure().orElseThrow()).isEqualByComparingTo("2500");
    }

    private static TargetOrigin origin(String target) {
        return TargetOrigin.of(warehouse.marts().origins(null), target, JUNE).orElseThrow();
    }
}
