package mengshi.targets;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the numerals of a changed paragraph again by their order: what was put in or taken out shows as a numeral
 * without a row or a row without a numeral, and those around it keep theirs.
 */
final class Reflow {

    private final List<ClassifiedNumeral> rows;
    private final List<Numeral> numerals;
    private final int[][] longest;

    /** Both of one paragraph, in the order of the text. */
    Reflow(List<ClassifiedNumeral> rows, List<Numeral> numerals) {
        this.rows = rows;
        this.numerals = numerals;
        this.longest = new int[rows.size() + 1][numerals.size() + 1];
        for (int i = rows.size() - 1; i >= 0; i--) {
            for (int j = numerals.size() - 1; j >= 0; j--) {
                longest[i][j] = same(i, j) ? longest[i + 1][j + 1] + 1 : Math.max(longest[i + 1][j], longest[i][j + 1]);
            }
        }
    }

    /** Where each row's numeral stands now; a row whose numeral is gone has no entry. */
    Map<ClassifiedNumeral, Integer> offsets() {
        Map<ClassifiedNumeral, Integer> offsets = new HashMap<>();
        int i = 0;
        int j = 0;
        while (i < rows.size() && j < numerals.size()) {
            if (same(i, j)) {
                offsets.put(rows.get(i++), numerals.get(j++).offset());
            } else if (longest[i + 1][j] >= longest[i][j + 1]) {
                i++;
            } else {
                j++;
            }
        }
        return offsets;
    }

    private boolean same(int row, int numeral) {
        return rows.get(row).text().equals(numerals.get(numeral).text());
    }
}
