package mengshi.workbook;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/** Gathers a sheet's layout in whatever order its file tells it. */
final class LayoutGathering {

    private static final int COLUMNS = 16_384;
    private static final Comparator<SheetLayout.Merge> BY_FIRST_CELL =
            Comparator.comparingInt(SheetLayout.Merge::firstRow).thenComparingInt(SheetLayout.Merge::firstColumn);

    private final BitSet hidden = new BitSet();
    private final List<SheetLayout.Merge> merges = new ArrayList<>();

    /** Both 0-based and included; what lies outside a sheet is no column. */
    void hideColumns(int first, int last) {
        int from = Math.max(0, first);
        int to = Math.min(COLUMNS, last + 1);
        if (from < to) {
            hidden.set(from, to);
        }
    }

    void merge(SheetLayout.Merge merge) {
        merges.add(merge);
    }

    SheetLayout layout() {
        List<SheetLayout.Columns> columns = new ArrayList<>();
        for (int first = hidden.nextSetBit(0); first >= 0; first = hidden.nextSetBit(hidden.nextClearBit(first))) {
            columns.add(new SheetLayout.Columns(first, hidden.nextClearBit(first) - 1));
        }
        if (columns.isEmpty() && merges.isEmpty()) {
            return SheetLayout.PLAIN;
        }
        merges.sort(BY_FIRST_CELL);
        return new SheetLayout(columns, merges);
    }
}
