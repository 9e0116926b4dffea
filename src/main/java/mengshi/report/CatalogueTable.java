package mengshi.report;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import mengshi.targets.Verdict;

/** The whole catalogue in numbers: how many targets each section has, and what became of them. */
record CatalogueTable(Edition edition) {

    void writeTo(Html html) {
        Language language = edition.language();
        List<ScorecardLine> lines = edition.card().lines();
        long never = count(lines, ScorecardLine::canNeverBeJudged);
        html.in(
                "section",
                () -> {
                    html.element("h2", language.of("各部分情况", "Section by section"), "id", "catalogue");
                    html.element(
                            "p",
                            language.of(
                                    "报告的目标全部列入：" + lines.size() + "项中，" + (lines.size() - never) + "项有报表可评判，" + never
                                            + "项按目标目录不能评判，原因写在各部分末尾。",
                                    "Every target of the report is here: of " + lines.size() + ", "
                                            + (lines.size() - never) + " are reported on a form, " + never
                                            + " can never be judged; why stands at the end of each section."));
                    html.in("table", () -> writeTable(html, language, lines), "class", "catalogue");
                },
                "aria-labelledby",
                "catalogue");
    }

    private void writeTable(Html html, Language language, List<ScorecardLine> lines) {
        html.element("caption", language.of("各部分的目标数和评判结果", "Targets and verdicts by section"), "class", "unseen");
        html.in(
                "thead",
                () -> html.in("tr", () -> {
                    html.element("th", language.of("部分", "Section"), "scope", "col");
                    html.element("th", language.of("目标", "Targets"), "scope", "col");
                    Arrays.stream(Verdict.values())
                            .forEach(verdict -> html.element(
                                    "th", language.of(verdict.chinese(), verdict.english()), "scope", "col"));
                    html.element("th", language.of("其中全年不能评判", "of them all year"), "scope", "col");
                }));
        Map<String, List<ScorecardLine>> sections = lines.stream()
                .collect(Collectors.groupingBy(line -> line.text("section"), LinkedHashMap::new, Collectors.toList()));
        html.in("tbody", () -> {
            sections.forEach((section, members) ->
                    writeRow(html, TargetTables.anchor(section), edition.title(section), members));
            writeRow(html, "targets", language.of("合计", "All"), lines);
        });
    }

    private static void writeRow(Html html, String anchor, String title, List<ScorecardLine> members) {
        html.in("tr", () -> {
            html.in("th", () -> html.element("a", title, "href", "#" + anchor), "scope", "row");
            writeNumber(html, members.size());
            Arrays.stream(Verdict.values())
                    .forEach(verdict -> writeNumber(html, count(members, line -> line.verdict() == verdict)));
            writeNumber(html, count(members, ScorecardLine::canNeverBeJudged));
        });
    }

    private static void writeNumber(Html html, long number) {
        html.element("td", number == 0 ? "" : String.valueOf(number));
    }

    private static long count(List<ScorecardLine> lines, Predicate<ScorecardLine> such) {
        return lines.stream().filter(such).count();
    }
}
