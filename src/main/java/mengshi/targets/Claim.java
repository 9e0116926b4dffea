package mengshi.targets;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mengshi.seeds.SeedRow;

/**
 * What a row of the catalogue claims the report to say: a target, or a result of the year before.
 *
 * @param source file and record, for messages
 * @param passages where it is said, first and again
 * @param figure empty where the report gives none
 * @param base the figure it starts from; empty where it has none
 */
record Claim(
        String id,
        String source,
        List<Passage> passages,
        Optional<Target.Quantity> figure,
        Optional<Target.Quantity> base,
        SeedRow row) {

    static Claim target(SeedRow row) {
        List<Passage> passages = new ArrayList<>(List.of(first(row)));
        row.list("also_at").stream().map(Passage::of).forEach(passages::add);
        return new Claim(
                row.text("target_id"),
                source(row),
                passages,
                quantity(row, "value", "unit"),
                quantity(row, "base_value", "base_unit"),
                row);
    }

    static Claim actual(SeedRow row) {
        return new Claim(
                row.text("actual_id"),
                source(row),
                List.of(first(row)),
                quantity(row, "value", "unit"),
                Optional.empty(),
                row);
    }

    Passage passage() {
        return passages.get(0);
    }

    /** The word that binds the figure: a target's modality, a result's qualifier. */
    String modality() {
        return text(row.cells().containsKey("modality") ? "modality" : "qualifier");
    }

    /** A cell; empty where it is, and where the file has no such column. */
    String text(String column) {
        return row.cells().getOrDefault(column, "");
    }

    private static Passage first(SeedRow row) {
        return new Passage(row.whole("paragraph"), row.text("phrase"));
    }

    private static String source(SeedRow row) {
        return "seeds/" + row.file() + ".csv, record " + row.line();
    }

    private static Optional<Target.Quantity> quantity(SeedRow row, String value, String unit) {
        return row.optional(value).map(found -> new Target.Quantity(row.number(value), row.text(unit)));
    }
}
