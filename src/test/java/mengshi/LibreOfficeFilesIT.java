package mengshi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that POI never touched: LibreOffice saved them as .xlsx and .xls out of the files beside them. */
class LibreOfficeFilesIT {

    private static final Path WORKBOOKS = Path.of("src/test/resources/workbooks");
    private static final String FIGURES =
            "select area_code, form_code, period, indicator_code, measure, value, value_text, unit_as_written, sheet, cell"
                    + " from mart.observation order by 1, 2, 3, 4, 5";

    @TempDir
    Path folder;

    @Test
    void files_saved_by_libreoffice_give_the_same_figures_in_the_same_cells() throws IOException {
        List<Map<String, Object>> original = figuresOf(WORKBOOKS.resolve("original"));

        List<Map<String, Object>> converted = figuresOf(WORKBOOKS.resolve("libreoffice"));

        assertThat(original).hasSizeGreaterThan(200);
        assertThat(converted).isEqualTo(original);
    }

    private List<Map<String, Object>> figuresOf(Path files) throws IOException {
        try (Night night = Night.in(folder.resolve(files.getFileName()));
                Stream<Path> list = Files.list(files)) {
            for (Path file : list.toList()) {
                night.send(file);
            }
            assertThat(night.falls())
                    .singleElement()
                    .satisfies(run -> assertThat(run.ending().status()).isEqualTo("COMPLETED"));
            assertThat(night.ask("select * from mart.finding where severity = 'ERROR'"))
                    .isEmpty();
            assertThat(night.ask("select * from mart.submission where state = 'PUBLISHED'"))
                    .hasSize(5);
            return night.ask(FIGURES);
        }
    }
}
