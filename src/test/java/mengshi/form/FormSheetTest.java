package mengshi.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import mengshi.model.Area;
import mengshi.model.Figure;
import mengshi.model.Measure;
import mengshi.model.ObservationStatus;
import mengshi.model.Period;
import mengshi.model.Reading;
import mengshi.model.SubmissionKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormSheetTest {

    private static final Area HULUNBUIR = new Area("150700", "呼伦贝尔市");
    private static final Area REGION = new Area("150000", "内蒙古自治区");

    private final FormSheet sheets = new FormSheet(TestForms.UNITS);

    /** A figure for every cell of the form, all of them different; none of a whole size. */
    static Map<FormCell, Figure> everyFigure(Form form) {
        Map<FormCell, Figure> figures = new LinkedHashMap<>();
        int number = 0;
        for (FormLine line : form.lines()) {
            for (Measure measure : Measure.values()) {
                if (line.demand().takes(measure)) {
                    number++;
                    figures.put(new FormCell(line.code(), measure), figure(measure, number));
                }
            }
        }
        return figures;
    }

    private static Figure figure(Measure measure, int number) {
        if (measure == Measure.STAGE) {
            return Figure.ofText("在建");
        }
        return number % 7 == 0
                ? Figure.missing(ObservationStatus.M)
                : Figure.of(new BigDecimal(1234567L * number + ".5").movePointLeft(number % 3));
    }

    private static Map<FormCell, Figure> figures(Reading.Submitted reading) {
        Map<FormCell, Figure> figures = new HashMap<>();
        reading.observations().forEach(seen -> figures.put(new FormCell(seen.line(), seen.measure()), seen.figure()));
        return figures;
    }

    @ParameterizedTest
    @CsvSource({"NM-M01,2025-06", "NM-M02,2025-06", "NM-Q01,2025-Q2"})
    void a_drawn_form_reads_back_exactly(String code, String period) {
        Form form = TestForms.form(code);
        Map<FrameField, String> frame = Map.of(
                FrameField.UNIT_HEAD, "张三",
                FrameField.PHONE, "0470-8210000",
                FrameField.REPORTED_ON, "2025-07-05",
                FrameField.CORRECTION_REASON, "漏报一户企业");
        FilledForm filled = new FilledForm(form, HULUNBUIR, Period.of(period), frame, everyFigure(form));

        DrawnForm drawn = sheets.draw(filled);
        Reading.Submitted reading = TestForms.reader()
                .read(drawn.content(), TestForms.FILE)
                .submitted()
                .orElseThrow();

        assertThat(reading.findings()).isEmpty();
        assertThat(reading.key()).isEqualTo(new SubmissionKey(code, HULUNBUIR, Period.of(period)));
        assertThat(figures(reading)).isEqualTo(filled.figures());
        assertThat(reading.frame())
                .containsEntry("unit_head", "张三")
                .containsEntry("phone", "0470-8210000")
                .containsEntry("reported_on", "2025-07-05")
                .containsEntry("correction_reason", "漏报一户企业")
                .containsEntry("document_no", form.masthead().documentNo())
                .containsEntry("valid_until", "2026年12月")
                .doesNotContainKey("filled_by");
    }

    @Test
    void the_regions_form_reads_back_too() {
        Form form = TestForms.form("NM-R01");
        Map<FormCell, Figure> figures = Map.of(new FormCell("111", Measure.MONTH), Figure.of(new BigDecimal("5.7")));

        DrawnForm drawn = sheets.draw(new FilledForm(form, REGION, Period.of("2025-06"), Map.of(), figures));
        Reading.Submitted reading = TestForms.reader()
                .read(drawn.content(), TestForms.FILE)
                .submitted()
                .orElseThrow();

        assertThat(reading.findings()).isEmpty();
        assertThat(figures(reading)).isEqualTo(figures);
    }

    @Test
    void a_blank_form_lacks_its_required_values_and_nothing_else() {
        Form form = TestForms.form("NM-Q01");

        DrawnForm drawn = sheets.draw(FilledForm.blank(form, HULUNBUIR, Period.of("2025-Q1")));
        Reading reading = TestForms.reader().read(drawn.content(), TestForms.FILE);

        assertThat(TestForms.said(reading)).containsExactly("VALUE_MISSING D8 601 YTD", "VALUE_MISSING E8 601 YOY_YTD");
    }

    @Test
    void the_drawing_tells_what_is_to_be_filled_in() {
        Form form = TestForms.form("NM-Q01");

        DrawnForm drawn = sheets.draw(FilledForm.blank(form, HULUNBUIR, Period.of("2025-Q1")));

        assertThat(drawn.headerRow()).isEqualTo(6);
        assertThat(drawn.lastLineRow()).isEqualTo(7);
        assertThat(drawn.columns()).isEqualTo(5);
        assertThat(drawn.inputs())
                .extracting(input -> input.cell().address())
                .containsExactly("C8", "D8", "E8", "B9", "D9", "F9", "B10", "D10", "B11");
        assertThat(drawn.metadata().hidden()).isTrue();
    }

    @Test
    void a_figure_without_a_cell_is_an_error_of_the_caller() {
        FilledForm filled = new FilledForm(
                TestForms.form("NM-M01"),
                HULUNBUIR,
                Period.of("2025-06"),
                Map.of(),
                Map.of(new FormCell("101", Measure.MONTH), Figure.of(BigDecimal.ONE)));

        assertThatThrownBy(() -> sheets.draw(filled))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no cell for line 101 and measure MONTH");
    }
}
