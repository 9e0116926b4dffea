package mengshi.report;

import java.util.List;
import mengshi.report.Outline.Spot;

/** Lines of text on a map, and the place they speak of: beside it with a line to it where there is no room on it. */
record MapLabel(List<String> lines, Spot at, Spot of) {

    private static final int LINE = 17;
    private static final int WIDE = 15;
    private static final int NARROW = 9;
    private static final int GAP = 4;

    /** How far a label may step aside, and in which steps and directions it looks for room. */
    private static final int STEPS = 8;

    private static final int STEP = 18;

    private static final int[][] DIRECTIONS = {{0, 1}, {0, -1}, {1, 0}, {-1, 0}, {1, 1}, {-1, 1}, {1, -1}, {-1, -1}};

    /** The label where it covers no other and stays on the map; on its place if there is no room anywhere near. */
    static MapLabel placed(List<String> lines, Spot of, int height, List<MapLabel> others) {
        MapLabel here = new MapLabel(lines, of, of);
        if (here.isFree(height, others)) {
            return here;
        }
        for (int step = 1; step <= STEPS; step++) {
            for (int[] direction : DIRECTIONS) {
                Spot aside = new Spot(of.x() + direction[0] * step * STEP, of.y() + direction[1] * step * STEP);
                MapLabel moved = new MapLabel(lines, aside, of);
                if (moved.isFree(height, others)) {
                    return moved;
                }
            }
        }
        return here;
    }

    void writeTo(Html html) {
        boolean isAside = Math.abs(at.x() - of.x()) > width() / 2 || Math.abs(at.y() - of.y()) > LINE;
        if (isAside) {
            html.empty("path", "class", "t", "d", "M" + of.x() + " " + of.y() + "L" + at.x() + " " + at.y());
        }
        int y = at.y() - (lines.size() - 1) * LINE / 2 + LINE / 3;
        for (int line = 0; line < lines.size(); line++) {
            html.element("text", lines.get(line), "x", String.valueOf(at.x()), "y", String.valueOf(y + line * LINE));
        }
    }

    private boolean isFree(int height, List<MapLabel> others) {
        boolean isOnMap = at.x() - width() / 2 >= 0
                && at.x() + width() / 2 <= GeoJson.WIDTH
                && at.y() - tallness() / 2 >= 0
                && at.y() + tallness() / 2 <= height;
        return isOnMap && others.stream().noneMatch(this::covers);
    }

    private boolean covers(MapLabel other) {
        return Math.abs(at.x() - other.at.x()) < (width() + other.width()) / 2 + GAP
                && Math.abs(at.y() - other.at.y()) < (tallness() + other.tallness()) / 2 + GAP;
    }

    private int width() {
        return lines.stream()
                .mapToInt(line -> line.codePoints()
                        .map(character -> Character.isIdeographic(character) ? WIDE : NARROW)
                        .sum())
                .max()
                .orElse(0);
    }

    private int tallness() {
        return lines.size() * LINE;
    }
}
