package mengshi.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import mengshi.model.FindingCode;
import mengshi.model.Measure;
import mengshi.model.ObservationStatus;
import mengshi.warehouse.TestWarehouse.Count;
import mengshi.warehouse.TestWarehouse.Found;
import mengshi.warehouse.TestWarehouse.Result;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.DataAccessException;

/** What every type of edit says: passed, failed with its place and figures, or not checkable with the reason. */
class CheckingIT {

    private static final String AREA = "150100";

    private static TestWarehouse warehouse;

    @BeforeAll
    static void open() {
        warehouse = new TestWarehouse();
    }

    @BeforeEach
    void forget() {
        warehouse.clear();
    }

    @AfterAll
    static void close() {
        warehouse.close();
    }

    /** The main indicators, in 万元 with two decimals: a step is 100 元. */
    private static Draft indicators(String period) {
        return Draft.of("NM-M01", AREA, period).in("万元", "10000", 2);
    }

    private static Draft tasks(String period) {
        return Draft.of("NM-M02", AREA, period).in("公里", "1", 0);
    }

    private static Draft revenue(String total, String tax, String nonTax) {
        return indicators("2025-06")
                .put("BUDGET_REVENUE", Measure.YTD, total)
                .put("BUDGET_TAX", Measure.YTD, tax)
                .put("BUDGET_NON_TAX", Measure.YTD, nonTax);
    }

    private static long night(Draft draft) {
        Night night = warehouse.night();
        long submission = night.receive(draft);
        night.go();
        assertThat(warehouse.messages(submission)).noneMatch(message -> message.contains("{"));
        return submission;
    }

    @Test
    void frame_asks_for_signers() {
        long complete = night(revenue("3", "2", "1"));
        long unsigned = night(
                Draft.of("NM-M01", "150200", "2025-06").without("unit_head").frame("phone", ""));

        String edit = "L0-FRAME-NM-M01-001";
        assertThat(warehouse.count(complete, edit)).isEqualTo(new Count(1, 0, 0));
        assertThat(warehouse.count(unsigned, edit)).isEqualTo(new Count(0, 1, 0));
        Found missing = new Found("FRAME_FIELD_MISSING", 0, "WARNING", "OPEN", null, null, null, null);
        assertThat(warehouse.findings(unsigned, "FRAME_FIELD_MISSING")).containsExactly(missing, missing);
        assertThat(warehouse.state(unsigned)).isEqualTo("PUBLISHED");
    }

    @Test
    void balance_fails_at_the_total() {
        long submission = night(revenue("4.00", "2.00", "1.50"));

        assertThat(warehouse.findings(submission, "TOTAL_NOT_SUM_OF_PARTS"))
                .containsExactly(
                        new Found("TOTAL_NOT_SUM_OF_PARTS", 1, "ERROR", "OPEN", Draft.SHEET, "E5", "4 万元", "3.5 万元"));
        assertThat(warehouse.state(submission)).isEqualTo("HELD");
        assertThat(warehouse.reason(submission)).isEqualTo("TOTAL_NOT_SUM_OF_PARTS");
        assertThat(warehouse.messages(submission))
                .singleElement()
                .asString()
                .contains("填报4万元，各组成部分合计3.5万元，相差0.5万元，超出四舍五入允许的0.015万元。");
    }

    /** Half a step for the total and for each of two parts: 0.015 万元 in all, so 0.01 is rounding and 0.02 is not. */
    @ParameterizedTest
    @CsvSource({"3.50, 1, 0", "3.51, 1, 0", "3.49, 1, 0", "3.515, 1, 0", "3.5151, 0, 1", "3.52, 0, 1", "3.48, 0, 1"})
    void balance_allows_for_rounding_and_no_more(String total, int passed, int failed) {
        long submission = night(revenue(total, "2.00", "1.50"));

        assertThat(warehouse.count(submission, "L1-BALANCE-NM-M01-001")).isEqualTo(new Count(passed, failed, 0));
    }

    @Test
    void balance_cannot_be_checked_without_a_part() {
        long withheld = night(indicators("2025-06")
                .put("BUDGET_REVENUE", Measure.YTD, "3")
                .put("BUDGET_TAX", Measure.YTD, "2")
                .missing("BUDGET_NON_TAX", Measure.YTD, ObservationStatus.L));

        assertThat(warehouse.results(withheld, "L1-BALANCE-NM-M01-001", "BUDGET_REVENUE/YTD"))
                .containsExactly(new Result("not_checkable", "NO_VALUE"));
        assertThat(warehouse.state(withheld)).isEqualTo("PUBLISHED");
    }

    @Test
    void balance_takes_a_part_that_cannot_exist_or_is_negligible_as_nothing() {
        long submission = night(indicators("2025-06")
                .put("BUDGET_REVENUE", Measure.YTD, "2")
                .put("BUDGET_TAX", Measure.YTD, "2")
                .missing("BUDGET_NON_TAX", Measure.YTD, ObservationStatus.M));

        assertThat(warehouse.count(submission, "L1-BALANCE-NM-M01-001")).isEqualTo(new Count(1, 0, 0));
    }

    @Test
    void balance_cannot_be_checked_with_a_cell_that_could_not_be_read_and_is_no_second_error() {
        long part = night(indicators("2025-06")
                .put("BUDGET_REVENUE", Measure.YTD, "3")
                .put("BUDGET_TAX", Measure.YTD, "2")
                .fault(FindingCode.NOT_A_NUMBER, "BUDGET_NON_TAX", Measure.YTD));
        long total = night(Draft.of("NM-M01", "150200", "2025-06")
                .put("BUDGET_TAX", Measure.YTD, "2")
                .put("BUDGET_NON_TAX", Measure.YTD, "2")
                .fault(FindingCode.CELL_FAULT, "BUDGET_REVENUE", Measure.YTD));

        String edit = "L1-BALANCE-NM-M01-001";
        assertThat(warehouse.codes(part)).containsExactly("NOT_A_NUMBER");
        assertThat(warehouse.count(part, edit)).isEqualTo(new Count(0, 0, 1));
        assertThat(warehouse.codes(total)).containsExactly("CELL_FAULT");
        assertThat(warehouse.results(total, edit, "BUDGET_REVENUE/YTD"))
                .containsExactly(new Result("not_checkable", "CELL_FAULT"));
    }

    @Test
    void balance_cannot_be_checked_where_a_line_s_unit_is_unknown() {
        long submission = night(indicators("2025-06")
                .put("BUDGET_REVENUE", Measure.YTD, "3")
                .put("BUDGET_TAX", Measure.YTD, "2")
                .fault(FindingCode.UNIT_UNKNOWN, "BUDGET_NON_TAX", null));

        assertThat(warehouse.codes(submission)).containsExactly("UNIT_UNKNOWN");
        assertThat(warehouse.results(submission, "L1-BALANCE-NM-M01-001", "BUDGET_REVENUE/YTD"))
                .containsExactly(new Result("not_checkable", "UNIT_UNKNOWN"));
    }

    @Test
    void part_fails_at_the_part() {
        Draft draft = indicators("2025-06")
                .put("RETAIL_SALES", Measure.YTD, "10.00")
                .put("RETAIL_SALES_ABOVE_LIMIT", Measure.YTD, "10.02");
        long submission = night(draft);

        assertThat(warehouse.findings(submission, "PART_EXCEEDS_TOTAL"))
                .containsExactly(
                        new Found("PART_EXCEEDS_TOTAL", 1, "ERROR", "OPEN", Draft.SHEET, "E6", "10.02 万元", "10 万元"));
        assertThat(warehouse.state(submission)).isEqualTo("HELD");
        assertThat(warehouse.messages(submission)).singleElement().asString().contains("大于所属的社会消费品零售总额（10万元），多0.02万元。");
    }

    @Test
    void part_allows_half_a_step_for_either() {
        long submission = night(indicators("2025-06")
                .put("RETAIL_SALES", Measure.YTD, "10.00")
                .put("RETAIL_SALES_ABOVE_LIMIT", Measure.YTD, "10.01"));

        assertThat(warehouse.count(submission, "L1-PART-NM-M01-003")).isEqualTo(new Count(1, 0, 0));
    }

    @Test
    void part_cannot_be_checked_without_a_figure() {
        long noTotal = night(indicators("2025-06")
                .missing("RETAIL_SALES", Measure.YTD, ObservationStatus.L)
                .put("RETAIL_SALES_ABOVE_LIMIT", Measure.YTD, "1"));
        long faulty = night(Draft.of("NM-M01", "150200", "2025-06")
                .put("RETAIL_SALES", Measure.YTD, "1")
                .fault(FindingCode.NOT_A_NUMBER, "RETAIL_SALES_ABOVE_LIMIT", Measure.YTD));

        String key = "RETAIL_SALES_ABOVE_LIMIT/YTD";
        assertThat(warehouse.count(noTotal, "L1-PART-NM-M01-003")).isEqualTo(new Count(0, 0, 1));
        assertThat(warehouse.results(faulty, "L1-PART-NM-M01-003", key))
                .containsExactly(new Result("not_checkable", "NOT_A_NUMBER"));
        assertThat(warehouse.codes(faulty)).containsExactly("NOT_A_NUMBER");
    }

    @Test
    void range_holds_what_cannot_be_and_doubts_what_is_unlikely() {
        long impossible = night(tasks("2025-06").put("RURAL_ROADS", Measure.YTD, "-1"));
        long unlikely = night(Draft.of("NM-M01", "150200", "2025-06")
                .in("%", "1", 1)
                .put("INDUSTRY_VALUE_ADDED", Measure.YOY_YTD, "50.1"));
        long likely = night(Draft.of("NM-M01", "150300", "2025-06")
                .in("%", "1", 1)
                .put("INDUSTRY_VALUE_ADDED", Measure.YOY_YTD, "50.0"));

        assertThat(warehouse.findings(impossible, "VALUE_OUT_OF_RANGE"))
                .containsExactly(
                        new Found("VALUE_OUT_OF_RANGE", 1, "ERROR", "OPEN", Draft.SHEET, "E5", "-1 公里", "0 公里"));
        assertThat(warehouse.state(impossible)).isEqualTo("HELD");
        assertThat(warehouse.findings(unlikely, "VALUE_OUT_OF_RANGE"))
                .containsExactly(
                        new Found("VALUE_OUT_OF_RANGE", 1, "WARNING", "OPEN", Draft.SHEET, "I5", "50.1 %", "50 %"));
        assertThat(warehouse.state(unlikely)).isEqualTo("PUBLISHED");
        assertThat(warehouse.count(likely, "L1-RANGE-NM-M01-003")).isEqualTo(new Count(1, 0, 0));
    }

    @Test
    void range_cannot_be_checked_where_the_cell_could_not_be_read_and_is_not_asked_of_a_mark() {
        long submission = night(tasks("2025-06")
                .fault(FindingCode.NOT_A_NUMBER, "RURAL_ROADS", Measure.YTD)
                .missing("DESERT_ROADS", Measure.YTD, ObservationStatus.M));

        assertThat(warehouse.results(submission, "L1-RANGE-NM-M02-001", "RURAL_ROADS/YTD"))
                .containsExactly(new Result("not_checkable", "NOT_A_NUMBER"));
        assertThat(warehouse.count(submission, "L1-RANGE-NM-M02-001")).isEqualTo(new Count(0, 0, 1));
        assertThat(warehouse.codes(submission)).containsExactly("NOT_A_NUMBER");
    }

    private static Draft growth(String rate) {
        return indicators("2025-06")
                .put("FAI", Measure.YTD, "110.00")
                .put("FAI", Measure.YTD_LY, "100.00")
                .in("%", "1", 1)
                .put("FAI", Measure.YOY_YTD, rate);
    }

    @Test
    void ratio_holds_growth_against_the_levels() {
        long right = night(growth("10.1"));
        warehouse.clear();
        long wrong = night(growth("12.0"));

        assertThat(warehouse.findings(wrong, "GROWTH_DIFFERS_FROM_LEVELS"))
                .containsExactly(new Found(
                        "GROWTH_DIFFERS_FROM_LEVELS", 1, "WARNING", "OPEN", Draft.SHEET, "I5", "12 %", "10 %"));
        assertThat(warehouse.state(wrong)).isEqualTo("PUBLISHED");
        assertThat(warehouse.codes(right)).isEmpty();
    }

    @Test
    void ratio_takes_the_comparable_base_where_one_is_given() {
        long submission = night(growth("22.2").in("万元", "10000", 2).put("FAI", Measure.YTD_LY_COMP, "90.00"));

        assertThat(warehouse.count(submission, "L1-RATIO-NM-M01-001")).isEqualTo(new Count(1, 0, 0));
    }

    @Test
    void ratio_cannot_be_checked_where_a_level_is_missing_or_could_not_be_read() {
        long missing = night(Draft.of("NM-M01", "150200", "2025-06")
                .put("FAI", Measure.YTD, "110")
                .put("FAI", Measure.YOY_YTD, "10"));
        long comparable = night(growth("22.2").fault(FindingCode.NOT_A_NUMBER, "FAI", Measure.YTD_LY_COMP));
        long rate = night(Draft.of("NM-M01", "150300", "2025-06")
                .put("FAI", Measure.YTD, "110")
                .put("FAI", Measure.YTD_LY, "100")
                .fault(FindingCode.NOT_A_NUMBER, "FAI", Measure.YOY_YTD));

        String edit = "L1-RATIO-NM-M01-001";
        assertThat(warehouse.count(missing, edit)).isEqualTo(new Count(0, 0, 1));
        assertThat(warehouse.codes(comparable)).containsExactly("NOT_A_NUMBER");
        assertThat(warehouse.count(comparable, edit)).isEqualTo(new Count(0, 0, 1));
        assertThat(warehouse.results(rate, edit, "FAI/YOY_YTD"))
                .containsExactly(new Result("not_checkable", "NOT_A_NUMBER"));
    }

    /** 10, 50 and 40 grew by 2, 8 and 4 %: together by 5.8. */
    private static Draft accounts(String growth) {
        return Draft.of("NM-Q01", AREA, "2025-Q2")
                .put("GDP", Measure.YTD, "106")
                .put("GDP_PRIMARY", Measure.YTD, "10")
                .put("GDP_SECONDARY", Measure.YTD, "50")
                .put("GDP_TERTIARY", Measure.YTD, "46")
                .put("GDP_TERTIARY", Measure.YTD_LY, "40")
                .in("%", "1", 1)
                .put("GDP", Measure.YOY_YTD, growth)
                .put("GDP_PRIMARY", Measure.YOY_YTD, "2.0")
                .put("GDP_SECONDARY", Measure.YOY_YTD, "8.0");
    }

    @Test
    void parallel_holds_the_growth_of_a_total_against_the_weighted_growth_of_its_parts() {
        String edit = "L1-PARALLEL-NM-Q01-005";
        long right = night(accounts("7.0").put("GDP_TERTIARY", Measure.YOY_YTD, "4.0"));
        assertThat(warehouse.count(right, edit)).isEqualTo(new Count(1, 0, 0));
        warehouse.clear();

        long wrong = night(accounts("7.4").put("GDP_TERTIARY", Measure.YOY_YTD, "4.0"));
        assertThat(warehouse.findings(wrong, "GROWTHS_DIVERGE"))
                .extracting(Found::observed, Found::expected)
                .containsExactly(tuple("7.4 %", "5.8 %"));
        warehouse.clear();

        long unread = night(accounts("7.4").fault(FindingCode.NOT_A_NUMBER, "GDP_TERTIARY", Measure.YOY_YTD));
        assertThat(warehouse.results(unread, edit, "GDP/YOY_YTD"))
                .containsExactly(new Result("not_checkable", "NOT_A_NUMBER"));
    }

    private static long may(String kilometres) {
        return night(tasks("2025-05").put("RURAL_ROADS", Measure.YTD, kilometres));
    }

    private static Draft june(String month, String toDate) {
        return tasks("2025-06").put("RURAL_ROADS", Measure.MONTH, month).put("RURAL_ROADS", Measure.YTD, toDate);
    }

    /** Three figures rounded on their own: one and a half steps. */
    @ParameterizedTest
    @CsvSource({"150, 1, 0", "151, 1, 0", "149, 1, 0", "152, 0, 1", "148, 0, 1"})
    void continuity_adds_the_month_to_the_months_before(String toDate, int passed, int failed) {
        may("100");
        long submission = night(june("50", toDate));

        assertThat(warehouse.count(submission, "L2-CONTINUITY-NM-M02-001")).isEqualTo(new Count(passed, failed, 0));
    }

    @Test
    void continuity_fails_at_the_cumulative_figure_and_is_published() {
        may("100");
        long submission = night(june("50", "170"));

        assertThat(warehouse.findings(submission, "CUMULATIVE_NOT_CONTINUOUS"))
                .containsExactly(new Found(
                        "CUMULATIVE_NOT_CONTINUOUS", 2, "WARNING", "OPEN", Draft.SHEET, "E5", "170 公里", "150 公里"));
        assertThat(warehouse.state(submission)).isEqualTo("PUBLISHED");
    }

    @Test
    void continuity_cannot_be_checked_without_the_month_before_or_with_a_cell_that_could_not_be_read() {
        String edit = "L2-CONTINUITY-NM-M02-001";
        long first = night(june("50", "150"));

        assertThat(warehouse.results(first, edit, "RURAL_ROADS/YTD"))
                .containsExactly(new Result("not_checkable", "NO_PREVIOUS_PERIOD"));

        long faulty = night(tasks("2025-07")
                .fault(FindingCode.NOT_A_NUMBER, "RURAL_ROADS", Measure.MONTH)
                .put("RURAL_ROADS", Measure.YTD, "200"));

        assertThat(warehouse.results(faulty, edit, "RURAL_ROADS/YTD"))
                .containsExactly(new Result("not_checkable", "NOT_A_NUMBER"));
        assertThat(warehouse.codes(faulty)).containsExactly("NOT_A_NUMBER");
    }

    @Test
    void continuity_begins_in_january_or_where_that_is_not_collected_in_february() {
        long january =
                night(tasks("2025-01").put("RURAL_ROADS", Measure.MONTH, "1").put("RURAL_ROADS", Measure.YTD, "1"));
        long february =
                night(indicators("2025-02").put("FAI", Measure.MONTH, "5").put("FAI", Measure.YTD, "9"));

        assertThat(warehouse.count(january, "L2-CONTINUITY-NM-M02-001")).isEqualTo(new Count(0, 0, 0));
        assertThat(warehouse.count(february, "L2-CONTINUITY-NM-M01-001")).isEqualTo(new Count(0, 0, 0));
        assertThat(warehouse.codes(february)).isEmpty();
    }

    @Test
    void a_month_before_that_comes_late_is_held_against_what_is_already_published() {
        long june = night(june("50", "170"));
        assertThat(warehouse.codes(june)).isEmpty();

        may("100");

        assertThat(warehouse.findings(june, "CUMULATIVE_NOT_CONTINUOUS"))
                .extracting(Found::severity, Found::state)
                .containsExactly(tuple("WARNING", "OPEN"));
        assertThat(warehouse.state(june)).isEqualTo("PUBLISHED");
    }

    @Test
    void a_doubt_that_can_no_longer_be_checked_stays_as_it_was() {
        night(tasks("2025-04").put("RURAL_ROADS", Measure.YTD, "50"));
        may("100");
        long june = night(june("50", "170"));

        night(tasks("2025-05").put("RURAL_ROADS", Measure.YTD, "100000").frame("correction_reason", "数据修订"));

        assertThat(warehouse.results(june, "L2-CONTINUITY-NM-M02-001", "RURAL_ROADS/YTD"))
                .containsExactly(new Result("not_checkable", "UNIT_SLIP_SUSPECTED"));
        assertThat(warehouse.findings(june, "CUMULATIVE_NOT_CONTINUOUS"))
                .extracting(Found::state)
                .containsExactly("OPEN");
    }

    private static Draft desert(String period, String mu) {
        return Draft.of("NM-M02", AREA, period).in("亩", "1", 0).put("DESERT_CONTROL", Measure.YTD, mu);
    }

    @Test
    void monotone_does_not_let_a_cumulative_figure_fall() {
        night(desert("2025-05", "100"));
        long same = night(desert("2025-06", "100"));
        long fallen = night(desert("2025-07", "99"));

        assertThat(warehouse.count(same, "L2-MONOTONE-NM-M02-001")).isEqualTo(new Count(1, 0, 0));
        assertThat(warehouse.findings(fallen, "CUMULATIVE_FALLS"))
                .containsExactly(
                        new Found("CUMULATIVE_FALLS", 2, "WARNING", "OPEN", Draft.SHEET, "E5", "99 亩", "100 亩"));
    }

    @Test
    void monotone_cannot_be_checked_without_the_period_before_or_a_figure() {
        String edit = "L2-MONOTONE-NM-M02-001";
        long first = night(desert("2025-06", "100"));
        assertThat(warehouse.results(first, edit, "DESERT_CONTROL/YTD"))
                .containsExactly(new Result("not_checkable", "NO_PREVIOUS_PERIOD"));

        long faulty = night(Draft.of("NM-M02", AREA, "2025-07")
                .fault(FindingCode.FORMULA_WITHOUT_VALUE, "DESERT_CONTROL", Measure.YTD));

        assertThat(warehouse.results(faulty, edit, "DESERT_CONTROL/YTD"))
                .containsExactly(new Result("not_checkable", "FORMULA_WITHOUT_VALUE"));
    }

    private static Draft lastYear(String quoted) {
        return tasks("2025-06").put("RURAL_ROADS", Measure.YTD_LY, quoted);
    }

    @Test
    void same_period_holds_last_year_as_quoted_against_last_year_as_published() {
        night(tasks("2024-06").put("RURAL_ROADS", Measure.YTD, "80"));
        long right = night(lastYear("80"));
        assertThat(warehouse.count(right, "L2-SAME_PERIOD-NM-M02-001")).isEqualTo(new Count(1, 0, 0));

        long wrong = night(lastYear("81").frame("correction_reason", "上年数据修订"));

        assertThat(warehouse.findings(wrong, "LAST_YEAR_DIFFERS"))
                .containsExactly(
                        new Found("LAST_YEAR_DIFFERS", 2, "WARNING", "OPEN", Draft.SHEET, "F5", "81 公里", "80 公里"));
    }

    @Test
    void same_period_takes_loaded_history_until_the_own_form_has_last_year() {
        night(Draft.of("NM-H01", AREA, "2024-04").put("RURAL_ROADS", Measure.YTD, "70"));
        long quoted = night(tasks("2025-04").put("RURAL_ROADS", Measure.YTD_LY, "60"));
        assertThat(warehouse.findings(quoted, "LAST_YEAR_DIFFERS")).hasSize(1);

        night(tasks("2024-04").put("RURAL_ROADS", Measure.YTD, "60"));
        long own =
                night(tasks("2025-04").put("RURAL_ROADS", Measure.YTD_LY, "60").put("RURAL_ROADS", Measure.YTD, "61"));

        assertThat(warehouse.findings(own, "LAST_YEAR_DIFFERS")).isEmpty();
    }

    @Test
    void same_period_takes_a_figure_on_the_comparable_basis_as_a_declared_restatement() {
        night(tasks("2024-06").put("RURAL_ROADS", Measure.YTD, "80"));
        long submission = night(lastYear("90").put("RURAL_ROADS", Measure.YTD_LY_COMP, "90"));

        assertThat(warehouse.count(submission, "L2-SAME_PERIOD-NM-M02-001")).isEqualTo(new Count(1, 0, 0));
    }

    @Test
    void same_period_asks_about_a_published_figure_that_is_neither_the_published_nor_the_comparable_one() {
        night(tasks("2024-06").put("RURAL_ROADS", Measure.YTD, "80"));
        long submission = night(lastYear("85").put("RURAL_ROADS", Measure.YTD_LY_COMP, "90"));

        assertThat(warehouse.codes(submission)).containsExactly("LAST_YEAR_DIFFERS");
    }

    @Test
    void same_period_cannot_be_checked_without_last_year_or_with_a_cell_that_could_not_be_read() {
        String edit = "L2-SAME_PERIOD-NM-M02-001";
        long unknown = night(lastYear("80"));
        assertThat(warehouse.results(unknown, edit, "RURAL_ROADS/YTD_LY"))
                .containsExactly(new Result("not_checkable", "NO_LAST_YEAR"));

        night(tasks("2024-07").put("RURAL_ROADS", Measure.YTD, "80"));
        long faulty = night(tasks("2025-07")
                .put("RURAL_ROADS", Measure.YTD_LY, "90")
                .fault(FindingCode.NOT_A_NUMBER, "RURAL_ROADS", Measure.YTD_LY_COMP));

        assertThat(warehouse.codes(faulty)).containsExactly("NOT_A_NUMBER");
        assertThat(warehouse.results(faulty, edit, "RURAL_ROADS/YTD_LY"))
                .containsExactly(new Result("not_checkable", "NOT_A_NUMBER"));
    }

    @Test
    void revision_is_the_only_hard_edit_beyond_level_one() {
        assertThatThrownBy(() -> warehouse
                        .owner()
                        .sql("update warehouse.dim_edit set severity = 'ERROR' where edit_type = 'continuity'")
                        .update())
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageContaining("ck_dim_edit_hard");
        assertThat(warehouse
                        .owner()
                        .sql("select distinct edit_type from warehouse.dim_edit where severity = 'ERROR' and level > 1")
                        .query(String.class)
                        .list())
                .containsExactly("revision");
    }

    private static void jobs(Night night, List<String> areas, String persons) {
        areas.forEach(area -> night.receive(
                Draft.of("NM-M01", area, "2025-06").in("人", "1", 0).put("NEW_URBAN_JOBS", Measure.YTD, persons)));
    }

    private static long regionJobs(Night night, String persons) {
        return night.receive(
                Draft.of("NM-R01", "150000", "2025-06").in("人", "1", 0).put("NEW_URBAN_JOBS", Measure.YTD, persons));
    }

    @Test
    void hierarchy_holds_the_region_against_the_sum_of_its_areas() {
        Night night = warehouse.night();
        jobs(night, TestWarehouse.AREAS, "1000");
        long region = regionJobs(night, "12122");
        night.go();

        assertThat(warehouse.findings(region, "REGION_NOT_SUM_OF_AREAS"))
                .containsExactly(new Found(
                        "REGION_NOT_SUM_OF_AREAS", 3, "WARNING", "OPEN", Draft.SHEET, "E5", "12122 人", "12000 人"));
        assertThat(warehouse.messages(region)).noneMatch(message -> message.contains("{"));
        assertThat(warehouse.state(region)).isEqualTo("PUBLISHED");
    }

    @Test
    void hierarchy_allows_a_share_of_the_region_s_figure() {
        Night night = warehouse.night();
        jobs(night, TestWarehouse.AREAS, "1000");
        long region = regionJobs(night, "12121");
        night.go();

        assertThat(warehouse.count(region, "L3-HIERARCHY-NM-R01-004")).isEqualTo(new Count(1, 0, 0));
    }

    @Test
    void hierarchy_cannot_be_checked_before_every_area_has_given_its_figure() {
        Night night = warehouse.night();
        jobs(night, TestWarehouse.AREAS.subList(0, 11), "1000");
        night.receive(Draft.of("NM-M01", TestWarehouse.AREAS.get(11), "2025-06")
                .missing("NEW_URBAN_JOBS", Measure.YTD, ObservationStatus.L));
        long region = regionJobs(night, "12000");
        night.go();

        assertThat(warehouse.results(region, "L3-HIERARCHY-NM-R01-004", "NEW_URBAN_JOBS/YTD"))
                .containsExactly(new Result("not_checkable", "COVERAGE"));
        assertThat(warehouse.codes(region)).isEmpty();
    }

    @Test
    void hierarchy_cannot_be_checked_where_the_region_s_own_cell_could_not_be_read() {
        Night night = warehouse.night();
        jobs(night, TestWarehouse.AREAS, "1000");
        long region = night.receive(
                Draft.of("NM-R01", "150000", "2025-06").fault(FindingCode.NOT_A_NUMBER, "NEW_URBAN_JOBS", Measure.YTD));
        night.go();

        assertThat(warehouse.results(region, "L3-HIERARCHY-NM-R01-004", "NEW_URBAN_JOBS/YTD"))
                .containsExactly(new Result("not_checkable", "NOT_A_NUMBER"));
        assertThat(warehouse.codes(region)).containsExactly("NOT_A_NUMBER");
    }

    @Test
    void hierarchy_is_checked_again_when_the_last_area_comes() {
        Night night = warehouse.night();
        jobs(night, TestWarehouse.AREAS.subList(0, 11), "1000");
        long region = regionJobs(night, "99999");
        night.go();
        assertThat(warehouse.codes(region)).isEmpty();

        Night next = warehouse.night();
        jobs(next, TestWarehouse.AREAS.subList(11, 12), "1000");
        next.go();

        assertThat(warehouse.codes(region)).containsExactly("REGION_NOT_SUM_OF_AREAS");
        assertThat(warehouse.state(region)).isEqualTo("PUBLISHED");
    }

    @Test
    void what_fails_level_one_is_no_reference_for_others() {
        Night night = warehouse.night();
        long held = night.receive(
                tasks("2025-05").put("RURAL_ROADS", Measure.YTD, "100").put("DESERT_ROADS", Measure.YTD, "-1"));
        long june = night.receive(june("50", "170"));
        night.go();

        assertThat(warehouse.state(held)).isEqualTo("HELD");
        assertThat(warehouse.codes(june)).isEmpty();
        assertThat(warehouse.results(june, "L2-CONTINUITY-NM-M02-001", "RURAL_ROADS/YTD"))
                .containsExactly(new Result("not_checkable", "NO_PREVIOUS_PERIOD"));
    }

    @Test
    void what_is_published_stays_the_reference_while_its_correction_fails_level_one() {
        may("100");
        Night night = warehouse.night();
        night.receive(tasks("2025-05").put("RURAL_ROADS", Measure.YTD, "-100"));
        long june = night.receive(june("50", "150"));
        night.go();

        assertThat(warehouse.count(june, "L2-CONTINUITY-NM-M02-001")).isEqualTo(new Count(1, 0, 0));
    }

    @Test
    void a_warning_is_published_and_an_error_is_held() {
        Night night = warehouse.night();
        long warned = night.receive(growth("12.0"));
        long wrong = night.receive(tasks("2025-06").put("RURAL_ROADS", Measure.YTD, "-1"));
        night.read().check();

        assertThat(warehouse.state(warned)).isEqualTo("READ");
        assertThat(warehouse.reason(warned)).isNull();
        assertThat(warehouse.state(wrong)).isEqualTo("HELD");
    }

    @Test
    void an_edit_run_again_in_the_same_run_replaces_what_it_said() {
        Night night = warehouse.night();
        long submission = night.receive(revenue("4", "2", "1.5"));
        night.read().check();

        new Checking(warehouse.loader(), warehouse.clock()).run(night.runId(), "balance");

        assertThat(warehouse.results(submission, "L1-BALANCE-NM-M01-001", "BUDGET_REVENUE/YTD"))
                .containsExactly(new Result("failed", null));
        assertThat(warehouse.count(submission, "L1-BALANCE-NM-M01-001")).isEqualTo(new Count(0, 1, 0));
    }

    @Test
    void a_cell_that_failed_a_hard_edit_is_asked_by_no_further_one() {
        may("100");
        long submission =
                night(tasks("2025-06").put("RURAL_ROADS", Measure.MONTH, "50").put("RURAL_ROADS", Measure.YTD, "-150"));

        assertThat(warehouse.codes(submission)).containsExactly("VALUE_OUT_OF_RANGE");
        assertThat(warehouse.results(submission, "L2-CONTINUITY-NM-M02-001", "RURAL_ROADS/YTD"))
                .containsExactly(new Result("not_checkable", "VALUE_OUT_OF_RANGE"));
    }

    @Test
    void others_do_not_compare_with_a_figure_in_doubt_until_it_is_explained() {
        may("100");
        night(june("50", "170"));
        long doubted =
                night(tasks("2025-07").put("RURAL_ROADS", Measure.MONTH, "10").put("RURAL_ROADS", Measure.YTD, "190"));
        assertThat(warehouse.results(doubted, "L2-CONTINUITY-NM-M02-001", "RURAL_ROADS/YTD"))
                .containsExactly(new Result("not_checkable", "CUMULATIVE_NOT_CONTINUOUS"));

        warehouse
                .owner()
                .sql("update warehouse.fact_finding set state = 'EXPLAINED' where code = 'CUMULATIVE_NOT_CONTINUOUS'")
                .update();
        long again = night(tasks("2025-07")
                .frame("correction_reason", "重新汇总")
                .put("RURAL_ROADS", Measure.MONTH, "10")
                .put("RURAL_ROADS", Measure.YTD, "190"));

        assertThat(warehouse.codes(again)).containsExactly("CUMULATIVE_NOT_CONTINUOUS");
    }

    /** Each is a count of its own: nothing was rounded, so the first that does not add up is one too many. */
    @ParameterizedTest
    @CsvSource({"150, 1, 0", "151, 0, 1"})
    void counts_have_no_rounding_to_allow_for(String toDate, int passed, int failed) {
        night(Draft.of("NM-M02", AREA, "2025-05").put("OLD_COMMUNITIES_RENOVATED", Measure.YTD, "100"));
        long submission = night(Draft.of("NM-M02", AREA, "2025-06")
                .put("OLD_COMMUNITIES_RENOVATED", Measure.MONTH, "50")
                .put("OLD_COMMUNITIES_RENOVATED", Measure.YTD, toDate));

        assertThat(warehouse.count(submission, "L2-CONTINUITY-NM-M02-001")).isEqualTo(new Count(passed, failed, 0));
    }

    /** Only two leagues have ports; the others' forms are there and leave the optional line blank by right. */
    @Test
    void hierarchy_counts_an_optional_line_left_blank_as_an_answer() {
        Night night = warehouse.night();
        TestWarehouse.AREAS
                .subList(0, 2)
                .forEach(area -> night.receive(
                        Draft.of("NM-M01", area, "2025-06").in("吨", "1", 0).put("PORT_FREIGHT", Measure.YTD, "1000")));
        jobs(night, TestWarehouse.AREAS.subList(2, 12), "1000");
        long region = night.receive(
                Draft.of("NM-R01", "150000", "2025-06").in("吨", "1", 0).put("PORT_FREIGHT", Measure.YTD, "2100"));
        night.go();

        assertThat(warehouse.findings(region, "REGION_NOT_SUM_OF_AREAS"))
                .extracting(Found::observed, Found::expected)
                .containsExactly(tuple("2100 吨", "2000 吨"));
    }

    @Test
    void a_slip_of_the_unit_is_named_as_one_and_not_as_a_break_of_the_series() {
        night(indicators("2024-06").put("RETAIL_SALES", Measure.YTD, "500"));
        long submission = night(indicators("2025-06").put("RETAIL_SALES", Measure.YTD, "5200000"));

        assertThat(warehouse.findings(submission, "UNIT_SLIP_SUSPECTED"))
                .extracting(Found::observed, Found::expected)
                .containsExactly(tuple("5200000 万元", "500 万元"));
        assertThat(warehouse.codes(submission)).containsExactly("UNIT_SLIP_SUSPECTED");
    }

    @Test
    void what_was_laid_out_is_known_to_be_gone_when_the_server_has_lost_it() {
        Night night = warehouse.night();
        night.receive(Draft.of("NM-M02", "150100", "2025-06").in("公里", "1", 0).put("RURAL_ROADS", Measure.YTD, "1"));
        night.read().check();
        Checking checking = new Checking(warehouse.loader(), warehouse.clock());

        assertThat(checking.isLaidOut(night.runId())).isTrue();
        assertThat(checking.isLaidOut(night.runId() + 1)).isFalse();

        // Recovery empties all tables that are not logged, those of the step check together.
        List<String> unlogged = warehouse.owner().sql("""
                        select oid::regclass::text from pg_class
                        where relnamespace = 'staging'::regnamespace and relkind = 'r' and relpersistence = 'u'
                        order by 1""").query(String.class).list();
        assertThat(unlogged)
                .containsExactly("staging.beside", "staging.layout", "staging.reference", "staging.subject");
        warehouse.owner().sql("truncate " + String.join(", ", unlogged)).update();
        assertThat(checking.isLaidOut(night.runId())).isFalse();
    }
}
