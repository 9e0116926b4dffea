package mengshi.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a part's characters are written. The formats allow UTF-8 and UTF-16; what else there is, is left to POI. */
enum XmlEncoding {
    UTF_8(StandardCharsets.UTF_8, "UTF-8"),
    UTF_16_BIG(StandardCharsets.UTF_16BE, "UTF-16", "UTF-16BE"),
    UTF_16_LITTLE(StandardCharsets.UTF_16LE, "UTF-16", "UTF-16LE");

    /** As many bytes as are needed to tell. */
    static final int HEAD = 4;

    private static final String QUOTED = "\\s*=\\s*(?:\"%1$s\"|'%1$s')";
    private static final String NAMED = "\\s*=\\s*([\"'])([A-Za-z][A-Za-z0-9._-]*)\\1";
    private static final Pattern DECLARATION = Pattern.compile("<\\?xml\\s+version"
            + String.format(QUOTED, "1\\.0") + "(?:\\s+encoding" + NAMED + ")?(?:\\s+standalone"
            + String.format(QUOTED, "(?:yes|no)") + ")?\\s*\\?>");

    private final Charset charset;
    private final String[] names;

    XmlEncoding(Charset charset, String... names) {
        this.charset = charset;
        this.names = names;
    }

    /** Told by the byte order mark, or by the first character, which is a tag's; UTF-8 if nothing tells. */
    static XmlEncoding of(byte[] head, int length) {
        int first = length < 2 ? 0 : (head[0] & 0xFF) << 8 | head[1] & 0xFF;
        return switch (first) {
            case 0xFEFF, '<' -> UTF_16_BIG;
            case 0xFFFE, '<' << 8 -> UTF_16_LITTLE;
            default -> UTF_8;
        };
    }

    /** Whether a declaration, {@code <?xml … ?>}, is one and names this encoding or none. */
    boolean allows(String declaration) {
        Matcher matcher = DECLARATION.matcher(declaration);
        if (!matcher.matches()) {
            return false;
        }
        Optional<String> named = Optional.ofNullable(matcher.group(2));
        for (String name : names) {
            if (named.isEmpty() || named.get().equalsIgnoreCase(name)) {
                return true;
            }
        }
        return false;
    }

    /** The same characters as UTF-8. Bytes that are no characters are an I/O fault, as for the class library. */
    InputStream asUtf8(InputStream content) {
        return this == UTF_8 ? content : new Rewritten(content, charset);
    }

    private static final class Rewritten extends InputStream {

        private static final int CHARACTERS = 8 * 1024;

        private final Reader reader;
        private final char[] characters = new char[CHARACTERS];
        private byte[] bytes = new byte[0];
        private int next;

        private Rewritten(InputStream content, Charset charset) {
            reader = new InputStreamReader(
                    content,
                    charset.newDecoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .onUnmappableCharacter(CodingErrorAction.REPORT));
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            Objects.checkFromIndexSize(offset, length, buffer.length);
            if (next == bytes.length && !fill()) {
                return -1;
            }
            int given = Math.min(length, bytes.length - next);
            System.arraycopy(bytes, next, buffer, offset, given);
            next += given;
            return given;
        }

        private boolean fill() throws IOException {
            int read = reader.read(characters, 0, characters.length);
            if (read < 0) {
                return false;
            }
            // The decoder never gives half a character.
            bytes = new String(characters, 0, read).getBytes(StandardCharsets.UTF_8);
            next = 0;
            return true;
        }
    }
}
