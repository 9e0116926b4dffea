package mengshi.workbook;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What prefixes stand for at the place now read. */
final class XmlNamespaces {

    private static final String XML = "http://www.w3.org/XML/1998/namespace";
    private static final String DECLARATIONS = "http://www.w3.org/2000/xmlns/";

    private record Binding(int depth, String prefix, String namespace) {}

    private final List<Binding> bindings = new ArrayList<>();
    private int state;
    private int deepest;

    /**
     * @param depth of the element that declares
     * @param prefix empty for the namespace of names without a prefix
     * @return whether that may be declared
     */
    boolean declare(int depth, String prefix, String namespace) {
        boolean reserved = prefix.equals("xml")
                || prefix.equals("xmlns")
                || namespace.equals(XML)
                || namespace.equals(DECLARATIONS);
        bindings.add(new Binding(depth, prefix, namespace));
        deepest = depth;
        state++;
        return !reserved && (prefix.isEmpty() || !namespace.isEmpty());
    }

    /** An element ends. */
    void leave(int depth) {
        while (deepest == depth) {
            bindings.remove(bindings.size() - 1);
            deepest = bindings.isEmpty() ? 0 : bindings.get(bindings.size() - 1).depth();
            state++;
        }
    }

    /**
     * The namespace of an element's name, or of an attribute's that has a prefix; empty if the name belongs to none.
     *
     * @return nothing if the prefix stands for nothing
     */
    @Nullable
    String of(XmlName name) {
        if (!name.isResolvedFor(state)) {
            String found = found(name.prefix());
            if (found == null) {
                return null;
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
}
