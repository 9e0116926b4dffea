package mengshi.workbook;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The names met in one part, each made once, found again by their bytes. */
final class XmlNames {

    private static final int ASCII = 128;
    private static final int FIRST_SIZE = 128;
    private static final int MOST = 4096;

    private final @Nullable XmlName[] ofOneLetter = new XmlName[ASCII];
    private @Nullable XmlName[] table = new XmlName[FIRST_SIZE];
    private int count;

    /** @return nothing if this is no name with at most one prefix, or if there are too many names to be honest */
    @Nullable
    XmlName of(byte[] bytes, int from, int to) {
        if (to - from == 1) {
            XmlName known = ofLetter(bytes[from]);
            return known != null ? known : made(bytes, from, to);
        }
        for (int slot = hash(bytes, from, to) & table.length - 1; ; slot = slot + 1 & table.length - 1) {
            XmlName known = table[slot];
            if (known == null) {
                return made(bytes, from, to);
            }
            if (known.length() == to - from && known.isAt(from, bytes)) {
                return known;
            }
        }
    }

    /** @return nothing if no name of this one letter has been met yet */
    @Nullable
    XmlName ofLetter(byte letter) {
        return ofOneLetter[letter];
    }

    static int hash(byte[] bytes, int from, int to) {
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + bytes[i];
        }
        return hash;
    }

    private @Nullable XmlName made(byte[] bytes, int from, int to) {
        int colon = -1;
        boolean begins = true;
        for (int i = from; i < to; i++) {
            boolean second = bytes[i] == ':' && (colon >= 0 || begins);
            if (second || begins && !begins(bytes[i])) {
                return null;
            }
            begins = bytes[i] == ':';
            colon = begins ? i - from : colon;
        }
        if (begins || count == MOST) {
            return null;
        }
        XmlName name = new XmlName(Arrays.copyOfRange(bytes, from, to), colon);
        if (to - from == 1) {
            ofOneLetter[bytes[from]] = name;
        } else {
            add(name);
        }
        return name;
    }

    private static boolean begins(byte letter) {
        return letter >= 'a' && letter <= 'z' || letter >= 'A' && letter <= 'Z' || letter == '_';
    }

    private void add(XmlName name) {
        count++;
        if (2 * count > table.length) {
            @Nullable XmlName[] before = table;
            table = new XmlName[2 * before.length];
            for (XmlName known : before) {
                if (known != null) {
                    put(known);
                }
            }
        }
        put(name);
    }

    private void put(XmlName name) {
        int slot = name.hashCode() & table.length - 1;
        while (table[slot] != null) {
            slot = slot + 1 & table.length - 1;
        }
        table[slot] = name;
    }
}
