package mengshi.workbook;

import java.util.List;

/**
 * One sheet's cells that have content, row by row from the top, in each row from the left.
 *
 * @param hidden hidden or very hidden
 */
public record SheetContent(String name, boolean hidden, List<CellRow> rows, SheetLayout layout) {

    public SheetContent {
        rows = List.copyOf(rows);
    }

    /** A sheet without hidden columns and merged cells. */
    public SheetContent(String name, boolean hidden, List<CellRow> rows) {
        this(name, hidden, rows, SheetLayout.PLAIN);
    }

    /**
     * @param index 0-based
     * @param hidden whether the row is hidden: it is read like any other
     * @param cells never empty, blank cells left out
     */
    public record CellRow(int index, boolean hidden, List<LocatedCell> cells) {
        public CellRow {
            cells = List.copyOf(cells);
        }

        /** A row that is shown. */
        public CellRow(int index, List<LocatedCell> cells) {
            this(index, false, cells);
        }
    }
}
