package mengshi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TableTest {

    @Test
    void chinese_characters_take_two_columns() {
        Table table = new Table("盟市", "行数", "说明").right(1);

        table.row("通辽市", 120, "ok").row("Hohhot", 7, null);

        assertThat(table.lines(80))
                .containsExactly(
                        "盟市    行数  说明", //
                        "------  ----  ----",
                        "通辽市   120  ok",
                        "Hohhot     7");
    }

    @Test
    void the_last_column_is_cut_at_a_whole_character() {
        Table table = new Table("文件", "说明").row("a.xlsx", "合计不等于分项之和，请核对后重报");

        assertThat(table.lines(21))
                .containsExactly(
                        "文件    说明", //
                        "------  -------------",
                        "a.xlsx  合计不等于..");
    }

    @Test
    void when_the_last_column_gives_no_more_the_widest_does() {
        Table table = new Table("文件", "说明").row("a-very-long-name-of-a-workbook.xlsx", "合计不等于分项");

        assertThat(table.lines(24))
                .containsExactly(
                        "文件            说明", //
                        "--------------  --------",
                        "a-very-long-..  合计不..");
    }

    @Test
    void without_a_limit_nothing_is_cut() {
        String reason = "很长".repeat(200);

        assertThat(new Table("说明").row(reason).lines(Integer.MAX_VALUE)).contains(reason);
    }

    @Test
    void a_heading_does_not_widen_the_first_column() {
        Table table = new Table("编号", "目标").heading("主要预期目标之一").row("T1", "≥18万人");

        assertThat(table.lines(80))
                .containsExactly(
                        "编号  目标", //
                        "----  -------",
                        "主要预期目标之一",
                        "T1    ≥18万人");
    }

    @Test
    void what_would_steer_the_terminal_is_taken_out() {
        assertThat(new Table("文件", "n").row("a\u001b[2J\nb.xlsx", 1).lines(80)).contains("a [2J b.xlsx  1");
    }
}
