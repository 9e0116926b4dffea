package mengshi.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatCodeTest {

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "General|PLAIN",
                "@|PLAIN",
                "#,##0.00_);(#,##0.00)|PLAIN",
                "0.00%|PERCENT",
                "0.0%;-0.0%|PERCENT",
                "0.00\"%\"|PLAIN",
                "0.00\\%|PLAIN",
                "[Red]0.0%|PERCENT",
                "0\"个百分点\"|PLAIN",
                "yyyy-mm-dd|DAY",
                "yyyy\"年\"m\"月\"|DAY",
                "yyyy\"年\"m\"月\"d\"日\";@|DAY",
                "[$-804]yyyy\"年\"m\"月\"|DAY",
                "[DBNum1][$-804]yyyy\"年\"m\"月\"d\"日\"|DAY",
                "mmm-yy|DAY",
                "yyyy/m/d h:mm|DAY",
                "h:mm:ss|PLAIN",
                "[h]:mm|PLAIN"
            })
    void a_format_tells_days_and_percentages_from_plain_numbers(String code, FormatCode expected) {
        assertThat(FormatCode.of(200, code)).isEqualTo(expected);
    }

    @Test
    void east_asian_dates_carry_no_code_in_the_file() {
        assertThat(FormatCode.of(57, "General")).isEqualTo(FormatCode.DAY);
        assertThat(FormatCode.of(31, null)).isEqualTo(FormatCode.DAY);
        assertThat(FormatCode.of(32, null)).isEqualTo(FormatCode.PLAIN);
        assertThat(FormatCode.of(0, null)).isEqualTo(FormatCode.PLAIN);
    }
}
