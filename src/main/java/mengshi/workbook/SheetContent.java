package mengshi.workbook;

import java.util.List;

/**
 * One sheet's cells that have content, row by row from the top, in each row from the left.
 *
 * @param hidden hidden or very hidden
 */
public record SheetContent(String name, boolean hidden, List<CellRow> rows) {

    public SheetContent {
        rows = List.copyOf(rows);
    }

    /**
     * @param index 0-based
     * @param cells never empty, blank cells left out
     */
    public record CellRow(int index, List<LocatedCell> cells) {
        public CellRow {
            cells = List.copyOf(cells);
        }
    }
}
