package mengshi.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import mengshi.report.Outline.Spot;
import mengshi.seeds.Seeds;
import mengshi.warehouse.Rows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A true map stands on the page only where an operator brought one that was approved, whole. */
class AreaMapTest {

    private static final String APPROVAL = "GS(2024)0650号";
    private static final int COARSE = 8;
    private static final int FINE = 300;

    private static final Rows AREAS = areas();

    private static Rows areas() {
        List<Map<String, Object>> rows = new ArrayList<>();
        Seeds.builtIn().rows("area").stream()
                .filter(row -> !row.text("kind").equals("region"))
                .forEach(row -> rows.add(new LinkedHashMap<>(Map.of(
                        "area_code", row.text("area_code"), "area_name", row.text("name_zh"), "forms_asked", 1))));
        return new Rows(List.of(), new ArrayList<>(rows));
    }

    private static AreaMap map(List<String> features) {
        return AreaMap.of(SyntheticMap.collection(features), APPROVAL, AREAS);
    }

    @Test
    void every_area_is_drawn_once_and_the_approval_number_stands_below() {
        AreaMap map = map(SyntheticMap.features(COARSE));

        Html html = new Html();
        map.writeTo(html, AREAS, Language.CHINESE, map.points());

        assertThat(html.toString())
                .contains("<figcaption>审图号：GS(2024)0650号。标记和数的含义同下列各格。</figcaption>", ">呼和浩特市<", "role=\"img\"")
                .doesNotContain("NaN", "null", "<script");
        assertThat(html.toString().split("<path class=\"calm\"", -1)).hasSize(13);
        assertThat(html.toString().split("<text ", -1)).hasSize(25);
    }

    @Test
    void north_is_up_and_west_is_left() {
        AreaMap map = map(SyntheticMap.features(COARSE));

        Spot hulunbuir = map.outlines().get("150700").centre();
        Spot alxa = map.outlines().get("152900").centre();
        Spot ordos = map.outlines().get("150600").centre();

        assertThat(hulunbuir.y()).isLessThan(ordos.y());
        assertThat(alxa.x()).isLessThan(ordos.x());
        assertThat(hulunbuir.x()).isGreaterThan(ordos.x());
    }

    @Test
    void an_area_is_known_by_its_name_with_or_without_its_rank_and_by_national_codes() {
        List<String> features = SyntheticMap.features(COARSE);
        Collections.replaceAll(
                features, features.get(0), features.get(0).replace("\"adcode\": 150700", "\"name\": \"呼伦贝尔\""));
        Collections.replaceAll(
                features, features.get(1), features.get(1).replace("\"adcode\": 152500", "\"名称\": \"锡林郭勒盟\""));
        Collections.replaceAll(features, features.get(2), features.get(2).replace("152200", "\"156152200\""));
        features.add(SyntheticMap.feature("\"name\": \"别处\"", "[1, 1], [2, 1], [2, 2], [1, 1]"));

        AreaMap map = map(features);

        assertThat(map.outlines()).hasSize(12);
        assertThat(map.others()).isEqualTo(1);
        Html html = new Html();
        map.writeTo(html, AREAS, Language.ENGLISH, map.points());
        assertThat(html.toString()).contains("1 features of the file are no areas and are not drawn.");
    }

    @Test
    void an_area_that_is_missing_or_there_twice_or_two_at_once_is_named() {
        List<String> features = SyntheticMap.features(COARSE);
        List<String> eleven = features.subList(1, features.size());
        List<String> twice = new ArrayList<>(features);
        twice.add(features.get(3));
        List<String> both = new ArrayList<>(features);
        both.set(0, features.get(0).replace("150700", "150700, \"name\": \"包头市\""));

        assertThatThrownBy(() -> map(eleven))
                .isInstanceOf(MapRefused.class)
                .hasMessage("The map lacks 150700 呼伦贝尔市 (11 features)");
        assertThatThrownBy(() -> map(twice)).hasMessage("Area 152900 is in the map twice");
        assertThatThrownBy(() -> map(both)).hasMessage("A feature of the map names two areas: 150200 and 150700");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no json",
                "[]",
                "{\"type\": \"Topology\", \"objects\": {}}",
                "{\"type\": \"FeatureCollection\", \"features\": [{\"properties\": {\"adcode\": 150100},"
                        + " \"geometry\": {\"type\": \"Point\", \"coordinates\": [111, 40]}}]}",
                "{\"type\": \"FeatureCollection\", \"features\": [{\"properties\": {\"adcode\": 150100},"
                        + " \"geometry\": {\"type\": \"Polygon\", \"coordinates\": [[[40, 111], [41, 111], [41, 112], [40, 111]]]}}]}",
                "{\"type\": \"FeatureCollection\", \"features\": [{\"properties\": {\"adcode\": 150100},"
                        + " \"geometry\": {\"type\": \"Polygon\", \"coordinates\": [[[111, 40], [112, 40]]]}}]}",
                "{\"type\": \"FeatureCollection\", \"features\": [{\"properties\": {\"adcode\": 150100},"
                        + " \"geometry\": {\"type\": \"Polygon\", \"coordinates\": []}}]}"
            })
    void what_is_no_map_is_refused_with_what_to_do(String file) {
        assertThatThrownBy(() -> AreaMap.of(file.getBytes(StandardCharsets.UTF_8), APPROVAL, AREAS))
                .isInstanceOfSatisfying(MapRefused.class, refused -> assertThat(refused.whatToDo())
                        .isNotBlank());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "无", "approved", "GS2024", "GS(2024)号", "GS(2024)0650"})
    void what_is_no_approval_number_is_refused(String approval) {
        assertThatThrownBy(() -> AreaMap.of(SyntheticMap.collection(SyntheticMap.features(COARSE)), approval, AREAS))
                .isInstanceOf(MapRefused.class)
                .hasMessageContaining("no approval number");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GS(2024)0650号", "蒙S（2023）12号", "GS京(2022)0001号"})
    void numbers_as_authorities_give_them_are_taken(String approval) {
        assertThat(AreaMap.of(SyntheticMap.collection(SyntheticMap.features(COARSE)), approval, AREAS)
                        .approval())
                .isEqualTo(approval);
    }

    @Test
    void borders_lose_points_until_they_fit_and_it_is_said() {
        AreaMap complete = map(SyntheticMap.features(FINE));

        AreaMap drawn = complete.within(4000);

        int bytes = drawn.outlines().values().stream()
                .mapToInt(outline -> outline.path().length())
                .sum();
        assertThat(bytes).isBetween(1000, 4000);
        assertThat(drawn.points()).isLessThan(complete.points() / 4);
        Html html = new Html();
        drawn.writeTo(html, AREAS, Language.CHINESE, complete.points());
        assertThat(html.toString()).contains("由" + complete.points() + "点简化为" + drawn.points() + "点，仅供示意。");
        assertThatThrownBy(() -> complete.within(100))
                .isInstanceOf(MapRefused.class)
                .hasMessageContaining("150 KB");
    }

    /** Were the two sides of a border simplified apart, a point within the land would have a line that only one area draws. */
    @ParameterizedTest
    @ValueSource(ints = {2000, 4000, 8000})
    void neighbours_keep_touching_each_other(int most) {
        AreaMap complete = map(SyntheticMap.features(FINE));
        Set<Spot> inland = points(lines(complete, 2));
        inland.removeAll(points(lines(complete, 1)));

        AreaMap drawn = complete.within(most);

        assertThat(inland).hasSizeGreaterThan(1000);
        assertThat(points(lines(drawn, 2))).containsAnyElementsOf(inland);
        assertThat(points(lines(drawn, 1))).doesNotContainAnyElementsOf(inland);
    }

    @Test
    void the_same_map_has_the_same_bytes_again() {
        assertThat(map(SyntheticMap.features(FINE)).within(5000))
                .isEqualTo(map(SyntheticMap.features(FINE)).within(5000));
    }

    @Test
    void labels_cover_no_other() {
        AreaMap map = map(SyntheticMap.features(COARSE));
        List<MapLabel> labels = new ArrayList<>();
        map.outlines()
                .forEach((code, outline) ->
                        labels.add(MapLabel.placed(List.of("一个很长很长很长的盟市名称", "+10.0%"), outline.centre(), 700, labels)));

        assertThat(labels).hasSize(12);
        for (MapLabel one : labels) {
            assertThat(labels.stream().filter(other -> other.at().equals(one.at())))
                    .hasSize(1);
        }
    }

    /** The lines from point to point that so many areas draw. */
    private static Set<Set<Spot>> lines(AreaMap map, int times) {
        Map<Set<Spot>, Integer> count = new HashMap<>();
        map.outlines().values().forEach(outline -> outline.rings().forEach(ring -> {
            for (int i = 0; i < ring.size(); i++) {
                count.merge(Set.of(ring.get(i), ring.get((i + 1) % ring.size())), 1, Integer::sum);
            }
        }));
        count.values().removeIf(drawn -> drawn != times);
        return count.keySet();
    }

    private static Set<Spot> points(Set<Set<Spot>> lines) {
        return lines.stream().flatMap(Set::stream).collect(Collectors.toSet());
    }
}
