package mengshi.form;

import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import mengshi.workbook.SheetContent;

/**
 * What has to be known of a whole sheet before its rows can be understood: of a long one by far not all of it.
 *
 * @param content its first rows, and of all others those with a text that may be about the table
 * @param areas the columns in which areas are named
 * @param restColumns the columns filled in the rows that are left out, 0-based
 * @param lastColumn of the whole sheet, 0-based
 */
record TableSketch(
        SheetContent content, SortedMap<Integer, AreaColumn> areas, Set<Integer> restColumns, int lastColumn) {

    /**
     * A column in which areas are named.
     *
     * @param count how often
     * @param rows where, as far as these rows are in the sketch
     */
    record AreaColumn(int count, List<Integer> rows) {}

    /** The sketch as a grid, into which the rows that are left out can be put one by one. */
    Grid grid(String file) {
        return new Grid(file, content);
    }

    /** Whether nobody would look for a table here. */
    boolean isNothing() {
        return content.hidden() || content.rows().isEmpty();
    }
}
