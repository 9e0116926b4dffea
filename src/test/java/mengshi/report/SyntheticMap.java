package mengshi.report;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A map that looks like no land: twelve squares with bent borders, each border shared by both neighbours point by point. */
final class SyntheticMap {

    /** Where each area stands: column and row of a grid. */
    private static final Map<String, int[]> CELLS = new LinkedHashMap<>();

    static {
        CELLS.put("150700", new int[] {5, 0});
        CELLS.put("152500", new int[] {4, 1});
        CELLS.put("152200", new int[] {5, 1});
        CELLS.put("152900", new int[] {0, 2});
        CELLS.put("150800", new int[] {1, 2});
        CELLS.put("150200", new int[] {2, 2});
        CELLS.put("150900", new int[] {3, 2});
        CELLS.put("150400", new int[] {4, 2});
        CELLS.put("150500", new int[] {5, 2});
        CELLS.put("150300", new int[] {1, 3});
        CELLS.put("150600", new int[] {2, 3});
        CELLS.put("150100", new int[] {3, 3});
    }

    private SyntheticMap() {}

    /** The features of all areas, known by their code. */
    static List<String> features(int pointsOfASide) {
        return CELLS.entrySet().stream()
                .map(cell -> feature("\"adcode\": " + cell.getKey(), ring(cell.getValue(), pointsOfASide)))
                .collect(Collectors.toList());
    }

    static byte[] collection(List<String> features) {
        return ("{\"type\": \"FeatureCollection\", \"features\": [" + String.join(",\n", features) + "]}")
                .getBytes(StandardCharsets.UTF_8);
    }

    static String feature(String properties, String ring) {
        return "{\"type\": \"Feature\", \"properties\": {" + properties
                + "}, \"geometry\": {\"type\": \"Polygon\", \"coordinates\": [[" + ring + "]]}}";
    }

    private static String ring(int[] cell, int points) {
        int x = cell[0];
        int y = cell[1];
        List<double[]> ring = new ArrayList<>();
        ring.addAll(side(x, y, x + 1, y, points));
        ring.addAll(side(x + 1, y, x + 1, y + 1, points));
        ring.addAll(side(x + 1, y + 1, x, y + 1, points));
        ring.addAll(side(x, y + 1, x, y, points));
        ring.add(ring.get(0));
        return ring.stream()
                .map(at -> String.format(Locale.ROOT, "[%.6f, %.6f]", 97 + at[0] * 4.7, 53 - at[1] * 3.8))
                .collect(Collectors.joining(", "));
    }

    /** A border from one corner to another without the last point; the way back has the same points. */
    private static List<double[]> side(int fromX, int fromY, int toX, int toY, int points) {
        List<double[]> side = new ArrayList<>();
        for (int i = 0; i < points; i++) {
            double along = (double) i / points;
            double x = fromX + (toX - fromX) * along;
            double y = fromY + (toY - fromY) * along;
            double bend = 0.06 * Math.sin(Math.PI * along) * (Math.sin(9 * (x + 2 * y)) + 0.4 * Math.sin(61 * (x - y)));
            boolean isLevel = fromY == toY;
            side.add(new double[] {isLevel ? x : x + bend, isLevel ? y + bend : y});
        }
        return side;
    }
}
