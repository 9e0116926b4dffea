package mengshi.report;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import mengshi.targets.Verdict;

/** How many targets came to which verdict: in a sentence, as one bar, and verdict by verdict. */
record Tally(Scorecard card) {

    /** All of them in a sentence. */
    String said(Language language) {
        Map<Verdict, Integer> counts = card.counts();
        int none = counts.getOrDefault(Verdict.CANNOT_JUDGE, 0);
        int behind = counts.getOrDefault(Verdict.BEHIND, 0);
        int watched = counts.getOrDefault(Verdict.WATCH, 0);
        int disagree = counts.getOrDefault(Verdict.PACES_DISAGREE, 0);
        int all = card.lines().size();
        int judged = all - none;
        int met = judged - behind - watched - disagree;
        return language.of(
                "全部" + all + "项目标中，本期可评判" + judged + "项：达到或快于应达进度" + met + "项，关注" + watched + "项，滞后" + behind + "项"
                        + (disagree == 0 ? "" : "，两种口径不一致" + disagree + "项") + "。另有" + none + "项无法判断，各写明原因。",
                judged + " of the " + all + " targets can be judged now: " + met + " are on pace or better, " + watched
                        + " on watch, " + behind + " behind"
                        + (disagree == 0 ? "" : ", for " + disagree + " the paces disagree")
                        + ". " + none + " cannot be judged; why is said with each.");
    }

    void writeTo(Html html, Language language) {
        List<ScorecardLine> lines = card.lines();
        long aspirations = lines.stream().filter(ScorecardLine::isAspiration).count();
        html.in(
                "section",
                () -> {
                    html.element("h2", language.of("总览", "Overview"), "id", "counts");
                    writeBar(html, lines.size());
                    html.in(
                            "ul",
                            () -> Arrays.stream(Verdict.values())
                                    .forEach(
                                            verdict -> html.in("li", () -> writeCount(html, language, verdict, lines))),
                            "class",
                            "counts");
                    html.element(
                            "p",
                            language.of(
                                    "共" + lines.size() + "项，其中" + aspirations + "项在报告中为“力争”“争取”：同样评判，另行计数。",
                                    lines.size() + " in all; of " + aspirations
                                            + " the report says that it strives for them: they are judged alike and"
                                            + " counted apart as aspirations."),
                            "class",
                            "note");
                },
                "aria-labelledby",
                "counts");
    }

    /** One unit of length is one target. */
    private void writeBar(Html html, int all) {
        html.in(
                "svg",
                () -> {
                    int from = 0;
                    for (Map.Entry<Verdict, Integer> count : card.counts().entrySet()) {
                        if (count.getValue() > 0) {
                            html.empty(
                                    "path",
                                    "class",
                                    new VerdictMark(count.getKey()).styleClass(),
                                    "d",
                                    "M" + from + " 0h" + count.getValue() + "v1h-" + count.getValue() + "z");
                        }
                        from += count.getValue();
                    }
                },
                "class",
                "tally",
                "viewBox",
                "0 0 " + all + " 1",
                "preserveAspectRatio",
                "none",
                "aria-hidden",
                "true");
    }

    private static void writeCount(Html html, Language language, Verdict verdict, List<ScorecardLine> lines) {
        List<ScorecardLine> such =
                lines.stream().filter(line -> line.verdict() == verdict).toList();
        long aspirations = such.stream().filter(ScorecardLine::isAspiration).count();
        new VerdictMark(verdict).writeTo(html, language);
        html.element("span", String.valueOf(such.size()), "class", "figure");
        html.element("span", language.of("其中力争 ", "aspirations ") + aspirations, "class", "small");
    }
}
