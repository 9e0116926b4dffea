package mengshi.workbook;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A start tag: its name, and its attributes as slices of the buffer it was found in. One object serves for all tags. */
final class XmlTag {

    private static final int CUT = -1;
    private static final int USUAL = 16;
    private static final int MOST = 256;

    private final String part;
    private final XmlNames names = new XmlNames();
    private byte[] bytes = new byte[0];
    private int end;

    /** Of the tag among those looked at, to tell attributes of this one from those of others. */
    private long number;

    private XmlName name = XmlName.NONE;
    private boolean closed;
    private boolean declares;
    private boolean prefixes;
    private boolean coded;

    // The attributes; what is not needed of the arrays holds those of earlier tags.
    private int attributes;
    private XmlName[] attribute = new XmlName[USUAL];
    private int[] from = new int[USUAL];
    private int[] to = new int[USUAL];

    XmlTag(String part) {
        this.part = part;
    }

    /**
     * Reads the start tag that begins at {@code at}.
     *
     * @return the place behind it, or -1 if the buffer ends before it does
     */
    int scan(byte[] buffer, int at, int end) throws UnusualPackage {
        this.bytes = buffer;
        this.end = end;
        number++;
        attributes = 0;
        declares = false;
        prefixes = false;
        coded = false;
        closed = false;
        if (at + 2 < end && buffer[at + 2] == '>' && XmlCharacters.isOfName(buffer[at + 1])) {
            name = named(at + 1, at + 2);
            return at + 3;
        }
        int next = behindName(at + 1);
        if (next == end) {
            return CUT;
        }
        name = named(at + 1, next);
        while (next != CUT) {
            int blank = next;
            if (XmlCharacters.isBlank(bytes[next])) {
                next = behindBlanks(bytes, next + 1, end);
            }
            if (next == end) {
                return CUT;
            }
            if (bytes[next] == '>' || bytes[next] == '/') {
                return finished(next);
            }
            if (next == blank) {
                throw unusual("no space before an attribute of " + name);
            }
            next = isShort(next) ? behindShort(next) : behindAttribute(next);
        }
        return CUT;
    }

    private int finished(int at) throws UnusualPackage {
        closed = bytes[at] == '/';
        int last = closed ? at + 1 : at;
        if (last == end) {
            return CUT;
        }
        if (bytes[last] != '>') {
            throw unusual("a stroke within the tag " + name);
        }
        if (coded) {
            for (int i = 0; i < attributes; i++) {
                to[i] = decoded(from[i], to[i]);
            }
        }
        return last + 1;
    }

    /** Whether an attribute of one letter begins, written the usual way: {@code r="…}. */
    private boolean isShort(int at) {
        byte[] in = bytes;
        return at + 3 < end && in[at + 1] == '=' && in[at + 2] == '"' && XmlCharacters.isOfName(in[at]);
    }

    private int behindShort(int at) throws UnusualPackage {
        int last = lastOfValue(at + 3, (byte) '"');
        if (last + 1 >= end) {
            return CUT;
        }
        XmlName known = names.ofLetter(bytes[at]);
        add(known == null ? named(at, at + 1) : known, at + 3, last);
        return last + 1;
    }

    private int behindAttribute(int at) throws UnusualPackage {
        int behind = behindName(at);
        int quote = quoteBehind(behind);
        if (quote == CUT) {
            return CUT;
        }
        int last = lastOfValue(quote + 1, bytes[quote]);
        if (last + 1 >= end) {
            return CUT;
        }
        add(named(at, behind), quote + 1, last);
        return last + 1;
    }

    /** Where the value's first quote is. */
    private int quoteBehind(int at) throws UnusualPackage {
        int equals = behindBlanks(bytes, at, end);
        int quote = equals == end ? end : behindBlanks(bytes, equals + 1, end);
        if (quote == end) {
            return CUT;
        }
        if (bytes[equals] != '=' || bytes[quote] != '"' && bytes[quote] != '\'') {
            throw unusual("an attribute of " + name + " without a value");
        }
        return quote;
    }

    private void add(XmlName added, int first, int last) throws UnusualPackage {
        if (!added.isFirstIn(number)) {
            throw unusual("an attribute twice: " + added);
        }
        if (attributes == from.length) {
            if (attributes == MOST) {
                throw unusual("too many attributes of " + name);
            }
            attribute = Arrays.copyOf(attribute, 2 * attributes);
            from = Arrays.copyOf(from, 2 * attributes);
            to = Arrays.copyOf(to, 2 * attributes);
        }
        attribute[attributes] = added;
        from[attributes] = first;
        to[attributes] = last;
        attributes++;
        declares |= added.declares();
        prefixes |= added.isPrefixed();
    }

    private int behindName(int at) {
        byte[] in = bytes;
        int last = end;
        int next = at;
        while (next < last && XmlCharacters.isOfName(in[next])) {
            next++;
        }
        return next;
    }

    private XmlName named(int first, int last) throws UnusualPackage {
        XmlName found = names.of(bytes, first, last);
        if (found == null) {
            throw unusual("a name written in another way: "
                    + new String(bytes, first, Math.min(last - first, USUAL), StandardCharsets.US_ASCII));
        }
        return found;
    }

    static int behindBlanks(byte[] bytes, int at, int end) {
        if (at == end || bytes[at] > ' ') {
            return at;
        }
        int next = at;
        while (next < end && XmlCharacters.isBlank(bytes[next])) {
            next++;
        }
        return next;
    }

    /** Where the closing quote is; behind the buffer if it is not there. */
    private int lastOfValue(int at, byte quote) throws UnusualPackage {
        byte[] in = bytes;
        int last = end;
        int next = at;
        while (next < last) {
            byte kind = XmlCharacters.kind(in[next]);
            if (kind == XmlCharacters.PLAIN) {
                next++;
            } else if (in[next] == quote) {
                return next;
            } else {
                int length = lengthOf(kind, next);
                if (length == XmlCharacters.CUT) {
                    return last;
                }
                next += length;
            }
        }
        return last;
    }

    private int lengthOf(byte kind, int at) throws UnusualPackage {
        int length =
                switch (kind) {
                    case XmlCharacters.QUOTE, XmlCharacters.GREATER, XmlCharacters.BLANK, XmlCharacters.RETURN -> 1;
                    case XmlCharacters.AMPERSAND -> XmlCharacters.referenceLength(bytes, at, end);
                    case XmlCharacters.MULTI -> XmlCharacters.length(bytes, at, end);
                    default -> XmlCharacters.WRONG;
                };
        if (length == XmlCharacters.WRONG) {
            throw unusual("an attribute of " + name + " with what is no character");
        }
        coded |= kind == XmlCharacters.BLANK || kind == XmlCharacters.RETURN || kind == XmlCharacters.AMPERSAND;
        return length;
    }

    /**
     * Puts characters in the place of their references, and spaces in that of line breaks; never longer than before.
     *
     * @return where the value now ends
     */
    private int decoded(int first, int last) {
        int written = first;
        int next = first;
        while (next < last) {
            byte now = bytes[next];
            int length = now == '&' ? XmlCharacters.referenceLength(bytes, next, last) : 1;
            if (now == '&') {
                written = Utf8Text.written(XmlCharacters.referred(bytes, next, next + length - 1), bytes, written);
            } else {
                length = now == '\r' && next + 1 < last && bytes[next + 1] == '\n' ? 2 : 1;
                bytes[written++] = XmlCharacters.isBlank(now) ? (byte) ' ' : now;
            }
            next += length;
        }
        return written;
    }

    XmlName name() {
        return name;
    }

    /** Whether it is its element's end tag too. */
    boolean isClosed() {
        return closed;
    }

    /** Whether one of the attributes declares a namespace. */
    boolean declares() {
        return declares;
    }

    /** Whether one of the attributes has a prefix. */
    boolean hasPrefixes() {
        return prefixes;
    }

    int attributes() {
        return attributes;
    }

    /** @param index less than {@link #attributes} */
    XmlName attribute(int index) {
        return attribute[index];
    }

    /** The bytes in which the values lie. */
    byte[] bytes() {
        return bytes;
    }

    /** Where a value begins. */
    int from(int index) {
        return from[index];
    }

    /** Where a value ends. */
    int to(int index) {
        return to[index];
    }

    String value(int index) {
        return new String(bytes, from[index], to[index] - from[index], StandardCharsets.UTF_8);
    }

    private UnusualPackage unusual(String what) {
        return new UnusualPackage(part + ": " + what);
    }
}
