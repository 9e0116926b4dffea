package mengshi.form;

import java.util.ArrayList;
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
import org.jspecify.annotations.Nullable;

/** A sheet's cells by row and column, each with its place in the file. */
final class Grid {

    /** 表号 and title are looked for in a sheet's first rows only. */
    private static final int HEAD_ROWS = 15;

    private static final CellValue BLANK = new CellValue.Blank();

    private final String file;
    private final SheetContent sheet;
    private final Map<Integer, Map<Integer, LocatedCell>> cells = new HashMap<>();
    private final Set<Integer> hiddenRows = new HashSet<>();

    // Of a sheet that is shown row by row: the row now shown, the merged cells that reach over it, the rows put in.
    private int shown = -1;
    private int nextMerge;
    private final List<SheetLayout.Merge> reaching = new ArrayList<>();
    private final List<Integer> passing = new ArrayList<>();

    Grid(String file, SheetContent sheet) {
        this.file = file;
        this.sheet = sheet;
        for (SheetContent.CellRow row : sheet.rows()) {
            put(row);
            if (row.hidden()) {
                hiddenRows.add(row.index());
            }
        }
    }

    private void put(SheetContent.CellRow row) {
        Map<Integer, LocatedCell> cellsOfRow = cells.computeIfAbsent(row.index(), index -> new HashMap<>());
        row.cells().forEach(cell -> cellsOfRow.put(cell.column(), cell));
    }

    /**
     * Puts in a row that the sheet was given without. Rows come from the top; one that was put in before stays only as
     * long as a merged cell reaches down from it.
     */
    void show(SheetContent.CellRow row) {
        int index = row.index();
        List<SheetLayout.Merge> merges = sheet.layout().merges();
        reaching.removeIf(merge -> merge.lastRow() < index);
        while (nextMerge < merges.size() && merges.get(nextMerge).firstRow() <= index) {
            SheetLayout.Merge merge = merges.get(nextMerge++);
            if (merge.lastRow() >= index) {
                reaching.add(merge);
            }
        }
        passing.removeIf(before -> {
            boolean goes = reaching.stream().noneMatch(merge -> merge.firstRow() == before);
            if (goes) {
                cells.remove(before);
            }
            return goes;
        });
        if (!cells.containsKey(index)) {
            put(row);
            passing.add(index);
        }
        shown = index;
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
        LocatedCell cell = cell(row, column);
        return cell == null ? BLANK : cell.value();
    }

    /** What a person sees in the cell, without blanks around it. */
    String text(int row, int column) {
        return value(row, column).written().strip();
    }

    /** Whether the cell's content or a part of it is struck through. */
    boolean isStruck(int row, int column) {
        LocatedCell cell = cell(row, column);
        return cell != null && cell.struck();
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

    private @Nullable LocatedCell cell(int row, int column) {
        Map<Integer, LocatedCell> cellsOfRow = cells.get(row);
        return cellsOfRow == null ? null : cellsOfRow.get(column);
    }

    private Optional<SheetLayout.Merge> merge(int row, int column) {
        List<SheetLayout.Merge> merges =
                row == shown ? reaching : sheet.layout().merges();
        if (merges.isEmpty()) {
            return Optional.empty();
        }
        return merges.stream()
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
