package mengshi.workbook;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import mengshi.model.FindingCode;

/** A text as UTF-8 bytes, gathered piece by piece; made once and used again for the next text. */
final class Utf8Text {

    private static final int USUAL = 64;
    private static final int LONGEST = 1 << 20;

    private byte[] bytes = new byte[USUAL];
    private int length;

    void clear() {
        length = 0;
    }

    void add(byte[] from, int start, int end) throws WorkbookRefused {
        int size = end - start;
        makeRoom(size);
        System.arraycopy(from, start, bytes, length, size);
        length += size;
    }

    void add(int codePoint) throws WorkbookRefused {
        makeRoom(4);
        length = written(codePoint, bytes, length);
    }

    /** @return the place behind the character's bytes */
    static int written(int codePoint, byte[] to, int at) {
        int next = at;
        if (codePoint < 0x80) {
            to[next++] = (byte) codePoint;
            return next;
        }
        if (codePoint < 0x800) {
            to[next++] = (byte) (0xC0 | codePoint >> 6);
        } else {
            if (codePoint < 0x10000) {
                to[next++] = (byte) (0xE0 | codePoint >> 12);
            } else {
                to[next++] = (byte) (0xF0 | codePoint >> 18);
                to[next++] = (byte) (0x80 | codePoint >> 12 & 0x3F);
            }
            to[next++] = (byte) (0x80 | codePoint >> 6 & 0x3F);
        }
        to[next++] = (byte) (0x80 | codePoint & 0x3F);
        return next;
    }

    private void makeRoom(int more) throws WorkbookRefused {
        if (length + more > LONGEST) {
            throw new WorkbookRefused(FindingCode.FILE_OVER_LIMIT, "文本字节 / bytes of a text > " + LONGEST);
        }
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(length + more, 2 * bytes.length));
        }
    }

    /** The bytes, of which {@link #length} count, until the text is changed. */
    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    boolean isEmpty() {
        return length == 0;
    }

    /** Whether there is nothing but white space, as {@link String#isBlank} understands it. */
    boolean isBlank() {
        for (int i = 0; i < length; i++) {
            if (!XmlCharacters.isBlank(bytes[i])) {
                return bytes[i] < 0 && toString().isBlank();
            }
        }
        return true;
    }

    /**
     * A whole number of at most nine digits and nothing else.
     *
     * @return -1 if this is none
     */
    int whole() {
        return whole(bytes, 0, length);
    }

    /** The same of a slice. */
    static int whole(byte[] bytes, int from, int to) {
        if (from == to || to - from > 9) {
            return -1;
        }
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = bytes[i] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    @Override
    public String toString() {
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }
}
