package mengshi.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import mengshi.targets.Verdict;
import org.jspecify.annotations.Nullable;

/** What was published before and has changed since: the period's verdicts, and the figures behind them with reasons. */
record RevisionTables(Edition edition) {

    /** As many corrected figures as a page shows; the workbook has more. */
    private static final int MOST = 20;

    void writeTo(Html html) {
        Language language = edition.language();
        html.in(
                "section",
                () -> {
                    html.element("h2", language.of("修订", "Revisions"), "id", "revisions");
                    if (edition.beside().verdictRevisions().isEmpty()
                            && edition.beside().figureRevisions().isEmpty()) {
                        html.element(
                                "p", language.of("本期没有修订：各项结果均为首次发布，本年数据没有更正。", "Nothing of this period was revised."));
                    }
                    writeVerdicts(html, language);
                    writeFigures(html, language);
                },
                "aria-labelledby",
                "revisions");
    }

    private void writeVerdicts(Html html, Language language) {
        if (edition.beside().verdictRevisions().isEmpty()) {
            return;
        }
        Map<String, WordedLine> lines =
                edition.lines().stream().collect(Collectors.toMap(WordedLine::id, line -> line, (one, other) -> one));
        html.table(
                language.of("本期评判的修订", "Verdicts of this period that changed"),
                true,
                List.of(
                        language.of("指标", "Indicator"),
                        language.of("原为", "Was"),
                        language.of("现为", "Became"),
                        language.of("发布编号", "Publication")),
                () -> edition.beside().verdictRevisions().rows().forEach(row -> {
                    WordedLine line = lines.get(ScorecardLine.plain(row.get("target_id")));
                    if (line != null) {
                        html.in("tr", () -> {
                            html.element("th", line.indicator(), "scope", "row");
                            html.element("td", stood(line, row, "was"));
                            html.element("td", stood(line, row, "became"));
                            html.element("td", ScorecardLine.plain(row.get("publication_id")));
                        });
                    }
                }));
    }

    private static String stood(WordedLine line, Map<String, @Nullable Object> row, String when) {
        Verdict given = Verdict.valueOf(ScorecardLine.plain(row.get(when + "_verdict")));
        String figure = row.get(when + "_value") instanceof BigDecimal number
                ? (isSmall(line, row) ? line.closely(number) : line.said(number)) + " "
                : "";
        return figure + new VerdictMark(given).shape() + " " + line.language().of(given.chinese(), given.english());
    }

    /** Whether what it was and what it became read alike when told as everywhere else. */
    private static boolean isSmall(WordedLine line, Map<String, @Nullable Object> row) {
        return row.get("was_value") instanceof BigDecimal was
                && row.get("became_value") instanceof BigDecimal became
                && line.said(was).equals(line.said(became));
    }

    private void writeFigures(Html html, Language language) {
        int all = edition.beside()
                .figureRevisions()
                .first()
                .map(row -> AreaTiles.count(row, "revisions"))
                .orElse(0);
        if (all == 0) {
            return;
        }
        html.table(
                language.of("本年数据的更正", "Figures of the year that were corrected"),
                true,
                List.of(
                        language.of("地区、报告期", "Area and period"),
                        language.of("指标", "Indicator"),
                        language.of("原为", "Was"),
                        language.of("现为", "Became"),
                        language.of("更正说明", "Reason given"),
                        language.of("发布编号", "Publication")),
                () -> CorrectedFigure.of(edition).stream()
                        .limit(MOST)
                        .forEach(figure -> html.in("tr", () -> writeFigure(html, language, figure))));
        if (all > MOST) {
            html.element(
                    "p",
                    language.of(
                            "共" + all + "处更正，上列最近" + MOST + "处，其余见工作簿“修订”表。",
                            "The latest " + MOST + " of " + all + "; the others stand in the workbook."));
        }
    }

    private static void writeFigure(Html html, Language language, CorrectedFigure figure) {
        String unit = figure.unit().name();
        // The English names of rates end in their unit.
        String kind = unit.isEmpty() || figure.measure().endsWith(unit)
                ? figure.measure()
                : figure.measure() + language.of("，", ", ") + unit;
        html.element("th", figure.area() + " " + figure.text("period"), "scope", "row");
        html.element("td", figure.indicator() + language.of("（" + kind + "）", " (" + kind + ")"));
        for (Optional<BigDecimal> value : List.of(figure.was(), figure.became())) {
            html.element(
                    "td",
                    value.map(number -> number.stripTrailingZeros().toPlainString())
                            .orElse(""),
                    "class",
                    "number");
        }
        String reason = figure.text("reason");
        if (reason.isEmpty()) {
            html.element("td", language.of("报表没有写", "none given"));
        } else {
            // The submitter's own words.
            html.element("td", reason, "lang", "zh");
        }
        html.element("td", figure.text("publication_id"));
    }
}
