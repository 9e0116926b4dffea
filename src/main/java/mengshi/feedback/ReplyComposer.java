package mengshi.feedback;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mengshi.model.Severity;
import mengshi.workbook.Reply;

/** Puts what is to be said into the shape of a sheet and of remarks on cells. */
final class ReplyComposer {

    /** The words by which the sheet is read back: the answer's column, and the one that says to what it answers. */
    static final String ANSWER = "情况说明";

    static final String FINDING_ID = "编号";

    /** The line above the table that asks why published figures were changed. */
    static final String CORRECTION_REASON = "更正说明";

    private static final List<Reply.Column> COLUMNS = List.of(
            new Reply.Column("级别", 8, Reply.Use.TONE),
            new Reply.Column("位置", 16, Reply.Use.LINK),
            new Reply.Column("指标", 16, Reply.Use.TEXT),
            new Reply.Column("规则", 26, Reply.Use.TEXT),
            new Reply.Column("问题", 34, Reply.Use.TEXT),
            new Reply.Column("读到的值", 15, Reply.Use.TEXT),
            new Reply.Column("应为/参照", 14, Reply.Use.TEXT),
            new Reply.Column("如何处理", 26, Reply.Use.TEXT),
            new Reply.Column(ANSWER, 28, Reply.Use.ANSWER),
            new Reply.Column(FINDING_ID, 16, Reply.Use.TEXT));

    private static final String HOW_TO_READ = "怎样看：点“位置”跳到有问题的单元格；单元格有颜色和以“【审核】”开头的批注，数字改正后颜色自动消失。原表的其他内容没有改动。";

    private static final String HOW_TO_ANSWER = "怎样答复：有误的，在原表中改正；属实的，在“" + ANSWER
            + "”栏写明具体原因（不少于6个字，“情况属实”“核实无误”等不予采纳），不要改动“" + FINDING_ID + "”栏；改动已入库数据的，在“"
            + CORRECTION_REASON + "”栏写明原因。然后把本文件重新报送。";

    private static final String NOT_ANNOTATED = "原文件无法打开或内容过多，没有在原表上加批注；请按下表的位置对照原文件修改。";

    /** A longer value is quoted in the sentence already; here it would only stretch the row. */
    private static final int LONGEST_VALUE = 120;

    private final String program;

    /** @param program the version that wrote the answer */
    ReplyComposer(String program) {
        this.program = program;
    }

    /** For the submitter's own workbook. */
    Reply annotating(Settled settled) {
        return reply(settled, List.of(HOW_TO_READ, HOW_TO_ANSWER));
    }

    /** For a sheet without the workbook. */
    Reply alone(Settled settled) {
        return reply(settled, List.of(NOT_ANNOTATED, HOW_TO_ANSWER));
    }

    private Reply reply(Settled settled, List<String> instructions) {
        List<String> lines = new ArrayList<>();
        lines.add("文件：" + settled.file().name() + "　　收到："
                + Wording.moment(settled.file().receivedAt()));
        lines.add("填报单位：" + Wording.unit(settled.whose()) + "　　报表："
                + Wording.orUnknown(settled.whose().form()) + "　　报告期："
                + Wording.orUnknown(settled.whose().period())
                + Optional.ofNullable(settled.whose().version())
                        .map(version -> "　　第" + version + "版")
                        .orElse(""));
        lines.add("审核问题：" + Wording.counts(settled));
        lines.addAll(Wording.since(settled.conversation()));
        lines.addAll(instructions);
        Decision decision = settled.outcome().decision();
        return new Reply(
                new Reply.Opening(
                        "结论：" + decision.word() + "。" + decision.sentence(),
                        decision.tone(),
                        lines,
                        List.of(CORRECTION_REASON)),
                COLUMNS,
                settled.problems().stream()
                        .map(problem -> row(problem, settled.conversation()))
                        .toList(),
                remarks(settled.problems()),
                metadata(settled));
    }

    private static Reply.Row row(Problem problem, Conversation conversation) {
        String editId = problem.rule().editId();
        return new Reply.Row(
                Wording.tone(problem.rule().severity()),
                List.of(
                        Wording.of(problem.rule().severity()),
                        problem.place(),
                        Wording.about(problem),
                        editId == null ? problem.rule().code() : editId,
                        problem.words().message(),
                        shortened(
                                Optional.ofNullable(problem.values().observed()).orElse("")),
                        shortened(Wording.reference(problem)),
                        Wording.advice(problem, conversation),
                        "",
                        problem.findingId()),
                spot(problem));
    }

    private static Optional<Reply.Spot> spot(Problem problem) {
        String sheet = problem.where().sheet();
        if (sheet == null) {
            return Optional.empty();
        }
        return Optional.of(new Reply.Spot(
                sheet, Optional.ofNullable(problem.where().cell()).orElse("A1")));
    }

    /** One remark for each cell, as urgent as the worst that is said there. */
    private static List<Reply.Remark> remarks(List<Problem> problems) {
        Map<Reply.Spot, List<Problem>> byCell = new LinkedHashMap<>();
        for (Problem problem : problems) {
            if (problem.where().cell() != null && !problem.isSettled()) {
                spot(problem).ifPresent(at -> byCell.computeIfAbsent(at, cell -> new ArrayList<>())
                        .add(problem));
            }
        }
        List<Reply.Remark> remarks = new ArrayList<>();
        byCell.forEach((at, here) -> {
            Severity worst = here.get(0).rule().severity();
            String text =
                    String.join("\n", here.stream().map(ReplyComposer::remark).toList());
            remarks.add(new Reply.Remark(at, Wording.tone(worst), text));
        });
        return remarks;
    }

    private static String remark(Problem problem) {
        return Reply.MARK + Wording.of(problem.rule().severity()) + "："
                + problem.words().message() + "\n处理：" + Wording.advice(problem) + "\n编号：" + problem.findingId();
    }

    private Reply.Metadata metadata(Settled settled) {
        return new Reply.Metadata(List.of(
                Map.entry("submission_id", String.valueOf(settled.submissionId())),
                Map.entry("file_sha256", settled.file().sha256()),
                Map.entry("program", program)));
    }

    private static String shortened(String value) {
        return value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE) + "…";
    }
}
