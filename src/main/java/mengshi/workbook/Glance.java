package mengshi.workbook;

import java.nio.charset.StandardCharsets;

/**
 * Knows one way in which whole elements are written, so that they need not be taken apart tag by tag. It must know well-formed
 * XML only, of elements without prefixes and declarations.
 */
interface Glance {

    int OTHERWISE = -1;

    /**
     * Looks at the element that begins at {@code at}.
     *
     * @param end what the buffer holds from there on is nothing yet
     * @return the place behind the element; {@link #OTHERWISE} if it is written in another way or not there as a whole
     */
    int scan(byte[] buffer, int at, int end);

    static byte[] bytes(String markup) {
        return markup.getBytes(StandardCharsets.US_ASCII);
    }

    /** Whether this markup stands at {@code at}. */
    static boolean is(byte[] markup, byte[] buffer, int at, int end) {
        if (at + markup.length > end) {
            return false;
        }
        for (int i = 0; i < markup.length; i++) {
            if (buffer[at + i] != markup[i]) {
                return false;
            }
        }
        return true;
    }
}
