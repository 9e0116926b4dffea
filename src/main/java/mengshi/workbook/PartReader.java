package mengshi.workbook;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Walks through a part's elements. Elements nobody asks for are passed over with all they hold. */
final class PartReader {

    static final Set<String> SPREADSHEET = Set.of(Markup.MAIN, "http://purl.oclc.org/ooxml/spreadsheetml/main");

    private static final int LARGEST_BUFFER = 64 * 1024;

    private final XmlScan xml;
    private final Set<String> vocabulary;
    private final Utf8Text text = new Utf8Text();
    private String known = "";

    private PartReader(XmlScan xml, Set<String> vocabulary) {
        this.xml = xml;
        this.vocabulary = vocabulary;
    }

    /** @param vocabulary the namespaces whose elements are meant; those of others have no name */
    static PartReader of(String part, PartStream content, Set<String> vocabulary) throws IOException, UnusualPackage {
        return of(part, content, content.size(), vocabulary);
    }

    static PartReader of(String part, byte[] content, Set<String> vocabulary) throws IOException, UnusualPackage {
        return of(part, new ByteArrayInputStream(content), content.length, vocabulary);
    }

    /** The same with all of the part in the buffer, so that places in it can be told. */
    static PartReader whole(String part, byte[] content, Set<String> vocabulary) throws IOException, UnusualPackage {
        return new PartReader(new XmlScan(part, new ByteArrayInputStream(content), content.length), vocabulary);
    }

    private static PartReader of(String part, InputStream content, long size, Set<String> vocabulary)
            throws IOException, UnusualPackage {
        // A small part needs a small buffer only.
        int buffer = (int) Math.min(LARGEST_BUFFER, Math.max(0, size));
        return new PartReader(new XmlScan(part, content, buffer), vocabulary);
    }

    /** Moves to the outermost element. */
    void root(String name) throws IOException, UnusualPackage, WorkbookRefused {
        if (!nextChild(0) || !name().equals(name)) {
            throw unusual("another root element than " + name);
        }
    }

    /**
     * Moves to the next element right within the one at {@code parent}, the outermost one's depth being 1.
     *
     * @return false at the parent's end
     */
    boolean nextChild(int parent) throws IOException, UnusualPackage, WorkbookRefused {
        while (true) {
            int event = xml.next(null);
            if (event == XmlScan.START && xml.depth() == parent + 1) {
                return true;
            }
            if (event == XmlScan.END && xml.depth() < parent || event == XmlScan.FINISHED) {
                return false;
            }
        }
    }

    /** Whether the element has no prefix, so that its children without one are of the same vocabulary. */
    boolean isUnprefixed() {
        return xml.tag().name().prefix().isEmpty();
    }

    /**
     * Passes over the element that begins here, if it can be taken in at a glance. Its parent must be without prefix, and
     * one that is meant.
     */
    boolean passes(Glance glance) {
        return xml.passes(glance);
    }

    /** Everything behind the outermost element, where only white space may be. */
    void finish() throws IOException, UnusualPackage, WorkbookRefused {
        while (xml.next(null) != XmlScan.FINISHED) {
            // The scan complains if there is more.
        }
    }

    /** The element's own name, empty if it belongs to another vocabulary. */
    String name() {
        String namespace = xml.namespace();
        if (namespace != known) {
            if (!vocabulary.contains(namespace)) {
                return "";
            }
            known = namespace;
        }
        return xml.tag().name().local();
    }

    int attributes() {
        return xml.tag().attributes();
    }

    /** The name of an attribute that has no namespace, else empty. */
    String attributeName(int index) {
        return xml.tag().attribute(index).unqualified();
    }

    /** The start tag itself, for those who take its values from its bytes. */
    XmlTag tag() {
        return xml.tag();
    }

    /** The value of an attribute without a namespace, nothing if it is not there. */
    @Nullable
    String attribute(String name) {
        int index = indexOf(name);
        return index < 0 ? null : xml.tag().value(index);
    }

    private int indexOf(String name) {
        for (int i = 0; i < attributes(); i++) {
            if (attributeName(i).equals(name)) {
                return i;
            }
        }
        return -1;
    }

    /** The value of an attribute out of one of the namespaces. */
    @Nullable
    String attribute(Set<String> namespaces, String local) throws UnusualPackage {
        for (int i = 0; i < attributes(); i++) {
            XmlName name = xml.tag().attribute(i);
            if (name.isPrefixed() && name.local().equals(local) && namespaces.contains(xml.namespace(name))) {
                return xml.tag().value(i);
            }
        }
        return null;
    }

    /** A yes or no; no if it is not there. */
    boolean flag(String name) throws UnusualPackage {
        String value = attribute(name);
        return value != null && truth(value);
    }

    boolean truth(String value) throws UnusualPackage {
        return switch (value) {
            case "1", "true" -> true;
            case "0", "false" -> false;
            default -> throw unusual("neither true nor false: " + value);
        };
    }

    /** A whole number that is at least 0; another one if the attribute is not there. */
    int whole(String name, int otherwise) throws UnusualPackage {
        int index = indexOf(name);
        return index < 0 ? otherwise : whole(index);
    }

    /** The same of the attribute at {@code index}. */
    int whole(int index) throws UnusualPackage {
        XmlTag tag = xml.tag();
        int number = Utf8Text.whole(tag.bytes(), tag.from(index), tag.to(index));
        if (number < 0) {
            throw unusual("no whole number: " + tag.value(index));
        }
        return number;
    }

    /** The text of the element, up to its end. */
    String text() throws IOException, UnusualPackage, WorkbookRefused {
        text(text);
        return text.toString();
    }

    /** The same, put into {@code into} in place of what it held. */
    void text(Utf8Text into) throws IOException, UnusualPackage, WorkbookRefused {
        into.clear();
        int event = xml.next(into);
        while (event == XmlScan.TEXT) {
            event = xml.next(into);
        }
        if (event != XmlScan.END) {
            throw unusual("more than text in an element");
        }
    }

    /**
     * Where in a part read as a whole the tag met last begins: an element's own, or, when there is no next child, the
     * parent's end tag; if the parent has none, the place behind its only tag. Places are those of the part as UTF-8.
     */
    int where() {
        return xml.where();
    }

    /** Where in a part read as a whole the value of an attribute without a namespace begins; -1 if it is not there. */
    int whereIs(String name) {
        int index = indexOf(name);
        return index < 0 ? -1 : xml.tag().from(index);
    }

    UnusualPackage unusual(String what) {
        return xml.unusual(what);
    }
}
