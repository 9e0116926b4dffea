package mengshi.feedback;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mengshi.model.Severity;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * The receipt, for people and for programs.
 *
 * @param workbook the name of the annotated workbook beside it, if there is one
 */
record Receipt(Settled settled, Optional<String> workbook) {

    /** With the lines around them this stays on one page. */
    private static final int MOST_PROBLEMS = 7;

    /** Of what was said since the version before; the rest stands in the JSON. */
    private static final int MOST_SAID = 20;

    private static final int LONGEST_MESSAGE = 100;
    private static final DefaultIndenter LINES = new DefaultIndenter("  ", "\n");
    private static final ObjectWriter JSON = JsonMapper.shared()
            .writer()
            .with(new DefaultPrettyPrinter().withObjectIndenter(LINES).withArrayIndenter(LINES));

    /** At most 30 lines of UTF-8, and as many again for what was said since the version before. */
    byte[] text() {
        Settled.Whose whose = settled.whose();
        Settled.Outcome outcome = settled.outcome();
        List<String> lines = new ArrayList<>();
        lines.add("数据报送回执");
        lines.add("");
        lines.add("文件：" + settled.file().name());
        lines.add("校验码（SHA-256）：" + settled.file().sha256());
        lines.add("收到时间：" + Wording.moment(settled.file().receivedAt()) + "（北京时间），报送编号 " + settled.submissionId());
        lines.add("填报单位：" + Wording.unit(whose));
        lines.add("报表：" + Wording.orUnknown(whose.form()) + "，报告期：" + Wording.orUnknown(whose.period())
                + Optional.ofNullable(whose.version())
                        .map(version -> "，第" + version + "版")
                        .orElse(""));
        lines.add("");
        lines.add("结论：" + outcome.decision().word() + "。" + sentence());
        if (outcome.sameAs() != null) {
            lines.add("已收到的文件：" + outcome.sameAs());
        }
        lines.add("审核问题：" + Wording.counts(settled));
        problems(lines);
        lines.addAll(Wording.since(settled.conversation()));
        said(lines);
        lines.add("");
        lines.add(workbook.map(name -> "逐条问题、所在单元格和答复办法见同一文件夹中的“" + name + "”。").orElse("没有需要批注的内容，不另附批注后的工作簿。"));
        return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** A clean submission is not told what to do about findings it does not have. */
    private String sentence() {
        Decision decision = settled.outcome().decision();
        return decision == Decision.PUBLISHED && !settled.hasUnsettledWarning() ? "数据已入库，无需答复。" : decision.sentence();
    }

    private void problems(List<String> lines) {
        List<Problem> problems = settled.problems();
        for (Problem problem : problems.subList(0, Math.min(MOST_PROBLEMS, problems.size()))) {
            lines.add("  " + Wording.of(problem.rule().severity()) + "  " + problem.place() + Wording.column(problem)
                    + "  " + bare(problem.words().message()));
            lines.add("      处理："
                    + Wording.advice(problem, settled.conversation()).replace('\n', ' '));
        }
        if (problems.size() > MOST_PROBLEMS) {
            lines.add("  ……另有 " + (problems.size() - MOST_PROBLEMS) + " 个");
        }
    }

    private void said(List<String> lines) {
        Conversation conversation = settled.conversation();
        List<String> said = new ArrayList<>();
        conversation.heard().stream()
                .map(heard ->
                        "情况说明  " + heard.findingId() + "  " + heard.outcome().words() + "：" + bare(heard.text()))
                .forEach(said::add);
        conversation.fixed().stream()
                .map(fixed -> "已更正  " + fixed.findingId() + "  " + bare(fixed.message()))
                .forEach(said::add);
        conversation.changes().stream()
                .map(change -> "改动  " + bare(Wording.of(change)))
                .forEach(said::add);
        said.stream().limit(MOST_SAID).map(line -> "  " + line).forEach(lines::add);
        if (said.size() > MOST_SAID) {
            lines.add("  ……另有 " + (said.size() - MOST_SAID) + " 条，见同名 .json 回执");
        }
    }

    private static String bare(String text) {
        String line = text.replace('\n', ' ');
        return line.length() <= LONGEST_MESSAGE ? line : line.substring(0, LONGEST_MESSAGE) + "…";
    }

    byte[] json() {
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("submission_id", settled.submissionId());
        document.put("file_name", settled.file().name());
        document.put("file_sha256", settled.file().sha256());
        document.put("area", settled.whose().areaCode());
        document.put("form", settled.whose().form());
        document.put("period", settled.whose().period());
        document.put("version", settled.whose().version());
        document.put("state", settled.outcome().decision().name());
        document.put("reason_code", settled.outcome().reason());
        Map<String, Object> counts = new LinkedHashMap<>();
        counts.put("errors", settled.count(Severity.ERROR));
        counts.put("warnings", settled.count(Severity.WARNING));
        counts.put("informations", settled.count(Severity.INFORMATION));
        document.put("counts", counts);
        document.put(
                "findings", settled.problems().stream().map(Receipt::finding).toList());
        document.put(
                "answers",
                settled.conversation().heard().stream().map(Receipt::heard).toList());
        document.put(
                "fixed",
                settled.conversation().fixed().stream()
                        .map(Conversation.Fixed::findingId)
                        .toList());
        document.put(
                "changes",
                settled.conversation().changes().stream().map(Receipt::change).toList());
        document.put("received_at", settled.file().receivedAt());
        document.put("workbook", workbook.orElse(null));
        return (JSON.writeValueAsString(document) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, @Nullable Object> finding(Problem problem) {
        Map<String, @Nullable Object> finding = new LinkedHashMap<>();
        finding.put("finding_id", problem.findingId());
        finding.put("code", problem.rule().code());
        finding.put("severity", problem.rule().severity().name());
        finding.put("state", problem.state());
        finding.put("sheet", problem.where().sheet());
        finding.put("cell", problem.where().cell());
        finding.put("message_zh", problem.words().message());
        finding.put("advice_zh", Wording.advice(problem));
        return finding;
    }

    private static Map<String, @Nullable Object> heard(Conversation.Heard heard) {
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("finding_id", heard.findingId());
        answer.put("place", heard.place());
        answer.put("text", heard.text());
        answer.put("outcome", heard.outcome().name());
        answer.put("outcome_zh", heard.outcome().words());
        return answer;
    }

    private static Map<String, @Nullable Object> change(Conversation.Change change) {
        Map<String, @Nullable Object> changed = new LinkedHashMap<>();
        changed.put("place", change.place());
        changed.put("line_code", change.line());
        changed.put("indicator", change.indicator());
        changed.put("measure", change.measure().name());
        changed.put("old_value", change.oldValue());
        changed.put("new_value", change.newValue());
        changed.put("unit", change.unit());
        return changed;
    }
}
