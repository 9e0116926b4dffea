package mengshi.workbook;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.ByteArrayInputStream;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UnsupportedEncodingException;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import mengshi.model.FindingCode;
import org.jspecify.annotations.Nullable;

/** Walks through a part's elements. Elements nobody asks for are passed over with all they hold. */
final class PartReader implements AutoCloseable {

    static final Set<String> SPREADSHEET = Set.of(Markup.MAIN, "http://purl.oclc.org/ooxml/spreadsheetml/main");

    private static final int DEEPEST = 100;
    private static final int LONGEST_TEXT = 1 << 20;
    private static final XMLInputFactory FACTORY = factory();

    private final String part;
    private final XMLStreamReader xml;
    private final Set<String> vocabulary;
    private int depth;
    private @Nullable String known;

    private PartReader(String part, XMLStreamReader xml, Set<String> vocabulary) {
        this.part = part;
        this.xml = xml;
        this.vocabulary = vocabulary;
    }

    /** @param vocabulary the namespaces whose elements are meant; those of others have no name */
    static PartReader of(String part, InputStream content, Set<String> vocabulary)
            throws IOException, UnusualPackage, WorkbookRefused {
        try {
            return new PartReader(part, FACTORY.createXMLStreamReader(content), vocabulary);
        } catch (XMLStreamException e) {
            throw fault(part, e);
        }
    }

    static PartReader of(String part, byte[] content, Set<String> vocabulary)
            throws IOException, UnusualPackage, WorkbookRefused {
        return of(part, new ByteArrayInputStream(content), vocabulary);
    }

    private static XMLInputFactory factory() {
        InputFactoryImpl factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        return factory;
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
            switch (next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (depth == parent + 1) {
                        return true;
                    }
                    if (depth > DEEPEST) {
                        throw unusual("elements nested " + depth + " deep");
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    if (depth < parent) {
                        return false;
                    }
                }
                case XMLStreamConstants.END_DOCUMENT -> {
                    return false;
                }
                default -> {}
            }
        }
    }

    /** Everything behind the outermost element, where only white space may be. */
    void finish() throws IOException, UnusualPackage, WorkbookRefused {
        while (next() != XMLStreamConstants.END_DOCUMENT) {
            // The parser complains if there is more.
        }
    }

    /** The element's own name, empty if it belongs to another vocabulary. */
    String name() {
        String namespace = xml.getNamespaceURI();
        if (namespace == null || namespace != known && !vocabulary.contains(namespace)) {
            return "";
        }
        known = namespace;
        return xml.getLocalName();
    }

    int attributes() {
        return xml.getAttributeCount();
    }

    /** The name of an attribute that has no namespace, else empty. */
    String attributeName(int index) {
        String namespace = xml.getAttributeNamespace(index);
        return namespace == null || namespace.isEmpty() ? xml.getAttributeLocalName(index) : "";
    }

    String attribute(int index) {
        return xml.getAttributeValue(index);
    }

    /** The value of an attribute without a namespace, nothing if it is not there. */
    @Nullable
    String attribute(String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (attributeName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return null;
    }

    /** The value of an attribute out of one of the namespaces. */
    @Nullable
    String attribute(Set<String> namespaces, String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            String namespace = xml.getAttributeNamespace(i);
            if (namespace != null
                    && namespaces.contains(namespace)
                    && xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
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

    /** A whole number that is at least 0. */
    int whole(String value) throws UnusualPackage {
        int number = 0;
        if (value.isEmpty() || value.length() > 9) {
            throw unusual("no whole number: " + value);
        }
        for (int i = 0; i < value.length(); i++) {
            int digit = value.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                throw unusual("no whole number: " + value);
            }
            number = number * 10 + digit;
        }
        return number;
    }

    /** The text of the element, up to its end. */
    String text() throws IOException, UnusualPackage, WorkbookRefused {
        String first = "";
        StringBuilder more = null;
        while (true) {
            switch (next()) {
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (first.isEmpty()) {
                        first = chunk();
                    } else {
                        more = more == null ? new StringBuilder(first) : more;
                        more.append(chunk());
                        if (more.length() > LONGEST_TEXT) {
                            throw new WorkbookRefused(
                                    FindingCode.FILE_OVER_LIMIT, "文本长度 / length of a text > " + LONGEST_TEXT);
                        }
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    return more == null ? first : more.toString();
                }
                default -> throw unusual("more than text in an element");
            }
        }
    }

    /** The parser reads text only when asked for it, and then what goes wrong comes unchecked. */
    private String chunk() throws IOException, UnusualPackage, WorkbookRefused {
        try {
            return xml.getText();
        } catch (RuntimeException e) {
            throw unchecked(e);
        }
    }

    UnusualPackage unusual(String what) {
        return new UnusualPackage(part + ": " + what);
    }

    @Override
    public void close() {
        try {
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("Closing a parser frees memory only", e);
        }
    }

    private int next() throws IOException, UnusualPackage, WorkbookRefused {
        try {
            int event = xml.hasNext() ? xml.next() : XMLStreamConstants.END_DOCUMENT;
            switch (event) {
                case XMLStreamConstants.START_ELEMENT -> depth++;
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.DTD ->
                    throw new WorkbookRefused(FindingCode.EXTERNAL_ENTITIES, "DOCTYPE: " + part);
                case XMLStreamConstants.ENTITY_REFERENCE -> throw unusual("a reference to an entity");
                default -> {}
            }
            return event;
        } catch (XMLStreamException e) {
            throw fault(part, e);
        } catch (RuntimeException e) {
            throw unchecked(e);
        }
    }

    private UnusualPackage unchecked(RuntimeException e) throws IOException, WorkbookRefused {
        return e.getCause() instanceof XMLStreamException cause ? fault(part, cause) : unusual(String.valueOf(e));
    }

    /** What lies behind a parser's complaint: the disk, a refusal, or the XML itself. */
    private static UnusualPackage fault(String part, XMLStreamException e) throws IOException, WorkbookRefused {
        Throwable nested = e.getNestedException();
        if (nested instanceof PartStream.Refused refused) {
            throw refused.refusal();
        }
        boolean characters =
                nested instanceof CharConversionException || nested instanceof UnsupportedEncodingException;
        if (nested instanceof IOException failure && !characters) {
            throw failure;
        }
        return new UnusualPackage(part + ": " + e.getMessage());
    }
}
