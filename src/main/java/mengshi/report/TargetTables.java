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

    /** How much is drawn beside the figures: a long year and many corrections may leave less room. */
    enum Detail {
        /** Of each target a bar, of the months their line and marks. */
        LINES_AND_MARKS,
        /** Of the months only their marks. */
        MARKS,
        /** Nothing of the months. */
        BARS,
        /** Not even bars. */
        FIGURES
    }

    void writeTo(Html html) {
        Map<String, List<Map<String, @Nullable Object>>> months = edition.months();
        html.in(
                "section",
                () -> {
                    html.element("h2", edition.language().of("目标逐项", "Target by target"), "id", "targets");
                    html.element("p", legend(edition.language()), "class", "note");
                    edition.sections().forEach((section, lines) -> writeSection(html, section, lines, months));
                },
                "aria-labelledby",
                "targets");
    }

    /** What the columns hold; a narrow screen's style sheet says it again in each cell but the last. */
    static List<String> columns(Language language) {
        return List.of(
                language.of("指标", "Indicator"),
                language.of("目标", "Target"),
                language.of("实际", "Actual"),
                language.of("完成与应达", "Reached and due"),
                language.of("逐月", "Months"),
                language.of("评判", "Verdict"));
    }

    private static String legend(Language language) {
        return language.of(
                "条为实际，竖线为目标，▼为按时间应达之处，▲为按上年同期应达之处；先写的一种据以评判。逐月：实线为进度（没有进度的为实际数），"
                        + "虚线为应达，圆点为本期；下方为各月的评判，红色为未达要求，之后追上也不抹去，“·”为当月无法判断。",
                "The bar is the figure, the upright line the target; ▼ marks what is due by the time gone by, ▲ by"
                        + " last year's share at the same month; the one that decides is told first. Months: the line is"
                        + " the pace, or the figure where there is none, dashed is what is due, the dot is now; below"
                        + " stands the verdict of each month, red where it was missed, whatever came later; · is a month"
                        + " that could not be judged.");
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
                () -> lines.forEach(line -> html.in(
                        "tr",
                        () -> writeRow(html, line, months.getOrDefault(line.id(), List.of())),
                        "id",
                        line.anchor())),
                "class",
                "targets");
    }

    private void writeRow(Html html, WordedLine line, List<Map<String, @Nullable Object>> months) {
        html.in("th", () -> writeIndicator(html, line), "scope", "row");
        writeTarget(html, line);
        writeCell(html, !line.actual().isEmpty(), () -> writeActual(html, line));
        Optional<BulletChart> chart = BulletChart.of(line.line()).filter(any -> detail != Detail.FIGURES);
        boolean hasProgress = chart.isPresent() || !line.due().isEmpty();
        writeCell(html, hasProgress, () -> writeProgress(html, line, chart));
        Optional<MonthChart> drawn = MonthChart.of(line, months, detail == Detail.LINES_AND_MARKS)
                .filter(any -> detail.compareTo(Detail.MARKS) <= 0);
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
    }

    /** The figure, and of a sum of the areas how many are in it. */
    private static void writeActual(Html html, WordedLine line) {
        html.text(line.actual());
        String coverage = line.line().text("coverage");
        if (!coverage.isEmpty()) {
            html.element("small", coverage + line.language().of("盟市", " areas"));
        }
    }

    private static void writeProgress(Html html, WordedLine line, Optional<BulletChart> chart) {
        html.text(line.line().percent("completion"));
        chart.ifPresent(drawn -> drawn.writeTo(html));
        if (!line.due().isEmpty()) {
            html.element("small", line.due());
        }
    }

    static void writeIndicator(Html html, WordedLine line) {
        html.text(line.indicator());
        if (line.line().isAspiration()) {
            html.text(" ").element("span", line.language().of("力争", "aspiration"), "class", "aspiration");
        }
        html.element("small", line.id());
    }

    /** What is to be reached in short, from where on it counts as met, and in the report's words. */
    static void writeTarget(Html html, WordedLine line) {
        html.in("td", () -> {
            html.text(line.target());
            if (!line.tolerated().isEmpty()) {
                html.element("small", line.tolerated());
            }
            String phrase = line.line().text("phrase");
            if (line.target().isEmpty()) {
                html.text(phrase);
            } else if (line.language() == Language.CHINESE) {
                html.element("small", phrase);
            } else {
                html.element("small", phrase, "lang", "zh");
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
