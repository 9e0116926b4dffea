package mengshi.report;

import java.util.List;
import mengshi.targets.Verdict;

/** The targets of one section that can never be judged, each with the reason the catalogue gives. */
record UnjudgedTable(String title, List<WordedLine> lines, Language language) {

    void writeTo(Html html) {
        html.table(
                title
                        + language.of(
                                "：" + lines.size() + "项不能评判的目标及其原因",
                                ": " + lines.size() + " targets that cannot be judged, and why"),
                false,
                List.of(
                        language.of("指标", "Indicator"),
                        language.of("目标", "Target"),
                        new VerdictMark(Verdict.CANNOT_JUDGE).shape()
                                + language.of(" 为何无法判断", " Why it cannot be judged")),
                () -> lines.forEach(line -> html.in("tr", () -> writeRow(html, line), "id", line.anchor())),
                "class",
                "unjudged");
    }

    private static void writeRow(Html html, WordedLine line) {
        html.in("th", () -> TargetTables.writeIndicator(html, line), "scope", "row");
        TargetTables.writeTarget(html, line);
        html.in("td", () -> {
            html.text(line.reason());
            String note = line.line().text("note");
            if (!note.isEmpty() && line.language() == Language.CHINESE) {
                html.element("small", note);
            }
        });
    }
}
