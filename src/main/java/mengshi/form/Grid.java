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
    private final Set<Integer> hiddenRows = new HashSet<>();
    private boolean struck;

    /** The row last looked at: readers stay in one for a while. */
    private SheetContent.@Nullable CellRow last;

    /** Which of the sheet's rows that was. */
    private int lastAt;

    // Of a sheet that is shown row by row: the row now shown, the merged cells that reach over it, the rows put in.
    private int shown = -1;
    private int nextMerge;
    private final List<SheetLayout.Merge> reaching = new ArrayList<>();
    private final Map<Integer, SheetContent.CellRow> passing = new HashMap<>();

    Grid(String file, SheetContent sheet) {
        this.file = file;
        this.sheet = sheet;
        for (SheetContent.CellRow row : sheet.rows()) {
            if (row.hidden()) {
                hiddenRows.add(row.index());
            }
            noteStruck(row);
        }
    }

    private void noteStruck(SheetContent.CellRow row) {
        for (LocatedCell cell : row.cells()) {
            struck |= cell.struck();
        }
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
        if (reaching.isEmpty()) {
            passing.clear();
        } else {
            passing.keySet().removeIf(before -> reaching.stream().noneMatch(merge -> merge.firstRow() == before));
        }
        if (row(index) == null) {
            passing.put(index, row);
            noteStruck(row);
        }
        last = null;
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

    /** The row of that index; nothing if it has no content. */
    SheetContent.@Nullable CellRow row(int index) {
        SheetContent.CellRow before = last;
        if (before != null && before.index() == index) {
            return before;
        }
        last = found(index);
        return last;
    }

    private SheetContent.@Nullable CellRow found(int index) {
        List<SheetContent.CellRow> rows = sheet.rows();
        if (lastAt + 1 < rows.size() && rows.get(lastAt + 1).index() == index) {
            lastAt++;
            return rows.get(lastAt);
        }
        int low = 0;
        int high = rows.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            SheetContent.CellRow row = rows.get(middle);
            if (row.index() == index) {
                lastAt = middle;
                return row;
            }
            if (row.index() < index) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return passing.get(index);
    }

    /** What stands above and at the beginning of a table. Sheets may begin far down, so it is counted from there. */
    List<LocatedCell> head() {
        List<LocatedCell> head = new ArrayList<>();
        for (SheetContent.CellRow row : rows()) {
            if (row.index() >= rows().get(0).index() + HEAD_ROWS) {
                break;
            }
            head.addAll(row.cells());
        }
        return head;
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
        LocatedCell cell = struck ? cell(row, column) : null;
        return cell != null && cell.struck();
    }

    /** Whether any cell's is. */
    boolean hasStruck() {
        return struck;
    }

    /** Whether any row or column is hidden. */
    boolean hasHidden() {
        return !hiddenRows.isEmpty() || !sheet.layout().hiddenColumns().isEmpty();
    }

    boolean isRowHidden(int row) {
        return hiddenRows.contains(row);
    }

    boolean isColumnHidden(int column) {
        return sheet.layout().isHidden(column);
    }

    /** Whether nobody would see anything in the cell. */
    boolean isBlank(int row, int column) {
        return isBlank(value(row, column));
    }

    static boolean isBlank(CellValue value) {
        return value instanceof CellValue.Blank
                || (value instanceof CellValue.Text text
                        && Label.bare(text.text()).isEmpty());
    }

    /** The first row of the merged cell that this one lies in; itself where it lies in none. */
    int firstRow(int row, int column) {
        return sheet.layout().merges().isEmpty()
                ? row
                : merge(row, column).map(SheetLayout.Merge::firstRow).orElse(row);
    }

    /** The first column of the merged cell that this one lies in; itself where it lies in none. */
    int firstColumn(int row, int column) {
        return merge(row, column).map(SheetLayout.Merge::firstColumn).orElse(column);
    }

    private @Nullable LocatedCell cell(int index, int column) {
        SheetContent.CellRow row = row(index);
        return row == null ? null : cell(row, column);
    }

    static @Nullable LocatedCell cell(SheetContent.CellRow row, int column) {
        // In a row without gaps each cell has its column's place; further right it never is.
        List<LocatedCell> cells = row.cells();
        int at = Math.min(column, cells.size() - 1);
        while (at >= 0 && cells.get(at).column() > column) {
            at--;
        }
        return at >= 0 && cells.get(at).column() == column ? cells.get(at) : null;
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
