package mengshi.form;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import mengshi.model.Figure;
import mengshi.model.Measure;
import mengshi.model.ObservationStatus;
import mengshi.workbook.CellValue;
import mengshi.workbook.LocatedCell;

/** Draws forms as sheets; {@link FormReader} reads a drawn form back without a finding. */
public final class FormSheet {

    private static final int TITLE_ROW = 0;
    private static final int HEADER_ROW = 6;

    private static final List<List<FrameField>> FOOT = List.of(
            List.of(FrameField.UNIT_HEAD, FrameField.STATISTICS_HEAD, FrameField.FILLED_BY),
            List.of(FrameField.PHONE, FrameField.REPORTED_ON),
            List.of(FrameField.CORRECTION_REASON));

    /** A cell of the table: whose line, which column. */
    private record Asked(FilledForm filled, FormLine line, FormColumn column) {}

    private final UnitCatalogue units;

    public FormSheet(UnitCatalogue units) {
        this.units = units;
    }

    /**
     * The form with what it is filled with.
     *
     * @throws IllegalArgumentException if a figure is for no cell of the form, or cannot be written in its unit
     */
    public DrawnForm draw(FilledForm filled) {
        Form form = filled.form();
        filled.figures().keySet().forEach(cell -> checkTaken(form, cell));
        SheetDrawing drawing = new SheetDrawing();
        head(drawing, filled);
        for (int column = 0; column < form.columns().size(); column++) {
            drawing.text(HEADER_ROW, column, form.columns().get(column).label());
        }
        int row = HEADER_ROW;
        for (FormLine line : form.lines()) {
            row++;
            line(drawing, row, line, filled);
        }
        foot(drawing, row + 1, filled);
        return new DrawnForm(
                drawing.sheet(form.masthead().sheetName()),
                HiddenMetadata.sheet(form, filled.area(), filled.period()),
                TITLE_ROW,
                HEADER_ROW,
                row,
                form.columns().size(),
                drawing.inputs());
    }

    private static void head(SheetDrawing drawing, FilledForm filled) {
        Form form = filled.form();
        int right = form.columns().size() - 2;
        drawing.text(TITLE_ROW, 0, form.nameZh());
        named(drawing, 1, right, FrameField.FORM_CODE, form.code());
        named(drawing, 2, right, FrameField.ISSUER, form.masthead().issuer());
        named(drawing, 3, right, FrameField.DOCUMENT_NO, form.masthead().documentNo());
        LocalDate end = form.schedule().validTo();
        if (end != null) {
            named(drawing, 4, right, FrameField.VALID_UNTIL, end.getYear() + "年" + end.getMonthValue() + "月");
        }
        named(drawing, 5, 0, FrameField.REPORTING_UNIT, filled.area().name());
        named(drawing, 5, 2, FrameField.REPORTING_UNIT_CODE, filled.area().code());
        named(drawing, 5, 4, FrameField.PERIOD, PeriodText.print(filled.period()));
    }

    private void line(SheetDrawing drawing, int row, FormLine line, FilledForm filled) {
        List<FormColumn> columns = filled.form().columns();
        for (int at = 0; at < columns.size(); at++) {
            FormColumn column = columns.get(at);
            switch (column.role()) {
                case LABEL -> drawing.text(row, at, line.label());
                case CODE -> drawing.text(row, at, line.code());
                case UNIT, NOTE -> {
                    CellValue value = column.role() == FormColumn.Role.UNIT ? text(line.unit()) : new CellValue.Blank();
                    drawing.input(DrawnForm.Input.text(line, column.role(), new LocatedCell(row, at, value)));
                }
                case VALUE -> value(drawing, row, at, new Asked(filled, line, column));
            }
        }
    }

    private void value(SheetDrawing drawing, int row, int at, Asked asked) {
        Measure measure = asked.column().measure();
        if (measure == null || !asked.line().demand().takes(measure)) {
            return;
        }
        Figure figure = asked.filled().figures().get(new FormCell(asked.line().code(), measure));
        CellValue value = figure == null ? new CellValue.Blank() : printed(figure, asked);
        drawing.input(DrawnForm.Input.figure(asked.line(), measure, new LocatedCell(row, at, value)));
    }

    private CellValue printed(Figure figure, Asked asked) {
        if (figure.text() != null) {
            return text(figure.text());
        }
        BigDecimal value = figure.value();
        if (value == null) {
            return mark(asked.filled().form(), figure.status());
        }
        String unit =
                Optional.ofNullable(asked.column().unit()).orElse(asked.line().unit());
        BigDecimal factor = unit.isEmpty() ? BigDecimal.ONE : units.known(unit).factor();
        try {
            return new CellValue.Numeric(CellReader.plain(value.divide(factor)), false);
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(
                    "Line " + asked.line().code() + " cannot print " + value + " in " + unit + " exactly.", e);
        }
    }

    /** The legend's first mark for a status; a blank for what is missing without a reason. */
    private static CellValue mark(Form form, ObservationStatus status) {
        if (status == ObservationStatus.O) {
            return new CellValue.Blank();
        }
        return form.marks().stream()
                .filter(mark -> mark.status() == status)
                .findFirst()
                .map(mark -> text(mark.mark()))
                .orElseThrow(() -> new IllegalArgumentException(
                        "The legend of " + form.code() + " has no mark for the status " + status + "."));
    }

    private static void foot(SheetDrawing drawing, int firstRow, FilledForm filled) {
        for (int row = 0; row < FOOT.size(); row++) {
            int column = 0;
            for (FrameField field : FOOT.get(row)) {
                named(drawing, firstRow + row, column, field, filled.frame().getOrDefault(field, ""));
                column += 2;
            }
        }
    }

    private static void named(SheetDrawing drawing, int row, int column, FrameField field, String value) {
        drawing.text(row, column, field.label() + "：");
        if (field.endsTable()) {
            drawing.input(DrawnForm.Input.text(field, new LocatedCell(row, column + 1, text(value))));
        } else {
            drawing.text(row, column + 1, value);
        }
    }

    private static CellValue text(String text) {
        return text.isEmpty() ? new CellValue.Blank() : new CellValue.Text(text);
    }

    private static void checkTaken(Form form, FormCell cell) {
        if (form.line(cell.line())
                .filter(line -> line.demand().takes(cell.measure()))
                .isEmpty()) {
            throw new IllegalArgumentException(
                    form.code() + " has no cell for line " + cell.line() + " and measure " + cell.measure() + ".");
        }
    }
}
