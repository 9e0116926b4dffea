package mengshi.intake;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Finds the declaration of a document type in XML of whatever encoding. */
final class DocumentType {

    private static final byte[] WORD = "<!DOCTYPE".getBytes(StandardCharsets.US_ASCII);

    /** By how much to go on from a byte that may be the word's last one: as far as the word has no such byte. */
    private static final byte[] STEP = new byte[1 << Byte.SIZE];

    static {
        Arrays.fill(STEP, (byte) WORD.length);
        for (int i = 0; i < WORD.length - 1; i++) {
            STEP[WORD[i]] = (byte) (WORD.length - 1 - i);
        }
    }

    private DocumentType() {}

    /** @param length how many of the bytes count */
    static boolean isDeclaredIn(byte[] bytes, int length) {
        int last = WORD.length - 1;
        for (int at = last; at < length; at += STEP[bytes[at] & 0xFF]) {
            if (bytes[at] == 0) {
                return isAmongWideOnes(bytes, length);
            }
            if (bytes[at] == WORD[last] && Arrays.equals(bytes, at - last, at + 1, WORD, 0, WORD.length)) {
                return true;
            }
        }
        return false;
    }

    /** In UTF-16 the letters of ASCII have a zero byte beside them. */
    private static boolean isAmongWideOnes(byte[] bytes, int length) {
        return new String(bytes, 0, length, StandardCharsets.ISO_8859_1)
                .replace("\0", "")
                .contains(new String(WORD, StandardCharsets.US_ASCII));
    }
}
