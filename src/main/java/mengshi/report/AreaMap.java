package mengshi.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import mengshi.report.Outline.Spot;
import mengshi.warehouse.Rows;
import org.jspecify.annotations.Nullable;

/**
 * A true map of the areas out of a file that the operator brings, with the number under which it was approved (审图号).
 * The program holds no borders of its own: a map for the public must be one that was approved.
 *
 * @param approval printed below the map
 * @param outlines the borders by area code, on a plane {@link GeoJson#WIDTH} wide
 * @param others features of the file that are no area and are not drawn
 */
public record AreaMap(String approval, Map<String, Outline> outlines, int others) {

    /** As 自然资源 authorities number maps: who, the year in brackets, the number. */
    private static final String APPROVAL = "\\S{1,8}[(（]\\d{4}[)）]\\d{1,6}号";

    /** How far borders may be moved, in thousandths of the map's width; the first that fits the page is taken. */
    private static final double[] TOLERANCES = {0.4, 0.7, 1, 1.5, 2.2, 3.2, 4.5, 6.5, 9, 13};

    /**
     * Reads a map.
     *
     * @param areas rows of {@code mart.area_standing_on}
     * @throws MapRefused if the number is none, or an area is not in the file exactly once
     */
    static AreaMap of(byte[] geoJson, String approval, Rows areas) {
        if (!approval.strip().matches(APPROVAL)) {
            throw new MapRefused(
                    "“" + approval + "” is no approval number", "write it as it stands on the map, like GS(2024)0650号");
        }
        List<GeoJson.Known> known = areas.rows().stream()
                .map(row -> new GeoJson.Known(
                        ScorecardLine.plain(row.get("area_code")),
                        ScorecardLine.plain(row.getOrDefault("area_name_zh", row.get("area_name")))))
                .toList();
        GeoJson file = GeoJson.of(geoJson, known);
        Map<String, Outline> outlines = file.outlines();
        outlines.forEach((code, outline) -> {
            if (outline.rings().isEmpty()) {
                throw new MapRefused("Area " + code + " of the map is too small to be drawn", "give its whole surface");
            }
        });
        return new AreaMap(approval.strip(), outlines, file.others());
    }

    /**
     * The map with so few points that it takes {@code most} bytes at most.
     *
     * @throws MapRefused if no number of points is small enough
     */
    AreaMap within(int most) {
        BorderLines borders = new BorderLines(outlines);
        for (double tolerance : TOLERANCES) {
            Map<String, Outline> simpler = borders.within(tolerance);
            int bytes = simpler.values().stream()
                    .mapToInt(outline -> outline.path().length())
                    .sum();
            if (bytes <= most) {
                return new AreaMap(approval, simpler, others);
            }
        }
        throw new MapRefused(
                "The map has too many borders for a page of " + ScorecardPage.MOST_BYTES / 1024 + " KB",
                "give one with fewer islands and bends, or leave the map out");
    }

    int points() {
        return outlines.values().stream().mapToInt(Outline::size).sum();
    }

    /** @param complete how many points the file's borders have on this plane */
    void writeTo(Html html, Rows areas, Language language, int complete) {
        int height = outlines.values().stream()
                        .flatMap(outline -> outline.rings().stream())
                        .flatMap(List::stream)
                        .mapToInt(Spot::y)
                        .max()
                        .orElse(0)
                + 10;
        Map<String, Map<String, @Nullable Object>> rows = new LinkedHashMap<>();
        areas.rows().forEach(row -> rows.put(ScorecardLine.plain(row.get("area_code")), row));
        html.in(
                "figure",
                () -> {
                    html.in(
                            "svg",
                            () -> {
                                outlines.forEach((code, outline) ->
                                        html.empty("path", "class", shade(rows.get(code)), "d", outline.path()));
                                labels(rows, height, language).forEach(label -> label.writeTo(html));
                            },
                            "viewBox",
                            "0 0 " + GeoJson.WIDTH + " " + height,
                            "role",
                            "img",
                            "aria-label",
                            language.of(
                                    "盟市地图；各盟市的数值见下列各格", "Map of the areas; their figures stand in the tiles below"));
                    html.element("figcaption", caption(language, complete));
                },
                "class",
                "map",
                // On a narrow screen the map is moved about, with the keyboard too.
                "tabindex",
                "0");
    }

    private String caption(Language language, int complete) {
        int shown = points();
        return language.of("审图号：", "Map approval number: ")
                + approval
                + language.of("。标记和数的含义同下列各格。", ". Marks and figures mean what they mean in the tiles below. ")
                + (shown < complete
                        ? language.of(
                                "边界为绘入本页由" + complete + "点简化为" + shown + "点，仅供示意。",
                                "To fit the page its borders were simplified from " + complete + " points to " + shown
                                        + "; for orientation only.")
                        : "")
                + (others > 0
                        ? language.of(
                                "文件中另有" + others + "个要素不是盟市，未绘出。",
                                " " + others + " features of the file are no areas and are not drawn.")
                        : "");
    }

    private static String shade(@Nullable Map<String, @Nullable Object> row) {
        return row == null ? "calm" : AreaTiles.Reporting.of(row).styleClass();
    }

    /** The largest areas choose their label's place first; who comes later steps aside. */
    private List<MapLabel> labels(Map<String, Map<String, @Nullable Object>> rows, int height, Language language) {
        List<Map.Entry<String, Outline>> bySize = outlines.entrySet().stream()
                .sorted(Comparator.<Map.Entry<String, Outline>>comparingLong(entry ->
                                -Math.abs(Outline.doubledSize(entry.getValue().main())))
                        .thenComparing(Map.Entry::getKey))
                .collect(Collectors.toList());
        List<MapLabel> labels = new ArrayList<>();
        for (Map.Entry<String, Outline> entry : bySize) {
            Map<String, @Nullable Object> row = rows.get(entry.getKey());
            if (row != null) {
                String second = AreaTiles.Reporting.of(row).shape() + " " + AreaTiles.growth(row, language);
                labels.add(MapLabel.placed(
                        List.of(ScorecardLine.plain(row.get("area_name")), second),
                        entry.getValue().centre(),
                        height,
                        labels));
            }
        }
        return labels;
    }
}
