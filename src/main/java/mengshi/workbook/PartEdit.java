package mengshi.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A part of a package, changed here and there while it is walked through; every byte that is not meant stays. What is put
 * in has no prefixes, so the elements it is put into must have none.
 */
final class PartEdit {

    /** Where an attribute's value is written, and what it says. */
    record Value(int at, String text) {}

    /** An element that may be given more children. */
    record Parent(String name, boolean closed) {}

    private record Change(int at, int removed, String put) {}

    private final byte[] content;
    private final PartReader xml;
    private final List<Change> changes = new ArrayList<>();

    private PartEdit(byte[] content, PartReader xml) {
        this.content = content;
        this.xml = xml;
    }

    /**
     * The part, moved to its outermost element.
     *
     * @param vocabulary the namespaces whose elements are meant
     */
    static PartEdit of(String part, byte[] content, String root, Set<String> vocabulary)
            throws IOException, UnusualPackage, WorkbookRefused {
        PartReader xml = PartReader.whole(part, content, vocabulary);
        if (XmlEncoding.of(content, Math.min(content.length, XmlEncoding.HEAD)) != XmlEncoding.UTF_8) {
            throw xml.unusual("another encoding than UTF-8");
        }
        xml.root(root);
        return new PartEdit(content, xml);
    }

    PartReader xml() {
        return xml;
    }

    /** The element at whose start tag the reader stands. */
    Parent parent() throws UnusualPackage {
        if (!xml.isUnprefixed()) {
            throw xml.unusual("a prefix in the name " + xml.tag().name());
        }
        return new Parent(xml.name(), xml.tag().isClosed());
    }

    /** Puts children behind all others; the reader has just met the parent's end. */
    void append(Parent parent, String children) {
        int at = here();
        if (parent.closed()) {
            changes.add(new Change(at - "/>".length(), "/>".length(), ">" + children + "</" + parent.name() + ">"));
        } else {
            insert(at, children);
        }
    }

    /** Where the tag met last begins. */
    int here() {
        return xml.where();
    }

    void insert(int at, String markup) {
        changes.add(new Change(at, 0, markup));
    }

    /** The value of an attribute of the element at whose start tag the reader stands; nothing if it is not there. */
    @Nullable
    Value value(String attribute) throws UnusualPackage {
        String text = xml.attribute(attribute);
        if (text == null) {
            return null;
        }
        int at = xml.whereIs(attribute);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        boolean asWritten = content[at - 1] == content[at + bytes.length];
        for (int i = 0; asWritten && i < bytes.length; i++) {
            asWritten = content[at + i] == bytes[i];
        }
        if (!asWritten) {
            throw xml.unusual("references in the attribute " + attribute);
        }
        return new Value(at, text);
    }

    /** @param text without characters that XML would have escaped */
    void replace(@Nullable Value value, String text) {
        if (value != null && !value.text().equals(text)) {
            changes.add(new Change(value.at(), value.text().getBytes(StandardCharsets.UTF_8).length, text));
        }
    }

    boolean isChanged() {
        return !changes.isEmpty();
    }

    /** The part with all changes. */
    byte[] edited() throws IOException, UnusualPackage, WorkbookRefused {
        xml.finish();
        // Stable: what was put at one place first stands first.
        changes.sort(Comparator.comparingInt(Change::at));
        ByteArrayOutputStream edited = new ByteArrayOutputStream(content.length + 1024);
        int next = 0;
        for (Change change : changes) {
            edited.write(content, next, change.at() - next);
            edited.writeBytes(change.put().getBytes(StandardCharsets.UTF_8));
            next = change.at() + change.removed();
        }
        edited.write(content, next, content.length - next);
        return edited.toByteArray();
    }
}
