package mengshi.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import mengshi.model.Period;
import mengshi.workbook.CellValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2025年6月",
                "2025年06月",
                "２０２５年６月",
                "2025 年 6 月份",
                "2025年1—6月",
                "2025年1-6月",
                "2025年1月－6月",
                "2025年1至6月",
                "2025-06",
                "2025.6",
                "2025/6",
                "202506",
                "二〇二五年六月",
                "2025-06-30"
            })
    void a_month_is_written_in_many_ways(String written) {
        assertThat(PeriodText.parse(written)).contains(Period.month(2025, 6));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2025年二季度",
                "2025年第二季度",
                "2025年第2季度",
                "2025年1-2季度",
                "2025年一至二季度",
                "2025年上半年",
                "2025Q2",
                "2025-Q2",
                "2025年2季度"
            })
    void a_quarter_is_written_in_many_ways(String written) {
        assertThat(PeriodText.parse(written)).contains(Period.quarter(2025, 2));
    }

    @ParameterizedTest
    @CsvSource({"2025年,2025", "2025年度,2025", "2025,2025", "2025年前三季度,2025-Q3", "2025年十二月,2025-12", "2025年1月,2025-01"})
    void years_and_others_are_told_apart(String written, String code) {
        assertThat(PeriodText.parse(written)).contains(Period.of(code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "6月", "2025年13月", "2025年0月", "本月", "2025年5季度", "1025年6月", "2025年2-6月", "2025年前半年"})
    void anything_else_is_no_period(String written) {
        assertThat(PeriodText.parse(written)).isEmpty();
    }

    @Test
    void a_date_stands_for_its_month() {
        assertThat(PeriodText.read(new CellValue.Day(LocalDate.of(2025, 6, 1)))).contains(Period.month(2025, 6));
    }

    @Test
    void a_number_that_may_have_lost_a_zero_is_not_read() {
        assertThat(PeriodText.read(new CellValue.Numeric(new BigDecimal("2025.1"), false)))
                .isEmpty();
        assertThat(PeriodText.read(new CellValue.Numeric(new BigDecimal("2025.06"), false)))
                .contains(Period.month(2025, 6));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-06", "2025-Q2", "2025"})
    void a_printed_period_reads_back(String code) {
        assertThat(PeriodText.parse(PeriodText.print(Period.of(code)))).contains(Period.of(code));
    }
}
