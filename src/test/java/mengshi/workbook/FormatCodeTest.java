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
                "h:mm:ss|CLOCK",
                "[h]:mm|CLOCK",
                "mm:ss|CLOCK",
                "#,##0|PLAIN",
                "0.00E+00|PLAIN",
                "[$¥-804]#,##0.00|PLAIN",
                "0!.0,|SCALED",
                "0!.0,\"万元\"|SCALED",
                "0\\.0000|SCALED",
                "0\".\"0000|SCALED",
                "0.00,,|SCALED",
                "#,##0,_ |SCALED",
                "[>=10000]0!.0,\"万\";0|SCALED"
            })
    void a_format_tells_how_its_number_is_meant(String code, FormatCode.Kind expected) {
        assertThat(FormatCode.of(200, code).kind()).isEqualTo(expected);
    }

    @Test
    void east_asian_dates_carry_no_code_in_the_file() {
        assertThat(FormatCode.of(57, "General")).isEqualTo(FormatCode.DAY);
        assertThat(FormatCode.of(31, null)).isEqualTo(FormatCode.DAY);
        assertThat(FormatCode.of(32, null)).isEqualTo(FormatCode.CLOCK);
        assertThat(FormatCode.of(0, null)).isEqualTo(FormatCode.PLAIN);
    }

    @ParameterizedTest(name = "{0} puts {1} behind")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "0.00\"亿元\"|亿元",
                "0.00\"亿元\";-0.00\"亿\"|亿元",
                "0.0万元|万元",
                "General\"万元\"|万元",
                "G/通用格式\"人\"|人",
                "0.0\\%|%",
                "0!.0,\"万\"|万",
                "\"约\"0|``",
                "0_ |``",
                "#,##0_);(#,##0)|``",
                "[$-804]0\"元\"|元"
            })
    void a_format_may_write_a_unit_behind_its_number(String code, String expected) {
        assertThat(FormatCode.of(200, code).behind()).isEqualTo(expected);
    }
}
