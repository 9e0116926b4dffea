package mengshi;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** A page as somebody reads it: goes to an anchor, finds the row, and reads what stands there. */
public final class PrintedPage {

    private static final String HAN = ".*\\p{IsHan}.*";

    private final Document document;

    private PrintedPage(Document document) {
        this.document = document;
    }

    public static PrintedPage of(byte[] html) throws Exception {
        return new PrintedPage(
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(html)));
    }

    /** What stands below the heading with this anchor, up to the next of its rank. */
    public String at(String anchor) {
        StringBuilder said = new StringBuilder();
        parts(anchor).forEach(part -> said.append(words(part)).append(' '));
        return said.toString();
    }

    /** The first row, item or card below an anchor that says this. */
    public String line(String anchor, String saying) {
        return parts(anchor).stream()
                .flatMap(part -> IntStream.range(0, 2)
                        .mapToObj(i -> elements(part, i == 0 ? "tr" : "li").stream())
                        .flatMap(rows -> rows))
                .map(PrintedPage::words)
                .filter(text -> text.contains(saying))
                .findFirst()
                .orElse("");
    }

    /** The first rows of the tables below an anchor, without their headings. */
    public List<String> firstRows(String anchor) {
        return parts(anchor).stream()
                .flatMap(part -> elements(part, "tbody").stream())
                .map(body -> words(elements(body, "tr").get(0)))
                .toList();
    }

    /** The stamp of the page. */
    public String stamp() {
        return words(elements(document.getDocumentElement(), "header").get(0));
    }

    /** Chinese that is not marked as such, or that is marked and none of {@code allowed}. */
    public List<String> strayChinese(List<String> allowed) {
        List<String> stray = new ArrayList<>();
        collect(document.getDocumentElement(), allowed, stray);
        return stray;
    }

    private static void collect(Node node, List<String> allowed, List<String> stray) {
        if (node instanceof Element element) {
            for (int i = 0; i < element.getAttributes().getLength(); i++) {
                addIfStray(element.getAttributes().item(i).getNodeValue(), List.of(), stray);
            }
        }
        for (int i = 0; i < node.getChildNodes().getLength(); i++) {
            Node child = node.getChildNodes().item(i);
            if (child.getNodeType() == Node.TEXT_NODE && !node.getNodeName().equals("style")) {
                boolean isMarked = ((Element) node).getAttribute("lang").equals("zh");
                addIfStray(child.getNodeValue(), isMarked ? allowed : List.of(), stray);
            }
            collect(child, allowed, stray);
        }
    }

    private static void addIfStray(String text, List<String> allowed, List<String> stray) {
        if (text.matches("(?s)" + HAN) && !allowed.contains(text)) {
            stray.add(text);
        }
    }

    private List<Element> parts(String anchor) {
        Element heading = elements(document.getDocumentElement(), "*").stream()
                .filter(element -> element.getAttribute("id").equals(anchor))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No anchor " + anchor + " on the page"));
        List<Element> parts = new ArrayList<>();
        for (Node next = heading.getNextSibling(); next != null; next = next.getNextSibling()) {
            if (next.getNodeName().equals(heading.getNodeName())) {
                break;
            }
            if (next instanceof Element element) {
                parts.add(element);
            }
        }
        return parts;
    }

    private static List<Element> elements(Element within, String name) {
        NodeList found = within.getElementsByTagName(name);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .toList();
    }

    /** Text, with a blank wherever an element ends: cells and lines do not run together. */
    private static String words(Node node) {
        StringBuilder words = new StringBuilder();
        append(node, words);
        return words.toString().replaceAll("\\s+", " ").strip();
    }

    private static void append(Node node, StringBuilder words) {
        for (int i = 0; i < node.getChildNodes().getLength(); i++) {
            Node child = node.getChildNodes().item(i);
            if (child.getNodeType() == Node.TEXT_NODE) {
                words.append(child.getNodeValue());
            } else {
                append(child, words);
                words.append(' ');
            }
        }
    }
}
