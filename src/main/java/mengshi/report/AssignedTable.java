package mengshi.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import mengshi.targets.Verdict;
import org.jspecify.annotations.Nullable;

/** The areas that a document gave a part of a target to do, each with its verdict; there is none without a document. */
record AssignedTable(Edition edition) {

    void writeTo(Html html) {
        List<Map<String, @Nullable Object>> rows = edition.beside().assigned().rows();
        if (rows.isEmpty()) {
            return;
        }
        Language language = edition.language();
        Map<String, WordedLine> lines =
                edition.lines().stream().collect(Collectors.toMap(WordedLine::id, line -> line, (one, other) -> one));
        html.in(
                "section",
                () -> {
                    html.element("h2", language.of("分解到盟市的任务", "Tasks given to areas"), "id", "assigned");
                    html.table(
                            language.of("各盟市分解任务的进度", "How far areas are with their tasks"),
                            false,
                            List.of(
                                    language.of("盟市与指标", "Area and indicator"),
                                    language.of("任务", "Task"),
                                    language.of("实际", "Actual"),
                                    language.of("评判", "Verdict"),
                                    language.of("依据", "Document")),
                            () -> rows.forEach(
                                    row -> Optional.ofNullable(lines.get(ScorecardLine.plain(row.get("target_id"))))
                                            .ifPresent(line -> html.in("tr", () -> writeRow(html, line, row)))),
                            "class",
                            "pairs");
                },
                "aria-labelledby",
                "assigned");
    }

    private static void writeRow(Html html, WordedLine line, Map<String, @Nullable Object> row) {
        Language language = line.language();
        html.in(
                "th",
                () -> html.text(ScorecardLine.plain(row.get(language.of("area_name", "area_name_en"))) + " "
                                + line.indicator())
                        .element("small", line.id()),
                "scope",
                "row");
        html.element("td", said(line, row.get("target_value")));
        html.element("td", said(line, row.get("actual_value")));
        html.in("td", () -> {
            new VerdictMark(Verdict.valueOf(ScorecardLine.plain(row.get("verdict")))).writeTo(html, language);
            String reason = WordedLine.reasons(ScorecardLine.plain(row.get("verdict_reason")), language);
            if (!reason.isEmpty()) {
                html.element("small", reason);
            }
        });
        // The document's own name.
        html.element("td", ScorecardLine.plain(row.get("document")), "lang", "zh");
    }

    private static String said(WordedLine line, @Nullable Object value) {
        return value instanceof BigDecimal number ? line.said(number) : "";
    }
}
