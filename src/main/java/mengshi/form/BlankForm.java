package mengshi.form;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import mengshi.model.Area;
import mengshi.model.Measure;
import mengshi.model.Period;
import mengshi.workbook.CellLook;
import mengshi.workbook.CellRule;
import mengshi.workbook.CellValue;
import mengshi.workbook.LocatedCell;
import mengshi.workbook.SheetContent;
import mengshi.workbook.SheetDraft;
import mengshi.workbook.WorkbookDraft;
import mengshi.workbook.WorkbookWriter;

/**
 * Forms to be filled in: every input cell is open, named and takes only what can be read; everything else is locked. The
 * hidden sheet says which form, area and period it is, and holds a checksum over labels and names.
 */
public final class BlankForm {

    private static final CellLook FRAME = CellLook.PLAIN;
    private static final CellLook BODY = CellLook.PLAIN.bordered();
    private static final CellLook HEADER =
            CellLook.PLAIN.bolded().bordered().wrapped().centred();

    private static final int LABEL_WIDTH = 40;
    private static final int CODE_WIDTH = 14;
    private static final int NOTE_WIDTH = 26;
    private static final int VALUE_WIDTH = 16;

    private static final int ROW_HEIGHT = 20;
    private static final int HEADER_HEIGHT = 36;

    private final FormSheet sheets;

    public BlankForm(UnitCatalogue units) {
        this.sheets = new FormSheet(units);
    }

    /**
     * The form as an .xlsx, the same bytes every time.
     *
     * @throws IllegalArgumentException if this area never sends the form for this period
     */
    public byte[] write(Form form, Area area, Period period) {
        if (!form.schedule().collects(period) || !form.schedule().expectedFrom(area)) {
            throw new IllegalArgumentException(
                    form.code() + " is not sent by " + area.code() + " for " + period.code() + ".");
        }
        DrawnForm drawn = sheets.draw(FilledForm.blank(form, area, period));
        return WorkbookWriter.xlsx(WorkbookDraft.of(sheet(form, drawn), metadata(drawn)));
    }

    private static SheetDraft sheet(Form form, DrawnForm drawn) {
        SheetDraft sheet = SheetDraft.named(drawn.sheet().name())
                .lock()
                .freeze(drawn.headerRow() + 1, 1)
                .print(form.masthead().landscape(), drawn.headerRow());
        for (int row = drawn.headerRow() + 1; row <= drawn.lastLineRow(); row++) {
            for (int column = 0; column < drawn.columns(); column++) {
                sheet.put(row, column, new CellValue.Blank(), BODY);
            }
        }
        drawn.sheet().rows().forEach(row -> row.cells().forEach(cell -> put(sheet, drawn, cell)));
        List<String> marks = form.marks().stream().map(FormMark::mark).toList();
        drawn.inputs().forEach(input -> open(sheet, drawn, input, marks));
        sheet.merge(drawn.titleRow(), drawn.titleRow(), 0, drawn.columns() - 1);
        drawn.sheet().rows().forEach(row -> sheet.height(row.index(), ROW_HEIGHT));
        sheet.height(drawn.headerRow(), HEADER_HEIGHT);
        for (int column = 0; column < drawn.columns(); column++) {
            sheet.width(column, width(form.columns().get(column).role()));
        }
        return sheet;
    }

    private static void put(SheetDraft sheet, DrawnForm drawn, LocatedCell cell) {
        boolean isLine = cell.row() > drawn.headerRow() && cell.row() <= drawn.lastLineRow();
        CellLook look = isLine ? BODY : cell.row() == drawn.headerRow() ? HEADER : FRAME;
        if (cell.row() == drawn.titleRow()) {
            look = FRAME.bolded().centred();
        }
        sheet.put(cell.row(), cell.column(), cell.value(), look);
    }

    private static void open(SheetDraft sheet, DrawnForm drawn, DrawnForm.Input input, List<String> marks) {
        int row = input.cell().row();
        int column = input.cell().column();
        sheet.put(row, column, input.cell().value(), BODY.forInput());
        sheet.name(input.name(), row, column);
        if (input.measure() == Measure.STAGE) {
            sheet.rule(CellRule.oneOf(row, column, List.of(Stage.texts().split("、")), "请从下拉列表中选择：" + Stage.texts()));
        } else if (input.measure() != null) {
            sheet.rule(CellRule.numberOr(row, column, marks, "请填数字；没有数字时按图例填：" + String.join(" ", marks)));
        } else if (row > drawn.lastLineRow() && isLastOfItsRow(drawn, input)) {
            // Reasons are long: the last field of a row below the table takes what is left of it.
            for (int more = column + 1; more < drawn.columns(); more++) {
                sheet.put(row, more, new CellValue.Blank(), BODY.forInput());
            }
            if (column + 1 < drawn.columns()) {
                sheet.merge(row, row, column, drawn.columns() - 1);
            }
        }
    }

    private static boolean isLastOfItsRow(DrawnForm drawn, DrawnForm.Input input) {
        return drawn.inputs().stream()
                .map(DrawnForm.Input::cell)
                .noneMatch(other -> other.row() == input.cell().row()
                        && other.column() > input.cell().column());
    }

    private static int width(FormColumn.Role role) {
        return switch (role) {
            case LABEL, AREA -> LABEL_WIDTH;
            case CODE, UNIT, PERIOD -> CODE_WIDTH;
            case VALUE -> VALUE_WIDTH;
            case NOTE -> NOTE_WIDTH;
        };
    }

    private static SheetDraft metadata(DrawnForm drawn) {
        SheetDraft sheet = SheetDraft.named(drawn.metadata().name()).hide().lock();
        int next = 0;
        for (SheetContent.CellRow row : drawn.metadata().rows()) {
            row.cells().forEach(cell -> sheet.put(cell.row(), cell.column(), cell.value()));
            next = row.index() + 1;
        }
        return sheet.text(next, 0, HiddenMetadata.CHECKSUM).text(next, 1, checksum(drawn));
    }

    /** Over every label with its place and every name with its cell: differs as soon as one of them is changed or moved. */
    static String checksum(DrawnForm drawn) {
        StringBuilder text = new StringBuilder();
        drawn.sheet().rows().forEach(row -> row.cells().stream()
                .filter(cell ->
                        drawn.inputs().stream().noneMatch(input -> input.cell().equals(cell)))
                .forEach(cell -> text.append(cell.address())
                        .append('=')
                        .append(cell.value().written())
                        .append('\n')));
        drawn.inputs().forEach(input -> text.append(input.name())
                .append('=')
                .append(input.cell().address())
                .append('\n'));
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
