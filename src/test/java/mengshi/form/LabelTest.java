package mengshi.form;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LabelTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "工业投资",
                " 工 业\u00a0投\u3000资 ",
                "工业\r\n投资",
                "工业_x000D_\n投资",
                "其中：工业投资",
                "其中:工业投资",
                "其中工业投资",
                "#工业投资",
                "＃ 工业投资",
                "一、工业投资",
                "（一）工业投资",
                "㈠工业投资",
                "十二、工业投资",
                "1. 工业投资",
                "⒈工业投资",
                "１、工业投资",
                "(1)工业投资",
                "2）工业投资",
                "①工业投资",
                "其中：①工业投资",
                "工业投资②",
                "工业投资（万元）",
                "工业投资 (亿元)",
                "工业\u200b投资"
            })
    void what_typists_vary_does_not_count(String written) {
        Label label = Label.of(written, TestForms.UNITS);

        assertThat(label.key()).isEqualTo("工业投资");
        assertThat(label.raw()).isEqualTo(written);
    }

    @Test
    void brackets_and_dashes_have_many_shapes() {
        assertThat(Label.bare("1—本月〔累计〕"))
                .isEqualTo("1-本月(累计)")
                .isEqualTo(Label.bare("１－本月（累计）"))
                .isEqualTo(Label.bare("1~本月[累计]"))
                .isEqualTo(Label.bare("1——本月【累计】"));
    }

    @Test
    void only_a_known_unit_is_dropped_from_the_end() {
        assertThat(Label.of("上年同期累计（同口径）", TestForms.UNITS).key()).isEqualTo("上年同期累计(同口径)");
        assertThat(Label.of("固定资产投资（不含农户）", TestForms.UNITS).key()).isEqualTo("固定资产投资(不含农户)");
        assertThat(Label.of("本月（亿元）", TestForms.UNITS).unit())
                .isEqualTo(TestForms.UNITS.find("亿元").orElseThrow());
        assertThat(Label.of("同比增长%", TestForms.UNITS).key()).isEqualTo("同比增长");
    }

    @Test
    void numerals_that_belong_to_the_name_stay() {
        assertThat(Label.of("一般公共预算收入", TestForms.UNITS).key()).isEqualTo("一般公共预算收入");
        assertThat(Label.of("1—本月累计", TestForms.UNITS).key()).isEqualTo("1-本月累计");
        assertThat(Label.of("S27呼鄂高速", TestForms.UNITS).key()).isEqualTo("S27呼鄂高速");
        assertThat(Label.of("#", TestForms.UNITS).key()).isEqualTo("#");
    }
}
