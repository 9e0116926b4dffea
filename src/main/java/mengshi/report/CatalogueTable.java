package mengshi.report;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import mengshi.targets.TargetCatalogue;
import mengshi.targets.Verdict;

/** The whole catalogue in numbers: how many targets each section has, and what became of them. */
record CatalogueTable(List<ScorecardLine> lines) {

    void writeTo(Html html) {
        long never = count(lines, ScorecardLine::canNeverBeJudged);
        html.in(
                "section",
                () -> {
                    html.element("h2", "目标目录", "id", "catalogue");
                    html.element(
                            "p",
                            "目录中的目标逐项列入：" + lines.size() + "项中，" + (lines.size() - never) + "项有报表可评判，" + never
                                    + "项按目录不能评判，原因写在各部分末尾。");
                    html.in("table", () -> writeTable(html), "class", "catalogue");
                },
                "aria-labelledby",
                "catalogue");
    }

    private void writeTable(Html html) {
        html.element("caption", "各部分的目标数和评判结果", "class", "unseen");
        html.in(
                "thead",
                () -> html.in("tr", () -> {
                    html.element("th", "部分", "scope", "col");
                    html.element("th", "目标", "scope", "col");
                    Arrays.stream(Verdict.values())
                            .forEach(verdict -> html.element("th", verdict.chinese(), "scope", "col"));
                    html.element("th", "其中目录所限", "scope", "col");
                }));
        Map<String, List<ScorecardLine>> sections = lines.stream()
                .collect(Collectors.groupingBy(line -> line.text("section"), LinkedHashMap::new, Collectors.toList()));
        html.in("tbody", () -> {
            sections.forEach((section, members) -> writeRow(html, TargetCatalogue.titleOf(section), members));
            writeRow(html, "合计", lines);
        });
    }

    private static void writeRow(Html html, String title, List<ScorecardLine> members) {
        html.in("tr", () -> {
            html.element("th", title, "scope", "row");
            writeNumber(html, members.size());
            Arrays.stream(Verdict.values())
                    .forEach(verdict -> writeNumber(html, count(members, line -> line.verdict() == verdict)));
            writeNumber(html, count(members, ScorecardLine::canNeverBeJudged));
        });
    }

    private static void writeNumber(Html html, long number) {
        html.element("td", number == 0 ? "–" : String.valueOf(number), "class", "number");
    }

    private static long count(List<ScorecardLine> lines, Predicate<ScorecardLine> such) {
        return lines.stream().filter(such).count();
    }
}
