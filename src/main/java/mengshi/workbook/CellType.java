package mengshi.workbook;

import org.jspecify.annotations.Nullable;

/** What the stored text of a cell means. */
enum CellType {
    NUMBER("n"),
    SHARED_TEXT("s"),
    TEXT("str"),
    INLINE_TEXT("inlineStr"),
    TRUTH("b"),
    FAULT("e"),
    DAY("d");

    private static final CellType[] ALL = values();

    private final String written;

    CellType(String written) {
        this.written = written;
    }

    /** @return nothing if no type is written so */
    static @Nullable CellType of(byte[] bytes, int from, int to) {
        for (CellType type : ALL) {
            if (type.is(bytes, from, to)) {
                return type;
            }
        }
        return null;
    }

    private boolean is(byte[] bytes, int from, int to) {
        if (to - from != written.length()) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (bytes[i] != written.charAt(i - from)) {
                return false;
            }
        }
        return true;
    }
}
