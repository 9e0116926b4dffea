package mengshi.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "12.50|12.50",
                " 14|14",
                "26 |26",
                "1,234,567.8|1234567.8",
                "27 286.87|27286.87",
                "27\u00a0286|27286",
                "１２３．４|123.4",
                "１，２３４|1234",
                "-3.1|-3.1",
                "－3.1|-3.1",
                "\u22123.1|-3.1",
                "+2|2",
                "007|7",
                "14_x000D_|14"
            })
    void one_strict_rule_reads_numbers(String written, BigDecimal number) {
        assertThat(NumberText.parse(written)).contains(new NumberText(number, false));
    }

    @Test
    void a_line_break_behind_a_number_does_not_count() {
        assertThat(NumberText.parse("14\r\n")).contains(new NumberText(new BigDecimal("14"), false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"5.2%", "5.2 %", "５．２％"})
    void a_percent_sign_is_remembered(String written) {
        assertThat(NumberText.parse(written)).contains(new NumberText(new BigDecimal("5.2"), true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "约100",
                "100元",
                "1,23",
                "12,34,567",
                "1,234 567",
                "1.2.3",
                "5.",
                ".5",
                "1e5",
                "12①",
                "10²",
                "3½",
                "--3",
                "(3)",
                "3-5",
                "12 3",
                "〇",
                "五"
            })
    void anything_else_is_not_a_number(String written) {
        assertThat(NumberText.parse(written)).isEmpty();
    }
}
