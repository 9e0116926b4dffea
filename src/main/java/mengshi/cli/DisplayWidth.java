package mengshi.cli;

import java.util.ArrayList;
import java.util.List;

/** How many columns of a terminal text takes: Chinese characters and full-width forms take two. */
final class DisplayWidth {

    private static final int[][] WIDE = {
        {0x1100, 0x115F},
        {0x2E80, 0x303E},
        {0x3041, 0x33FF},
        {0x3400, 0x4DBF},
        {0x4E00, 0x9FFF},
        {0xA000, 0xA4CF},
        {0xAC00, 0xD7A3},
        {0xF900, 0xFAFF},
        {0xFE30, 0xFE6F},
        {0xFF00, 0xFF60},
        {0xFFE0, 0xFFE6},
        {0x1F300, 0x1FAFF},
        {0x20000, 0x3FFFD}
    };

    private static final String CUT = "..";
    /** What never begins a line. */
    private static final String CLOSING = "，。；：、！？）》”’】%";

    private DisplayWidth() {}

    static int of(String text) {
        return text.codePoints().map(DisplayWidth::of).sum();
    }

    /** The text as long as it fits, else its beginning with {@code ..} after; never half a character. */
    static String cut(String text, int width) {
        if (of(text) <= width) {
            return text;
        }
        StringBuilder kept = new StringBuilder();
        int left = width - CUT.length();
        for (int character : text.codePoints().toArray()) {
            left -= of(character);
            if (left < 0) {
                break;
            }
            kept.appendCodePoint(character);
        }
        return kept.append(CUT).toString();
    }

    /**
     * The text in lines of at most {@code width} columns, each but the first indented as the first is. It breaks at blanks and
     * beside Chinese characters; what has neither, such as a path, stays whole.
     */
    static List<String> wrap(String text, int width) {
        String indent = " ".repeat((int)
                text.codePoints().takeWhile(character -> character == ' ').count());
        List<String> lines = new ArrayList<>();
        String rest = text;
        while (of(rest) > width) {
            int end = lastBreak(rest, width, indent.length());
            if (end < 0) {
                break;
            }
            lines.add(rest.substring(0, end).stripTrailing());
            rest = indent + rest.substring(end).stripLeading();
        }
        lines.add(rest);
        return lines;
    }

    /** Where the line may end at the latest; -1 if nowhere. */
    private static int lastBreak(String text, int width, int indent) {
        int last = -1;
        int columns = 0;
        int before = ' ';
        for (int i = 0; i < text.length(); i += Character.charCount(before)) {
            int character = text.codePointAt(i);
            boolean mayBreak = before == ' ' || of(before) == 2 || of(character) == 2;
            if (i > indent && mayBreak && CLOSING.indexOf(character) < 0) {
                last = i;
            }
            columns += of(character);
            if (columns > width) {
                return last;
            }
            before = character;
        }
        return -1;
    }

    private static int of(int character) {
        int type = Character.getType(character);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        for (int[] range : WIDE) {
            if (character >= range[0] && character <= range[1]) {
                return 2;
            }
        }
        return 1;
    }
}
