package mengshi.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import mengshi.model.Measure;
import mengshi.model.ObservationStatus;
import mengshi.targets.Reason;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Small worked examples of every kind of target, with figures to be checked in one's head. June is half of the year; where
 * last year had 40 by June of 100 in all, its share is 0.4.
 */
class JudgingIT {

    private static final String JUNE = "2025-06";
    private static final String DECEMBER = "2025-12";
    private static final List<String> ELEVEN = TestWarehouse.AREAS.subList(0, 11);
    private static final String TWELFTH = TestWarehouse.AREAS.get(11);

    private static TestWarehouse warehouse;

    private Night night;
    private final List<Draft> drafts = new ArrayList<>();

    /** What was said of a target; numbers without trailing zeros, absent ones as a dash. */
    private record Progress(
            String actual,
            String completion,
            String paceTime,
            String paceProfile,
            String rest,
            String verdict,
            String reason,
            String coverage) {

        Progress(String actual, String verdict, String reason) {
            this(actual, "-", "-", "-", "-", verdict, reason, "-");
        }
    }

    @BeforeAll
    static void open() {
        warehouse = new TestWarehouse();
    }

    @BeforeEach
    void begin() {
        warehouse.clear();
        night = warehouse.night();
    }

    /** Whatever a verdict gives as its reason is a code that people can read, or figures. */
    @AfterEach
    void every_reason_is_known() {
        List<String> known = Arrays.stream(Reason.values()).map(Reason::name).toList();
        assertThat(warehouse.texts(
                        "select distinct verdict_reason from mart.target_progress where verdict_reason <> ''"))
                .flatMap(reasons -> List.of(reasons.split(";")))
                .map(reason -> reason.split(" ")[0])
                .filteredOn(word -> word.matches("[A-Z_]+"))
                .isSubsetOf(known);
    }

    @AfterAll
    static void close() {
        warehouse.close();
    }

    private void send(String form, String area, String period, UnaryOperator<Draft> figures) {
        drafts.add(figures.apply(Draft.of(form, area, period)));
    }

    private void areas(List<String> areas, String period, UnaryOperator<Draft> figures) {
        areas.forEach(area -> send("NM-M02", area, period, figures));
    }

    private void region(String period, UnaryOperator<Draft> figures) {
        send("NM-R01", "150000", period, figures);
    }

    private void judge() {
        drafts.forEach(night::receive);
        drafts.clear();
        night.go().judge();
    }

    private static UnaryOperator<Draft> toDate(String indicator, String value) {
        return draft -> draft.put(indicator, Measure.YTD, value);
    }

    private static UnaryOperator<Draft> growth(String indicator, String percent) {
        return draft -> draft.put(indicator, Measure.YOY_YTD, percent);
    }

    private static Progress of(String target) {
        return of(target, JUNE);
    }

    private static Progress of(String target, String period) {
        return warehouse
                .reader()
                .sql("""
                    select actual_value, completion, pace_time, pace_profile, required_rest, verdict, verdict_reason,
                        coverage
                    from mart.target_progress
                    where target_id = ? and period = ?\
                    """)
                .param(target)
                .param(period)
                .query((row, number) -> new Progress(
                        plain(row.getBigDecimal(1)),
                        plain(row.getBigDecimal(2)),
                        plain(row.getBigDecimal(3)),
                        plain(row.getBigDecimal(4)),
                        plain(row.getBigDecimal(5)),
                        row.getString(6),
                        text(row.getString(7)),
                        text(row.getString(8))))
                .single();
    }

    private static String plain(@Nullable BigDecimal number) {
        return number == null ? "-" : number.stripTrailingZeros().toPlainString();
    }

    private static String text(@Nullable String text) {
        return text == null ? "-" : text;
    }

    private void roadsOfLastYear(String byJune, String inAll) {
        areas(TestWarehouse.AREAS, "2024-06", toDate("RURAL_ROADS", byJune));
        areas(TestWarehouse.AREAS, "2024-12", toDate("RURAL_ROADS", inAll));
    }

    /** 5000 公里, by last year's profile. */
    private static final String ROADS = "T2025-0515";

    @Test
    void a_volume_by_profile_says_when_time_alone_would_judge_otherwise() {
        roadsOfLastYear("80", "200");
        areas(TestWarehouse.AREAS, JUNE, toDate("RURAL_ROADS", "200"));
        judge();

        assertThat(of(ROADS))
                .isEqualTo(new Progress("2400", "0.48", "0.96", "1.2", "433.33", "AHEAD", "PACES_DIFFER", "12/12"));
    }

    /** 600 of 1200 亿元 are due: 630 is 1.05 of it, 570 is 0.95. */
    @ParameterizedTest
    @CsvSource({
        "630, 1.05, AHEAD",
        "629, 1.048333, ON_PACE",
        "600, 1, ON_PACE",
        "599, 0.998333, WATCH",
        "570, 0.95, WATCH",
        "569, 0.948333, BEHIND"
    })
    void bands_begin_where_the_seeds_say(String actual, String pace, String verdict) {
        region(JUNE, draft -> draft.in("亿元", "100000000", 2).put("REVENUE_BAOGANG", Measure.YTD, actual));
        judge();

        assertThat(of("T2025-0701"))
                .extracting(Progress::paceTime, Progress::verdict)
                .containsExactly(pace, verdict);
    }

    @Test
    void a_volume_by_time_needs_no_history() {
        region(JUNE, toDate("SERVICES_REGION_WIDE", "75"));
        judge();

        assertThat(of("T2025-0709")).isEqualTo(new Progress("75", "0.5", "1", "-", "12.5", "ON_PACE", "-", "-"));
    }

    @Test
    void a_volume_by_both_paces_says_when_they_disagree() {
        region("2024-06", draft -> draft.in("亿元", "100000000", 2)
                .put("FOREIGN_TRADE", Measure.YTD, "800")
                .in("亿吨", "100000000", 4)
                .put("PORT_FREIGHT", Measure.YTD, "0.6"));
        region("2024-12", draft -> draft.in("亿元", "100000000", 2)
                .put("FOREIGN_TRADE", Measure.YTD, "2000")
                .in("亿吨", "100000000", 4)
                .put("PORT_FREIGHT", Measure.YTD, "1.2"));
        region(JUNE, draft -> draft.in("亿元", "100000000", 2)
                .put("FOREIGN_TRADE", Measure.YTD, "1100")
                .put("INVESTMENT_ATTRACTED", Measure.YTD, "2850")
                .in("亿吨", "100000000", 4)
                .put("PORT_FREIGHT", Measure.YTD, "0.65"));
        judge();

        assertThat(of("T2025-0803"))
                .isEqualTo(
                        new Progress("110000000000", "0.5", "1", "1.25", "18333333333.33", "PACES_DISAGREE", "-", "-"));
        assertThat(of("T2025-0802"))
                .isEqualTo(new Progress("65000000", "0.5", "1", "1", "10833333.33", "ON_PACE", "-", "-"));
        assertThat(of("T2025-0103"))
                .isEqualTo(new Progress("285000000000", "0.5", "1", "-", "47500000000", "ON_PACE", "NO_HISTORY", "-"));
    }

    @Test
    void a_volume_that_is_reached_is_achieved_in_any_month_and_exceeding_is_more_than_reaching() {
        areas(TestWarehouse.AREAS, JUNE, toDate("OLD_COMMUNITIES_RENOVATED", "108"));
        TestWarehouse.AREAS.forEach(area -> {
            for (String period : List.of("2024-06", "2024-12", JUNE)) {
                String value = period.equals("2024-06") ? "5" : area.equals(TWELFTH) ? "12" : "8";
                send("NM-M01", area, period, draft -> draft.in("亿元", "100000000", 2)
                        .put("TECH_CONTRACTS", Measure.YTD, value));
            }
        });
        judge();

        assertThat(of("T2025-0201"))
                .isEqualTo(new Progress("1296", "1.003873", "2.007746", "-", "0", "ACHIEVED", "-", "12/12"));
        assertThat(of("T2025-0303"))
                .isEqualTo(new Progress("10000000000", "1", "2", "1.666667", "0", "AHEAD", "-", "12/12"));
    }

    @Test
    void loaded_history_is_the_profile_only_where_a_league_has_no_figure_of_its_own() {
        for (String area : TestWarehouse.AREAS) {
            boolean hasItsOwn = area.equals(TWELFTH);
            send("NM-H01", area, "2024-06", toDate("RURAL_ROADS", hasItsOwn ? "999" : "80"));
            send("NM-H01", area, "2024-12", toDate("RURAL_ROADS", "200"));
            // For the year that is judged, history counts for nothing.
            send("NM-H01", area, JUNE, toDate("RURAL_ROADS", "9999"));
        }
        areas(List.of(TWELFTH), "2024-06", toDate("RURAL_ROADS", "80"));
        areas(TestWarehouse.AREAS, JUNE, toDate("RURAL_ROADS", "200"));
        judge();

        assertThat(of(ROADS))
                .isEqualTo(new Progress("2400", "0.48", "0.96", "1.2", "433.33", "AHEAD", "PACES_DIFFER", "12/12"));
    }

    @Test
    void a_volume_by_profile_needs_no_history_at_the_year_s_end() {
        areas(TestWarehouse.AREAS, DECEMBER, toDate("RURAL_ROADS", "400"));
        judge();

        assertThat(of(ROADS, DECEMBER))
                .isEqualTo(new Progress("4800", "0.96", "0.96", "0.96", "-", "WATCH", "-", "12/12"));
    }

    @Test
    void about_allows_a_volume_its_tolerance_and_says_so() {
        region(JUNE, draft -> draft.in("亿元", "100000000", 2).put("FAI_INDUSTRY", Measure.YTD, "4850"));
        judge();

        assertThat(of("T2025-0104"))
                .extracting(Progress::verdict, Progress::reason)
                .containsExactly("ACHIEVED", "ABOUT_DECIDES");
    }

    @Test
    void a_partial_sum_speaks_only_where_it_is_enough() {
        for (String period : List.of("2024-06", "2024-12")) {
            String share = period.equals("2024-06") ? "40" : "100";
            areas(TestWarehouse.AREAS, period, draft -> draft.put("RURAL_ROADS", Measure.YTD, share)
                    .put("DESERT_ROADS", Measure.YTD, share)
                    .put("PIPELINES_RENOVATED", Measure.YTD, share));
        }
        areas(ELEVEN, JUNE, draft -> draft.put("RURAL_ROADS", Measure.YTD, "185")
                .put("DESERT_ROADS", Measure.YTD, "100")
                .put("PIPELINES_RENOVATED", Measure.YTD, "140"));
        judge();

        assertThat(of(ROADS)) // 2035 of 2000 due by profile: not enough ahead to be sure
                .isEqualTo(new Progress(
                        "2035", "0.407", "0.814", "1.0175", "494.17", "CANNOT_JUDGE", "COVERAGE", "11/12"));
        assertThat(of("T2025-0902")) // 1100 of 1000
                .isEqualTo(new Progress("1100", "0.44", "0.88", "1.1", "233.33", "AHEAD", "PACES_DIFFER", "11/12"));
        assertThat(of("T2025-0202")) // 1540 of 1500 in all
                .isEqualTo(new Progress("1540", "1.026667", "2.053333", "2.566667", "0", "ACHIEVED", "-", "11/12"));
    }

    @Test
    void a_partial_sum_under_both_paces_must_be_enough_for_both() {
        region("2024-06", draft -> draft.in("亿元", "100000000", 2).put("FOREIGN_TRADE", Measure.YTD, "1200"));
        region("2024-12", draft -> draft.in("亿元", "100000000", 2).put("FOREIGN_TRADE", Measure.YTD, "2000"));
        ELEVEN.forEach(area -> send("NM-M01", area, JUNE, draft -> draft.in("亿元", "100000000", 2)
                .put("FOREIGN_TRADE", Measure.YTD, "110")));
        judge();

        assertThat(of("T2025-0803"))
                .extracting(Progress::paceTime, Progress::paceProfile, Progress::verdict, Progress::reason)
                .containsExactly("1.1", "0.916667", "CANNOT_JUDGE", "COVERAGE");
    }

    @Test
    void a_missing_league_is_never_zero_and_a_blank_line_is_none() {
        areas(ELEVEN, JUNE, toDate("RURAL_ROADS", "10"));
        areas(List.of(TWELFTH), JUNE, draft -> draft.missing("RURAL_ROADS", Measure.YTD, ObservationStatus.L)
                .put("DESERT_ROADS", Measure.YTD, "2500"));
        judge();

        assertThat(of(ROADS).coverage()).isEqualTo("11/12");
        assertThat(of(ROADS).reason()).isEqualTo("COVERAGE");
        assertThat(of("T2025-0902"))
                .extracting(Progress::verdict, Progress::coverage)
                .containsExactly("ACHIEVED", "12/12");
    }

    @Test
    void grain_is_not_behind_before_it_is_in() {
        areas(TestWarehouse.AREAS, "2024-06", toDate("GRAIN_OUTPUT", "0"));
        areas(TestWarehouse.AREAS, "2024-12", toDate("GRAIN_OUTPUT", "100"));
        areas(TestWarehouse.AREAS, JUNE, toDate("GRAIN_OUTPUT", "0"));
        judge();

        assertThat(of("T2025-0506"))
                .extracting(Progress::actual, Progress::verdict, Progress::reason)
                .containsExactly("0", "CANNOT_JUDGE", "NOT_IN_SEASON");
    }

    @Test
    void without_last_year_a_volume_by_profile_cannot_be_judged_and_without_a_figure_none() {
        areas(TestWarehouse.AREAS, JUNE, toDate("RURAL_ROADS", "200"));
        judge();

        assertThat(of(ROADS))
                .isEqualTo(new Progress("2400", "0.48", "0.96", "-", "433.33", "CANNOT_JUDGE", "NO_HISTORY", "12/12"));
        assertThat(of("T2025-0902")).isEqualTo(new Progress("-", "CANNOT_JUDGE", "NO_DATA"));
    }

    @Test
    void the_region_s_own_figure_comes_before_the_sum_of_its_areas() {
        TestWarehouse.AREAS.forEach(area -> send("NM-M01", area, JUNE, toDate("NEW_URBAN_JOBS", "5000")));
        judge();
        assertThat(of("T2025-H05"))
                .isEqualTo(new Progress("60000", "0.333333", "0.666667", "-", "20000", "BEHIND", "-", "12/12"));

        night = warehouse.night();
        region(JUNE, toDate("NEW_URBAN_JOBS", "99000"));
        judge();

        assertThat(of("T2025-H05")).isEqualTo(new Progress("99000", "0.55", "1.1", "-", "13500", "AHEAD", "-", "-"));
    }

    /** 6 左右, within 0.2: from 5.8 on. */
    @ParameterizedTest
    @CsvSource({
        "6.3, AHEAD, -",
        "6.0, ON_PACE, -",
        "5.9, ON_PACE, ABOUT_DECIDES",
        "5.8, ON_PACE, ABOUT_DECIDES",
        "5.7, WATCH, -",
        "5.3, WATCH, -",
        "5.2, BEHIND, -"
    })
    void a_published_rate_is_held_against_the_target_itself(String rate, String verdict, String reason) {
        region(JUNE, growth("GDP", rate));
        judge();

        assertThat(of("T2025-H01")).isEqualTo(new Progress(plain(new BigDecimal(rate)), verdict, reason));
    }

    @Test
    void growth_beyond_a_rate_excludes_the_rate_itself_and_is_achieved_only_at_the_end() {
        warehouse
                .owner()
                .sql("update warehouse.dim_target set modality = 'exceed' where target_id = 'T2025-H04'")
                .update();
        region(JUNE, growth("BUDGET_REVENUE", "4.1"));
        region(DECEMBER, growth("BUDGET_REVENUE", "4"));
        judge();
        Progress inJune = of("T2025-H04");
        Progress exactly = of("T2025-H04", DECEMBER);
        warehouse
                .owner()
                .sql("update warehouse.dim_target set modality = 'at_least' where target_id = 'T2025-H04'")
                .update();

        night = warehouse.night();
        region(DECEMBER, draft -> growth("BUDGET_REVENUE", "4").apply(draft).put("GDP", Measure.YOY_YTD, "5.8"));
        judge();

        assertThat(inJune.verdict()).isEqualTo("ON_PACE");
        assertThat(exactly.verdict()).isEqualTo("WATCH");
        assertThat(of("T2025-H04", DECEMBER).verdict()).isEqualTo("ACHIEVED");
        assertThat(of("T2025-H01", DECEMBER)).isEqualTo(new Progress("5.8", "ACHIEVED", "ABOUT_DECIDES"));
    }

    private void investment(List<String> areas, String now, @Nullable String base) {
        areas.forEach(area -> send("NM-M01", area, JUNE, draft -> {
            draft.put("FAI", Measure.YTD, now).put("FAI", Measure.YTD_LY, "50");
            return base == null ? draft : draft.put("FAI", Measure.YTD_LY_COMP, base);
        }));
    }

    @Test
    void growth_of_a_flow_comes_from_the_areas_levels_on_the_comparable_basis() {
        investment(ELEVEN, "110", "100");
        investment(List.of(TWELFTH), "220", "200");
        judge();

        assertThat(of("T2025-H03")).isEqualTo(new Progress("10", "-", "-", "-", "-", "ON_PACE", "-", "12/12"));
    }

    @Test
    void growth_counts_numerator_and_base_over_the_same_areas() {
        investment(ELEVEN, "110", "100");
        send("NM-M01", TWELFTH, JUNE, toDate("FAI", "99999"));
        judge();

        assertThat(of("T2025-H03"))
                .isEqualTo(new Progress("10", "-", "-", "-", "-", "CANNOT_JUDGE", "COVERAGE", "11/12"));
    }

    @Test
    void a_published_rate_and_the_areas_levels_are_both_shown_where_they_part() {
        investment(TestWarehouse.AREAS, "112", "100");
        region(JUNE, growth("FAI", "10.0"));
        judge();

        assertThat(of("T2025-H03")).isEqualTo(new Progress("10", "ON_PACE", "SOURCES_DIFFER 12"));
    }

    @Test
    void a_published_rate_is_not_held_against_a_part_of_the_areas() {
        investment(ELEVEN, "112", "100");
        region(JUNE, growth("FAI", "10.0"));
        judge();

        assertThat(of("T2025-H03")).isEqualTo(new Progress("10", "ON_PACE", "-"));
    }

    @Test
    void real_growth_and_rates_are_never_derived_from_the_areas() {
        TestWarehouse.AREAS.forEach(
                area -> send("NM-M01", area, JUNE, draft -> draft.put("INDUSTRY_VALUE_ADDED", Measure.YOY_YTD, "8")
                        .put("BUDGET_REVENUE", Measure.YTD, "110")
                        .put("BUDGET_REVENUE", Measure.YTD_LY, "100")));
        judge();

        assertThat(of("T2025-H02"))
                .extracting(Progress::verdict, Progress::reason)
                .containsExactly("CANNOT_JUDGE", "NO_DATA");
        assertThat(of("T2025-H04"))
                .extracting(Progress::verdict, Progress::reason)
                .containsExactly("CANNOT_JUDGE", "NO_DATA");
    }

    @Test
    void growth_shows_what_the_rest_of_the_year_must_bring() {
        region("2024-06", toDate("FAI_INDUSTRY", "2000"));
        region("2024-12", toDate("FAI_INDUSTRY", "4000"));
        region(JUNE, draft -> draft.put("FAI_INDUSTRY", Measure.YTD, "2100").put("FAI_INDUSTRY", Measure.YOY_YTD, "5"));
        judge();

        // 4400 in all, 2300 left, where last year had 2000.
        assertThat(of("T2025-0105")).isEqualTo(new Progress("5", "-", "-", "-", "15", "BEHIND", "-", "-"));
    }

    /** The levels grew by 5 where the published real rate is 6.3; 21 to 20 is 5, but on last year's new basis it is 10.5. */
    @Test
    void what_the_rest_must_bring_is_not_said_where_levels_do_not_grow_as_the_rate_says() {
        region("2024-06", draft -> draft.put("GDP", Measure.YTD, "2000").put("FAI_INDUSTRY", Measure.YTD, "2000"));
        region("2024-12", draft -> draft.put("GDP", Measure.YTD, "4000").put("FAI_INDUSTRY", Measure.YTD, "4000"));
        region(JUNE, draft -> draft.put("GDP", Measure.YTD, "2100")
                .put("GDP", Measure.YOY_YTD, "6.3")
                .put("FAI_INDUSTRY", Measure.YTD, "2100")
                .put("FAI_INDUSTRY", Measure.YTD_LY, "1900")
                .put("FAI_INDUSTRY", Measure.YOY_YTD, "10.5"));
        judge();

        assertThat(of("T2025-H01")).isEqualTo(new Progress("6.3", "-", "-", "-", "-", "AHEAD", "-", "-"));
        assertThat(of("T2025-0105")).isEqualTo(new Progress("10.5", "-", "-", "-", "-", "AHEAD", "-", "-"));
    }

    @Test
    void what_the_rest_must_bring_is_not_said_of_twelve_areas_by_eleven() {
        TestWarehouse.AREAS.forEach(area -> send("NM-M01", area, "2024-06", toDate("FAI", "100")));
        TestWarehouse.AREAS.forEach(area -> send("NM-M01", area, "2024-12", toDate("FAI", "200")));
        investment(ELEVEN, "110", "100");
        region(JUNE, draft -> draft.put("FAI", Measure.YOY_YTD, "10"));
        judge();

        assertThat(of("T2025-H03")).isEqualTo(new Progress("10", "-", "-", "-", "-", "ON_PACE", "-", "-"));
    }

    private static UnaryOperator<Draft> firms(String all, String withResearch) {
        return draft -> draft.in("家", "1", 0)
                .put("INDUSTRIAL_FIRMS", Measure.YTD, all)
                .put("INDUSTRIAL_FIRMS_WITH_RD", Measure.YTD, withResearch);
    }

    @Test
    void a_ratio_is_the_sum_of_the_numerators_over_the_sum_of_the_denominators() {
        areas(ELEVEN, JUNE, firms("100", "40"));
        areas(List.of(TWELFTH), JUNE, firms("900", "900"));
        judge();

        // 1340 of 2000; the mean of the twelve ratios would be 45.
        assertThat(of("T2025-0302")).isEqualTo(new Progress("67", "-", "-", "-", "-", "BEHIND", "-", "12/12"));
    }

    @Test
    void a_ratio_counts_both_sides_over_the_same_areas() {
        areas(ELEVEN, JUNE, firms("100", "90"));
        areas(List.of(TWELFTH), JUNE, draft -> draft.in("家", "1", 0)
                .put("INDUSTRIAL_FIRMS_WITH_RD", Measure.YTD, "500")
                .missing("INDUSTRIAL_FIRMS", Measure.YTD, ObservationStatus.L));
        judge();

        assertThat(of("T2025-0302"))
                .isEqualTo(new Progress("90", "-", "-", "-", "-", "CANNOT_JUDGE", "COVERAGE", "11/12"));
    }

    @Test
    void a_ratio_is_not_covered_where_one_area_keeps_one_side_and_another_the_other() {
        areas(TestWarehouse.AREAS.subList(0, 10), JUNE, firms("100", "90"));
        areas(List.of(TestWarehouse.AREAS.get(10)), JUNE, draft -> draft.put(
                        "INDUSTRIAL_FIRMS_WITH_RD", Measure.YTD, "5")
                .missing("INDUSTRIAL_FIRMS", Measure.YTD, ObservationStatus.L));
        areas(List.of(TWELFTH), JUNE, draft -> draft.put("INDUSTRIAL_FIRMS", Measure.YTD, "500")
                .missing("INDUSTRIAL_FIRMS_WITH_RD", Measure.YTD, ObservationStatus.L));
        judge();

        assertThat(of("T2025-0302"))
                .isEqualTo(new Progress("90", "-", "-", "-", "-", "CANNOT_JUDGE", "COVERAGE", "10/12"));
    }

    @Test
    void unemployment_is_the_mean_of_the_months_so_far() {
        List<String> rates = List.of("5.8", "5.6", "5.5");
        for (int month = 4; month <= 6; month++) {
            String rate = rates.get(month - 4);
            region("2025-0" + month, draft -> draft.put("UNEMPLOYMENT_RATE", Measure.MONTH, rate));
        }
        judge();

        assertThat(of("T2025-H06", "2025-04")).isEqualTo(new Progress("5.8", "WATCH", "-"));
        assertThat(of("T2025-H06", "2025-05")).isEqualTo(new Progress("5.7", "ON_PACE", "ABOUT_DECIDES"));
        assertThat(of("T2025-H06")).isEqualTo(new Progress("5.63", "ON_PACE", "ABOUT_DECIDES"));
    }

    @Test
    void a_mean_without_this_month_cannot_be_judged() {
        region("2025-05", draft -> draft.put("UNEMPLOYMENT_RATE", Measure.MONTH, "5.0"));
        region(JUNE, growth("GDP", "6"));
        judge();

        assertThat(of("T2025-H06")).isEqualTo(new Progress("5", "CANNOT_JUDGE", "NO_DATA"));
    }

    /** 2 左右, within 0.2, missed on either side; read as a ceiling only above. */
    @ParameterizedTest
    @CsvSource({
        "2.0, ON_PACE, -",
        "2.2, ON_PACE, ABOUT_DECIDES",
        "1.8, ON_PACE, ABOUT_DECIDES",
        "2.3, WATCH, -",
        "3.0, BEHIND, -",
        "1.5, WATCH, READINGS_DIFFER",
        "0.1, BEHIND, READINGS_DIFFER"
    })
    void prices_may_miss_in_both_directions(String rise, String verdict, String reason) {
        region(JUNE, growth("CPI", rise));
        judge();

        assertThat(of("T2025-H08")).isEqualTo(new Progress(plain(new BigDecimal(rise)), verdict, reason));
    }

    @Test
    void a_relation_needs_both_rates_of_the_same_month() {
        region("2025-05", growth("INCOME_REAL", "6"));
        region(JUNE, draft -> draft.put("INCOME_REAL", Measure.YOY_YTD, "5.3")
                .put("GDP", Measure.YOY_YTD, "5.9")
                .put("INCOME_LIFTED_AREAS", Measure.YOY_YTD, "7.2")
                .put("INCOME_RURAL", Measure.YOY_YTD, "6.5"));
        judge();

        assertThat(of("T2025-H07", "2025-05")).isEqualTo(new Progress("-", "CANNOT_JUDGE", "NO_DATA"));
        assertThat(of("T2025-H07")).isEqualTo(new Progress("-0.6", "WATCH", "5.3 : 5.9"));
        assertThat(of("T2025-0513")).isEqualTo(new Progress("0.7", "AHEAD", "7.2 : 6.5"));
    }

    @Test
    void a_rank_is_better_the_smaller_it_is() {
        region(JUNE, draft -> draft.put("RANK_AI_COMPUTING", Measure.END, "2")
                .put("RANK_NORTHERN_RARE_EARTH", Measure.END, "1")
                .put("RANK_TRANSPORT_GROUP", Measure.END, "480"));
        region(DECEMBER, draft -> draft.put("RANK_AI_COMPUTING", Measure.END, "1"));
        judge();

        assertThat(of("T2025-0406")).isEqualTo(new Progress("2", "BEHIND", "-"));
        assertThat(of("T2025-0702")).isEqualTo(new Progress("1", "ON_PACE", "-"));
        assertThat(of("T2025-0706")).isEqualTo(new Progress("480", "AHEAD", "-"));
        assertThat(of("T2025-0406", DECEMBER)).isEqualTo(new Progress("1", "ACHIEVED", "-"));
    }

    @Test
    void a_level_goes_from_its_base_to_its_target_with_the_year() {
        region(JUNE, draft -> draft.in("万P", "10000", 2)
                .put("COMPUTING_POWER", Measure.END, "14.7")
                .in("%", "1", 1)
                .put("OVERGRAZING_INDEX", Measure.YTD, "8"));
        judge();

        // 9.4 and half of the 10.6 that lack to 20.
        assertThat(of("T2025-0405"))
                .isEqualTo(new Progress("147000", "0.735", "1", "-", "8833.33", "ON_PACE", "-", "-"));
        // At most 10, and 10 was the base.
        assertThat(of("T2025-0511")).isEqualTo(new Progress("8", "0.8", "1.25", "-", "0", "AHEAD", "-", "-"));
    }

    @Test
    void nothing_may_be_left_of_a_level_of_zero() {
        areas(TestWarehouse.AREAS, JUNE, draft -> draft.put("ZERO_EMPLOYMENT_HOUSEHOLDS", Measure.END, "0"));
        areas(ELEVEN, "2025-07", draft -> draft.put("ZERO_EMPLOYMENT_HOUSEHOLDS", Measure.END, "0"));
        areas(List.of(TWELFTH), "2025-07", draft -> draft.put("ZERO_EMPLOYMENT_HOUSEHOLDS", Measure.END, "1"));
        areas(TestWarehouse.AREAS, DECEMBER, draft -> draft.put("ZERO_EMPLOYMENT_HOUSEHOLDS", Measure.END, "0"));
        judge();

        assertThat(of("T2025-1001")).isEqualTo(new Progress("0", "-", "1", "-", "0", "ON_PACE", "-", "12/12"));
        assertThat(of("T2025-1001", "2025-07"))
                .isEqualTo(new Progress("1", "-", "0", "-", "0.2", "BEHIND", "-", "12/12"));
        assertThat(of("T2025-1001", DECEMBER).verdict()).isEqualTo("ACHIEVED");
    }

    @Test
    void a_level_without_a_base_is_judged_by_its_target_once_that_can_be_said() {
        for (String period : List.of("2025-05", JUNE, DECEMBER)) {
            String fund = period.equals(JUNE) ? "100" : "90";
            region(period, draft -> draft.in("亿元", "100000000", 2).put("INDUSTRY_FUND", Measure.END, fund));
        }
        judge();

        assertThat(of("T2025-0401", "2025-05"))
                .extracting(Progress::verdict, Progress::reason)
                .containsExactly("CANNOT_JUDGE", "NO_BASE");
        assertThat(of("T2025-0401")).isEqualTo(new Progress("10000000000", "1", "1", "-", "0", "ON_PACE", "-", "-"));
        assertThat(of("T2025-0401", DECEMBER))
                .isEqualTo(new Progress("9000000000", "0.9", "0.9", "-", "-", "BEHIND", "-", "-"));
    }

    @Test
    void a_milestone_is_met_or_under_way_until_the_year_ends() {
        for (String period : List.of(JUNE, DECEMBER)) {
            send("NM-M02", "150100", period, draft -> draft.stage("MILESTONE_HOHHOT_AIRPORT", "在建"));
            region(period, draft -> draft.stage("MILESTONE_BAOTOU_YULIN_RAILWAY", "在建"));
        }
        judge();

        assertThat(of("T2025-0113")).isEqualTo(new Progress("-", "CANNOT_JUDGE", "STAGE_UNDER_WAY"));
        assertThat(of("T2025-0113", DECEMBER)).isEqualTo(new Progress("-", "BEHIND", "在建"));
        assertThat(of("T2025-0107")).isEqualTo(new Progress("-", "ACHIEVED", "在建"));
        assertThat(of("T2025-0106")).isEqualTo(new Progress("-", "CANNOT_JUDGE", "NO_DATA"));
    }

    @Test
    void what_cannot_be_judged_says_why_and_nothing_is_left_out() {
        region(JUNE, growth("GDP", "6"));
        judge();

        assertThat(of("T2025-0417").reason()).isEqualTo("NO_YEAR_STATED");
        assertThat(of("T2025-0910").reason()).isEqualTo("EXTERNAL");
        assertThat(of("T2025-1102").reason()).isEqualTo("NOT_REPORTED");
        assertThat(warehouse.whole("select count(*) from mart.target_progress where period = '2025-06'"))
                .isEqualTo(warehouse
                        .owner()
                        .sql("select count(*) from warehouse.dim_target where superseded_at is null")
                        .query(Integer.class)
                        .single());
    }

    @Test
    void a_row_is_added_only_where_something_differs_from_the_publication_before() {
        areas(ELEVEN, JUNE, firms("100", "90"));
        judge();

        night = warehouse.night();
        areas(List.of(TWELFTH), JUNE, draft -> firms("100", "90").apply(draft).put("DESERT_ROADS", Measure.YTD, "1"));
        judge();

        assertThat(warehouse.owner().sql("""
            select target_id
            from warehouse.fact_target_progress
            where publication_id = (select max(publication_id) from ops.publication)
            order by target_id\
            """).query(String.class).list()).containsExactly("T2025-0302", "T2025-0902");
    }

    @Test
    void totals_do_not_depend_on_the_order_in_which_submissions_come() {
        Random random = new Random(2025);
        Set<List<String>> seen = new HashSet<>();
        Set<List<String>> orders = new HashSet<>();
        for (int round = 0; round < 3; round++) {
            begin();
            roadsOfLastYear("80", "200");
            TestWarehouse.AREAS.forEach(
                    area -> send("NM-M02", area, JUNE, draft -> firms("1" + area.substring(3), area.substring(3))
                            .apply(draft)
                            .in("公里", "1", 0)
                            .put("RURAL_ROADS", Measure.YTD, area.substring(2))));
            TestWarehouse.AREAS.forEach(
                    area -> send("NM-M01", area, JUNE, draft -> draft.put("FAI", Measure.YTD, area.substring(1))
                            .put("FAI", Measure.YTD_LY, area.substring(2))));
            Collections.shuffle(drafts, random);
            orders.add(drafts.stream().map(draft -> draft.reading().toString()).toList());
            judge();
            assertThat(of(ROADS).verdict()).isNotEqualTo("CANNOT_JUDGE");
            seen.add(warehouse.texts("select concat_ws(' ', target_id, period, actual_value, completion, pace_profile,"
                    + " verdict, verdict_reason, coverage) from mart.target_progress order by target_id, period"));
        }

        assertThat(orders).hasSize(3);
        assertThat(seen).hasSize(1);
    }

    @Test
    void a_larger_figure_never_earns_a_worse_verdict() {
        List<String> order = List.of("BEHIND", "WATCH", "ON_PACE", "AHEAD", "ACHIEVED");
        Random random = new Random(515);
        List<Integer> figures = random.ints(6, 80_000, 190_000).boxed().sorted().toList();
        int before = 0;
        for (int figure : figures) {
            begin();
            region(JUNE, toDate("NEW_URBAN_JOBS", String.valueOf(figure)));
            judge();

            int now = order.indexOf(of("T2025-H05").verdict());

            assertThat(now).as("%s after %s", figure, figures).isGreaterThanOrEqualTo(before);
            before = now;
        }
    }
}
