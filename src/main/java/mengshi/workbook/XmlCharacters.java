package mengshi.workbook;

/** Which bytes of UTF-8 XML 1.0 allows, and what they mean to a scanner. */
final class XmlCharacters {

    /** The bytes end within what they begin. */
    static final int CUT = 0;

    /** The bytes are no character, or none that XML allows. */
    static final int WRONG = -1;

    // Kinds of bytes; text may hold those up to BLANK just as they are.
    static final byte PLAIN = 0;
    static final byte QUOTE = 1;
    static final byte BLANK = 2;
    static final byte GREATER = 3;
    static final byte RETURN = 4;
    static final byte LESS = 5;
    static final byte AMPERSAND = 6;
    static final byte MULTI = 7;
    static final byte FORBIDDEN = 8;

    private static final int BYTES = 256;
    private static final byte[] KIND = new byte[BYTES];
    private static final boolean[] NAME = new boolean[BYTES];

    private static final int ASCII = 0x80;
    private static final int LONGEST_REFERENCE = "&#x0010FFFF;".length();
    private static final int HIGHEST = 0x10FFFF;
    private static final String[] ENTITIES = {"lt;<", "gt;>", "amp;&", "quot;\"", "apos;'"};

    static {
        for (int b = 0; b < BYTES; b++) {
            KIND[b] = kindOf(b);
            boolean letter = b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z';
            NAME[b] = letter || b >= '0' && b <= '9' || b == '_' || b == '-' || b == '.' || b == ':';
        }
    }

    private XmlCharacters() {}

    private static byte kindOf(int b) {
        if (b >= ASCII) {
            return MULTI;
        }
        return switch (b) {
            case '\t', '\n' -> BLANK;
            case '\r' -> RETURN;
            case '<' -> LESS;
            case '>' -> GREATER;
            case '&' -> AMPERSAND;
            case '"', '\'' -> QUOTE;
            default -> b < ' ' ? FORBIDDEN : PLAIN;
        };
    }

    static byte kind(byte b) {
        return KIND[b & 0xFF];
    }

    /** Whether names may hold the byte. Those with other letters than ASCII's are left to another reader. */
    static boolean isOfName(byte b) {
        return NAME[b & 0xFF];
    }

    static boolean isBlank(byte b) {
        return b == ' ' || b == '\n' || b == '\t' || b == '\r';
    }

    /**
     * Measures the character beyond ASCII that begins at {@code at}.
     *
     * @return its bytes; {@link #CUT} if some are not there yet, {@link #WRONG} if it is none
     */
    static int length(byte[] bytes, int at, int end) {
        int first = bytes[at] & 0xFF;
        int length = first < 0xC2 ? WRONG : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : WRONG;
        if (length == WRONG) {
            return WRONG;
        }
        if (end - at < length) {
            return CUT;
        }
        int character = first & (0xFF >> (length + 1));
        for (int i = at + 1; i < at + length; i++) {
            if ((bytes[i] & 0xC0) != ASCII) {
                return WRONG;
            }
            character = character << 6 | bytes[i] & 0x3F;
        }
        int smallest = length == 2 ? ASCII : length == 3 ? 0x800 : 0x10000;
        return character >= smallest && isAllowed(character) ? length : WRONG;
    }

    private static boolean isAllowed(int character) {
        boolean control = character < ' ' && character != '\t' && character != '\n' && character != '\r';
        boolean surrogate = character >= 0xD800 && character <= 0xDFFF;
        boolean none = character == 0xFFFE || character == 0xFFFF;
        return !control && !surrogate && !none && character <= HIGHEST;
    }

    /**
     * Measures a reference to a character, the ampersand at {@code at} and the semicolon included. Of entities only those
     * are known that need no declaration.
     *
     * @return its bytes; {@link #CUT} if some are not there yet, {@link #WRONG} if it is none
     */
    static int referenceLength(byte[] bytes, int at, int end) {
        int last = Math.min(end, at + LONGEST_REFERENCE);
        for (int i = at + 1; i < last; i++) {
            if (bytes[i] == ';') {
                return referred(bytes, at, i) < 0 ? WRONG : i + 1 - at;
            }
        }
        return end - at < LONGEST_REFERENCE ? CUT : WRONG;
    }

    /**
     * The character a reference stands for.
     *
     * @param semicolon where the reference ends
     * @return a code point; {@link #WRONG} if there is none
     */
    static int referred(byte[] bytes, int at, int semicolon) {
        if (bytes[at + 1] == '#') {
            boolean hexadecimal = bytes[at + 2] == 'x';
            return numbered(bytes, hexadecimal ? at + 3 : at + 2, semicolon, hexadecimal ? 16 : 10);
        }
        for (String entity : ENTITIES) {
            if (is(bytes, at + 1, semicolon + 1, entity)) {
                return entity.charAt(entity.length() - 1);
            }
        }
        return WRONG;
    }

    private static boolean is(byte[] bytes, int from, int to, String entity) {
        if (to - from != entity.length() - 1) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (bytes[i] != entity.charAt(i - from)) {
                return false;
            }
        }
        return true;
    }

    private static int numbered(byte[] bytes, int from, int to, int radix) {
        int character = 0;
        for (int i = from; i < to; i++) {
            int digit = bytes[i] < 0 ? -1 : Character.digit(bytes[i], radix);
            if (digit < 0) {
                return WRONG;
            }
            character = character * radix + digit;
            if (character > HIGHEST) {
                return WRONG;
            }
        }
        return from < to && isAllowed(character) ? character : WRONG;
    }
}
