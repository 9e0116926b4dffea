package mengshi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mengshi.model.Measure;
import mengshi.model.ObservationStatus;
import mengshi.seeds.SeedRow;
import mengshi.seeds.Seeds;
import mengshi.targets.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The reference data holds together: what one file names, another has. */
class SeedConventionsTest {

    private static final Map<String, String> HEADERS = headers();

    /** The columns that name a row; lines and columns of a form are sorted by number, all else as plain text. */
    private static final Map<String, List<String>> KEYS = Map.ofEntries(
            Map.entry("area", List.of("area_code")),
            Map.entry("area_alias", List.of("alias")),
            Map.entry("area_change", List.of("former_code")),
            Map.entry("indicator_threshold", List.of("indicator_code", "valid_from")),
            Map.entry("unit", List.of("unit")),
            Map.entry("indicator", List.of("indicator_code")),
            Map.entry("form", List.of("form_code")),
            Map.entry("form_line", List.of("form_code", "line_no")),
            Map.entry("form_column", List.of("form_code", "column_no")),
            Map.entry("form_mark", List.of("form_code", "mark")),
            Map.entry("edit", List.of("edit_id")),
            Map.entry("edit_type", List.of("type")),
            Map.entry("verdict_band", List.of("basis", "verdict")),
            Map.entry("target_2025", List.of("target_id")),
            Map.entry("assignment_2025", List.of("target_id", "area_code")),
            Map.entry("section_2025", List.of("section")),
            Map.entry("actual_2024", List.of("actual_id")),
            Map.entry("numeral_2025", List.of("numeral_id")),
            Map.entry("report", List.of("year")),
            Map.entry("report_word", List.of("role", "word")));

    private static final Set<String> NUMBERED = Set.of("form_line", "form_column");

    private static final Set<String> BASE_UNITS =
            Set.of("元 人 人次 亩 平方米 立方米 公里 吨 斤 个 户 家 项 列 件 千瓦 千瓦时 P % ‰ 百分点 位".split(" "));

    private static final Map<String, Measure> MEASURE_OF_KIND = Map.of(
            "volume", Measure.YTD,
            "level", Measure.END,
            "growth", Measure.YOY_YTD,
            "mean", Measure.MONTH,
            "index", Measure.YOY_YTD,
            "rank", Measure.END,
            "milestone", Measure.STAGE);

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^}]*)}");

    private final Seeds seeds = Seeds.builtIn();

    static Stream<String> files() {
        return HEADERS.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("files")
    void a_seed_file_is_plain_utf8_with_exactly_the_agreed_columns(String file) throws IOException {
        String text = new String(bytes(file), StandardCharsets.UTF_8);

        assertThat(text.lines().findFirst()).contains(HEADERS.get(file));
        assertThat(text).doesNotContain("\uFEFF").doesNotContain("\r").endsWith("\n");
        assertThat(text.getBytes(StandardCharsets.UTF_8)).isEqualTo(bytes(file));
    }

    @ParameterizedTest
    @MethodSource("files")
    void a_seed_file_is_sorted_by_its_key_and_no_key_stands_twice(String file) {
        List<SeedRow> rows = seeds.rows(file);

        // Nobody gave the areas parts of the report's targets, so the file is there to be filled in.
        assertThat(rows.isEmpty()).isEqualTo(file.equals("assignment_2025"));
        assertThat(rows).isSortedAccordingTo(byKey(file));
        assertThat(rows.stream().map(row -> key(file, row))).doesNotHaveDuplicates();
    }

    @Test
    void the_catalogue_is_not_empty() {
        assertThat(seeds.rows("area")).hasSize(13);
        assertThat(seeds.rows("form")).hasSize(7);
        assertThat(seeds.rows("edit")).hasSizeGreaterThanOrEqualTo(120);
        assertThat(types()).hasSizeGreaterThanOrEqualTo(20);
        assertThat(seeds.rows("target_2025")).hasSizeGreaterThanOrEqualTo(150);
        assertThat(rows("form_line", "NM-M02")).hasSizeGreaterThanOrEqualTo(35);
    }

    @Test
    void every_other_name_of_an_area_means_one_area() {
        Set<String> areas = codes("area", "area_code");

        assertThat(seeds.rows("area_alias")).allSatisfy(row -> assertThat(areas).contains(row.text("area_code")));
        assertThat(seeds.rows("area")).allSatisfy(row -> assertThat(areas)
                .containsAll(row.optional("parent_code").stream().toList()));
    }

    /** What an area was called before it changed its code is among its other names too, up to the same day. */
    @Test
    void a_former_code_leads_to_an_area_of_today_that_had_another_name_then() {
        assertThat(seeds.rows("area_change")).allSatisfy(row -> {
            assertThat(codes("area", "area_code"))
                    .contains(row.text("area_code"))
                    .doesNotContain(row.text("former_code"));
            assertThat(byCode("area_alias", "alias").get(row.text("former_name")))
                    .as(row.text("former_name"))
                    .isNotNull()
                    .satisfies(alias -> assertThat(alias.text("area_code")).isEqualTo(row.text("area_code")))
                    .satisfies(alias -> assertThat(alias.text("valid_to")).isEqualTo(row.text("valid_to")));
            assertThat(byCode("area", "area_code").get(row.text("area_code")).text("valid_from"))
                    .isEqualTo(LocalDate.parse(row.text("valid_to")).plusDays(1).toString());
        });
    }

    @Test
    void one_threshold_follows_the_other_without_a_gap() {
        Map<String, List<SeedRow>> spans = seeds.rows("indicator_threshold").stream()
                .collect(Collectors.groupingBy(row -> row.text("indicator_code")));

        assertThat(spans).hasSizeGreaterThanOrEqualTo(4);
        spans.forEach((indicator, rows) -> {
            assertThat(codes("indicator", "indicator_code")).contains(indicator);
            assertThat(rows.get(rows.size() - 1).optional("valid_to"))
                    .as(indicator)
                    .isEmpty();
            for (int i = 1; i < rows.size(); i++) {
                assertThat(rows.get(i).text("valid_from"))
                        .as(indicator)
                        .isEqualTo(LocalDate.parse(rows.get(i - 1).text("valid_to"))
                                .plusDays(1)
                                .toString());
            }
        });
    }

    @Test
    void every_unit_leads_to_a_base_unit_and_is_written_in_normal_width() {
        for (SeedRow row : seeds.rows("unit")) {
            String unit = row.text("unit");

            assertThat(BASE_UNITS).as(unit).contains(row.text("base_unit"));
            assertThat(row.number("factor")).as(unit).isPositive();
            assertThat(Normalizer.normalize(unit, Normalizer.Form.NFKC)).isEqualTo(unit);
        }
        assertThat(BASE_UNITS).allSatisfy(base -> {
            SeedRow row = byCode("unit", "unit").get(base);
            assertThat(row).as(base).isNotNull();
            assertThat(row.text("base_unit")).isEqualTo(base);
            assertThat(row.number("factor")).isEqualByComparingTo(BigDecimal.ONE);
        });
    }

    @Test
    void every_indicator_stands_in_a_base_unit_and_knows_what_it_is_made_of() {
        Set<String> indicators = codes("indicator", "indicator_code");
        for (SeedRow row : seeds.rows("indicator")) {
            String code = row.text("indicator_code");

            assertThat(BASE_UNITS).as(code).contains(row.text("base_unit"));
            assertThat(row.text("nature")).as(code).isIn("flow", "stock", "rate", "ratio", "index", "rank", "stage");
            assertThat(row.text("regional_figure"))
                    .as(code)
                    .isIn("published", "published_or_sum", "sum", "ratio", "none");
            assertThat(indicators).as(code).containsAll(row.list("numerator")).containsAll(row.list("denominator"));
            assertThat(row.optional("numerator").isPresent())
                    .as(code)
                    .isEqualTo(row.optional("denominator").isPresent());
            if (row.text("regional_figure").equals("ratio")) {
                assertThat(row.optional("numerator")).as(code).isPresent();
            }
        }
        assertThat(seeds.rows("indicator").stream().map(row -> row.text("name_zh")))
                .doesNotHaveDuplicates();
    }

    @Test
    void the_form_that_counts_is_the_leagues_own_where_they_report_the_indicator() {
        Map<String, Set<String>> forms = new HashMap<>();
        Set<String> crosstabs = seeds.rows("form").stream()
                .filter(row -> row.text("orientation").equals("crosstab"))
                .map(row -> row.text("form_code"))
                .collect(Collectors.toSet());
        Stream<SeedRow> filledIn =
                seeds.rows("form_line").stream().filter(row -> !crosstabs.contains(row.text("form_code")));
        filledIn.forEach(row -> forms.computeIfAbsent(row.text("indicator_code"), any -> new TreeSet<>())
                .add(row.text("form_code")));

        for (SeedRow row : seeds.rows("indicator")) {
            Set<String> of = forms.getOrDefault(row.text("indicator_code"), Set.of());
            Optional<String> expected = of.stream()
                    .filter(form -> !form.equals("NM-R01"))
                    .findFirst()
                    .or(() -> of.stream().findFirst());
            assertThat(row.optional("authoritative_form"))
                    .as(row.text("indicator_code"))
                    .isEqualTo(expected);
        }
    }

    @Test
    void every_line_has_its_indicator_its_unit_and_a_column_for_each_measure() {
        Map<String, SeedRow> indicators = byCode("indicator", "indicator_code");
        Map<String, SeedRow> units = byCode("unit", "unit");
        for (SeedRow row : seeds.rows("form_line")) {
            String line = row.text("form_code") + " " + row.text("line_code");
            SeedRow indicator = indicators.get(row.text("indicator_code"));

            assertThat(indicator).as(line).isNotNull();
            assertThat(units.get(row.text("unit")).text("base_unit")).as(line).isEqualTo(indicator.text("base_unit"));
            assertThat(row.text("periods")).as(line).isIn("every", "quarter_end");
            assertThat(row.list("required_measures")).as(line).isNotEmpty();
            assertThat(columns(row.text("form_code"))).as(line).containsAll(measures(row));
            assertThat(row.whole("decimals")).as(line).isNotNegative();
        }
    }

    @Test
    void within_a_form_a_label_a_code_and_an_indicator_mean_one_line() {
        for (String form : codes("form", "form_code")) {
            assertThat(rows("form_line", form).stream().map(row -> row.text("line_code")))
                    .doesNotHaveDuplicates();
            assertThat(rows("form_line", form).stream().map(row -> row.text("indicator_code")))
                    .doesNotHaveDuplicates();
            assertThat(ambiguous(rows("form_line", form))).as(form).isEmpty();
            assertThat(ambiguous(rows("form_column", form))).as(form).isEmpty();
        }
    }

    @Test
    void every_form_has_its_columns_and_a_legend() {
        for (String form : codes("form", "form_code")) {
            assertThat(rows("form_column", form).stream().map(row -> row.text("role")))
                    .as(form)
                    .contains("label", "code", "unit", "value", "note");
            assertThat(rows("form_mark", form).stream().map(row -> row.text("mark")))
                    .as(form)
                    .contains("…", "-", "*", "#", "空白");
        }
        assertThat(seeds.rows("form_mark"))
                .allSatisfy(row -> assertThatCode(() -> ObservationStatus.valueOf(row.text("obs_status")))
                        .doesNotThrowAnyException());
    }

    @Test
    void every_edit_is_of_a_known_type_and_meets_the_lines_it_checks() {
        Set<String> frame = Set.of("unit_head", "statistics_head", "filled_by", "phone", "reported_on");
        assertThat(codes("edit_type", "type")).isEqualTo(types());
        for (SeedRow row : seeds.rows("edit")) {
            String id = row.text("edit_id");
            String type = row.text("type");
            String form = row.text("form_code");

            assertThat(id)
                    .matches("L" + row.text("level") + "-" + type.toUpperCase(Locale.ROOT) + "-" + form + "-\\d{3}");
            if (type.equals("frame") || type.equals("timeliness")) {
                assertThat(frame).as(id).contains(row.text("operands"));
            } else if (!row.text("indicator_code").equals("*")) {
                assertThat(row.list("indicator_code")).as(id).allMatch(code -> row.list("measure").stream()
                        .anyMatch(measure -> takes(form, code, Optional.of(measure))));
            }
            if (Set.of("balance", "part", "relation", "parallel").contains(type)) {
                assertThat(operands(row))
                        .as(id)
                        .isNotEmpty()
                        .allMatch(code -> takes(form, code, row.optional("measure")));
            }
            if (type.equals("mirror")) {
                String[] other = row.text("operands").split("/");
                Stream<String> mirrored = other[1].equals("*")
                        ? rows("form_line", form).stream()
                                .filter(line -> measures(line).contains(row.text("measure")))
                                .map(line -> line.text("indicator_code"))
                        : Stream.of(other[1]);
                assertThat(mirrored)
                        .as(id)
                        .isNotEmpty()
                        .allMatch(code -> takes(other[0], code, row.optional("measure")));
            }
            if (type.equals("range")) {
                assertThat(row.optional("minimum").or(() -> row.optional("maximum")))
                        .as(id)
                        .isPresent();
            }
        }
    }

    /** The bounds stand in columns of their own; a sentence that repeated them would lie once they are tuned. */
    @Test
    void the_sentences_of_edits_hold_no_figures_and_only_words_that_are_filled_in() {
        Set<String> words = Set.of(
                "indicator",
                "observed",
                "expected",
                "difference",
                "tolerance",
                "unit",
                "detail",
                "reason",
                "now",
                "was");
        assertThat(seeds.rows("edit")).allSatisfy(row -> {
            String id = row.text("edit_id");
            assertThat(row.text("text_zh")).as(id).endsWith("。").doesNotContain("。。");
            assertThat(row.text("text_en")).as(id).matches("(?s).*[.?]");
            for (String column : List.of("text_zh", "text_en")) {
                assertThat(PLACEHOLDER
                                .matcher(row.text(column))
                                .results()
                                .map(word -> word.group(1))
                                .collect(Collectors.toSet()))
                        .as(id)
                        .isSubsetOf(words);
                for (String bound : List.of("minimum", "maximum", "tolerance")) {
                    row.optional(bound)
                            .filter(figure -> figure.length() > 1)
                            .ifPresent(figure ->
                                    assertThat(row.text(column)).as(id).doesNotContain(figure));
                }
            }
        });
    }

    @Test
    void what_is_collected_at_the_quarters_end_only_is_asked_about_in_other_months() {
        Set<String> due = seeds.rows("edit").stream()
                .filter(row -> row.text("type").equals("due"))
                .flatMap(row -> row.list("indicator_code").stream().map(code -> row.text("form_code") + " " + code))
                .collect(Collectors.toSet());

        assertThat(due)
                .isEqualTo(seeds.rows("form_line").stream()
                        .filter(row -> row.text("periods").equals("quarter_end"))
                        .map(row -> row.text("form_code") + " " + row.text("indicator_code"))
                        .collect(Collectors.toSet()));
    }

    @Test
    void what_is_counted_one_by_one_on_the_areas_and_the_regions_forms_must_be_whole() {
        Set<String> whole = seeds.rows("edit").stream()
                .filter(row -> row.text("type").equals("integer"))
                .flatMap(row -> row.list("indicator_code").stream().map(code -> row.text("form_code") + " " + code))
                .collect(Collectors.toSet());

        assertThat(seeds.rows("form_line").stream()
                        .filter(row -> !row.text("form_code").startsWith("NM-H"))
                        .filter(row -> !row.list("required_measures").contains("STAGE"))
                        .filter(row ->
                                Set.of("人", "个", "户", "家", "项", "列", "件", "位").contains(row.text("unit")))
                        .map(row -> row.text("form_code") + " " + row.text("indicator_code")))
                .isNotEmpty()
                .allMatch(whole::contains);
    }

    @Test
    void every_type_of_edit_has_a_finding_of_its_own_and_a_place_of_its_own_in_the_order() {
        Map<String, SeedRow> findings = byCode("finding", "code");

        assertThat(seeds.rows("edit_type").stream().map(row -> row.text("finding_code")))
                .doesNotHaveDuplicates()
                .allSatisfy(
                        code -> assertThat(findings.get(code).text("source")).isEqualTo("edit"));
        assertThat(seeds.rows("edit_type").stream().map(row -> row.whole("position")))
                .doesNotHaveDuplicates();
        assertThat(codes("edit_type", "finding_code"))
                .isEqualTo(seeds.rows("finding").stream()
                        .filter(row -> row.text("source").equals("edit"))
                        .map(row -> row.text("code"))
                        .collect(Collectors.toSet()));
    }

    @Test
    void only_edits_within_a_file_and_the_revision_edit_hold_a_submission() {
        assertThat(seeds.rows("edit")).allSatisfy(row -> {
            assertThat(row.text("severity")).isIn("ERROR", "WARNING", "INFORMATION");
            if (row.text("severity").equals("ERROR")) {
                assertThat(row.whole("level") <= 1 || row.text("type").equals("revision"))
                        .as(row.text("edit_id"))
                        .isTrue();
            }
        });
    }

    @Test
    void all_forms_are_checked_and_every_edit_says_why() {
        assertThat(codes("edit", "form_code")).isEqualTo(codes("form", "form_code"));
        assertThat(seeds.rows("edit")).allSatisfy(row -> assertThat(
                        List.of(row.text("owner"), row.text("reason"), row.text("text_zh"), row.text("text_en")))
                .doesNotContain(""));
    }

    @Test
    void every_target_is_worded_as_the_contract_allows() {
        for (SeedRow row : seeds.rows("target_2025")) {
            String id = row.text("target_id");

            assertThat(row.text("section")).as(id).matches("headline|[1-9]|10|11");
            assertThat(row.text("phrase").length()).as(id).isLessThanOrEqualTo(25);
            assertThat(row.text("modality"))
                    .as(id)
                    .isIn("about at_least exceed at_most below equal near hold in_step external milestone".split(" "));
            assertThat(row.text("direction")).as(id).isIn("up", "down", "both");
            assertThat(row.text("pace")).as(id).isIn("time", "profile", "both", "none");
            assertThat(row.text("scope_kind")).as(id).isIn("region", "area", "group", "enterprise", "sector");
            assertThat(row.text("aspiration")).as(id).isIn("yes", "no");
            if (Set.of("about", "in_step").contains(row.text("modality"))) {
                assertThat(row.number("tolerance")).as(id).isPositive();
                assertThat(row.text("tolerance_reason")).as(id).isNotBlank();
            }
            if (row.text("modality").equals("milestone")
                    && row.optional("cannot_judge_reason").isEmpty()) {
                assertThat(row.text("stage")).as(id).isIn("开工", "在建", "完工", "验收");
            }
        }
    }

    @Test
    void every_section_with_targets_has_a_name_in_both_languages() {
        assertThat(codes("section_2025", "section")).isEqualTo(codes("target_2025", "section"));
        assertThat(seeds.rows("section_2025"))
                .allSatisfy(row -> assertThat(List.of(row.text("title_zh"), row.text("title_en")))
                        .doesNotContain(""));
    }

    @Test
    void every_target_has_the_units_and_names_of_its_indicator() {
        Map<String, SeedRow> indicators = byCode("indicator", "indicator_code");
        Map<String, SeedRow> units = byCode("unit", "unit");
        for (SeedRow row : seeds.rows("target_2025")) {
            String id = row.text("target_id");
            SeedRow indicator = indicators.get(row.text("indicator_code"));

            assertThat(indicator).as(id).isNotNull();
            assertThat(row.text("indicator_zh")).as(id).isEqualTo(indicator.text("name_zh"));
            assertThat(row.text("indicator_en")).as(id).isEqualTo(indicator.text("name_en"));
            assertThat(row.optional("value").isPresent())
                    .as(id)
                    .isEqualTo(row.optional("unit").isPresent());
            row.optional("value").ifPresent(value -> {
                String base = units.get(row.text("unit")).text("base_unit");
                assertThat(base)
                        .as(id)
                        .isEqualTo(row.text("kind").equals("growth") ? "%" : indicator.text("base_unit"));
            });
            row.optional("base_unit").ifPresent(unit -> assertThat(units).as(id).containsKey(unit));
        }
    }

    @Test
    void every_target_stands_on_a_form_with_the_right_measure_or_says_why_not() {
        Map<String, SeedRow> indicators = byCode("indicator", "indicator_code");
        for (SeedRow row : seeds.rows("target_2025")) {
            String id = row.text("target_id");
            String form = row.text("reported_by");
            String kind = row.text("kind");
            if (form.equals("none")) {
                assertThat(Reason.valueOf(row.text("cannot_judge_reason")).chinese())
                        .as(id)
                        .isNotBlank();
                continue;
            }
            SeedRow indicator = indicators.get(row.text("indicator_code"));
            boolean twoSided = kind.equals("ratio") || kind.equals("relation");
            List<String> needed = twoSided
                    ? List.of(indicator.text("numerator"), indicator.text("denominator"))
                    : List.of(row.text("indicator_code"));
            Measure measure =
                    twoSided ? (kind.equals("ratio") ? Measure.YTD : Measure.YOY_YTD) : MEASURE_OF_KIND.get(kind);

            assertThat(row.optional("cannot_judge_reason")).as(id).isEmpty();
            assertThat(needed).as(id).allMatch(code -> takes(form, code, Optional.of(measure.name())));
        }
    }

    @Test
    void a_target_starts_from_the_result_that_the_report_gives() {
        Map<String, SeedRow> indicators = byCode("indicator", "indicator_code");
        Map<String, SeedRow> units = byCode("unit", "unit");
        Map<String, SeedRow> targets = byCode("target_2025", "target_id");
        Map<String, String> bases = new TreeMap<>();
        for (SeedRow row : seeds.rows("actual_2024")) {
            String id = row.text("actual_id");

            assertThat(row.text("phrase").length()).as(id).isLessThanOrEqualTo(25);
            assertThat(units).as(id).containsKey(row.text("unit"));
            row.optional("indicator_code").ifPresent(code -> {
                assertThat(indicators).as(id).containsKey(code);
                assertThat(row.text("indicator_zh"))
                        .as(id)
                        .isEqualTo(indicators.get(code).text("name_zh"));
            });
            row.optional("target_id").ifPresent(target -> {
                assertThat(targets).as(id).containsKey(target);
                assertThat(row.text("indicator_code"))
                        .as(id)
                        .isEqualTo(targets.get(target).text("indicator_code"));
                bases.put(target, row.text("value") + " " + row.text("unit"));
            });
        }

        Map<String, String> written = new TreeMap<>();
        targets.forEach((id, row) ->
                row.optional("base_value").ifPresent(value -> written.put(id, value + " " + row.text("base_unit"))));
        assertThat(bases).hasSizeGreaterThanOrEqualTo(20).isEqualTo(written);
    }

    @Test
    void a_band_begins_where_the_one_below_it_ends() {
        for (String basis : Set.of("pace", "points")) {
            Map<String, SeedRow> bands = seeds.rows("verdict_band").stream()
                    .filter(row -> row.text("basis").equals(basis))
                    .collect(Collectors.toMap(row -> row.text("verdict"), Function.identity()));

            assertThat(bands).containsOnlyKeys("AHEAD", "ON_PACE", "WATCH", "BEHIND");
            assertThat(bands.get("AHEAD").number("at_least"))
                    .isGreaterThan(bands.get("ON_PACE").number("at_least"));
            assertThat(bands.get("ON_PACE").number("at_least"))
                    .isGreaterThan(bands.get("WATCH").number("at_least"));
            assertThat(bands.get("BEHIND").optional("at_least")).isEmpty();
        }
    }

    @Test
    void every_numeral_of_the_report_has_one_class_and_says_what_it_refers_to_or_why_not() {
        Set<String> claims = codes("target_2025", "target_id");
        claims.addAll(codes("actual_2024", "actual_id"));
        List<SeedRow> numerals = seeds.rows("numeral_2025");

        assertThat(numerals).hasSizeGreaterThan(500);
        assertThat(numerals.stream().map(row -> row.whole("offset"))).isSorted().doesNotHaveDuplicates();
        for (SeedRow row : numerals) {
            String id = row.text("numeral_id");

            assertThat(row.text("class"))
                    .as(id)
                    .isIn("target result context multi_year rank name date ordinal idiom".split(" "));
            assertThat(row.optional("reason").isPresent())
                    .as(id)
                    .isEqualTo(row.list("refers_to").isEmpty());
            assertThat(claims).as(id).containsAll(row.list("refers_to"));
            assertThat(row.text("text").length()).as(id).isLessThanOrEqualTo(10);
        }
    }

    private Set<String> types() {
        return codes("edit", "type");
    }

    private Set<String> codes(String file, String column) {
        return seeds.rows(file).stream().map(row -> row.text(column)).collect(Collectors.toSet());
    }

    private Map<String, SeedRow> byCode(String file, String column) {
        return seeds.rows(file).stream().collect(Collectors.toMap(row -> row.text(column), Function.identity()));
    }

    private List<SeedRow> rows(String file, String form) {
        return seeds.rows(file).stream()
                .filter(row -> row.text("form_code").equals(form))
                .toList();
    }

    private Set<String> columns(String form) {
        return rows("form_column", form).stream()
                .flatMap(row -> row.optional("measure").stream())
                .collect(Collectors.toSet());
    }

    private boolean takes(String form, String indicator, Optional<String> measure) {
        return rows("form_line", form).stream()
                .filter(row -> row.text("indicator_code").equals(indicator))
                .anyMatch(row -> measure.isEmpty() || measures(row).contains(measure.get()));
    }

    private static Set<String> measures(SeedRow line) {
        Set<String> measures = new HashSet<>(line.list("required_measures"));
        measures.addAll(line.list("optional_measures"));
        return measures;
    }

    private static List<String> operands(SeedRow edit) {
        return Stream.of(edit.text("operands").split("[|\\s]+"))
                .map(code -> code.replaceFirst("^[+-]", ""))
                .toList();
    }

    /** The labels that two rows claim, compared without widths, blanks and the words of a part. */
    private static Set<String> ambiguous(List<SeedRow> rows) {
        Map<String, SeedRow> owners = new HashMap<>();
        Set<String> ambiguous = new TreeSet<>();
        for (SeedRow row : rows) {
            Stream.concat(Stream.of(row.text("label")), row.list("aliases").stream())
                    .map(label -> Normalizer.normalize(label, Normalizer.Form.NFKC)
                            .replaceFirst("^其中:", "")
                            .replaceAll("\\s", ""))
                    .distinct()
                    .filter(label -> Optional.ofNullable(owners.put(label, row))
                            .filter(other -> !other.equals(row))
                            .isPresent())
                    .forEach(ambiguous::add);
        }
        return ambiguous;
    }

    private static Comparator<SeedRow> byKey(String file) {
        List<String> columns = KEYS.get(file);
        if (NUMBERED.contains(file)) {
            return Comparator.comparing((SeedRow row) -> row.text(columns.get(0)))
                    .thenComparingInt(row -> row.whole(columns.get(1)));
        }
        return Comparator.comparing(row -> key(file, row));
    }

    private static String key(String file, SeedRow row) {
        return KEYS.get(file).stream()
                .map(column -> row.optional(column).orElse(""))
                .collect(Collectors.joining("\u0000"));
    }

    private static byte[] bytes(String file) throws IOException {
        try (InputStream input = Seeds.class.getResourceAsStream("/seeds/" + file + ".csv")) {
            return input.readAllBytes();
        }
    }

    private static Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("area", "area_code,name_zh,name_en,kind,parent_code,valid_from,valid_to");
        headers.put("area_alias", "alias,area_code,valid_from,valid_to,note");
        headers.put("area_change", "former_code,former_name,area_code,valid_from,valid_to,note");
        headers.put("indicator_threshold", "indicator_code,valid_from,valid_to,threshold_zh,threshold_en,source,note");
        headers.put("unit", "unit,base_unit,factor,note");
        headers.put(
                "indicator",
                "indicator_code,name_zh,name_en,base_unit,nature,regional_figure,authoritative_form,"
                        + "numerator,denominator,note");
        headers.put(
                "form",
                "form_code,name_zh,name_en,frequency,january_collected,due_day,submitted_by,"
                        + "valid_from,valid_to,orientation,issuer,document_no,sheet_name");
        headers.put(
                "form_line",
                "form_code,line_no,line_code,label,aliases,indicator_code,unit,decimals,required,periods,"
                        + "required_measures,optional_measures");
        headers.put("form_column", "form_code,column_no,role,label,aliases,measure,unit");
        headers.put("form_mark", "form_code,mark,obs_status,meaning");
        headers.put(
                "edit",
                "edit_id,type,level,severity,form_code,indicator_code,measure,operands,minimum,maximum,"
                        + "tolerance,areas,months,valid_from,valid_to,owner,reason,text_zh,text_en");
        headers.put("edit_type", "type,position,finding_code,name_zh,name_en");
        headers.put("verdict_band", "basis,verdict,at_least");
        headers.put("numeral_2025", "numeral_id,paragraph,offset,text,class,refers_to,reason");
        headers.put("report", "year,title,sha256,code_points,paragraphs");
        headers.put("report_word", "word,role,modality,value,unit,reason");
        headers.put(
                "target_2025",
                "target_id,section,paragraph,phrase,indicator_code,indicator_zh,indicator_en,modality,aspiration,"
                        + "value,unit,base_value,base_unit,kind,direction,scope_kind,scope,pace,tolerance,"
                        + "tolerance_reason,reported_by,cannot_judge_reason,note,also_at,stage");
        headers.put("section_2025", "section,title_zh,title_en");
        headers.put("assignment_2025", "target_id,area_code,value,unit,document,note");
        headers.put(
                "actual_2024",
                "actual_id,paragraph,phrase,indicator_code,indicator_zh,qualifier,preliminary,value,unit,kind,"
                        + "scope_kind,scope,target_id,note");
        return headers;
    }
}
