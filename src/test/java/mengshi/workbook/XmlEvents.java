package mengshi.workbook;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** What a part says, tag by tag and text by text, as our own scanner and as StAX parsers understand it. */
final class XmlEvents {

    private static final XMLInputFactory AALTO = careful(new InputFactoryImpl());
    private static final XMLInputFactory JDK = careful(XMLInputFactory.newDefaultFactory());

    private final List<String> said = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    private XmlEvents() {}

    /** @param buffer the size of the scanner's first buffer */
    static List<String> scanned(byte[] xml, int buffer) throws IOException, UnusualPackage, WorkbookRefused {
        XmlEvents events = new XmlEvents();
        XmlScan scan = new XmlScan("part", new ByteArrayInputStream(xml), buffer);
        Utf8Text piece = new Utf8Text();
        int event = scan.next(piece);
        while (event != XmlScan.FINISHED) {
            if (event == XmlScan.START) {
                events.start(scan);
            } else if (event == XmlScan.END) {
                events.tell("end");
            } else {
                events.text.append(piece);
            }
            piece.clear();
            event = scan.next(piece);
        }
        return events.said;
    }

    private void start(XmlScan scan) throws UnusualPackage {
        XmlTag tag = scan.tag();
        StringBuilder start =
                new StringBuilder("{" + scan.namespace() + "}" + tag.name().local());
        for (int i = 0; i < tag.attributes(); i++) {
            XmlName name = tag.attribute(i);
            if (!name.declares()) {
                String namespace = name.isPrefixed() ? scan.namespace(name) : "";
                start.append(" {" + namespace + "}" + name.local() + "=" + tag.value(i));
            }
        }
        tell(start.toString());
    }

    /** Nothing if the parser finds the XML malformed, or to have a document type. */
    static Optional<List<String>> parsedByAalto(byte[] xml) {
        return parsed(xml, AALTO);
    }

    static Optional<List<String>> parsedByTheJdk(byte[] xml) {
        return parsed(xml, JDK);
    }

    private static Optional<List<String>> parsed(byte[] xml, XMLInputFactory factory) {
        XmlEvents events = new XmlEvents();
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(xml));
            while (reader.hasNext()) {
                if (!events.took(reader)) {
                    return Optional.empty();
                }
            }
            return Optional.of(events.said);
        } catch (XMLStreamException | RuntimeException e) {
            // Parsers read text only when asked for it, and then what goes wrong comes unchecked.
            return Optional.empty();
        }
    }

    private boolean took(XMLStreamReader reader) throws XMLStreamException {
        switch (reader.next()) {
            case XMLStreamConstants.START_ELEMENT -> {
                StringBuilder start =
                        new StringBuilder("{" + plain(reader.getNamespaceURI()) + "}" + reader.getLocalName());
                for (int i = 0; i < reader.getAttributeCount(); i++) {
                    start.append(" {" + plain(reader.getAttributeNamespace(i)) + "}" + reader.getAttributeLocalName(i)
                            + "=" + reader.getAttributeValue(i));
                }
                tell(start.toString());
            }
            case XMLStreamConstants.END_ELEMENT -> tell("end");
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(reader.getText());
            case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> {
                return false;
            }
            default -> {}
        }
        return true;
    }

    /** Aalto leaves line breaks in a namespace's name, where XML puts spaces in their place. */
    private static String plain(@Nullable String namespace) {
        return namespace == null ? "" : namespace.replace('\n', ' ').replace('\t', ' ');
    }

    private void tell(String event) {
        if (!text.isEmpty()) {
            said.add("\"" + text + "\"");
            text.setLength(0);
        }
        said.add(event);
    }

    private static XMLInputFactory careful(XMLInputFactory factory) {
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }
}
