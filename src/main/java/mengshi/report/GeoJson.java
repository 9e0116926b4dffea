package mengshi.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import mengshi.report.Outline.Spot;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A GeoJSON file (RFC 7946) of which every area is one feature, known by its code or its name. */
final class GeoJson {

    /** The names by which a feature may know an area: its code, its name, its name without 市 or 盟. */
    record Known(String code, String name) {

        boolean isMeantBy(String said) {
            String bare = name.replaceFirst("[市盟]$", "");
            return said.equals(code)
                    || said.equals("156" + code)
                    || said.equals(code + "000000")
                    || said.equals(name)
                    || said.equals(bare);
        }
    }

    /** How wide a drawing is, in its own units. */
    static final int WIDTH = 1000;

    private static final int MARGIN = 10;
    private static final int LEAST_POINTS = 4;
    private static final double MOST_LONGITUDE = 180;
    private static final double MOST_LATITUDE = 89;

    private final Map<String, List<List<double[]>>> places = new LinkedHashMap<>();
    private int others;

    private GeoJson() {}

    /**
     * @param areas all of which must be there, each once
     * @throws MapRefused if one is not, or the file is something else
     */
    static GeoJson of(byte[] file, List<Known> areas) {
        GeoJson map = new GeoJson();
        JsonNode features = collection(file).path("features");
        for (JsonNode feature : features) {
            map.take(feature, areas);
        }
        List<String> missing = areas.stream()
                .filter(area -> !map.places.containsKey(area.code()))
                .map(area -> area.code() + " " + area.name())
                .toList();
        if (!missing.isEmpty()) {
            throw new MapRefused(
                    "The map lacks " + String.join(", ", missing) + " (" + features.size() + " features)",
                    "give one whose features bear each area's code or Chinese name among their properties");
        }
        return map;
    }

    /** Features that are none of the areas; they are not drawn. */
    int others() {
        return others;
    }

    /** The areas on a plane {@link #WIDTH} wide. */
    Map<String, Outline> outlines() {
        List<double[]> all = places.values().stream()
                .flatMap(List::stream)
                .flatMap(List::stream)
                .toList();
        ConicProjection projection = new ConicProjection(
                all.stream().mapToDouble(at -> at[0]).min().orElse(0),
                all.stream().mapToDouble(at -> at[1]).min().orElse(0),
                all.stream().mapToDouble(at -> at[0]).max().orElse(0),
                all.stream().mapToDouble(at -> at[1]).max().orElse(0));
        double left =
                all.stream().mapToDouble(at -> projection.x(at[0], at[1])).min().orElse(0);
        double right =
                all.stream().mapToDouble(at -> projection.x(at[0], at[1])).max().orElse(0);
        double top =
                all.stream().mapToDouble(at -> projection.y(at[0], at[1])).min().orElse(0);
        double scale = (WIDTH - 2 * MARGIN) / (right - left);
        Map<String, Outline> outlines = new LinkedHashMap<>();
        places.forEach((code, rings) -> outlines.put(
                code,
                new Outline(rings.stream()
                        .map(ring -> ring.stream()
                                .map(at -> new Spot(
                                        MARGIN + (int) Math.round((projection.x(at[0], at[1]) - left) * scale),
                                        MARGIN + (int) Math.round((projection.y(at[0], at[1]) - top) * scale)))
                                .collect(Collectors.toList()))
                        .map(GeoJson::withoutRepeats)
                        .filter(ring -> !ring.isEmpty())
                        .toList())));
        return outlines;
    }

    private static JsonNode collection(byte[] file) {
        JsonNode root;
        try {
            root = JsonMapper.shared().readTree(file);
        } catch (JacksonException e) {
            throw new MapRefused("The map is no JSON: " + e.getOriginalMessage(), "give a GeoJSON file");
        }
        String type = root.path("type").asString("");
        if (!type.equals("FeatureCollection") || !root.path("features").isArray()) {
            throw new MapRefused(
                    "The map is no GeoJSON FeatureCollection but " + (type.isEmpty() ? "something else" : type),
                    "save it as GeoJSON with a feature for each area");
        }
        return root;
    }

    private void take(JsonNode feature, List<Known> areas) {
        TreeSet<String> meant = new TreeSet<>();
        List<JsonNode> said = new ArrayList<>(List.of(feature.path("id")));
        feature.path("properties").forEach(said::add);
        said.stream()
                .filter(JsonNode::isValueNode)
                .map(node -> node.asString("").strip())
                .forEach(text ->
                        areas.stream().filter(area -> area.isMeantBy(text)).forEach(area -> meant.add(area.code())));
        if (meant.isEmpty()) {
            others++;
            return;
        }
        if (meant.size() > 1) {
            throw new MapRefused(
                    "A feature of the map names two areas: " + String.join(" and ", meant),
                    "mend its properties: one code, one name");
        }
        String code = meant.first();
        if (places.put(code, rings(feature.path("geometry"), code)) != null) {
            throw new MapRefused(
                    "Area " + code + " is in the map twice", "join its parts into one feature with a MultiPolygon");
        }
    }

    private static List<List<double[]>> rings(JsonNode geometry, String code) {
        List<List<double[]>> rings = new ArrayList<>();
        switch (geometry.path("type").asString("")) {
            case "Polygon" -> geometry.path("coordinates").forEach(ring -> rings.add(ring(ring, code)));
            case "MultiPolygon" ->
                geometry.path("coordinates").forEach(part -> part.forEach(ring -> rings.add(ring(ring, code))));
            default ->
                throw new MapRefused("Area " + code + " of the map is no Polygon or MultiPolygon", "give its surface");
        }
        if (rings.isEmpty()) {
            throw new MapRefused("Area " + code + " of the map has no border", "give its surface");
        }
        return rings;
    }

    private static List<double[]> ring(JsonNode ring, String code) {
        List<double[]> places = new ArrayList<>();
        for (JsonNode place : ring) {
            double longitude = place.path(0).asDouble(Double.NaN);
            double latitude = place.path(1).asDouble(Double.NaN);
            boolean isOnEarth = Math.abs(longitude) <= MOST_LONGITUDE && latitude > 0 && latitude <= MOST_LATITUDE;
            if (!isOnEarth) {
                throw new MapRefused(
                        "Area " + code + " of the map has a corner at " + place + ", which is no longitude and latitude"
                                + " north of the equator",
                        "give degrees, longitude first, not projected");
            }
            places.add(new double[] {longitude, latitude});
        }
        if (places.size() < LEAST_POINTS) {
            throw new MapRefused(
                    "Area " + code + " of the map has a ring of " + places.size() + " points", "close each ring");
        }
        return places;
    }

    /** Without points that fall together, and without the last where it is the first; empty where too few are left. */
    private static List<Spot> withoutRepeats(List<Spot> ring) {
        List<Spot> parted = new ArrayList<>();
        for (Spot spot : ring) {
            if (parted.isEmpty() || !parted.get(parted.size() - 1).equals(spot)) {
                parted.add(spot);
            }
        }
        while (parted.size() > 1 && parted.get(0).equals(parted.get(parted.size() - 1))) {
            parted.remove(parted.size() - 1);
        }
        return parted.size() < LEAST_POINTS - 1 ? List.of() : parted;
    }
}
