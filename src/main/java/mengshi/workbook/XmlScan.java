package mengshi.workbook;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;
import mengshi.model.FindingCode;
import org.jspecify.annotations.Nullable;

/**
 * Splits a part's bytes into start tags, end tags and text, and proves on the way that they are well-formed XML 1.0 with
 * namespaces. A tag is looked at only when it lies in the buffer as a whole; if it does not, more is read and it is
 * looked at anew. So nothing is copied or built for a tag but its name, once for all tags of that name.
 *
 * <p>Whatever is not understood, be it wrong or only rare (names beyond ASCII, other encodings than UTF-8 and UTF-16), is
 * unusual and left to POI; document types are refused.
 */
final class XmlScan {

    static final int START = 1;
    static final int END = 2;
    static final int TEXT = 3;
    static final int FINISHED = 4;

    /** Elements may be nested so deep. */
    static final int DEEPEST = 100;

    /** The buffer ends within what now begins. */
    private static final int CUT = 0;

    private static final int NOT_YET = -1;
    private static final int LARGEST_BUFFER = 4 * 1024 * 1024;

    /** So much of what has been read stays in the buffer: two brackets may be part of a wrong end of a section. */
    private static final int BEHIND = 2;

    /** Three bytes in UTF-8, as characters of one byte each. */
    private static final String BYTE_ORDER_MARK = "\u00EF\u00BB\u00BF";

    private static final String COMMENT = "<!--";
    private static final String SECTION = "<![CDATA[";
    private static final String DOCUMENT_TYPE = "<!DOCTYPE";
    private static final Pattern INSTRUCTION =
            Pattern.compile("(?s)<\\?(?![xX][mM][lL][\\s?])[A-Za-z_][A-Za-z0-9._-]*(?:\\s.*)?\\?>");

    private final String part;
    private final XmlTag tag;
    private final XmlText characters;
    private final XmlNamespaces namespaces;
    private final XmlName[] open = new XmlName[DEEPEST];
    private InputStream content;
    private XmlEncoding encoding = XmlEncoding.UTF_8;
    private byte[] buffer;
    private int at;
    private int end;
    private int where;
    private boolean ended;
    private int depth;
    private boolean begun;
    private boolean rootSeen;
    private boolean closed;
    private String namespace = "";

    /** @param size the part's, as far as it is known: a small part needs a small buffer only */
    XmlScan(String part, InputStream content, int size) throws IOException, UnusualPackage {
        this.part = part;
        this.tag = new XmlTag(part);
        this.namespaces = new XmlNamespaces(part);
        this.content = content;
        this.characters = new XmlText(part);
        this.buffer = new byte[Math.max(XmlEncoding.HEAD, size) + 1];
        begin();
    }

    private void begin() throws IOException, UnusualPackage {
        head();
        encoding = XmlEncoding.of(buffer, end);
        if (encoding != XmlEncoding.UTF_8) {
            InputStream first = new ByteArrayInputStream(Arrays.copyOf(buffer, end));
            content = encoding.asUtf8(new SequenceInputStream(first, content));
            end = 0;
            ended = false;
            head();
        }
        at = begins(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length() : 0;
    }

    private void head() throws IOException, UnusualPackage {
        while (end < XmlEncoding.HEAD && !ended) {
            more();
        }
    }

    /**
     * Goes on to the next tag, piece of text or the end of all.
     *
     * @param text is added the text, if any is wanted
     */
    int next(@Nullable Utf8Text text) throws IOException, UnusualPackage, WorkbookRefused {
        where = at;
        int token = token(text);
        while (token == CUT) {
            more();
            token = token(text);
        }
        begun = true;
        return token;
    }

    /** Passes over the element that begins here, if it can be taken in at a glance. */
    boolean passes(Glance glance) {
        int behind = closed ? Glance.OTHERWISE : glance.scan(buffer, at, end);
        if (behind != Glance.OTHERWISE) {
            at = behind;
        }
        return behind != Glance.OTHERWISE;
    }

    /** How many elements are open, the one whose start tag was met last included. */
    int depth() {
        return depth;
    }

    /** The start tag met last, until the scan goes on. */
    XmlTag tag() {
        return tag;
    }

    /** Where in the buffer the tag met last begins; of one that ends its element too, behind it for that end. */
    int where() {
        return where;
    }

    /** The namespace of the element whose start tag was met last; empty if it has none. */
    String namespace() {
        return namespace;
    }

    /** The namespace of a name in that start tag; empty if it has none. */
    String namespace(XmlName name) throws UnusualPackage {
        return namespaces.of(name);
    }

    UnusualPackage unusual(String what) {
        return new UnusualPackage(part + ": " + what);
    }

    private void more() throws IOException, UnusualPackage {
        if (ended) {
            throw unusual("it ends too early");
        }
        int kept = Math.max(0, at - BEHIND);
        System.arraycopy(buffer, kept, buffer, 0, end - kept);
        at -= kept;
        end -= kept;
        if (end == buffer.length) {
            if (end >= LARGEST_BUFFER) {
                throw unusual("a tag, comment or section of over " + LARGEST_BUFFER + " bytes");
            }
            buffer = Arrays.copyOf(buffer, 2 * end);
        }
        try {
            end += content.readNBytes(buffer, end, buffer.length - end);
        } catch (CharacterCodingException e) {
            throw unusual("what is no character");
        }
        ended = end < buffer.length;
    }

    private int token(@Nullable Utf8Text text) throws UnusualPackage, WorkbookRefused {
        if (closed) {
            closed = false;
            return leave();
        }
        if (at == end) {
            return ended && depth == 0 && rootSeen ? FINISHED : CUT;
        }
        if (buffer[at] != '<') {
            return depth > 0 ? text(text) : blanks();
        }
        if (at + 1 == end) {
            return CUT;
        }
        return switch (buffer[at + 1]) {
            case '/' -> endTag();
            case '!' -> declaration(text);
            case '?' -> instruction();
            default -> startTag();
        };
    }

    private int startTag() throws UnusualPackage, WorkbookRefused {
        int behind = tag.scan(buffer, at, end);
        if (behind == NOT_YET) {
            return CUT;
        }
        if (depth == 0 && rootSeen || depth == DEEPEST) {
            throw unusual(depth == 0 ? "a second root element" : "elements nested too deep");
        }
        at = behind;
        rootSeen = true;
        closed = tag.isClosed();
        open[depth] = tag.name();
        depth++;
        namespace = namespaces.enter(tag, depth);
        return START;
    }

    private int endTag() throws UnusualPackage {
        if (depth == 0) {
            throw unusual("an end tag without a start tag");
        }
        XmlName name = open[depth - 1];
        int written = at + 2;
        int length = name.length();
        if (written + length >= end) {
            return CUT;
        }
        int behind = XmlTag.behindBlanks(buffer, written + length, end);
        if (behind == end) {
            return CUT;
        }
        if (buffer[behind] != '>' || !name.isAt(written, buffer)) {
            throw unusual("another end tag than that of " + name);
        }
        at = behind + 1;
        return leave();
    }

    private int leave() {
        namespaces.leave(depth);
        depth--;
        return END;
    }

    /** White space around the root element, which is no text. */
    private int blanks() throws UnusualPackage {
        int behind = XmlTag.behindBlanks(buffer, at, end);
        if (behind == at) {
            throw unusual("text outside the root element");
        }
        at = behind;
        return TEXT;
    }

    private int text(@Nullable Utf8Text text) throws UnusualPackage, WorkbookRefused {
        int behind = characters.scan(buffer, at, end, text);
        return behind == at ? CUT : passed(behind);
    }

    private int declaration(@Nullable Utf8Text text) throws UnusualPackage, WorkbookRefused {
        if (begins(COMMENT)) {
            return passed(characters.comment(buffer, at + COMMENT.length(), end));
        }
        if (begins(SECTION) && depth > 0) {
            return passed(characters.section(buffer, at + SECTION.length(), end, text));
        }
        if (begins(DOCUMENT_TYPE)) {
            throw new WorkbookRefused(FindingCode.EXTERNAL_ENTITIES, "DOCTYPE: " + part);
        }
        if (end - at >= DOCUMENT_TYPE.length()) {
            throw unusual("another declaration than is known");
        }
        return CUT;
    }

    private boolean begins(String word) {
        boolean begins = end - at >= word.length();
        for (int i = 0; begins && i < word.length(); i++) {
            begins = (buffer[at + i] & 0xFF) == word.charAt(i);
        }
        return begins;
    }

    private int passed(int behind) {
        if (behind == XmlText.CUT) {
            return CUT;
        }
        at = behind;
        return TEXT;
    }

    private int instruction() throws UnusualPackage {
        int from = at + 2;
        int last = characters.find(buffer, from, end, '?', '>');
        if (last == XmlText.CUT) {
            return CUT;
        }
        String written = new String(buffer, at, last + 2 - at, StandardCharsets.ISO_8859_1);
        boolean known = INSTRUCTION.matcher(written).matches() || !begun && encoding.allows(written);
        if (!known) {
            throw unusual("an instruction or declaration written in another way");
        }
        return passed(last + 2);
    }
}
