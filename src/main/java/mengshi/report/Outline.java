package mengshi.report;

import java.util.List;

/** The border of an area as closed rings, the last point not repeated; holes are rings too. */
record Outline(List<List<Spot>> rings) {

    /** A place on a drawing: x to the right, y down. Places are no quantities, so they need no exact decimals. */
    record Spot(int x, int y) implements Comparable<Spot> {

        @Override
        public int compareTo(Spot other) {
            return x == other.x ? Integer.compare(y, other.y) : Integer.compare(x, other.x);
        }
    }

    int size() {
        return rings.stream().mapToInt(List::size).sum();
    }

    /** The ring that encloses most. */
    List<Spot> main() {
        return rings.stream()
                .reduce((one, other) -> Math.abs(doubledSize(other)) > Math.abs(doubledSize(one)) ? other : one)
                .orElse(List.of());
    }

    /** The centre of gravity of the main ring; of one that encloses nothing its first point. */
    Spot centre() {
        List<Spot> ring = main();
        long doubled = doubledSize(ring);
        if (doubled == 0) {
            return ring.get(0);
        }
        long x = 0;
        long y = 0;
        for (int i = 0; i < ring.size(); i++) {
            Spot here = ring.get(i);
            Spot next = ring.get((i + 1) % ring.size());
            long cross = (long) here.x() * next.y() - (long) next.x() * here.y();
            x += (here.x() + next.x()) * cross;
            y += (here.y() + next.y()) * cross;
        }
        return new Spot((int) (x / (3 * doubled)), (int) (y / (3 * doubled)));
    }

    static long doubledSize(List<Spot> ring) {
        long doubled = 0;
        for (int i = 0; i < ring.size(); i++) {
            Spot here = ring.get(i);
            Spot next = ring.get((i + 1) % ring.size());
            doubled += (long) here.x() * next.y() - (long) next.x() * here.y();
        }
        return doubled;
    }

    /** The rings as the data of an SVG path, each point told from the one before. */
    String path() {
        StringBuilder path = new StringBuilder();
        for (List<Spot> ring : rings) {
            Spot before = ring.get(0);
            path.append('M').append(before.x()).append(' ').append(before.y()).append('l');
            for (Spot spot : ring.subList(1, ring.size())) {
                append(path, spot.x() - before.x());
                append(path, spot.y() - before.y());
                before = spot;
            }
            path.append('z');
        }
        return path.toString();
    }

    /** A minus parts numbers as well as a blank does. */
    private static void append(StringBuilder path, int number) {
        if (number >= 0 && path.charAt(path.length() - 1) != 'l') {
            path.append(' ');
        }
        path.append(number);
    }
}
