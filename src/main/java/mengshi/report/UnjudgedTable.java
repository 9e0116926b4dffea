package mengshi.report;

import java.util.List;
import mengshi.targets.Verdict;

/** The targets of one section that can never be judged, each with the reason the catalogue gives. */
record UnjudgedTable(String title, List<ScorecardLine> lines) {

    private static final List<String> COLUMNS = List.of("编号与指标", "目标（原文）", "为何不能评判");

    void writeTo(Html html) {
        html.in(
                "table",
                () -> {
                    html.element("caption", title + "：" + lines.size() + "项不能评判的目标及其原因", "class", "unseen");
                    html.in(
                            "thead",
                            () -> html.in(
                                    "tr", () -> COLUMNS.forEach(name -> html.element("th", name, "scope", "col"))));
                    html.in("tbody", () -> lines.forEach(line -> html.in("tr", () -> writeRow(html, line))));
                },
                "class",
                "unjudged");
    }

    private static void writeRow(Html html, ScorecardLine line) {
        html.in("th", () -> TargetTables.writeIndicator(html, line), "scope", "row");
        html.in("td", () -> {
            html.text(line.target());
            html.element("small", line.text("phrase"));
        });
        html.in("td", () -> {
            new VerdictMark(Verdict.CANNOT_JUDGE).writeTo(html);
            html.text(" " + line.reason());
            if (!line.text("note").isEmpty()) {
                html.element("small", line.text("note"));
            }
        });
    }
}
