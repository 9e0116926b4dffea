package mengshi.validation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import mengshi.model.Measure;
import mengshi.seeds.SeedRow;
import mengshi.seeds.Seeds;

/**
 * Which edits there are, and in which order their types run: by level, so that a file's own faults come first, and within
 * a level the more telling first, for what has failed one edit is not asked by the next.
 */
public final class RuleBook {

    /**
     * All edits of one type run together, as one statement over all submissions.
     *
     * @param name what the edits have in common, for example {@code balance}
     * @param level the lowest level at which one of them stands
     * @param position its place in the order within the level
     * @param findingCode the finding that a failure is told as
     */
    public record EditType(String name, int level, int position, String findingCode, String chinese, String english) {

        /** Whether its edits look beyond their own submission, and so must wait for the others' own faults. */
        public boolean looksAtOthers() {
            return level > 1;
        }
    }

    private final List<EditType> types;
    private final List<Edit> edits;

    private RuleBook(List<EditType> types, List<Edit> edits) {
        this.types = types;
        this.edits = edits;
    }

    public static RuleBook from(Seeds seeds) {
        return of(seeds, seeds.rows("edit"));
    }

    /**
     * A rule book that is not in force.
     *
     * @param edits rows with the columns of {@code seeds/edit.csv}
     */
    public static RuleBook of(Seeds seeds, List<SeedRow> edits) {
        Map<String, SeedRow> known = seeds.rows("edit_type").stream()
                .collect(Collectors.toMap(row -> row.text("type"), Function.identity()));
        TreeMap<String, EditType> types = new TreeMap<>();
        edits.forEach(row -> types.merge(
                row.text("type"), type(row, known), (one, other) -> one.level() <= other.level() ? one : other));
        return new RuleBook(
                types.values().stream()
                        .sorted(Comparator.comparingInt(EditType::level).thenComparingInt(EditType::position))
                        .toList(),
                edits.stream().map(Edit::of).toList());
    }

    private static EditType type(SeedRow edit, Map<String, SeedRow> known) {
        SeedRow type = known.get(edit.text("type"));
        if (type == null) {
            throw new IllegalStateException(
                    "seeds/" + edit.file() + ".csv, record " + edit.line() + ": there is no type " + edit.text("type")
                            + "; write one of " + String.join(", ", new TreeMap<>(known).keySet()) + ".");
        }
        return new EditType(
                type.text("type"),
                edit.whole("level"),
                type.whole("position"),
                type.text("finding_code"),
                type.text("name_zh"),
                type.text("name_en"));
    }

    /** In the order in which they run. */
    public List<EditType> types() {
        return types;
    }

    /** In the order of their ids. */
    public List<Edit> edits() {
        return edits;
    }

    /** Lines of forms whose figures no edit looks at, as {@code NM-M01 101 INDICATOR}; stages are read from a closed list. */
    public List<String> linesWithoutEdit(Seeds seeds) {
        return seeds.rows("form_line").stream()
                .filter(line -> !line.list("required_measures").contains(Measure.STAGE.name()))
                .filter(line -> edits.stream().noneMatch(edit -> looksAt(edit, line)))
                .map(line ->
                        String.join(" ", line.text("form_code"), line.text("line_code"), line.text("indicator_code")))
                .toList();
    }

    private static boolean looksAt(Edit edit, SeedRow line) {
        List<String> measures = new ArrayList<>(line.list("required_measures"));
        measures.addAll(line.list("optional_measures"));
        String indicator = line.text("indicator_code");
        boolean isNamed = edit.scope().isEveryLine()
                || edit.scope().indicators().contains(indicator)
                || Arrays.asList(edit.terms().operands().split("[|+\\s-]+")).contains(indicator);
        return edit.scope().form().equals(line.text("form_code"))
                && isNamed
                && !edit.type().equals("revision")
                && edit.scope().measures().stream().anyMatch(measure -> measures.contains(measure.name()));
    }
}
