package mengshi.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The months of a year as a small line: the pace that decides, or the figure where there is none. The dotted line is what
 * is asked for. A month has its place, so that a gap is seen as one.
 */
record Sparkline(List<Point> points, BigDecimal asked) {

    /**
     * A month, 1 to 12, and its value.
     *
     * @param said the value in words, for those who hear the page
     */
    record Point(int month, BigDecimal value, String said) {}

    private static final int STEP = 6;
    private static final int LEFT = -3;
    private static final int TOP = 3;
    private static final int BOTTOM = 17;

    /** The line of a target; empty with fewer than two months. */
    static Optional<Sparkline> of(WordedLine worded, List<Map<String, @Nullable Object>> months) {
        ScorecardLine line = worded.line();
        String column = column(line);
        Optional<BigDecimal> asked =
                column.equals("actual_value") ? line.number("target_value") : Optional.of(BigDecimal.ONE);
        List<Point> points = new ArrayList<>();
        for (Map<String, @Nullable Object> row : months) {
            String period = ScorecardLine.plain(row.get("period"));
            if (period.matches("\\d{4}-\\d{2}") && row.get(column) instanceof BigDecimal value) {
                points.add(new Point(Integer.parseInt(period.substring(5)), value, words(worded, column, value)));
            }
        }
        return asked.filter(value -> points.size() > 1).map(value -> new Sparkline(List.copyOf(points), value));
    }

    /** The line, within a drawing that is somebody else's. */
    void writeTo(Html html) {
        BigDecimal least = points.stream().map(Point::value).reduce(asked, BigDecimal::min);
        BigDecimal most = points.stream().map(Point::value).reduce(asked, BigDecimal::max);
        BigDecimal span = most.subtract(least);
        StringBuilder path = new StringBuilder("M");
        for (Point point : points) {
            // After the first point, points without a letter are lines to them.
            path.append(path.length() == 1 ? "" : " ")
                    .append(place(point.month()))
                    .append(' ')
                    .append(height(point.value(), least, span));
        }
        Point last = points.get(points.size() - 1);
        html.empty("use", "href", "#d", "y", String.valueOf(height(asked, least, span)));
        html.empty("path", "d", path.toString());
        html.empty(
                "use",
                "href",
                "#o",
                "x",
                String.valueOf(place(last.month())),
                "y",
                String.valueOf(height(last.value(), least, span)));
    }

    /** Where a month stands, of 72 that a year is wide. */
    static int place(int month) {
        return month * STEP + LEFT;
    }

    /** The pace that decides; under both the time's. */
    private static String column(ScorecardLine line) {
        return switch (line.text("pace")) {
            case "profile" -> "pace_profile";
            case "time", "both" -> "pace_time";
            default -> "actual_value";
        };
    }

    private static String words(WordedLine worded, String column, BigDecimal value) {
        return column.equals("actual_value")
                ? worded.said(value)
                : value.movePointRight(2).setScale(0, RoundingMode.HALF_UP).toPlainString() + "%";
    }

    private static int height(BigDecimal value, BigDecimal least, BigDecimal span) {
        if (span.signum() == 0) {
            return (TOP + BOTTOM) / 2;
        }
        return BOTTOM
                - value.subtract(least)
                        .multiply(BigDecimal.valueOf(BOTTOM - TOP))
                        .divide(span, 0, RoundingMode.HALF_UP)
                        .intValue();
    }
}
