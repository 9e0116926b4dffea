package mengshi.targets;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import mengshi.seeds.SeedRow;
import mengshi.seeds.Seeds;
import org.jspecify.annotations.Nullable;

/** Compares figures that are written in different units, by {@code seeds/unit.csv}. */
final class Quantities {

    private record Unit(String base, BigDecimal factor) {}

    private final Map<String, Unit> units = new HashMap<>();

    private Quantities() {}

    static Quantities from(Seeds seeds) {
        Quantities quantities = new Quantities();
        for (SeedRow row : seeds.rows("unit")) {
            row.optional("factor")
                    .filter(factor -> row.number("factor").signum() > 0)
                    .ifPresent(factor -> quantities.units.put(
                            row.text("unit"), new Unit(row.text("base_unit"), row.number("factor"))));
        }
        return quantities;
    }

    /** The units that have a base unit and a factor to it. */
    Set<String> units() {
        return units.keySet();
    }

    boolean knows(String unit) {
        return units.containsKey(unit);
    }

    /**
     * Whether a numeral says a figure; a fall by so much says the figure below zero. Where its own unit is left out or none that is known (千亿级, 500强), its number
     * must be the figure in base units.
     */
    boolean says(Numeral numeral, Target.Quantity figure) {
        BigDecimal value = numeral.value();
        if (value == null) {
            return false;
        }
        return says(numeral.falling() ? value.negate() : value, numeral.unit(), figure);
    }

    private boolean says(BigDecimal value, String unit, Target.Quantity figure) {
        return knows(unit) ? equal(new Target.Quantity(value, unit), figure) : isAmount(value, figure);
    }

    boolean equal(Target.Quantity one, Target.Quantity other) {
        Unit mine = units.get(one.unit());
        Unit theirs = units.get(other.unit());
        return mine != null
                && theirs != null
                && mine.base().equals(theirs.base())
                && one.value().multiply(mine.factor()).compareTo(other.value().multiply(theirs.factor())) == 0;
    }

    private boolean isAmount(BigDecimal value, Target.Quantity figure) {
        @Nullable Unit unit = units.get(figure.unit());
        return unit != null && figure.value().multiply(unit.factor()).compareTo(value) == 0;
    }
}
