package mengshi.report;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The report's headline targets as cards, the first thing a reader sees: figure, verdict, target and the months. */
record HeadlineCards(Edition edition) {

    void writeTo(Html html) {
        List<WordedLine> lines = edition.sections().getOrDefault(Edition.HEADLINE, List.of());
        if (lines.isEmpty()) {
            return;
        }
        Map<String, List<Map<String, @Nullable Object>>> months = edition.months();
        html.in(
                "section",
                () -> {
                    html.element("h2", edition.title(Edition.HEADLINE), "id", "headline");
                    html.in(
                            "ul",
                            () -> lines.forEach(line -> html.in(
                                    "li", () -> writeCard(html, line, months.getOrDefault(line.id(), List.of())))),
                            "class",
                            "cards");
                },
                "aria-labelledby",
                "headline");
    }

    private static void writeCard(Html html, WordedLine line, List<Map<String, @Nullable Object>> months) {
        Language language = line.language();
        html.element("h3", line.indicator());
        html.in(
                "p",
                () -> {
                    String figure = line.actual().isEmpty() ? language.of("无数据", "no data") : line.actual();
                    html.element("span", figure, "class", "figure").text(" ");
                    new VerdictMark(line.verdict()).writeTo(html, language);
                },
                "class",
                "now");
        String tolerated = line.tolerated();
        html.element(
                "span",
                language.of("目标 ", "target ")
                        + line.target()
                        + (tolerated.isEmpty() ? "" : language.of("，", ", ") + tolerated),
                "class",
                "small");
        MonthChart.of(line, months, true).ifPresent(drawn -> drawn.writeTo(html));
        if (!line.reason().isEmpty()) {
            html.element("span", line.reason(), "class", "small");
        }
        String missed = StatusHistory.of(months).missedBefore(language);
        if (!missed.isEmpty()) {
            html.element("span", missed, "class", "small m");
        }
    }
}
