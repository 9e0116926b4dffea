package mengshi.model;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What was observed, in the base unit.
 *
 * @param value the quantity in the indicator's base unit, exactly as typed times the unit's factor; null where there is
 *     none
 * @param text coded text, for stages; null for quantities
 * @param status tells a value from the several kinds of missing
 */
public record Figure(@Nullable BigDecimal value, @Nullable String text, ObservationStatus status) {

    public static Figure of(BigDecimal value) {
        return new Figure(value, null, ObservationStatus.A);
    }

    public static Figure ofText(String text) {
        return new Figure(null, text, ObservationStatus.A);
    }

    public static Figure missing(ObservationStatus status) {
        return new Figure(null, null, status);
    }
}
