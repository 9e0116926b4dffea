package mengshi.targets;

import java.util.Optional;
import mengshi.seeds.SeedRow;

/**
 * What a row of the catalogue claims the report to say: a target, or a result of the year before.
 *
 * @param source file and record, for messages
 * @param phrase verbatim
 * @param figure empty where the report gives none
 */
record Claim(String id, String source, int paragraph, String phrase, Optional<Target.Quantity> figure, SeedRow row) {

    static Claim target(SeedRow row) {
        return of(row, "target_id");
    }

    static Claim actual(SeedRow row) {
        return of(row, "actual_id");
    }

    private static Claim of(SeedRow row, String key) {
        return new Claim(
                row.text(key),
                "seeds/" + row.file() + ".csv, record " + row.line(),
                row.whole("paragraph"),
                row.text("phrase"),
                quantity(row, "value", "unit"),
                row);
    }

    /** The figure it starts from. */
    Optional<Target.Quantity> base() {
        return quantity(row, "base_value", "base_unit");
    }

    private static Optional<Target.Quantity> quantity(SeedRow row, String value, String unit) {
        return row.optional(value).map(found -> new Target.Quantity(row.number(value), row.text(unit)));
    }

    String text(String column) {
        return row.optional(column).orElse("");
    }
}
