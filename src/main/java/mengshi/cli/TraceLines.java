package mengshi.cli;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import mengshi.report.Recomputation;
import mengshi.report.ScorecardLine;
import mengshi.report.TargetBase;
import mengshi.report.TargetOrigin;
import mengshi.targets.Target;
import mengshi.targets.Verdict;
import org.jspecify.annotations.Nullable;

/** Where figures come from, in lines that a terminal of 80 columns can show. */
final class TraceLines {

    private static final int COLUMNS = 80;

    /** Fields of the frame, in the order in which they stand below the table. */
    private static final Map<String, String> SIGNERS = signers();

    private final List<String> lines = new ArrayList<>();

    /** A target's verdict, its formula and its figures. */
    static List<String> of(TargetOrigin origin, List<Map<String, @Nullable Object>> facts) {
        TraceLines trace = new TraceLines();
        trace.addVerdict(origin);
        String group = "";
        for (Map<String, @Nullable Object> fact : facts) {
            Texts texts = new Texts(fact);
            String heading = TargetOrigin.Role.valueOf(texts.of("role")).chinese() + "  " + texts.of("indicator_name")
                    + "  " + texts.of("period") + "  " + texts.of("measure");
            if (!heading.equals(group)) {
                group = heading;
                trace.add("");
                trace.add(heading);
            }
            trace.addFact(texts);
        }
        return List.copyOf(trace.lines);
    }

    /** One area's figures, every vintage of each, the edits that looked at them and what these found. */
    static List<String> of(List<Map<String, @Nullable Object>> vintages) {
        TraceLines trace = new TraceLines();
        String group = "";
        for (Map<String, @Nullable Object> vintage : vintages) {
            Texts texts = new Texts(vintage);
            String heading = texts.of("indicator_name") + "  " + texts.of("period") + "  " + texts.of("measure") + "  "
                    + texts.of("form_code");
            if (!heading.equals(group)) {
                trace.add(group.isEmpty() ? null : "");
                group = heading;
                trace.add(heading);
            }
            trace.addFact(texts);
            trace.addEdits(texts);
        }
        if (vintages.stream().allMatch(vintage -> rows(vintage, "findings").isEmpty())) {
            trace.add("");
            trace.add("这些单元格没有审核问题");
        }
        return List.copyOf(trace.lines);
    }

    private void addVerdict(TargetOrigin origin) {
        ScorecardLine line = origin.line();
        add(line.text("target_id") + "  " + line.text("indicator_zh") + "  " + line.target() + "  "
                + line.text("period"));
        add("原文  " + line.text("phrase"));
        add("评判  " + line.verdict().sign() + " " + line.verdict().chinese()
                + (line.reason().isEmpty() ? "" : "  " + line.reason()));
        String figures = join("实际 ", line.actual())
                + join("完成 ", line.percent("completion"))
                + join("覆盖 ", line.text("coverage"));
        add(figures.isEmpty() ? null : "数值  " + figures);
        String due =
                due("按时间", line, "expected_time", "pace_time") + due("按上年", line, "expected_profile", "pace_profile");
        add(due.isEmpty() ? null : "应达  " + due);
        Target.Kind kind = Target.Kind.valueOf(line.text("kind").toUpperCase(Locale.ROOT));
        Target.Pace pace = Target.Pace.valueOf(line.text("pace").toUpperCase(Locale.ROOT));
        add("算法  " + kind.chinese() + "  " + join("起决定作用的进度：", pace.chinese()));
        for (String step : origin.formula().split("；")) {
            add("      " + step);
        }
        addNoise(line);
        add("来源  " + origin.source().name() + " " + origin.source().chinese());
        addBase(origin);
        addRecomputation(origin);
    }

    /** How far revisions usually move its figure, and whether the verdict would turn within that. */
    private void addNoise(ScorecardLine line) {
        String noise = line.text("revision_noise");
        if (!noise.isEmpty() && line.verdict() != Verdict.CANNOT_JUDGE) {
            // As record_progress.sql measures it: amounts by their own size, rates in points.
            boolean isShare = Set.of("LEVELS", "RATIO").contains(line.text("source"))
                    || Set.of("volume", "level").contains(line.text("kind"));
            add("修订  该数常见的修订幅度 " + plain(new BigDecimal(noise)) + (isShare ? "%" : "个百分点")
                    + ("true".equals(line.text("inside_revision_noise")) ? "，修订会改变评判" : "，修订不改变评判"));
        }
    }

    /** What of last year the target starts from, and where that is not there, why. */
    private void addBase(TargetOrigin origin) {
        TargetBase base = origin.base();
        if (!base.result().isEmpty()) {
            Texts result = new Texts(base.result());
            add("基数  " + result.of("result_year") + "年结果 " + result.of("value") + result.of("unit")
                    + (result.of("is_preliminary").equals("true") ? "（预计）" : "") + "  报告第" + result.of("paragraph")
                    + "段 " + result.of("actual_id"));
            add("      “" + result.of("phrase") + "”");
        }
        String unit = origin.line().text("base_unit");
        base.share()
                .ifPresent(share -> add("上年  同期 " + plain(base.lastYear().orElse(BigDecimal.ZERO)) + unit + " ÷ 全年 "
                        + plain(base.lastYearEnd().orElse(BigDecimal.ZERO)) + unit + " = " + plain(share)));
        if (base.share().isEmpty()) {
            base.lastYearEnd().ifPresent(end -> add("上年  年末 " + plain(end) + unit));
        }
        base.reasons().forEach(reason -> add("      没有上年数 " + reason));
        base.warnings().forEach(warning -> add("口径  " + warning));
    }

    private void addRecomputation(TargetOrigin origin) {
        Recomputation again = origin.recomputed();
        if (again.figure().isPresent() && origin.target().get("actual_value") instanceof BigDecimal judged) {
            String unit = origin.line().text("base_unit");
            BigDecimal figure = again.figure().get();
            add("复核  由下列数重算得 " + plain(figure) + unit + "，评判所用为 " + plain(judged) + unit
                    + (figure.compareTo(judged) == 0 ? "：一致" : "：不一致"));
        }
        if (!again.words().isEmpty()) {
            add("      " + again.words());
        }
        for (Recomputation.Part part : again.parts()) {
            Texts figure = new Texts(part.figure());
            Texts base = new Texts(part.base());
            add("      " + figure.of("area_code") + " " + figure.of("area_name") + "  权数 " + plain(part.weight())
                    + "%  得 " + plain(part.contribution()));
            add("        " + figure.of("measure") + " " + figure.of("value") + figure.of("value_unit") + " ‹ "
                    + figure.place());
            add("        " + base.of("measure") + " " + base.of("value") + base.of("value_unit") + " ‹ "
                    + base.place());
        }
    }

    private void addFact(Texts fact) {
        String value = fact.of("value").isEmpty() ? fact.of("value_text") : fact.of("value") + fact.of("value_unit");
        add("  " + fact.of("area_code") + " " + fact.of("area_name") + "  "
                + (value.isEmpty() ? "无数 " + fact.of("obs_status") : value)
                + (fact.of("counts").equals("false") ? "  （另有一数计入）" : "")
                + (fact.of("holds").equals("true") ? "" : "  （已由发布 " + fact.of("superseded_by") + " 取代）"));
        String factor = fact.of("factor");
        add("    原写“" + fact.of("value_as_written") + "” " + fact.of("unit_as_written")
                + (factor.equals("1") ? "" : " × " + factor) + "  ‹ " + fact.place());
        add("    " + fact.of("file_name"));
        add("    SHA-256 " + fact.of("file_sha256"));
        add("    存档 " + fact.of("stored") + "  提交 " + fact.of("submission_id") + " 第" + fact.of("version")
                + "版 " + fact.of("submission_state") + "  运行 " + fact.of("run_id") + "  发布 "
                + fact.of("publication_id") + " " + fact.minute("recorded_at"));
        add("    " + join("表 ", fact.of("form_code")) + join("文号 ", fact.of("document_no"))
                + join("报出 ", fact.of("reported_on")));
        addSigners(fact);
        if (!fact.of("correction_reason").isEmpty()) {
            add("    更正说明：" + fact.of("correction_reason"));
        }
        add("    审核 通过 " + fact.of("edit_keys_passed") + " 未过 " + fact.of("edit_keys_failed") + " 不能查 "
                + fact.of("edit_keys_not_checkable") + "  未了结问题 " + fact.of("open_findings") + "  程序 "
                + fact.of("program_version"));
        for (Map<String, @Nullable Object> row : rows(fact.row(), "findings")) {
            Texts finding = new Texts(row);
            add("    问题 " + finding.of("severity") + " " + finding.of("state") + "  " + finding.of("code") + "  "
                    + finding.place());
            add("      " + finding.of("message_zh"));
            rows(row, "answers").stream()
                    .map(Texts::new)
                    .forEach(answer -> add("      答复 " + answer.minute("given_at") + "  " + answer.of("text")));
        }
    }

    /** Those who answer for the file; one to a line where their names are long. */
    private void addSigners(Texts fact) {
        List<String> signed = new ArrayList<>();
        if (fact.row().get("signers") instanceof Map<?, ?> names) {
            SIGNERS.forEach((field, office) -> {
                if (names.get(field) instanceof String name) {
                    signed.add(office + " " + name);
                }
            });
        }
        String line = "    签名 " + (signed.isEmpty() ? "无" : String.join("  ", signed));
        if (DisplayWidth.of(line) <= COLUMNS) {
            add(line);
        } else {
            signed.forEach(one -> add("    签名 " + one));
        }
    }

    /** Which edits looked at the figure itself. */
    private void addEdits(Texts fact) {
        rows(fact.row(), "edits").stream().map(Texts::new).forEach(edit -> {
            String outcome =
                    !edit.of("failed").equals("0") ? "未过" : edit.of("passed").equals("0") ? "不能查" : "通过";
            add("      " + outcome + " " + edit.of("edit_id") + " " + edit.of("edit_type"));
        });
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, @Nullable Object>> rows(Map<String, @Nullable Object> row, String column) {
        return row.get(column) instanceof List<?> rows ? (List<Map<String, @Nullable Object>>) rows : List.of();
    }

    private void add(@Nullable String line) {
        if (line != null) {
            lines.add(Table.printable(line).stripTrailing());
        }
    }

    private static Map<String, String> signers() {
        Map<String, String> signers = new LinkedHashMap<>();
        signers.put("unit_head", "单位负责人");
        signers.put("statistics_head", "统计负责人");
        signers.put("filled_by", "填表人");
        return Collections.unmodifiableMap(signers);
    }

    /** What is due by now as a part of the target, and how what was reached compares with it. */
    private static String due(String label, ScorecardLine line, String due, String pace) {
        String reached = line.percent(pace);
        return join(label + " ", line.duePercent(due) + (reached.isEmpty() ? "" : "（进度 " + reached + "）"));
    }

    private static String join(String label, String value) {
        return value.isEmpty() ? "" : label + value + "  ";
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
