package mengshi.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.Set;

/**
 * What was reached on a scale that ends beyond the target: the bar is the figure, the line the target, the triangle above
 * what the time gone by asks for, the one below what last year's profile asks for. It repeats figures that stand beside.
 *
 * @param reached percent of the target
 * @param byTime where the bar should end by the time gone; empty where there is no such pace
 * @param byProfile the same by last year's profile
 */
record BulletChart(int reached, Optional<Integer> byTime, Optional<Integer> byProfile) {

    /** The scale ends here, so that one runaway does not make all others look alike. */
    static final int LONGEST = 150;

    private static final int HEIGHT = 14;
    private static final Set<String> WITHOUT_SCALE = Set.of("rank", "milestone", "relation", "external");

    /** The chart of a target; empty where figure and target do not lie on one scale from zero. */
    static Optional<BulletChart> of(ScorecardLine line) {
        Optional<BigDecimal> completion = line.number("completion").or(() -> ofTarget(line));
        return completion.map(reached -> new BulletChart(
                percent(reached),
                line.due("expected_time").map(BulletChart::percent),
                line.due("expected_profile").map(BulletChart::percent)));
    }

    /** The shapes that all drawings of a page share, bullets and months. */
    static void writeShapes(Html html) {
        html.in(
                "svg",
                () -> html.in("defs", () -> {
                    html.in(
                            "g",
                            () -> {
                                html.empty("path", "class", "k", "d", "M0 3H" + LONGEST + "V11H0z");
                                html.empty("path", "class", "l", "d", "M100 0V" + HEIGHT);
                            },
                            "id",
                            "b");
                    html.empty("path", "id", "t", "d", "M-4 0H4L0 5z");
                    html.empty("path", "id", "p", "d", "M-4 14H4L0 9z");
                    html.empty("path", "id", "d", "d", "M0 0H72");
                    html.empty("circle", "id", "o", "r", "2.5");
                }),
                "class",
                "shapes",
                "aria-hidden",
                "true");
    }

    void writeTo(Html html) {
        html.in(
                "svg",
                () -> {
                    html.empty("use", "href", "#b");
                    html.empty("path", "d", "M0 5H" + reached + "V9H0z");
                    byTime.ifPresent(at -> html.empty("use", "href", "#t", "x", String.valueOf(at)));
                    byProfile.ifPresent(at -> html.empty("use", "href", "#p", "x", String.valueOf(at)));
                },
                "class",
                "b",
                "viewBox",
                "-4 0 158 " + HEIGHT,
                "aria-hidden",
                "true");
    }

    private static Optional<BigDecimal> ofTarget(ScorecardLine line) {
        return line.number("actual_value")
                .filter(actual -> !WITHOUT_SCALE.contains(line.text("kind")))
                .flatMap(actual -> line.number("target_value")
                        .filter(target -> target.signum() != 0)
                        .map(target -> actual.divide(target, 4, RoundingMode.HALF_UP)))
                .filter(ratio -> ratio.signum() >= 0);
    }

    private static int percent(BigDecimal ratio) {
        return ratio.movePointRight(2)
                .setScale(0, RoundingMode.HALF_UP)
                .max(BigDecimal.ZERO)
                .min(BigDecimal.valueOf(LONGEST))
                .intValue();
    }
}
