package mengshi.validation;

import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import mengshi.seeds.Seeds;

/** Which edits there are, and in which order their types run: by level, so that a file's own faults come first. */
public final class RuleBook {

    /**
     * All edits of one type run together, as one statement over all submissions.
     *
     * @param name what the edits have in common, for example {@code balance}
     * @param level the lowest level at which one of them stands
     */
    public record EditType(String name, int level) {

        /** Whether its edits look beyond their own submission, and so must wait for the others' own faults. */
        public boolean looksAtOthers() {
            return level > 1;
        }
    }

    private final List<EditType> types;

    private RuleBook(List<EditType> types) {
        this.types = types;
    }

    public static RuleBook from(Seeds seeds) {
        TreeMap<String, Integer> levels = new TreeMap<>();
        seeds.rows("edit").forEach(row -> levels.merge(row.text("type"), row.whole("level"), Math::min));
        return new RuleBook(levels.entrySet().stream()
                .map(entry -> new EditType(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingInt(EditType::level).thenComparing(EditType::name))
                .toList());
    }

    /** In the order in which they run. */
    public List<EditType> types() {
        return types;
    }
}
