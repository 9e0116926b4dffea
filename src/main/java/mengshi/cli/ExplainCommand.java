package mengshi.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import mengshi.warehouse.Answers;
import mengshi.warehouse.Marts;
import mengshi.warehouse.Rows;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description = {
            "Show one finding whole: place, sentence, rule, what was read and expected, its history, what was answered.",
            "With --text: answer it. That settles a soft finding; a hard one is released by a corrected file or"
                    + " `mengshi waive`."
        })
final class ExplainCommand implements Callable<Integer> {

    private static final int LABEL_WIDTH = 10;

    /**
     * A finding with everything about it.
     *
     * @param edit the rule behind it; empty where reading found it
     * @param history the finding in every version that had it, the newest first
     * @param life when it was first and last found, and what it holds back
     */
    private record Shown(
            Rows history, Map<String, @Nullable Object> edit, Rows answers, Map<String, @Nullable Object> life) {

        Map<String, @Nullable Object> newest() {
            return history.rows().get(0);
        }
    }

    private final Program program;

    @Mixin
    private final Output output = new Output();

    @Parameters(paramLabel = "FINDING", description = "The finding's id, as `mengshi findings` lists it.")
    private String finding = "";

    @Option(
            names = "--text",
            paramLabel = "T",
            description = "The explanation: six characters or more, and more than that it is right.")
    private @Nullable String text;

    @Option(names = "--by", paramLabel = "NAME", description = "Who explains; with --text.")
    private @Nullable String by;

    ExplainCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() throws IOException {
        if (text == null && by == null) {
            return show();
        }
        if (text == null || by == null) {
            throw new WrongUsage("--text and --by belong together", "give both to answer, none to look");
        }
        GivenAnswer.requireName(by);
        program.requireDatabase();
        Answers.Given given;
        try (Workplace workplace = Workplace.open(program, output, "explain")) {
            given = workplace.answers().explain(finding, text, by);
        }
        return new GivenAnswer(program, output).print(finding, given);
    }

    private int show() {
        Shown shown = program.ask(this::find);
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("finding", shown.newest());
        document.put("edit", shown.edit().isEmpty() ? null : shown.edit());
        document.put("history", shown.history().rows());
        document.put("answers", shown.answers().rows());
        document.put("life", shown.life());
        output.print(program, document, lines(shown));
        if (!output.isForPrograms()) {
            program.err().println("Next: " + next(new Texts(shown.newest())));
        }
        return Exit.DONE.code();
    }

    private Shown find(Marts marts) {
        Rows history = marts.findingHistory(finding);
        if (history.isEmpty()) {
            throw new WrongUsage("There is no finding " + finding, "`mengshi findings` lists those that are open");
        }
        Object edit = history.rows().get(0).get("edit_id");
        return new Shown(
                history,
                edit == null ? Map.of() : marts.edit(edit.toString()).first().orElse(Map.of()),
                marts.answers(finding),
                marts.findingLife(finding).first().orElse(Map.of()));
    }

    private String next(Texts newest) {
        String state = newest.of("state");
        if (!state.equals("OPEN") && !state.equals("PERSISTING")) {
            return "mengshi findings";
        }
        return newest.of("severity").equals("ERROR")
                ? "a corrected file, or mengshi waive " + finding + " --reason R --by NAME"
                : "mengshi explain " + finding + " --text T --by NAME";
    }

    private List<String> lines(Shown shown) {
        Texts newest = new Texts(shown.newest());
        Areas areas = new Areas(program.settings().seeds());
        List<String> lines = new ArrayList<>();
        lines.add(String.join("  ", finding, newest.of("code"), newest.of("severity"), newest.of("state")));
        add(lines, "文件", newest.of("file_name"));
        add(
                lines,
                "报送",
                String.join(
                        "  ",
                        areas.name(shown.newest().get("area_code")),
                        newest.of("form_code"),
                        newest.of("period"),
                        "第" + newest.of("version") + "版"));
        add(lines, "位置", newest.place());
        add(lines, "指标", (newest.of("indicator_code") + "  " + newest.of("measure")).strip());
        add(lines, "问题", newest.of("message_zh"));
        add(lines, "填报值", newest.of("observed"));
        add(lines, "应为", newest.of("expected"));
        add(lines, "处理", newest.of("advice_zh"));
        Texts life = new Texts(shown.life());
        add(lines, "初次发现", life.minute("first_seen_at"));
        add(lines, "最近发现", life.minute("last_seen_at"));
        if (!life.of("facts_held_back").equals("0")) {
            add(lines, "影响", "本版 " + life.of("facts_held_back") + " 个数据因强制性问题没有入库");
        }
        rule(lines, new Texts(shown.edit()));
        lines.add("");
        Table history = new Table("版本", "文件状态", "问题状态", "位置", "填报值", "收到", "文件").right(0);
        shown.history().rows().stream()
                .map(Texts::new)
                .forEach(row -> history.row(
                        row.of("version"),
                        row.of("submission_state"),
                        row.of("state"),
                        row.place(),
                        row.of("observed"),
                        row.minute("received_at"),
                        row.of("file_name")));
        lines.addAll(history.lines(program.width()));
        for (Texts answer : shown.answers().rows().stream().map(Texts::new).toList()) {
            lines.add("");
            lines.add(answer.of("kind") + "  第" + answer.of("version") + "版  " + answer.minute("given_at") + "  "
                    + Table.printable(answer.of("given_by")));
            lines.add("  " + Table.printable(answer.of("text")));
        }
        return lines;
    }

    private static void rule(List<String> lines, Texts edit) {
        if (edit.row().isEmpty()) {
            return;
        }
        add(lines, "审核规则", edit.of("edit_id") + "  " + edit.of("edit_type") + "  " + edit.of("operands"));
        add(lines, "规则说明", edit.of("text_zh"));
        add(lines, "依据", edit.of("reason"));
        add(lines, "负责", edit.of("owner"));
    }

    private static void add(List<String> lines, String label, String value) {
        if (!value.isEmpty()) {
            String blanks = " ".repeat(Math.max(1, LABEL_WIDTH - DisplayWidth.of(label)));
            lines.add(label + blanks + Table.printable(value));
        }
    }
}
