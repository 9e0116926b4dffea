package mengshi.cli;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import mengshi.model.Period;
import mengshi.report.ScorecardDiff;
import mengshi.report.ScorecardDiff.ChangedTarget;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "diff",
        mixinStandardHelpOptions = true,
        description = "Show what changed in a period's scorecard between two moments, and why: each number with the"
                + " submissions, the reasons they gave and the versions that moved it.")
final class DiffCommand implements Callable<Integer> {

    /** The columns of mart.target_progress that can differ, as people call them. */
    static final Map<String, String> CHANGED = Map.ofEntries(
            Map.entry("phrase", "原文"),
            Map.entry("indicator_code", "指标代码"),
            Map.entry("modality", "用语"),
            Map.entry("target_value", "目标"),
            Map.entry("actual_value", "实际"),
            Map.entry("base_unit", "基本单位"),
            Map.entry("completion", "完成"),
            Map.entry("pace_time", "进度（时间）"),
            Map.entry("pace_profile", "进度（上年）"),
            Map.entry("required_rest", "后期须达"),
            Map.entry("verdict", "评判"),
            Map.entry("verdict_reason", "说明"),
            Map.entry("coverage", "覆盖"),
            Map.entry("section", "部分"),
            Map.entry("indicator_zh", "指标"),
            Map.entry("indicator_en", "指标（英文）"),
            Map.entry("kind", "类别"),
            Map.entry("pace", "进度口径"),
            Map.entry("is_aspiration", "力争"),
            Map.entry("target_value_as_written", "目标（原文）"),
            Map.entry("target_unit", "目标单位"),
            Map.entry("scope_kind", "范围类别"),
            Map.entry("scope", "范围"),
            Map.entry("required_stage", "须达阶段"),
            Map.entry("cannot_judge_reason", "不能评判的原因"),
            Map.entry("note", "注"),
            Map.entry("expected_time", "应达（时间）"),
            Map.entry("expected_profile", "应达（上年）"),
            Map.entry("threshold", "达标线"),
            Map.entry("tolerance", "容差"),
            Map.entry("source", "来源"),
            Map.entry("areas_value", "盟市合计"),
            Map.entry("baseline", "基数"),
            Map.entry("sources_gap", "两源之差"),
            Map.entry("projected_time", "全年推算（时间）"),
            Map.entry("projected_profile", "全年推算（上年）"),
            Map.entry("projected_lowest", "全年推算下限"),
            Map.entry("projected_highest", "全年推算上限"),
            Map.entry("profile_years", "上年进度所据年数"),
            Map.entry("revision_noise", "修订幅度"),
            Map.entry("inside_revision_noise", "在修订幅度内"),
            Map.entry("inputs", "所据数列"),
            Map.entry("is_assigned", "分解任务"),
            Map.entry("direction", "方向"));
    /** Of a verdict that is new everything is; these tell it. */
    private static final Set<String> TOLD_OF_NEW =
            Set.of("phrase", "target_value", "actual_value", "verdict", "verdict_reason", "coverage");

    private static final Map<String, String> VERSIONS = Map.of(
            "catalogue_version", "目标目录换版",
            "form_version", "报表制度换版",
            "rule_book_version", "审核规则换版",
            "program_version", "程序换版",
            "first_judgement", "本期首次评判");

    private final Program program;

    @Mixin
    private final Output output = new Output();

    @Option(names = "--period", required = true, description = "The period: 2025-06.")
    private Period period = Period.year(0);

    @Option(
            names = "--from",
            paramLabel = "T",
            required = true,
            description = "The earlier moment: 2025-07-20 (that day's end) or 2025-07-20T09:00, Asia/Shanghai.")
    private String from = "";

    @Option(names = "--to", paramLabel = "T", description = "The later moment (default: now).")
    private @Nullable String to;

    DiffCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        Instant earlier = Moment.of("--from", from, program.clock());
        Instant later = to == null ? program.clock().instant() : Moment.of("--to", to, program.clock());
        if (later.isBefore(earlier)) {
            throw new WrongUsage("--to lies before --from", "give the earlier moment first");
        }
        ScorecardDiff diff = program.ask(marts -> ScorecardDiff.between(marts, period, earlier, later));
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("period", period.code());
        document.put("from", diff.from().isEmpty() ? null : diff.from());
        document.put("to", diff.to().isEmpty() ? null : diff.to());
        document.put(
                "targets", diff.targets().stream().map(DiffCommand::columns).toList());
        output.print(program, document, lines(diff));
        boolean unexplained = diff.targets().stream().anyMatch(target -> !target.isExplained());
        if (unexplained) {
            program.err()
                    .println("Some numbers changed and nothing tells why · see `UNEXPLAINED` ·"
                            + " run `mengshi doctor` · nothing was changed by asking");
        }
        return unexplained ? Exit.FOUND.code() : Exit.DONE.code();
    }

    private static Map<String, @Nullable Object> columns(ChangedTarget target) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("target_id", target.targetId());
        row.put("indicator_zh", target.indicator());
        row.put("area_code", target.areaCode());
        row.put("is_explained", target.isExplained());
        row.put("changes", target.changes());
        row.put("submissions", target.submissions());
        row.put("versions", target.versions());
        return row;
    }

    private List<String> lines(ScorecardDiff diff) {
        List<String> lines = new ArrayList<>();
        lines.add(period + "  发布 " + diff.from().getOrDefault("publication_id", "-") + " → "
                + diff.to().getOrDefault("publication_id", "-") + "  变动 "
                + diff.targets().size() + " 项目标");
        for (ChangedTarget target : diff.targets()) {
            lines.add("");
            lines.add(target.targetId() + "  " + target.indicator());
            target.changes().stream()
                    .map(Texts::new)
                    .filter(change -> !target.isNew() || TOLD_OF_NEW.contains(change.of("changed")))
                    .forEach(change -> lines.add("  " + CHANGED.getOrDefault(change.of("changed"), change.of("changed"))
                            + "  " + said(change.of("was")) + " → " + said(change.of("became"))));
            lines.add(target.isExplained() ? "  因为" : "  UNEXPLAINED 没有找到原因");
            target.versions().forEach(version -> lines.add("    " + VERSIONS.getOrDefault(version, version)));
            addSubmissions(lines, target);
        }
        return lines.stream().map(Table::printable).map(String::stripTrailing).toList();
    }

    private static void addSubmissions(List<String> lines, ChangedTarget target) {
        String group = "";
        for (Map<String, @Nullable Object> row : target.submissions()) {
            Texts texts = new Texts(row);
            if (!group.equals(texts.of("submission_id"))) {
                group = texts.of("submission_id");
                lines.add("    " + texts.of("area_name") + "  " + texts.of("form_code") + "  " + texts.of("period")
                        + "  提交 " + group + " 第" + texts.of("version") + "版  " + texts.minute("recorded_at"));
                if (!texts.of("correction_reason").isEmpty()) {
                    lines.add("      更正说明：" + texts.of("correction_reason"));
                }
            }
            if (!texts.of("indicator_code").isEmpty()) {
                lines.add("      " + texts.of("indicator_code") + " " + texts.of("measure") + "  "
                        + said(texts.of("was")) + " → " + said(texts.of("became")));
            }
        }
    }

    private static String said(String value) {
        return value.isEmpty() ? "（无）" : value;
    }
}
