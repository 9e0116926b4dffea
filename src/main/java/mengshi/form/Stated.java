package mengshi.form;

import java.util.Arrays;

/**
 * Where the figures of one area and period stand, each known by a number below a fixed count. Tables are long: eight bytes
 * a figure, and none for those that are not stated.
 */
final class Stated {

    private static final int FEW = 16;
    private static final int COLUMN_BITS = 14;
    private static final long COLUMNS = (1L << COLUMN_BITS) - 1;

    private final int most;
    private int[] numbers = new int[2];
    private long[] cells = new long[2];
    private int count;
    private boolean isDense;

    /** @param most figures are numbered from 0 to one less */
    Stated(int most) {
        this.most = most;
    }

    /**
     * Notes a figure that is not noted yet.
     *
     * @return where it was noted before, for {@link #row} and {@link #column}; -1 if it was not
     */
    long note(int figure, int row, int column) {
        long cell = ((long) row << COLUMN_BITS) | column;
        if (isDense) {
            long before = cells[figure];
            cells[figure] = before < 0 ? cell : before;
            return before;
        }
        for (int i = 0; i < count; i++) {
            if (numbers[i] == figure) {
                return cells[i];
            }
        }
        append(figure, cell);
        return -1;
    }

    static int row(long cell) {
        return (int) (cell >> COLUMN_BITS);
    }

    static int column(long cell) {
        return (int) (cell & COLUMNS);
    }

    private void append(int figure, long cell) {
        if (count == FEW) {
            spread();
            cells[figure] = cell;
            return;
        }
        if (count == numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * count);
            cells = Arrays.copyOf(cells, 2 * count);
        }
        numbers[count] = figure;
        cells[count] = cell;
        count++;
    }

    private void spread() {
        long[] all = new long[most];
        Arrays.fill(all, -1);
        for (int i = 0; i < count; i++) {
            all[numbers[i]] = cells[i];
        }
        cells = all;
        numbers = new int[0];
        isDense = true;
    }
}
