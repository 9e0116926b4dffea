package mengshi.form;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mengshi.seeds.SeedRow;
import mengshi.seeds.Seeds;

/** Every way to write a unit that is understood, and what it means in base units. */
public final class UnitCatalogue {

    /** The seed files this catalogue says the same as. */
    public static final List<String> FILES = List.of("unit");

    private final Map<String, Unit> byKey;
    private static final int REMEMBERED = 1 << 10;

    private final TextMemory<Optional<Unit>> units = new TextMemory<>(this::read, REMEMBERED);
    private final TextMemory<Label> labels = new TextMemory<>(raw -> Label.read(raw, this));

    private UnitCatalogue(Map<String, Unit> byKey) {
        this.byKey = Map.copyOf(byKey);
    }

    /** @throws IllegalStateException if two rows give one unit two meanings */
    public static UnitCatalogue from(Seeds seeds) {
        Map<String, Unit> byKey = new HashMap<>();
        for (SeedRow row : seeds.rows("unit")) {
            Unit unit = new Unit(row.text("unit"), row.text("base_unit"), row.number("factor"));
            Unit other = byKey.putIfAbsent(key(unit.written()), unit);
            if (other != null && !sameMeaning(other, unit)) {
                throw new IllegalStateException("seeds/unit.csv, record " + row.line() + ": " + unit.written()
                        + " stands twice with different meanings; keep one.");
            }
        }
        return new UnitCatalogue(byKey);
    }

    /** A label as it is compared, parted from the unit at its end. */
    Label label(String raw) {
        return labels.of(raw);
    }

    /** The unit meant by a cell's text, whatever its width, blanks and brackets; empty if it is not known. */
    public Optional<Unit> find(String written) {
        return units.of(written);
    }

    private Optional<Unit> read(String written) {
        return Optional.ofNullable(byKey.get(key(written)));
    }

    /** A unit that the seeds themselves name. */
    Unit known(String written) {
        return find(written)
                .orElseThrow(() -> new IllegalStateException(
                        "seeds/unit.csv does not know the unit " + written + " that a form uses; add a row for it."));
    }

    private static boolean sameMeaning(Unit one, Unit other) {
        return one.base().equals(other.base()) && one.factor().compareTo(other.factor()) == 0;
    }

    private static String key(String written) {
        String bare = Label.bare(written);
        boolean bracketed = bare.length() > 2 && bare.startsWith("(") && bare.endsWith(")");
        return bracketed ? bare.substring(1, bare.length() - 1) : bare;
    }
}
