package mengshi.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mengshi.targets.TargetCatalogue;

/** The targets as tables, one for each section of the report. */
record TargetTables(List<ScorecardLine> lines) {

    /** A bar ends here, so that one runaway does not make all others look alike. */
    private static final int LONGEST = 150;

    private static final String NOT_APPLICABLE = "–";

    private static final List<String> COLUMNS = List.of("编号与指标", "目标（原文）", "实际", "完成", "时间进度", "上年进度", "评判", "覆盖");

    void writeTo(Html html) {
        html.in(
                "section",
                () -> {
                    html.element("h2", "目标逐项", "id", "targets");
                    bySection().forEach((section, rows) -> writeSection(html, section, rows));
                },
                "aria-labelledby",
                "targets");
    }

    private Map<String, List<ScorecardLine>> bySection() {
        return lines.stream()
                .collect(Collectors.groupingBy(line -> line.text("section"), LinkedHashMap::new, Collectors.toList()));
    }

    private static void writeSection(Html html, String section, List<ScorecardLine> rows) {
        String title = TargetCatalogue.titleOf(section);
        html.element("h3", title);
        Map<Boolean, List<ScorecardLine>> parts =
                rows.stream().collect(Collectors.partitioningBy(ScorecardLine::canNeverBeJudged));
        List<ScorecardLine> judged = parts.getOrDefault(false, List.of());
        List<ScorecardLine> others = parts.getOrDefault(true, List.of());
        if (!judged.isEmpty()) {
            writeTable(html, title, judged);
        }
        if (!others.isEmpty()) {
            new UnjudgedTable(title, others).writeTo(html);
        }
    }

    private static void writeTable(Html html, String title, List<ScorecardLine> rows) {
        html.in(
                "table",
                () -> {
                    html.element("caption", title + "：" + rows.size() + "项目标及其进度", "class", "unseen");
                    html.in(
                            "thead",
                            () -> html.in(
                                    "tr", () -> COLUMNS.forEach(name -> html.element("th", name, "scope", "col"))));
                    html.in("tbody", () -> rows.forEach(line -> html.in("tr", () -> writeRow(html, line))));
                },
                "class",
                "targets");
    }

    private static void writeRow(Html html, ScorecardLine line) {
        html.in("th", () -> writeIndicator(html, line), "scope", "row");
        writeCell(html, 1, () -> {
            html.text(line.target());
            html.element("small", line.text("phrase"));
        });
        writeFigure(html, 2, line.actual(), () -> {});
        writeFigure(html, 3, line.percent("completion"), () -> {});
        writeFigure(html, 4, line.percent("pace_time"), () -> writeBar(html, line, "pace_time"));
        writeFigure(html, 5, line.percent("pace_profile"), () -> writeBar(html, line, "pace_profile"));
        writeCell(html, 6, () -> {
            new VerdictMark(line.verdict()).writeTo(html);
            Stream.of(reason(line), line.required())
                    .filter(said -> !said.isEmpty())
                    .forEach(said -> html.element("small", said));
        });
        writeFigure(html, 7, line.text("coverage"), () -> {});
    }

    /** What is no reason but the figures or the stage behind the verdict must say so. */
    private static String reason(ScorecardLine line) {
        String reason = line.reason();
        if (reason.isEmpty() || !reason.equals(line.text("verdict_reason"))) {
            return reason;
        }
        return switch (line.text("kind")) {
            case "relation" -> "两项增速（%）" + reason;
            case "milestone" -> "已报阶段：" + reason;
            default -> reason;
        };
    }

    static void writeIndicator(Html html, ScorecardLine line) {
        html.text(line.text("indicator_zh"));
        if (line.isAspiration()) {
            html.text(" ").element("span", "力争", "class", "aspiration");
        }
        html.in("small", () -> html.text(line.text("target_id") + " ")
                .element("span", line.text("indicator_en"), "lang", "en"));
    }

    /** On a narrow screen a row becomes a card, and the style sheet writes into each cell what it holds. */
    private static void writeCell(Html html, int column, Runnable content) {
        html.in("td", content, "class", "c" + column);
    }

    private static void writeFigure(Html html, int column, String figure, Runnable after) {
        if (figure.isEmpty()) {
            html.element("td", NOT_APPLICABLE, "class", "c" + column + " none");
            return;
        }
        writeCell(html, column, () -> {
            html.text(figure);
            after.run();
        });
    }

    private static void writeBar(Html html, ScorecardLine line, String column) {
        line.number(column).ifPresent(pace -> {
            int length = pace.movePointRight(2)
                    .setScale(0, RoundingMode.HALF_UP)
                    .max(BigDecimal.ZERO)
                    .min(BigDecimal.valueOf(LONGEST))
                    .intValue();
            html.in(
                    "svg",
                    () -> {
                        html.empty("rect", "width", String.valueOf(length), "height", "12");
                        html.empty("path", "d", "M100 0V12");
                    },
                    "viewBox",
                    "0 0 " + LONGEST + " 12",
                    "aria-hidden",
                    "true");
        });
    }
}
