package mengshi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import mengshi.model.FindingCode;
import mengshi.model.Severity;
import mengshi.seeds.SeedRow;
import mengshi.seeds.Seeds;
import org.junit.jupiter.api.Test;

/** The sentences for everything that can be found wrong. */
class FindingsCatalogueTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^}]*)\\}");
    private static final Set<String> NAMES = Set.of(
            "area",
            "cells",
            "code",
            "code_name",
            "column",
            "detail",
            "difference",
            "expected",
            "form",
            "form_sheet",
            "indicator",
            "label",
            "name",
            "observed",
            "period",
            "reason",
            "sheet",
            "tolerance",
            "unit",
            "value");

    private final List<SeedRow> rows = Seeds.builtIn().rows("finding");

    @Test
    void every_code_of_reading_has_exactly_one_row_with_its_level_and_severity() {
        assertThat(rows.stream()
                        .filter(row -> row.text("source").equals("reading"))
                        .map(row -> row.text("code") + " " + row.whole("level") + " " + row.text("severity")))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(FindingCode.values())
                        .map(code -> code + " " + code.level() + " " + code.severity())
                        .toList());
    }

    @Test
    void the_reasons_to_refuse_a_file_are_the_ones_the_readme_lists_and_no_others() throws IOException {
        List<String> listed = Pattern.compile("(?m)^\\| `([A-Z_]+)` \\| refused")
                .matcher(Files.readString(Path.of("README.md")))
                .results()
                .map(row -> row.group(1))
                .toList();

        assertThat(listed)
                .containsExactlyElementsOf(Arrays.stream(FindingCode.values())
                        .filter(FindingCode::refusesFile)
                        .map(FindingCode::name)
                        .toList());
        assertThat(Arrays.stream(FindingCode.values()).filter(FindingCode::refusesFile))
                .allSatisfy(
                        code -> assertThat(code.level() + " " + code.severity()).isEqualTo("0 ERROR"));
    }

    @Test
    void the_rows_are_sorted_by_code_and_no_code_stands_twice() {
        List<String> codes = rows.stream().map(row -> row.text("code")).toList();

        assertThat(codes).isEqualTo(List.copyOf(new TreeSet<>(codes)));
    }

    @Test
    void every_row_names_a_known_source_level_and_severity() {
        assertThat(rows).allSatisfy(row -> {
            assertThat(row.text("source")).isIn("reading", "edit", "run");
            assertThat(row.whole("level")).isBetween(0, 5);
            assertThat(Severity.valueOf(row.text("severity"))).isNotNull();
        });
    }

    @Test
    void every_row_says_in_both_languages_what_happened_and_what_to_do() {
        assertThat(rows).allSatisfy(row -> {
            assertThat(row.text("message_zh")).endsWith("。");
            assertThat(row.text("advice_zh")).endsWith("。");
            assertThat(row.text("message_en")).endsWith(".");
            assertThat(row.text("advice_en")).endsWith(".");
        });
    }

    @Test
    void both_languages_name_the_same_known_placeholders() {
        assertThat(rows).allSatisfy(row -> {
            assertThat(placeholders(row.text("message_zh")))
                    .isEqualTo(placeholders(row.text("message_en")))
                    .isSubsetOf(NAMES);
            assertThat(placeholders(row.text("advice_zh")))
                    .isEqualTo(placeholders(row.text("advice_en")))
                    .isSubsetOf(NAMES);
        });
    }

    @Test
    void the_codes_found_by_edits_and_runs_are_there() {
        assertThat(rows.stream().filter(row -> !row.text("source").equals("reading")))
                .extracting(row -> row.text("code") + " " + row.whole("level") + " " + row.text("severity"))
                .contains(
                        "CUMULATIVE_FALLS 2 WARNING",
                        "CUMULATIVE_NOT_CONTINUOUS 2 WARNING",
                        "FRAME_FIELD_MISSING 0 WARNING",
                        "GROWTH_DIFFERS_FROM_LEVELS 1 WARNING",
                        "LAST_YEAR_DIFFERS 2 WARNING",
                        "PART_EXCEEDS_TOTAL 1 ERROR",
                        "REGION_NOT_SUM_OF_AREAS 3 WARNING",
                        "REVISED_WITHOUT_REASON 2 ERROR",
                        "TOTAL_NOT_SUM_OF_PARTS 1 ERROR",
                        "VALUE_OUT_OF_RANGE 1 ERROR",
                        "VERSION_AMBIGUOUS 0 ERROR");
    }

    private static Set<String> placeholders(String sentence) {
        return PLACEHOLDER
                .matcher(sentence)
                .results()
                // What differs by language carries the language in its name.
                .map((MatchResult found) -> found.group(1).replaceFirst("_en$", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
