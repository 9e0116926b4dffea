package mengshi.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
import mengshi.model.Area;
import mengshi.model.Measure;
import mengshi.model.Period;
import mengshi.model.Reading;
import mengshi.model.Severity;
import mengshi.model.SubmissionKey;
import mengshi.seeds.Seeds;
import mengshi.workbook.WorkbookLimits;
import mengshi.workbook.WorkbookReader;
import mengshi.workbook.WorkbookRefused;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.Name;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlankFormTest {

    private static final Seeds SEEDS = Seeds.builtIn();
    private static final FormCatalogue FORMS = FormCatalogue.from(SEEDS);
    private static final AreaCatalogue AREAS = AreaCatalogue.from(SEEDS);
    private static final UnitCatalogue UNITS = UnitCatalogue.from(SEEDS);

    private final BlankForm blanks = new BlankForm(UNITS);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"NM-M01,150100,2025-06", "NM-M02,152900,2025-05", "NM-Q01,150700,2025-Q2", "NM-R01,150000,2025-06"})
    void a_blank_form_filled_in_by_name_reads_back_without_errors(String code, String areaCode, String period)
            throws Exception {
        Form form = form(code);
        Area area = AREAS.byCode(areaCode).orElseThrow();

        Path filled = filled(blanks.write(form, area, Period.of(period)), workbook -> {
            for (FormLine line : form.lines()) {
                for (Measure measure : Measure.values()) {
                    if (line.demand().takes(measure) && form.column(measure).isPresent()) {
                        Cell cell = named(workbook, "IN_" + line.code() + "_" + measure);
                        if (measure == Measure.STAGE) {
                            cell.setCellValue("在建");
                        } else {
                            cell.setCellValue(12.5);
                        }
                    }
                }
            }
            named(workbook, "IN_PHONE").setCellValue("0471-0000000");
            named(workbook, "IN_REPORTED_ON").setCellValue("2025-07-10");
        });
        Reading.Submitted reading = read(filled).submitted().orElseThrow();

        assertThat(reading.key()).isEqualTo(new SubmissionKey(code, area, Period.of(period)));
        assertThat(reading.findings())
                .noneMatch(finding -> severity(finding.code().name()) == Severity.ERROR);
        assertThat(reading.observations()).hasSize((int) form.lines().stream()
                .flatMap(line -> form.columns().stream()
                        .filter(column ->
                                column.measure() != null && line.demand().takes(column.measure())))
                .count());
        assertThat(reading.frame()).containsEntry("phone", "0471-0000000").containsEntry("reported_on", "2025-07-10");
    }

    @Test
    void inputs_are_open_and_checked_and_everything_else_is_locked() throws Exception {
        byte[] bytes = blanks.write(form("NM-M02"), AREAS.byCode("150100").orElseThrow(), Period.of("2025-06"));

        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
            var sheet = workbook.getSheetAt(0);
            List<? extends DataValidation> rules = sheet.getDataValidations();

            assertThat(sheet.getProtect()).isTrue();
            assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
            assertThat(sheet.getFitToPage()).isTrue();
            assertThat(sheet.getRow(0).getCell(0).getCellStyle().getLocked()).isTrue();
            assertThat(workbook.getAllNames().stream().map(Name::getNameName).filter(name -> name.startsWith("IN_")))
                    .allSatisfy(name -> assertThat(
                                    named(workbook, name).getCellStyle().getLocked())
                            .isFalse());
            assertThat(rules).isNotEmpty();
            assertThat(rules)
                    .extracting(rule -> rule.getValidationConstraint().getFormula1())
                    .contains("\"未开工,开工,在建,完工,验收\"");
            assertThat(workbook.isSheetHidden(1)).isTrue();
            assertThat(workbook.getSheetAt(1).getRow(4).getCell(1).getStringCellValue())
                    .matches("[0-9a-f]{64}");
        }
    }

    @Test
    void the_same_form_has_the_same_bytes_and_another_period_another_checksum() {
        Form form = form("NM-Q01");
        Area area = AREAS.byCode("150700").orElseThrow();
        FormSheet sheets = new FormSheet(UNITS);

        assertThat(blanks.write(form, area, Period.of("2025-Q2")))
                .isEqualTo(blanks.write(form, area, Period.of("2025-Q2")));
        assertThat(BlankForm.checksum(sheets.draw(FilledForm.blank(form, area, Period.of("2025-Q2")))))
                .isNotEqualTo(BlankForm.checksum(sheets.draw(FilledForm.blank(form, area, Period.of("2025-Q1")))));
    }

    @Test
    void nobody_gets_a_form_that_is_not_asked_of_him() {
        Area area = AREAS.byCode("150100").orElseThrow();

        assertThatThrownBy(() -> blanks.write(form("NM-R01"), area, Period.of("2025-06")))
                .hasMessage("NM-R01 is not sent by 150100 for 2025-06.");
        assertThatThrownBy(() -> blanks.write(form("NM-M01"), area, Period.of("2025-Q2")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Form form(String code) {
        return FORMS.form(code).orElseThrow();
    }

    private Path filled(byte[] blank, Consumer<XSSFWorkbook> fill) throws IOException {
        Path file = folder.resolve("filled.xlsx");
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(blank));
                OutputStream out = Files.newOutputStream(file)) {
            fill.accept(workbook);
            workbook.write(out);
        }
        return file;
    }

    private static Cell named(XSSFWorkbook workbook, String name) {
        CellReference at = new CellReference(workbook.getName(name).getRefersToFormula());
        return workbook.getSheet(at.getSheetName()).getRow(at.getRow()).getCell(at.getCol());
    }

    private static Reading read(Path file) throws IOException, WorkbookRefused {
        Clock clock = Clock.fixed(Instant.parse("2025-07-15T02:00:00Z"), ZoneOffset.UTC);
        return new FormReader(FORMS, AREAS, UNITS, clock)
                .read(WorkbookReader.read(file, WorkbookLimits.DEFAULT), "filled.xlsx");
    }

    private static Severity severity(String code) {
        return SEEDS.rows("finding").stream()
                .filter(row -> row.text("code").equals(code))
                .map(row -> Severity.valueOf(row.text("severity")))
                .findFirst()
                .orElseThrow();
    }
}
