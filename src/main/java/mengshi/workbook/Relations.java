package mengshi.workbook;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which other parts a part of a package points to. */
final class Relations {

    /** Both kinds of package name their relations so, transitional and strict. */
    static final Set<String> OFFICE = Set.of(
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            "http://purl.oclc.org/ooxml/officeDocument/relationships");

    /** The vocabulary of the parts that hold relations. */
    static final String NAMESPACE = "http://schemas.openxmlformats.org/package/2006/relationships";

    private static final Set<String> PACKAGE = Set.of(NAMESPACE);

    /** @param type the last word of the relation's type; empty for one that is not Office's */
    private record Relation(String id, String type, String part) {}

    private final List<Relation> relations = new ArrayList<>();
    private final Set<String> others = new HashSet<>();

    private Relations() {}

    /**
     * The relations of a part.
     *
     * @param part for example {@code xl/workbook.xml}; empty for the package itself
     */
    static Relations of(PackageFile file, String part) throws IOException, UnusualPackage, WorkbookRefused {
        String folder = folderOf(part);
        String name = partOf(part);
        Relations relations = new Relations();
        try (PartStream content = file.open(name)) {
            PartReader xml = PartReader.of(name, content, PACKAGE);
            xml.root("Relationships");
            while (xml.nextChild(1)) {
                if (xml.name().equals("Relationship")) {
                    relations.add(xml, folder);
                }
            }
            xml.finish();
        }
        return relations;
    }

    /** The part that holds the relations of another one. */
    static String partOf(String part) {
        String folder = folderOf(part);
        return folder + "_rels/" + part.substring(folder.length()) + ".rels";
    }

    private static String folderOf(String part) {
        return part.substring(0, part.lastIndexOf('/') + 1);
    }

    private void add(PartReader xml, String folder) throws UnusualPackage {
        String id = xml.attribute("Id");
        String target = xml.attribute("Target");
        if (id == null
                || target == null
                || relations.stream().anyMatch(other -> other.id().equals(id))) {
            throw xml.unusual("a relation without a target or with another one's name");
        }
        String mode = xml.attribute("TargetMode");
        boolean inside = mode == null || mode.equals("Internal");
        String type = inside ? officeType(xml.attribute("Type")) : "";
        if (!type.isEmpty()) {
            relations.add(new Relation(id, type, resolved(xml, folder, target)));
        } else if (inside) {
            others.add(lastWord(xml.attribute("Type")));
        }
    }

    private static String officeType(@Nullable String type) {
        if (type == null) {
            return "";
        }
        int word = type.lastIndexOf('/');
        return word >= 0 && OFFICE.contains(type.substring(0, word)) ? type.substring(word + 1) : "";
    }

    private static String lastWord(@Nullable String type) {
        return type == null ? "" : type.substring(type.lastIndexOf('/') + 1);
    }

    private static String resolved(PartReader xml, String folder, String target) throws UnusualPackage {
        if (target.indexOf('\\') >= 0 || target.indexOf(':') >= 0 || target.indexOf('%') >= 0) {
            throw xml.unusual("a target written in another way: " + target);
        }
        if (target.startsWith("/")) {
            return target.substring(1);
        }
        String path = folder;
        String rest = target;
        while (rest.startsWith("../") && !path.isEmpty()) {
            path = path.substring(0, path.lastIndexOf('/', path.length() - 2) + 1);
            rest = rest.substring("../".length());
        }
        if (rest.contains("./")) {
            throw xml.unusual("a target written in another way: " + target);
        }
        return path + rest;
    }

    /** The only part of that type; nothing if there is none. */
    Optional<String> only(String type) throws UnusualPackage {
        List<Relation> found = relations.stream()
                .filter(relation -> relation.type().equals(type))
                .toList();
        if (found.size() > 1) {
            throw new UnusualPackage("several parts of the type " + type);
        }
        return found.stream().map(Relation::part).findFirst();
    }

    /** The part a worksheet's id points to. */
    String worksheet(String id) throws UnusualPackage {
        return part("worksheet", id);
    }

    /** The part of that type to which an id points. */
    String part(String type, String id) throws UnusualPackage {
        return relations.stream()
                .filter(relation -> relation.id().equals(id) && relation.type().equals(type))
                .map(Relation::part)
                .findFirst()
                .orElseThrow(() -> new UnusualPackage("no " + type + " " + id));
    }

    /** Whether there is a relation of a type that is not Office's first vocabulary but ends with this word. */
    boolean hasOther(String type) {
        return others.contains(type);
    }
}
