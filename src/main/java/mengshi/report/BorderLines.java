package mengshi.report;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mengshi.report.Outline.Spot;

/**
 * The borders of areas with fewer points. A border that two areas share is parted where a third meets it and simplified
 * once, always from the same end, so that neighbours keep touching each other (Douglas and Peucker, on the arcs between
 * such points).
 */
final class BorderLines {

    private static final int LEAST_POINTS = 3;

    private final Map<Spot, Set<Spot>> neighbours = new HashMap<>();
    private final Map<String, Outline> areas;

    BorderLines(Map<String, Outline> areas) {
        this.areas = areas;
        for (Outline outline : areas.values()) {
            for (List<Spot> ring : outline.rings()) {
                for (int i = 0; i < ring.size(); i++) {
                    Spot here = ring.get(i);
                    Spot next = ring.get((i + 1) % ring.size());
                    neighbours.computeIfAbsent(here, any -> new HashSet<>()).add(next);
                    neighbours.computeIfAbsent(next, any -> new HashSet<>()).add(here);
                }
            }
        }
    }

    /**
     * The areas with every border at most {@code tolerance} from where it was. What becomes too small to be seen is left
     * out, but of no area the main ring.
     */
    Map<String, Outline> within(double tolerance) {
        Map<String, Outline> simpler = new LinkedHashMap<>();
        areas.forEach((code, outline) -> {
            List<Spot> main = outline.main();
            List<List<Spot>> rings = new ArrayList<>();
            for (List<Spot> ring : outline.rings()) {
                List<Spot> fewer = simplified(ring, tolerance);
                boolean isSeen = fewer.size() >= LEAST_POINTS && Outline.doubledSize(fewer) != 0;
                if (isSeen) {
                    rings.add(fewer);
                } else if (ring.equals(main)) {
                    rings.add(ring);
                }
            }
            simpler.put(code, new Outline(rings));
        });
        return simpler;
    }

    private List<Spot> simplified(List<Spot> ring, double tolerance) {
        List<Integer> joints = new ArrayList<>();
        for (int i = 0; i < ring.size(); i++) {
            if (neighbours.getOrDefault(ring.get(i), Set.of()).size() != 2) {
                joints.add(i);
            }
        }
        if (joints.isEmpty()) {
            joints.add(ring.indexOf(Collections.min(ring)));
        }
        List<Spot> simpler = new ArrayList<>();
        for (int i = 0; i < joints.size(); i++) {
            List<Spot> arc = arc(ring, joints.get(i), joints.get((i + 1) % joints.size()));
            List<Spot> kept = always(arc, tolerance);
            simpler.addAll(kept.subList(0, kept.size() - 1));
        }
        return simpler;
    }

    /** The points from one joint to the next, both with it; all the way round where they are the same. */
    private static List<Spot> arc(List<Spot> ring, int from, int to) {
        List<Spot> arc = new ArrayList<>();
        arc.add(ring.get(from));
        int at = from;
        do {
            at = (at + 1) % ring.size();
            arc.add(ring.get(at));
        } while (at != to);
        return arc;
    }

    /** The same points are kept whichever way the arc runs. */
    private static List<Spot> always(List<Spot> arc, double tolerance) {
        List<Spot> back = new ArrayList<>(arc);
        Collections.reverse(back);
        if (comesFirst(arc, back)) {
            return kept(arc, tolerance);
        }
        List<Spot> kept = kept(back, tolerance);
        Collections.reverse(kept);
        return kept;
    }

    private static boolean comesFirst(List<Spot> one, List<Spot> other) {
        for (int i = 0; i < one.size(); i++) {
            int order = one.get(i).compareTo(other.get(i));
            if (order != 0) {
                return order < 0;
            }
        }
        return true;
    }

    private static List<Spot> kept(List<Spot> arc, double tolerance) {
        BitSet kept = new BitSet(arc.size());
        kept.set(0);
        kept.set(arc.size() - 1);
        Deque<int[]> open = new ArrayDeque<>();
        open.push(new int[] {0, arc.size() - 1});
        while (!open.isEmpty()) {
            int[] part = open.pop();
            int farthest = -1;
            double distance = tolerance;
            for (int i = part[0] + 1; i < part[1]; i++) {
                double off = distance(arc.get(i), arc.get(part[0]), arc.get(part[1]));
                if (off > distance) {
                    farthest = i;
                    distance = off;
                }
            }
            if (farthest > 0) {
                kept.set(farthest);
                open.push(new int[] {part[0], farthest});
                open.push(new int[] {farthest, part[1]});
            }
        }
        List<Spot> points = new ArrayList<>();
        kept.stream().forEach(i -> points.add(arc.get(i)));
        return points;
    }

    /** How far a place lies from the straight line between two others. */
    private static double distance(Spot spot, Spot from, Spot to) {
        double width = to.x() - from.x();
        double height = to.y() - from.y();
        double length = width * width + height * height;
        double along = length == 0
                ? 0
                : Math.max(0, Math.min(1, ((spot.x() - from.x()) * width + (spot.y() - from.y()) * height) / length));
        double x = from.x() + along * width - spot.x();
        double y = from.y() + along * height - spot.y();
        return StrictMath.sqrt(x * x + y * y);
    }
}
