package mengshi.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The months of a target in one small drawing: its line, where it has one, and below it the mark of every month. */
record MonthChart(Language language, Optional<Sparkline> line, StatusHistory history) {

    /** The drawing of a target; empty where no month says anything. */
    static Optional<MonthChart> of(WordedLine worded, List<Map<String, @Nullable Object>> months, boolean hasLine) {
        Optional<Sparkline> line = hasLine ? Sparkline.of(worded, months) : Optional.empty();
        MonthChart chart = new MonthChart(worded.language(), line, StatusHistory.of(months));
        return Optional.of(chart)
                .filter(drawn -> drawn.line().isPresent() || drawn.history().isEventful());
    }

    void writeTo(Html html) {
        html.in(
                "svg",
                () -> {
                    line.ifPresent(drawn -> drawn.writeTo(html));
                    history.writeTo(html);
                },
                "class",
                line.isPresent() ? "s" : "s f",
                "viewBox",
                line.isPresent() ? "0 0 72 31" : "0 20 72 11",
                "role",
                "img",
                "aria-label",
                said());
    }

    /**
     * For those who hear the page: from where to where the line goes, or what was said of the months. What was missed
     * stands beside the verdict in words.
     */
    private String said() {
        List<Sparkline.Point> points = line.map(Sparkline::points).orElse(List.of());
        return points.isEmpty()
                ? history.said(language)
                : Stream.of(points.get(0), points.get(points.size() - 1))
                        .map(point -> StatusHistory.name(point.month(), language) + language.of("", " ") + point.said())
                        .collect(Collectors.joining(language.of("，", ", ")));
    }
}
