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
    void numbers_are_never_cut_and_what_can_be_spared_gives_way_to_them() {
        Table table = new Table("编号", "指标", "实际", "说明").right(2).whole(0).spare(3);

        table.row("T2025-0101", "重点项目投资完成额", "4600.64亿元", "两种进度不一");

        assertThat(table.lines(36))
                .containsExactly(
                        "编号        指标                实际", //
                        "----------  -----------  -----------",
                        "T2025-0101  重点项目..   4600.64亿元");
        assertThat(table.lines(100).get(0)).endsWith("说明");
    }

    @Test
    void a_long_line_goes_on_under_its_own_indent_and_breaks_no_number() {
        assertThat(DisplayWidth.wrap("  ERROR  大于所属的地区生产总值（164701010万元），多出69556990。", 44))
                .containsExactly("  ERROR  大于所属的地区生产总值（164701010万", "  元），多出69556990。");
        assertThat(DisplayWidth.wrap("report /tmp/a/very/long/path/without/any/blank.json", 20))
                .containsExactly("report", "/tmp/a/very/long/path/without/any/blank.json");
        assertThat(DisplayWidth.wrap("short", 20)).containsExactly("short");
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
