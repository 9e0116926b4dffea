package mengshi.form;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import mengshi.model.Place;
import mengshi.workbook.CellAddress;
import mengshi.workbook.CellValue;
import mengshi.workbook.LocatedCell;
import mengshi.workbook.Reply;
import mengshi.workbook.SheetContent;
import mengshi.workbook.SheetLayout;

/** A sheet's cells by row and column, each with its place in the file. */
final class Grid {

    /** 表号 and title are looked for in a sheet's first rows only. */
    private static final int HEAD_ROWS = 15;

    private static final CellValue BLANK = new CellValue.Blank();

    private final String file;
    private final SheetContent sheet;
    private final Map<Integer, Map<Integer, CellValue>> values = new HashMap<>();

    private final Set<String> struck = new HashSet<>();
    private final Set<Integer> hiddenRows = new HashSet<>();

    Grid(String file, SheetContent sheet) {
        this.file = file;
        this.sheet = sheet;
        for (SheetContent.CellRow row : sheet.rows()) {
            Map<Integer, CellValue> cells = values.computeIfAbsent(row.index(), index -> new HashMap<>());
            for (LocatedCell cell : row.cells()) {
                cells.put(cell.column(), cell.value());
                if (cell.struck()) {
                    struck.add(cell.address());
                }
            }
            if (row.hidden()) {
                hiddenRows.add(row.index());
            }
        }
    }

    String sheetName() {
        return sheet.name();
    }

    boolean isHidden() {
        return sheet.hidden();
    }

    boolean isEmpty() {
        return sheet.rows().isEmpty();
    }

    /** Whether it is the answer that an earlier submission got: returned with the corrected figures, and no data. */
    boolean isReply() {
        return text(0, 0).equals(Reply.TITLE);
    }

    /** The rows that have content, from the top. */
    List<SheetContent.CellRow> rows() {
        return sheet.rows();
    }

    /** What stands above and at the beginning of a table. Sheets may begin far down, so it is counted from there. */
    List<LocatedCell> head() {
        return cells().stream()
                .filter(cell -> cell.row() < rows().get(0).index() + HEAD_ROWS)
                .toList();
    }

    List<LocatedCell> cells() {
        return rows().stream().flatMap(row -> row.cells().stream()).toList();
    }

    CellValue value(int row, int column) {
        return values.getOrDefault(row, Map.of()).getOrDefault(column, BLANK);
    }

    /** What a person sees in the cell, without blanks around it. */
    String text(int row, int column) {
        return value(row, column).written().strip();
    }

    /** Whether the cell's content or a part of it is struck through. */
    boolean isStruck(int row, int column) {
        return struck.contains(CellAddress.of(row, column));
    }

    boolean isRowHidden(int row) {
        return hiddenRows.contains(row);
    }

    boolean isColumnHidden(int column) {
        return sheet.layout().isHidden(column);
    }

    /** Whether nobody would see anything in the cell. */
    boolean isBlank(int row, int column) {
        CellValue value = value(row, column);
        return value instanceof CellValue.Blank
                || (value instanceof CellValue.Text text
                        && Label.bare(text.text()).isEmpty());
    }

    /** The first row of the merged cell that this one lies in; itself where it lies in none. */
    int firstRow(int row, int column) {
        return merge(row, column).map(SheetLayout.Merge::firstRow).orElse(row);
    }

    /** The first column of the merged cell that this one lies in; itself where it lies in none. */
    int firstColumn(int row, int column) {
        return merge(row, column).map(SheetLayout.Merge::firstColumn).orElse(column);
    }

    private Optional<SheetLayout.Merge> merge(int row, int column) {
        return sheet.layout().merges().stream()
                .filter(merge -> merge.firstRow() <= row && row <= merge.lastRow())
                .filter(merge -> merge.firstColumn() <= column && column <= merge.lastColumn())
                .findFirst();
    }

    Place.InCell place(int row, int column) {
        return new Place.InCell(file, sheet.name(), CellAddress.of(row, column));
    }

    Place.InSheet place() {
        return new Place.InSheet(file, sheet.name());
    }
}
