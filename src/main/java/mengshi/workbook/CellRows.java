package mengshi.workbook;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gathers one sheet's cells and tells them row by row; what holds nothing but white space is not written down. */
final class CellRows {

    private static final char BYTE_ORDER_MARK = 0xFEFF;

    /** The ideographic space; nothing behind it is white. */
    private static final char LAST_BLANK = 0x3000;

    private final SheetSink sink;
    private final List<LocatedCell> current = new ArrayList<>();

    CellRows(SheetSink sink) {
        this.sink = sink;
    }

    void add(int row, int column, @Nullable CellValue value, boolean struck) {
        if (value != null && !isBlank(value)) {
            current.add(new LocatedCell(row, column, value, struck));
        }
    }

    void endRow(int row, boolean hidden) {
        if (!current.isEmpty()) {
            sink.row(new SheetContent.CellRow(row, hidden, current));
            current.clear();
        }
    }

    private static boolean isBlank(CellValue value) {
        if (value instanceof CellValue.Text text) {
            return isBlank(text.text());
        }
        return value instanceof CellValue.Blank;
    }

    /** White space is never a surrogate pair. */
    private static boolean isBlank(String text) {
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character > LAST_BLANK && character != BYTE_ORDER_MARK) {
                return false;
            }
            if (!Character.isWhitespace(character)
                    && !Character.isSpaceChar(character)
                    && character != BYTE_ORDER_MARK) {
                return false;
            }
        }
        return true;
    }
}
