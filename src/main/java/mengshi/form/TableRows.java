package mengshi.form;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import mengshi.form.FormColumn.Role;
import mengshi.workbook.CellValue;
import mengshi.workbook.LocatedCell;
import mengshi.workbook.SheetContent;

/**
 * The rows of a form's table: below the header, above the signers and notes, without repeated headers. Below signers and
 * notes a row still counts if it is one of the form's lines and holds figures: the rest of the table, or a second one.
 */
final class TableRows {

    private static final Pattern NOTE = Pattern.compile("^(?:说明|注|备注|附注|填表说明):.*", Pattern.DOTALL);

    /** 甲 乙 丙 1 2 3: the row that numbers a table's columns. */
    private static final Pattern COLUMN_NUMBER = Pattern.compile("[甲乙丙丁]|\\(?\\d{1,2}\\)?");

    private static final Pattern FOREIGN = Pattern.compile("(?s)(?=.*[A-Za-z]{3})[^\\p{IsHan}]*");

    private TableRows() {}

    static List<SheetContent.CellRow> of(Grid grid, Columns columns, LineWords words) {
        List<SheetContent.CellRow> rows = new ArrayList<>();
        boolean ended = false;
        SheetContent.CellRow header = columns.lastHeaderRow() < 0 ? null : grid.row(columns.lastHeaderRow());
        for (SheetContent.CellRow row : grid.rows()) {
            if (row.index() <= columns.lastHeaderRow()
                    || numbersColumns(row)
                    || translatesHeader(columns, row)
                    || header != null && repeats(header, row)) {
                continue;
            }
            boolean line = isLine(grid, columns, words, row.index());
            ended |= !line && endsTable(columns, row);
            if (!ended || line && columns.hasValues(grid, row.index())) {
                rows.add(row);
            }
        }
        return rows;
    }

    private static boolean isLine(Grid grid, Columns columns, LineWords words, int row) {
        return words.byCode(columns.text(grid, row, Role.CODE)).isPresent()
                || !words.byLabel(columns.text(grid, row, Role.LABEL)).isEmpty();
    }

    private static boolean endsTable(Columns columns, SheetContent.CellRow row) {
        String first = Label.bare(row.cells().get(0).value().written());
        return NOTE.matcher(first).matches()
                || row.cells().stream()
                        .filter(cell -> !columns.byMeasure().containsValue(cell.column()))
                        .anyMatch(TableRows::namesSigner);
    }

    private static boolean namesSigner(LocatedCell cell) {
        return FrameLabels.in(cell.value().written()).stream()
                .anyMatch(named -> named.field().endsTable());
    }

    private static boolean numbersColumns(SheetContent.CellRow row) {
        return row.cells().size() > 2
                && Label.bare(row.cells().get(0).value().written()).equals("甲")
                && row.cells().stream()
                        .map(cell -> Label.bare(cell.value().written()))
                        .allMatch(text ->
                                text.isEmpty() || COLUMN_NUMBER.matcher(text).matches());
    }

    /** Tables in two languages have a row of foreign words right below the Chinese header. */
    private static boolean translatesHeader(Columns columns, SheetContent.CellRow row) {
        return row.index() == columns.lastHeaderRow() + 1
                && row.cells().size() > 1
                && row.cells().stream()
                        .allMatch(cell -> cell.value() instanceof CellValue.Text text
                                && FOREIGN.matcher(text.text()).matches());
    }

    /** A page break may repeat the header: every word under its own column. */
    private static boolean repeats(SheetContent.CellRow header, SheetContent.CellRow row) {
        if (row.cells().size() <= 2) {
            return false;
        }
        for (LocatedCell cell : row.cells()) {
            LocatedCell above = Grid.cell(header, cell.column());
            String word =
                    above == null ? "" : Label.bare(above.value().written().strip());
            if (!Label.bare(cell.value().written()).equals(word)) {
                return false;
            }
        }
        return true;
    }
}
