package mengshi.warehouse;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Rows in the text format of PostgreSQL's COPY, as bytes: tabs between cells, {@code \N} for null. */
final class CopyText {

    private static final int FIRST_BYTES = 1 << 14;
    private static final int MOST_BYTES_OF_CHAR = 4;
    private static final int ASCII = 0x80;
    private static final int TWO_BYTES = 0x800;
    private static final int WORDS = 1 << 10;

    /** Of whole numbers that fit into an int, whatever their first digit. */
    private static final int MOST_DIGITS = 9;

    private byte[] bytes = new byte[FIRST_BYTES];
    private int size;
    private boolean rowBegun;

    // Words and how they are written; a word displaces the one that had its place.
    private final @Nullable String[] words = new String[WORDS];
    private final byte[][] written = new byte[WORDS][];

    /** A cell that says the same in many rows: the name of a sheet, a line, a unit. */
    CopyText word(String word) {
        int hash = word.hashCode();
        int place = (hash ^ hash >>> 16) & WORDS - 1;
        if (!word.equals(words[place])) {
            separate();
            int from = size;
            write(word);
            words[place] = word;
            written[place] = Arrays.copyOfRange(bytes, from, size);
            return this;
        }
        separate();
        byte[] known = written[place];
        reserve(known.length);
        System.arraycopy(known, 0, bytes, size, known.length);
        size += known.length;
        return this;
    }

    CopyText cell(@Nullable String text) {
        separate();
        if (text == null) {
            reserve(2);
            bytes[size++] = '\\';
            bytes[size++] = 'N';
            return this;
        }
        write(text);
        return this;
    }

    private void write(String text) {
        reserve(MOST_BYTES_OF_CHAR * text.length());
        int length = text.length();
        for (int i = 0; i < length; i++) {
            char character = text.charAt(i);
            if (character < ASCII) {
                ascii((byte) character);
            } else if (Character.isSurrogate(character)) {
                i += pair(text, i);
            } else {
                beyondAscii(character);
            }
        }
    }

    private void ascii(byte character) {
        switch (character) {
            case '\\', '\t', '\n', '\r' -> {
                bytes[size++] = '\\';
                bytes[size++] =
                        (byte) (character == '\t' ? 't' : character == '\n' ? 'n' : character == '\r' ? 'r' : '\\');
            }
            // PostgreSQL text cannot hold it; nothing a person wrote can contain it either.
            case '\0' -> bytes[size++] = ' ';
            default -> bytes[size++] = character;
        }
    }

    private void beyondAscii(int character) {
        if (character < TWO_BYTES) {
            bytes[size++] = (byte) (0xC0 | character >> 6);
        } else {
            bytes[size++] = (byte) (0xE0 | character >> 12);
            bytes[size++] = (byte) (0x80 | character >> 6 & 0x3F);
        }
        bytes[size++] = (byte) (0x80 | character & 0x3F);
    }

    /** @return how many chars beyond the first were taken; half a pair is written as Java writes it, a question mark */
    private int pair(String text, int at) {
        int point = text.codePointAt(at);
        if (!Character.isSupplementaryCodePoint(point)) {
            bytes[size++] = '?';
            return 0;
        }
        bytes[size++] = (byte) (0xF0 | point >> 18);
        bytes[size++] = (byte) (0x80 | point >> 12 & 0x3F);
        bytes[size++] = (byte) (0x80 | point >> 6 & 0x3F);
        bytes[size++] = (byte) (0x80 | point & 0x3F);
        return 1;
    }

    CopyText cell(@Nullable BigDecimal number) {
        if (number != null && number.scale() == 0 && number.signum() > 0 && number.precision() <= MOST_DIGITS) {
            return digits(number.intValue(), number.precision());
        }
        return cell(number == null ? null : number.toPlainString());
    }

    private CopyText digits(int number, int count) {
        separate();
        reserve(count);
        int rest = number;
        for (int at = size + count - 1; at >= size; at--) {
            int shorter = rest / 10;
            bytes[at] = (byte) ('0' + rest - 10 * shorter);
            rest = shorter;
        }
        size += count;
        return this;
    }

    CopyText cell(long number) {
        return cell(Long.toString(number));
    }

    void endRow() {
        reserve(1);
        bytes[size++] = '\n';
        rowBegun = false;
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** The rows, to be read before others are added. */
    InputStream input() {
        return new ByteArrayInputStream(bytes, 0, size);
    }

    /** Forgets the rows and keeps the room they took. */
    void clear() {
        size = 0;
        rowBegun = false;
    }

    private void separate() {
        if (rowBegun) {
            reserve(1);
            bytes[size++] = '\t';
        }
        rowBegun = true;
    }

    private void reserve(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
        }
    }
}
