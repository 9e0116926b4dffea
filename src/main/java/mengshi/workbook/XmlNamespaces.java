package mengshi.workbook;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What prefixes stand for at the place now read. */
final class XmlNamespaces {

    private static final String XML = "http://www.w3.org/XML/1998/namespace";
    private static final String DECLARATIONS = "http://www.w3.org/2000/xmlns/";

    private record Binding(int depth, String prefix, String namespace) {}

    private final String part;
    private final List<Binding> bindings = new ArrayList<>();
    private int state;
    private int deepest;

    XmlNamespaces(String part) {
        this.part = part;
    }

    /**
     * An element begins.
     *
     * @return the namespace of its name; empty if it belongs to none
     */
    String enter(XmlTag tag, int depth) throws UnusualPackage {
        if (tag.declares()) {
            for (int i = 0; i < tag.attributes(); i++) {
                if (tag.attribute(i).declares()) {
                    declare(depth, tag.attribute(i), tag.value(i));
                }
            }
        }
        if (tag.hasPrefixes()) {
            requireDistinct(tag);
        }
        return of(tag.name());
    }

    private void declare(int depth, XmlName name, String namespace) throws UnusualPackage {
        String prefix = name.prefix().isEmpty() ? "" : name.local();
        boolean reserved = prefix.equals("xml")
                || prefix.equals("xmlns")
                || namespace.equals(XML)
                || namespace.equals(DECLARATIONS);
        if (reserved || !prefix.isEmpty() && namespace.isEmpty()) {
            throw unusual("a namespace that may not be declared: " + name);
        }
        bindings.add(new Binding(depth, prefix, namespace));
        deepest = depth;
        state++;
    }

    /** Two attributes of one name are wrong also if it is written with different prefixes. */
    private void requireDistinct(XmlTag tag) throws UnusualPackage {
        for (int i = 0; i < tag.attributes(); i++) {
            XmlName name = tag.attribute(i);
            String namespace = name.isPrefixed() ? of(name) : "";
            for (int j = 0; j < i && name.isPrefixed(); j++) {
                XmlName other = tag.attribute(j);
                if (other.isPrefixed()
                        && other.local().equals(name.local())
                        && of(other).equals(namespace)) {
                    throw unusual("an attribute twice: " + name);
                }
            }
        }
    }

    /** An element ends. */
    void leave(int depth) {
        while (deepest == depth) {
            bindings.remove(bindings.size() - 1);
            deepest = bindings.isEmpty() ? 0 : bindings.get(bindings.size() - 1).depth();
            state++;
        }
    }

    /** The namespace of an element's name, or of an attribute's that has a prefix; empty if the name belongs to none. */
    String of(XmlName name) throws UnusualPackage {
        if (!name.isResolvedFor(state)) {
            String found = found(name.prefix());
            if (found == null) {
                throw unusual("a prefix that stands for nothing: " + name);
            }
            name.resolve(found, state);
        }
        return name.namespace();
    }

    private @Nullable String found(String prefix) {
        for (int i = bindings.size() - 1; i >= 0; i--) {
            if (bindings.get(i).prefix().equals(prefix)) {
                return bindings.get(i).namespace();
            }
        }
        return prefix.equals("xml") ? XML : prefix.isEmpty() ? "" : null;
    }

    private UnusualPackage unusual(String what) {
        return new UnusualPackage(part + ": " + what);
    }
}
