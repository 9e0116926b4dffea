package mengshi.workbook;

import java.util.List;

/**
 * What a sheet's cells do not tell themselves.
 *
 * @param hiddenColumns without gaps or overlaps between neighbours, from the left; they are read like any other
 * @param merges merged cells, in the order of their first cells; only the first cell of each has content
 */
public record SheetLayout(List<Columns> hiddenColumns, List<Merge> merges) {

    static final SheetLayout PLAIN = new SheetLayout(List.of(), List.of());

    public SheetLayout {
        hiddenColumns = List.copyOf(hiddenColumns);
        merges = List.copyOf(merges);
    }

    /** Columns from {@code first} to {@code last}, both 0-based and included. */
    public record Columns(int first, int last) {}

    /** A merged region; rows and columns are 0-based and included. */
    public record Merge(int firstRow, int firstColumn, int lastRow, int lastColumn) {}

    /** @param column 0-based */
    public boolean isHidden(int column) {
        return hiddenColumns.stream().anyMatch(columns -> columns.first() <= column && column <= columns.last());
    }
}
