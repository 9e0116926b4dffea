package mengshi.report;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import mengshi.targets.Verdict;

/** Targets that bind an amount and its growth at once, side by side; each is judged for itself, and they may disagree. */
record DualTable(Edition edition) {

    /** An amount and its growth. */
    record Pair(WordedLine amount, WordedLine growth) {

        /** Whether both lead to the same end; not to be said where one cannot be judged. */
        String agreement() {
            Language language = amount.language();
            if (amount.verdict() == Verdict.CANNOT_JUDGE || growth.verdict() == Verdict.CANNOT_JUDGE) {
                return language.of("有一项无法判断", "one cannot be judged");
            }
            return GOOD.contains(amount.verdict()) == GOOD.contains(growth.verdict())
                    ? language.of("＝ 一致", "= agree")
                    : language.of("≠ 不一致", "≠ disagree");
        }
    }

    private static final Set<Verdict> GOOD = Set.of(Verdict.ACHIEVED, Verdict.AHEAD, Verdict.ON_PACE);

    private static final Set<String> AMOUNTS = Set.of("volume", "level");

    List<Pair> pairs() {
        Map<String, List<WordedLine>> rates = edition.lines().stream()
                .filter(line -> line.line().text("kind").equals("growth"))
                .collect(Collectors.groupingBy(DualTable::subject));
        return edition.lines().stream()
                .filter(line -> AMOUNTS.contains(line.line().text("kind")))
                .flatMap(line ->
                        rates.getOrDefault(subject(line), List.of()).stream().map(rate -> new Pair(line, rate)))
                .toList();
    }

    private static String subject(WordedLine line) {
        return line.line().text("indicator_code") + " " + line.line().text("area_code");
    }

    void writeTo(Html html) {
        List<Pair> pairs = pairs();
        if (pairs.isEmpty()) {
            return;
        }
        Language language = edition.language();
        html.in(
                "section",
                () -> {
                    html.element("h2", language.of("总量与增速双目标", "Targets of amount and growth"), "id", "dual");
                    html.element(
                            "p",
                            language.of(
                                    "同一指标既有总量目标又有增速目标的，分别评判，并列于此。",
                                    "Where an indicator has a target for its amount and one for its growth, both are"
                                            + " judged, each for itself."));
                    html.table(
                            language.of("双目标并列", "Both targets side by side"),
                            false,
                            List.of(
                                    language.of("指标", "Indicator"),
                                    language.of("总量目标", "Amount"),
                                    language.of("实际与评判", "Actual and verdict"),
                                    language.of("增速目标", "Growth"),
                                    language.of("实际与评判", "Actual and verdict"),
                                    language.of("两者", "Both")),
                            () -> pairs.forEach(pair -> html.in("tr", () -> writeRow(html, pair))),
                            "class",
                            "pairs");
                },
                "aria-labelledby",
                "dual");
    }

    private static void writeRow(Html html, Pair pair) {
        html.element("th", pair.amount().indicator(), "scope", "row");
        for (WordedLine line : List.of(pair.amount(), pair.growth())) {
            html.in("td", () -> html.element("a", line.target(), "href", "#" + line.anchor()));
            html.in("td", () -> {
                html.text(line.actual() + " ");
                new VerdictMark(line.verdict()).writeTo(html, line.language());
            });
        }
        html.element("td", pair.agreement());
    }
}
