package mengshi.workbook;

import org.jspecify.annotations.Nullable;

/** What stands between tags: text, comments, sections and instructions, character by character. */
final class XmlText {

    /** The buffer ends within what is read. */
    static final int CUT = -1;

    private final String part;
    private byte[] bytes = new byte[0];
    private int end;

    XmlText(String part) {
        this.part = part;
    }

    /**
     * Reads text up to the next tag, or as much of it as is there.
     *
     * @param text is added it, if it is wanted
     * @return the place behind it; {@code at} if there is not enough yet
     */
    int scan(byte[] buffer, int at, int last, @Nullable Utf8Text text) throws UnusualPackage, WorkbookRefused {
        this.bytes = buffer;
        this.end = last;
        int from = at;
        int next = at;
        while (true) {
            next = behindPlain(next);
            if (next == end || bytes[next] == '<') {
                break;
            }
            boolean asItIs = bytes[next] == '>' || bytes[next] < 0;
            if (!asItIs && text != null) {
                text.add(bytes, from, next);
            }
            int length = asItIs ? length(next) : replaced(next, text);
            if (length == XmlCharacters.CUT) {
                from = asItIs ? from : next;
                break;
            }
            next += length;
            from = asItIs ? from : next;
        }
        if (text != null) {
            text.add(bytes, from, next);
        }
        return next;
    }

    private int behindPlain(int at) {
        byte[] in = bytes;
        int last = end;
        int next = at;
        while (next < last && XmlCharacters.kind(in[next]) <= XmlCharacters.BLANK) {
            next++;
        }
        return next;
    }

    /** Of a bracket that must not end anything here, or of a character beyond ASCII. */
    private int length(int at) throws UnusualPackage {
        if (bytes[at] == '>') {
            if (at >= 2 && bytes[at - 1] == ']' && bytes[at - 2] == ']') {
                throw unusual("the end of a section that never began");
            }
            return 1;
        }
        return required(XmlCharacters.length(bytes, at, end));
    }

    /** Adds what a reference or a line break stands for. */
    private int replaced(int at, @Nullable Utf8Text text) throws UnusualPackage, WorkbookRefused {
        int length;
        int character = '\n';
        if (bytes[at] == '&') {
            length = required(XmlCharacters.referenceLength(bytes, at, end));
            character = length == XmlCharacters.CUT ? 0 : XmlCharacters.referred(bytes, at, at + length - 1);
        } else if (bytes[at] == '\r') {
            length = at + 1 == end ? XmlCharacters.CUT : bytes[at + 1] == '\n' ? 2 : 1;
        } else {
            throw unusual("what is no character");
        }
        if (length != XmlCharacters.CUT && text != null) {
            text.add(character);
        }
        return length;
    }

    /**
     * Looks for two characters, and at those before them.
     *
     * @return where they are; {@link #CUT} if they have not been met
     */
    int find(byte[] buffer, int at, int last, char first, char second) throws UnusualPackage {
        this.bytes = buffer;
        this.end = last;
        int next = at;
        while (next < end) {
            byte kind = XmlCharacters.kind(bytes[next]);
            if (bytes[next] == first && next + 1 < end && bytes[next + 1] == second) {
                return next;
            }
            int length = kind == XmlCharacters.MULTI ? required(XmlCharacters.length(bytes, next, end)) : 1;
            if (kind == XmlCharacters.FORBIDDEN) {
                throw unusual("what is no character");
            }
            if (length == XmlCharacters.CUT) {
                return CUT;
            }
            next += length;
        }
        return CUT;
    }

    /** @return the place behind a comment whose first character is at {@code at} */
    int comment(byte[] buffer, int at, int last) throws UnusualPackage {
        int strokes = find(buffer, at, last, '-', '-');
        if (strokes == CUT || strokes + 2 == last) {
            return CUT;
        }
        if (buffer[strokes + 2] != '>') {
            throw unusual("two strokes within a comment");
        }
        return strokes + 3;
    }

    /** @return the place behind a section whose first character is at {@code at} */
    int section(byte[] buffer, int at, int last, @Nullable Utf8Text text) throws UnusualPackage, WorkbookRefused {
        int brackets = find(buffer, at, last, ']', ']');
        while (brackets != CUT && brackets + 2 < last && buffer[brackets + 2] != '>') {
            brackets = find(buffer, brackets + 1, last, ']', ']');
        }
        if (brackets == CUT || brackets + 2 == last) {
            return CUT;
        }
        add(buffer, at, brackets, text);
        return brackets + 3;
    }

    /** Adds a section's characters, line breaks written in one way. */
    private static void add(byte[] bytes, int first, int last, @Nullable Utf8Text text) throws WorkbookRefused {
        if (text == null) {
            return;
        }
        int from = first;
        for (int i = first; i < last; i++) {
            if (bytes[i] == '\r') {
                text.add(bytes, from, i);
                boolean pair = i + 1 < last && bytes[i + 1] == '\n';
                from = i + 1;
                if (!pair) {
                    text.add('\n');
                }
            }
        }
        text.add(bytes, from, last);
    }

    private int required(int length) throws UnusualPackage {
        if (length == XmlCharacters.WRONG) {
            throw unusual("what is no character");
        }
        return length;
    }

    private UnusualPackage unusual(String what) {
        return new UnusualPackage(part + ": " + what);
    }
}
