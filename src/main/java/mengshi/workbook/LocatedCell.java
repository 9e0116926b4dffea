package mengshi.workbook;

/**
 * A cell with content and where it stands.
 *
 * @param row 0-based
 * @param column 0-based
 */
public record LocatedCell(int row, int column, CellValue value) {

    /** The address as Excel shows it, for example D17. */
    public String address() {
        return CellAddress.of(row, column);
    }
}
