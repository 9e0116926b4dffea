package mengshi.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The targets as tables, one for each section of the report, each section with its anchor. */
record TargetTables(Edition edition, Detail detail) {

    /** How much is drawn of the months: a long year and many corrections may leave less room. */
    enum Detail {
        LINES_AND_MARKS,
        MARKS,
        NOTHING
    }

    void writeTo(Html html) {
        Map<String, List<Map<String, @Nullable Object>>> months = edition.months();
        html.in(
                "section",
                () -> {
                    html.element("h2", edition.language().of("目标逐项", "Target by target"), "id", "targets");
                    edition.sections().forEach((section, lines) -> writeSection(html, section, lines, months));
                },
                "aria-labelledby",
                "targets");
    }

    /** What the columns hold; a narrow screen's style sheet says it again in each cell. */
    static List<String> columns(Language language) {
        return List.of(
                language.of("编号与指标", "Indicator"),
                language.of("目标（原文）", "Target (as written)"),
                language.of("实际", "Actual"),
                language.of("完成与应达进度", "Reached, and both paces"),
                language.of("逐月", "Months"),
                language.of("评判", "Verdict"),
                language.of("覆盖", "Areas"));
    }

    static String anchor(String section) {
        return "s-" + section;
    }

    private void writeSection(
            Html html,
            String section,
            List<WordedLine> lines,
            Map<String, List<Map<String, @Nullable Object>>> months) {
        String title = edition.title(section);
        html.element("h3", title, "id", anchor(section));
        Map<Boolean, List<WordedLine>> parts = lines.stream()
                .collect(Collectors.partitioningBy(line -> line.line().canNeverBeJudged()));
        List<WordedLine> judged = parts.getOrDefault(false, List.of());
        List<WordedLine> others = parts.getOrDefault(true, List.of());
        if (!judged.isEmpty()) {
            writeTable(html, title, judged, months);
        }
        if (!others.isEmpty()) {
            new UnjudgedTable(title, others, edition.language()).writeTo(html);
        }
    }

    private void writeTable(
            Html html, String title, List<WordedLine> lines, Map<String, List<Map<String, @Nullable Object>>> months) {
        Language language = edition.language();
        html.table(
                title + language.of("：" + lines.size() + "项目标及其进度", ": " + lines.size() + " targets"),
                false,
                columns(language),
                () -> lines.forEach(
                        line -> html.in("tr", () -> writeRow(html, line, months.getOrDefault(line.id(), List.of())))),
                "class",
                "targets");
    }

    private void writeRow(Html html, WordedLine line, List<Map<String, @Nullable Object>> months) {
        html.in("th", () -> writeIndicator(html, line), "scope", "row");
        writeTarget(html, line);
        writeCell(html, !line.actual().isEmpty(), () -> html.text(line.actual()));
        Optional<BulletChart> chart = BulletChart.of(line.line());
        writeCell(html, chart.isPresent(), () -> writeProgress(html, line, chart));
        Optional<MonthChart> drawn =
                MonthChart.of(line, months, detail == Detail.LINES_AND_MARKS).filter(any -> detail != Detail.NOTHING);
        writeCell(html, drawn.isPresent(), () -> drawn.ifPresent(shown -> shown.writeTo(html)));
        html.in("td", () -> {
            new VerdictMark(line.verdict()).writeTo(html, line.language());
            Stream.of(line.reason(), line.required())
                    .filter(Predicate.not(String::isEmpty))
                    .forEach(said -> html.element("small", said));
            String missed = StatusHistory.of(months).missedBefore(line.language());
            if (!missed.isEmpty()) {
                html.element("small", missed, "class", "m");
            }
        });
        String coverage = line.line().text("coverage");
        writeCell(html, !coverage.isEmpty(), () -> html.text(coverage));
    }

    private static void writeProgress(Html html, WordedLine line, Optional<BulletChart> chart) {
        html.text(line.line().percent("completion"));
        chart.ifPresent(drawn -> drawn.writeTo(html));
        Language language = line.language();
        String paces = Stream.of(
                        said(language.of("时间进度", "time "), line.line().percent("pace_time")),
                        said(language.of("上年进度", "last year "), line.line().percent("pace_profile")))
                .filter(Predicate.not(String::isEmpty))
                .collect(Collectors.joining(" · "));
        if (!paces.isEmpty()) {
            html.element("small", paces);
        }
    }

    private static String said(String label, String figure) {
        return figure.isEmpty() ? "" : label + figure;
    }

    static void writeIndicator(Html html, WordedLine line) {
        html.text(line.indicator());
        if (line.line().isAspiration()) {
            html.text(" ").element("span", line.language().of("力争", "strives"), "class", "aspiration");
        }
        html.element("small", line.id());
    }

    static void writeTarget(Html html, WordedLine line) {
        html.in("td", () -> {
            html.text(line.target());
            if (line.language() == Language.CHINESE) {
                html.element("small", line.line().text("phrase"));
            } else {
                html.element("small", line.line().text("phrase"), "lang", "zh");
            }
        });
    }

    private static void writeCell(Html html, boolean holds, Runnable content) {
        if (holds) {
            html.in("td", content);
        } else {
            // The style sheet draws a dash.
            html.element("td", "");
        }
    }
}
