package mengshi.warehouse;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import mengshi.seeds.SeedRow;
import mengshi.seeds.Seeds;

/**
 * What a document gave areas to do of a year's targets, as {@code assignment_YEAR.csv} has it. A row that no verdict would
 * ever come of is refused when it is loaded: silently unjudged, it would look like a task that nobody minds.
 */
final class AssignedTasks {

    /** A place in a ranking, a ratio or a milestone of the region cannot be shared out. */
    private static final Set<String> SHARED_OUT = Set.of("volume", "level", "growth");

    private final Map<String, SeedRow> targets;
    private final Map<String, SeedRow> areas;
    private final Map<String, SeedRow> units;
    private final List<SeedRow> rows;
    private final int year;

    AssignedTasks(Seeds seeds, int year) {
        this.year = year;
        this.targets = by(seeds.rows("target_" + year), "target_id");
        this.areas = by(seeds.rows("area"), "area_code");
        this.units = by(seeds.rows("unit"), "unit");
        this.rows = seeds.rows("assignment_" + year);
    }

    /** @throws IllegalStateException at the first row that names what does not exist or cannot be shared out */
    void require() {
        rows.forEach(row -> {
            SeedRow target = targets.get(row.text("target_id"));
            if (target == null) {
                throw fault(row, "target_id", "is no target of seeds/target_" + year + ".csv");
            }
            if (!SHARED_OUT.contains(target.text("kind"))) {
                throw fault(
                        row,
                        "target_id",
                        "is a target of kind " + target.text("kind") + ", which cannot be shared out");
            }
            SeedRow area = areas.get(row.text("area_code"));
            if (area == null || area.text("kind").equals("region")) {
                throw fault(row, "area_code", "is no league or city");
            }
            row.number("value");
            row.text("document");
            requireUnit(row, target);
        });
    }

    private void requireUnit(SeedRow row, SeedRow target) {
        SeedRow unit = units.get(row.text("unit"));
        SeedRow asked = units.get(target.text("unit"));
        if (unit == null || asked == null || !unit.text("base_unit").equals(asked.text("base_unit"))) {
            throw fault(row, "unit", "does not measure what the target's " + target.text("unit") + " does");
        }
    }

    private static IllegalStateException fault(SeedRow row, String column, String what) {
        return new IllegalStateException(
                "seeds/" + row.file() + ".csv, record " + row.line() + ": " + column + " " + row.text(column) + " "
                        + what + "; mend it or take the row out. Nothing of the catalogue was loaded.");
    }

    private static Map<String, SeedRow> by(List<SeedRow> rows, String key) {
        return rows.stream().collect(Collectors.toMap(row -> row.text(key), Function.identity()));
    }
}
