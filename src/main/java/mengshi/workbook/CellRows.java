package mengshi.workbook;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gathers one sheet's cells row by row; what holds nothing but white space is not written down. */
final class CellRows {

    private final List<SheetContent.CellRow> rows = new ArrayList<>();
    private List<LocatedCell> current = new ArrayList<>();

    void add(int row, int column, @Nullable CellValue value, boolean struck) {
        if (value != null && !isBlank(value)) {
            current.add(new LocatedCell(row, column, value, struck));
        }
    }

    void endRow(int row, boolean hidden) {
        if (!current.isEmpty()) {
            rows.add(new SheetContent.CellRow(row, hidden, current));
            current = new ArrayList<>();
        }
    }

    List<SheetContent.CellRow> rows() {
        return rows;
    }

    private static boolean isBlank(CellValue value) {
        return value instanceof CellValue.Blank
                || value instanceof CellValue.Text text
                        && text.text().codePoints().allMatch(CellRows::isWhite);
    }

    private static boolean isWhite(int character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character) || character == 0xFEFF;
    }
}
