package mengshi.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import mengshi.model.AnswerText.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerTextTest {

    @ParameterizedTest
    @CsvSource({
        "'',EMPTY",
        "'  。。。！',EMPTY",
        "企业停产,TOO_SHORT",
        "停 产 。 。 。 。,TOO_SHORT",
        "情况属实,SET_PHRASE",
        "核实无误。,SET_PHRASE",
        "'经核实，数据无误！',SET_PHRASE",
        "'经我局再次核实，数据真实准确。',SET_PHRASE",
        "该单位填报数据确实属实,SET_PHRASE"
    })
    void a_text_that_explains_nothing_is_no_answer(String text, Fault expected) {
        assertThat(AnswerText.fault(text, List.of())).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"数据经核实有误，下月更正", "上年同期基数偏低", "企业数据核实后为一次性设备进口"})
    void a_text_with_a_reason_of_its_own_is_one(String text) {
        assertThat(AnswerText.fault(text, List.of())).isEmpty();
    }

    @Test
    void a_very_long_text_of_nothing_but_set_phrases_is_looked_at_without_harm() {
        assertThat(AnswerText.fault("核实无误".repeat(8000), List.of())).isEmpty();
    }

    @Test
    void the_words_of_another_answer_are_no_answer() {
        List<String> others = List.of("大型企业检修停产一个月");

        assertThat(AnswerText.fault(" 大型企业检修，停产一个月。", others)).contains(Fault.REPEATED);
        assertThat(AnswerText.fault("中型企业检修停产一个月", others)).isEmpty();
    }
}
