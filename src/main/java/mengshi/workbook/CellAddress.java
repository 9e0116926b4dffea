package mengshi.workbook;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/** Addresses as Excel writes them. */
public final class CellAddress {

    private static final int LETTERS = 26;

    /** Most figures stand in so many rows and columns; their addresses are made once. */
    private static final int KNOWN_ROWS = 1 << 10;

    private static final int KNOWN_COLUMNS = 1 << 4;
    private static final AtomicReferenceArray<@Nullable String> KNOWN =
            new AtomicReferenceArray<>(KNOWN_ROWS * KNOWN_COLUMNS);

    private CellAddress() {}

    /** {@code of(16, 3)} is {@code D17}. */
    public static String of(int row, int column) {
        if (row < 0 || row >= KNOWN_ROWS || column < 0 || column >= KNOWN_COLUMNS) {
            return made(row, column);
        }
        int place = row * KNOWN_COLUMNS + column;
        String known = KNOWN.getAcquire(place);
        if (known == null) {
            known = made(row, column);
            KNOWN.setRelease(place, known);
        }
        return known;
    }

    private static String made(int row, int column) {
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
