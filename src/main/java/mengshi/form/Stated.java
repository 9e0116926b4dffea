package mengshi.form;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Where the figures of one area and period stand, each known by a number below a fixed count. Tables are long: four bytes
 * a figure, and none for those that are not stated.
 */
final class Stated {

    private static final int FEW = 16;
    private static final int COLUMN_BITS = 14;
    private static final long COLUMNS = (1L << COLUMN_BITS) - 1;
    private static final int NOWHERE = -1;

    /** The column in which each figure of a table stands, of whichever area and period: nearly always the same one. */
    static final class Columns {
        private final int[] usual;

        /** @param most figures are numbered from 0 to one less */
        Columns(int most) {
            this.usual = new int[most];
            Arrays.fill(usual, NOWHERE);
        }

        private boolean isUsual(int figure, int column) {
            if (usual[figure] == NOWHERE) {
                usual[figure] = column;
            }
            return usual[figure] == column;
        }
    }

    private final Columns columns;
    private int[] numbers = new int[2];
    private int[] rows = new int[2];
    private int count;
    private boolean isDense;

    /** The columns of figures that do not stand where they usually do. */
    private Map<Integer, Integer> unusual = Map.of();

    Stated(Columns columns) {
        this.columns = columns;
    }

    /**
     * Notes a figure that is not noted yet.
     *
     * @return where it was noted before, for {@link #row} and {@link #column}; -1 if it was not
     */
    long note(int figure, int row, int column) {
        int before = rowOf(figure);
        if (before != NOWHERE) {
            long at = unusual.getOrDefault(figure, columns.usual[figure]);
            return ((long) before << COLUMN_BITS) | at;
        }
        if (!columns.isUsual(figure, column)) {
            unusual = unusual.isEmpty() ? new HashMap<>() : unusual;
            unusual.put(figure, column);
        }
        append(figure, row);
        return -1;
    }

    static int row(long cell) {
        return (int) (cell >> COLUMN_BITS);
    }

    static int column(long cell) {
        return (int) (cell & COLUMNS);
    }

    private int rowOf(int figure) {
        if (isDense) {
            return rows[figure];
        }
        for (int i = 0; i < count; i++) {
            if (numbers[i] == figure) {
                return rows[i];
            }
        }
        return NOWHERE;
    }

    private void append(int figure, int row) {
        if (count == FEW && !isDense) {
            spread();
        }
        if (isDense) {
            rows[figure] = row;
            return;
        }
        if (count == numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * count);
            rows = Arrays.copyOf(rows, 2 * count);
        }
        numbers[count] = figure;
        rows[count] = row;
        count++;
    }

    private void spread() {
        int[] all = new int[columns.usual.length];
        Arrays.fill(all, NOWHERE);
        for (int i = 0; i < count; i++) {
            all[numbers[i]] = rows[i];
        }
        rows = all;
        numbers = new int[0];
        isDense = true;
    }
}
