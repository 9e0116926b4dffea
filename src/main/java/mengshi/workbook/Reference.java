package mengshi.workbook;

import java.nio.charset.StandardCharsets;

/** An address as files write it, for example D17, as one number. */
final class Reference {

    /** No plain address within a sheet. */
    static final long NONE = -1;

    private static final int LETTERS = 26;
    private static final int COLUMN_BITS = 14;
    private static final int COLUMNS = 1 << COLUMN_BITS;

    private Reference() {}

    static long of(String address) {
        byte[] bytes = address.getBytes(StandardCharsets.UTF_8);
        return of(bytes, 0, bytes.length);
    }

    /** The same of a slice. */
    static long of(byte[] bytes, int from, int to) {
        int at = from;
        int column = 0;
        while (at < to && bytes[at] >= 'A' && bytes[at] <= 'Z' && column <= COLUMNS) {
            column = column * LETTERS + bytes[at] - 'A' + 1;
            at++;
        }
        int row = row(bytes, at, to);
        return column == 0 || column > COLUMNS || row < 1 || row > SheetScan.ROWS
                ? NONE
                : (long) (row - 1) << COLUMN_BITS | column - 1;
    }

    private static int row(byte[] bytes, int from, int to) {
        if (from < to && bytes[from] == '0') {
            return -1;
        }
        int row = 0;
        for (int i = from; i < to; i++) {
            int digit = bytes[i] - '0';
            if (digit < 0 || digit > 9 || row > SheetScan.ROWS) {
                return -1;
            }
            row = row * 10 + digit;
        }
        return row;
    }

    /** @return 0-based; -1 of {@link #NONE} */
    static int row(long reference) {
        return (int) (reference >> COLUMN_BITS);
    }

    /** @return 0-based; -1 of {@link #NONE} */
    static int column(long reference) {
        return reference == NONE ? -1 : (int) (reference & COLUMNS - 1);
    }
}
