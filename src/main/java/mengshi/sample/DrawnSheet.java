package mengshi.sample;

import java.util.Map;
import java.util.TreeMap;
import mengshi.form.DrawnForm;
import mengshi.workbook.CellAddress;
import mengshi.workbook.CellLook;
import mengshi.workbook.CellValue;
import mengshi.workbook.LocatedCell;
import mengshi.workbook.SheetContent;
import mengshi.workbook.SheetDraft;
import mengshi.workbook.WorkbookDraft;
import mengshi.workbook.WorkbookWriter;

/** A filled form on its way to a file; cells may be changed before it is written. */
final class DrawnSheet {

    private static final int LABEL_WIDTH = 38;
    private static final int COLUMN_WIDTH = 16;

    private final DrawnForm form;
    private final Map<Integer, Map<Integer, CellValue>> rows = new TreeMap<>();
    private boolean withMetadata = true;

    private DrawnSheet(DrawnForm form) {
        this.form = form;
    }

    static DrawnSheet of(DrawnForm form) {
        DrawnSheet sheet = new DrawnSheet(form);
        for (SheetContent.CellRow row : form.sheet().rows()) {
            row.cells().forEach(cell -> sheet.put(cell.row(), cell.column(), cell.value()));
        }
        return sheet;
    }

    String name() {
        return form.sheet().name();
    }

    void put(int row, int column, CellValue value) {
        rows.computeIfAbsent(row, index -> new TreeMap<>()).put(column, value);
    }

    CellValue value(int row, int column) {
        return rows.getOrDefault(row, Map.of()).getOrDefault(column, new CellValue.Blank());
    }

    void removeRow(int row) {
        rows.remove(row);
    }

    void removeMetadata() {
        withMetadata = false;
    }

    /** The row of the n-th line, the first being 1. */
    int rowOfLine(int number) {
        return form.headerRow() + number;
    }

    /**
     * The cell that holds a field's value, which stands to the right of its name.
     *
     * @throws IllegalArgumentException if the form does not name the field
     */
    LocatedCell behind(String name) {
        for (Map.Entry<Integer, Map<Integer, CellValue>> row : rows.entrySet()) {
            for (Map.Entry<Integer, CellValue> cell : row.getValue().entrySet()) {
                if (cell.getValue().written().equals(name + "：")) {
                    int column = cell.getKey() + 1;
                    return new LocatedCell(row.getKey(), column, value(row.getKey(), column));
                }
            }
        }
        throw new IllegalArgumentException("The form " + name() + " has no field " + name);
    }

    static String address(int row, int column) {
        return CellAddress.of(row, column);
    }

    byte[] xlsx() {
        return WorkbookWriter.xlsx(draft());
    }

    byte[] xls() {
        return WorkbookWriter.xls(draft());
    }

    private WorkbookDraft draft() {
        SheetDraft sheet = SheetDraft.named(name());
        rows.forEach((row, cells) -> cells.forEach((column, value) -> sheet.put(row, column, value, look(row))));
        sheet.merge(form.titleRow(), form.titleRow(), 0, form.columns() - 1).width(0, LABEL_WIDTH);
        for (int column = 1; column < form.columns(); column++) {
            sheet.width(column, COLUMN_WIDTH);
        }
        if (!withMetadata) {
            return WorkbookDraft.of(sheet);
        }
        SheetDraft metadata = SheetDraft.named(form.metadata().name()).hide();
        form.metadata().rows().forEach(row -> row.cells()
                .forEach(cell -> metadata.put(cell.row(), cell.column(), cell.value())));
        return WorkbookDraft.of(sheet, metadata);
    }

    private CellLook look(int row) {
        if (row == form.titleRow()) {
            return CellLook.PLAIN.bolded().centred();
        }
        if (row == form.headerRow()) {
            return CellLook.PLAIN.bolded().bordered().wrapped().centred();
        }
        return row > form.headerRow() && row <= form.lastLineRow() ? CellLook.PLAIN.bordered() : CellLook.PLAIN;
    }
}
