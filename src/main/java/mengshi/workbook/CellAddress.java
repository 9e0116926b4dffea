package mengshi.workbook;

/** Addresses as Excel writes them. */
public final class CellAddress {

    private static final int LETTERS = 26;

    private CellAddress() {}

    /** {@code of(16, 3)} is {@code D17}. */
    public static String of(int row, int column) {
        return columnName(column) + (row + 1);
    }

    /** {@code absolute(16, 3)} is {@code $D$17}. */
    static String absolute(int row, int column) {
        return "$" + columnName(column) + "$" + (row + 1);
    }

    private static String columnName(int column) {
        String last = String.valueOf((char) ('A' + column % LETTERS));
        return column < LETTERS ? last : columnName(column / LETTERS - 1) + last;
    }
}
