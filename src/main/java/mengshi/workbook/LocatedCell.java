package mengshi.workbook;

/**
 * A cell with content and where it stands.
 *
 * @param row 0-based
 * @param column 0-based
 * @param struck whether the content or a part of it is struck through: somebody may have meant it to count no more, and
 *     joined text runs what was struck and what replaced it together
 */
public record LocatedCell(int row, int column, CellValue value, boolean struck) {

    /** A cell whose content is not struck through. */
    public LocatedCell(int row, int column, CellValue value) {
        this(row, column, value, false);
    }

    /** The address as Excel shows it, for example D17. */
    public String address() {
        return CellAddress.of(row, column);
    }
}
