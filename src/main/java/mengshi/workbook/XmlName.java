package mengshi.workbook;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The name of an element or attribute as it is written. There is one object for each, so names are compared by identity. */
final class XmlName {

    /** The name of nothing. */
    static final XmlName NONE = new XmlName(new byte[0], -1);

    private static final String DECLARATION = "xmlns";

    private final byte[] written;
    private final String prefix;
    private final String local;
    private final String unqualified;
    private final char letter;
    private final boolean declares;

    // What the prefix stands for, and the state of the declarations for which that holds.
    private String namespace = "";
    private int holdsFor = -1;

    private long lastTag;

    /** @param colon where the prefix ends; -1 if there is none */
    XmlName(byte[] written, int colon) {
        String name = new String(written, StandardCharsets.US_ASCII);
        this.written = written;
        this.prefix = colon < 0 ? "" : name.substring(0, colon).intern();
        this.local = name.substring(colon + 1).intern();
        this.declares = prefix.equals(DECLARATION) || prefix.isEmpty() && local.equals(DECLARATION);
        this.unqualified = declares || !prefix.isEmpty() ? "" : local;
        this.letter = unqualified.length() == 1 ? unqualified.charAt(0) : 0;
    }

    int length() {
        return written.length;
    }

    /** Whether the bytes at a place are those of the name. */
    boolean isAt(int at, byte[] bytes) {
        for (int i = 0; i < written.length; i++) {
            if (bytes[at + i] != written[i]) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        return XmlNames.hash(written, 0, written.length);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    /** Empty if there is none. */
    String prefix() {
        return prefix;
    }

    String local() {
        return local;
    }

    /** The name of an attribute that belongs to no namespace; empty if it belongs to one or declares one. */
    String unqualified() {
        return unqualified;
    }

    /** The same of a name of one letter; 0 if it has more. */
    char letter() {
        return letter;
    }

    /** Whether an attribute of this name declares a namespace. */
    boolean declares() {
        return declares;
    }

    /** Whether it has a prefix, and one that stands for a namespace. */
    boolean isPrefixed() {
        return unqualified.isEmpty() && !declares;
    }

    /** Whether this is asked for the first time about the tag of that number; numbers only grow. */
    boolean isFirstIn(long tag) {
        boolean first = lastTag != tag;
        lastTag = tag;
        return first;
    }

    boolean isResolvedFor(int state) {
        return holdsFor == state;
    }

    void resolve(String found, int state) {
        namespace = found;
        holdsFor = state;
    }

    String namespace() {
        return namespace;
    }

    @Override
    public String toString() {
        return new String(written, StandardCharsets.US_ASCII);
    }
}
