package mengshi.report;

import java.util.List;

/** The targets of one section that can never be judged, each with the reason the catalogue gives. */
record UnjudgedTable(String title, List<WordedLine> lines, Language language) {

    void writeTo(Html html) {
        List<String> columns = List.of(
                language.of("编号与指标", "Indicator"),
                language.of("目标（原文）", "Target (as written)"),
                language.of("为何不能评判", "Why it cannot be judged"));
        html.in(
                "table",
                () -> {
                    html.element(
                            "caption",
                            title
                                    + language.of(
                                            "：" + lines.size() + "项不能评判的目标及其原因",
                                            ": " + lines.size() + " targets that cannot be judged, and why"),
                            "class",
                            "unseen");
                    html.in(
                            "thead",
                            () -> html.in(
                                    "tr", () -> columns.forEach(name -> html.element("th", name, "scope", "col"))));
                    html.in("tbody", () -> lines.forEach(line -> html.in("tr", () -> writeRow(html, line))));
                },
                "class",
                "unjudged");
    }

    private static void writeRow(Html html, WordedLine line) {
        html.in("th", () -> TargetTables.writeIndicator(html, line), "scope", "row");
        TargetTables.writeTarget(html, line);
        html.in("td", () -> {
            new VerdictMark(line.verdict()).writeTo(html, line.language());
            html.text(" " + line.reason());
            String note = line.line().text("note");
            if (!note.isEmpty() && line.language() == Language.CHINESE) {
                html.element("small", note);
            }
        });
    }
}
