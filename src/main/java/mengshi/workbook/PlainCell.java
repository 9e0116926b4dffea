package mengshi.workbook;

/**
 * A cell written as nearly all are: with a number or the number of a shared text, {@code <c r="D5" s="1" t="s"><v>20</v></c>},
 * or with nothing in it, {@code <c r="D5" s="1"/>}.
 */
final class PlainCell implements Glance {

    private static final byte[] BEGINNING = Glance.bytes("<c ");
    private static final byte[] VALUE = Glance.bytes("><v>");
    private static final byte[] END = Glance.bytes("</v></c>");
    private static final byte[] EMPTY = Glance.bytes("/>");

    /** A letter, the sign of equality, a quote. */
    private static final int BEFORE_VALUE = 3;

    private byte[] bytes = new byte[0];
    private int end;
    private boolean addressed;
    private boolean styled;
    private boolean typed;
    private long reference;
    private int style;
    private boolean shared;
    private int from;
    private int to;

    @Override
    public int scan(byte[] buffer, int at, int last) {
        bytes = buffer;
        end = last;
        addressed = false;
        styled = false;
        typed = false;
        reference = Reference.NONE;
        style = 0;
        shared = false;
        from = 0;
        to = 0;
        int next = is(BEGINNING, at) ? behindAttributes(at + BEGINNING.length) : OTHERWISE;
        if (next == OTHERWISE) {
            return OTHERWISE;
        }
        if (is(EMPTY, next)) {
            return next + EMPTY.length;
        }
        if (!is(VALUE, next)) {
            return OTHERWISE;
        }
        from = next + VALUE.length;
        to = behindNumber(from);
        return to > from && is(END, to) ? to + END.length : OTHERWISE;
    }

    private boolean is(byte[] written, int at) {
        return Glance.is(written, bytes, at, end);
    }

    private int behindAttributes(int at) {
        int next = at;
        while (next + BEFORE_VALUE < end && bytes[next + 1] == '=' && bytes[next + 2] == '"') {
            int first = next + BEFORE_VALUE;
            int last = first;
            while (last < end && isOfAddress(bytes[last])) {
                last++;
            }
            if (last == end || bytes[last] != '"' || !take(bytes[next], first, last)) {
                return OTHERWISE;
            }
            next = last + 1;
            if (next == end || bytes[next] != ' ') {
                return next;
            }
            next++;
        }
        return OTHERWISE;
    }

    private boolean take(byte name, int first, int last) {
        return switch (name) {
            case 'r' -> !addressed && isReference(first, last);
            case 's' -> !styled && isStyle(first, last);
            case 't' -> !typed && isType(first, last);
            default -> false;
        };
    }

    private boolean isReference(int first, int last) {
        addressed = true;
        reference = Reference.of(bytes, first, last);
        return reference != Reference.NONE;
    }

    private boolean isStyle(int first, int last) {
        styled = true;
        style = Utf8Text.whole(bytes, first, last);
        return style >= 0;
    }

    private boolean isType(int first, int last) {
        typed = true;
        shared = bytes[first] == 's';
        return last == first + 1 && (shared || bytes[first] == 'n');
    }

    private static boolean isOfAddress(byte letter) {
        return letter >= '0' && letter <= '9' || letter >= 'A' && letter <= 'Z' || letter == 's' || letter == 'n';
    }

    private int behindNumber(int at) {
        byte[] in = bytes;
        int next = at;
        while (next < end && isOfNumber(in[next])) {
            next++;
        }
        return next;
    }

    private static boolean isOfNumber(byte letter) {
        return letter >= '0' && letter <= '9' || letter == '.' || letter == '-' || letter == 'E' || letter == '+';
    }

    /** Whether the cell says where it stands. */
    boolean isAddressed() {
        return addressed;
    }

    /** Where it says that it stands. */
    long reference() {
        return reference;
    }

    int style() {
        return style;
    }

    /** Whether its value is the number of a shared text. */
    boolean isShared() {
        return shared;
    }

    /** Whether it has no value. */
    boolean isEmpty() {
        return from == to;
    }

    /** Puts its value into {@code into} in place of what that held. */
    void value(Utf8Text into) throws WorkbookRefused {
        into.clear();
        into.add(bytes, from, to);
    }
}
