package mengshi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import mengshi.seeds.SeedRow;
import mengshi.seeds.Seeds;
import org.junit.jupiter.api.Test;

/**
 * The page of all findings, made from the catalogue. Is this test failing? {@code mvn test -Dtest=FindingsPageTest
 * -Dmengshi.write=true} writes the page anew.
 */
class FindingsPageTest {

    private static final Path PAGE = Path.of("src/docs/findings.md");

    private static final String HEAD = """
            # Findings

            Everything that can be found wrong, made from `seeds/finding.csv` and `seeds/edit.csv`; do not edit it by hand. \
            ERROR (强制性): the submission is held, and nothing of it is published. WARNING (核实性): it is published, and an \
            explanation is asked for. INFORMATION (提示): nothing needs to be done. Levels are those of the European \
            Statistical System: 0 file and structure, 1 within one file, 2 over time, 3 between areas. A severity that \
            edits set differently from the catalogue is that of the edit. Words in braces are filled in.

            """;

    @Test
    void the_page_of_findings_is_up_to_date() throws IOException {
        String page = page();
        if (Boolean.getBoolean("mengshi.write")) {
            Files.writeString(PAGE, page);
        }

        assertThat(page.lines().filter(line -> line.startsWith("## "))).hasSizeGreaterThan(30);
        assertThat(PAGE).content().isEqualTo(page);
    }

    private static String page() {
        Map<String, Long> editsByType = Seeds.builtIn().rows("edit").stream()
                .collect(Collectors.groupingBy(row -> row.text("type"), TreeMap::new, Collectors.counting()));
        List<SeedRow> rows = Seeds.builtIn().rows("finding");
        StringBuilder page = new StringBuilder(HEAD);
        page.append("| code | level | severity | found by |\n|---|---|---|---|\n");
        for (SeedRow row : rows) {
            page.append("| [")
                    .append(row.text("code"))
                    .append("](#")
                    .append(row.text("code").toLowerCase(java.util.Locale.ROOT));
            page.append(") | ").append(row.whole("level")).append(" | ").append(row.text("severity"));
            page.append(" | ").append(row.text("source")).append(" |\n");
        }
        for (SeedRow row : rows) {
            page.append("\n## ").append(row.text("code")).append("\n\n");
            page.append(row.text("severity"))
                    .append(", level ")
                    .append(row.whole("level"))
                    .append(".\n\n");
            page.append("- ")
                    .append(row.text("message_zh"))
                    .append(" *")
                    .append(row.text("advice_zh"))
                    .append("*\n");
            page.append("- ")
                    .append(row.text("message_en"))
                    .append(" *")
                    .append(row.text("advice_en"))
                    .append("*\n");
        }
        page.append("\n## Edits behind them\n\n| type | edits |\n|---|---|\n");
        editsByType.forEach((type, edits) ->
                page.append("| ").append(type).append(" | ").append(edits).append(" |\n"));
        return page.toString();
    }
}
