package mengshi.form;

import java.math.BigDecimal;

/**
 * A unit as people write it.
 *
 * @param written the usual way to write it, for example 亿元
 * @param base the base unit it is counted in, for example 元
 * @param factor one written unit in base units, for example 100000000
 */
public record Unit(String written, String base, BigDecimal factor) {

    /** The base unit of percentages. */
    static final String PERCENT = "%";

    /** Whether both say the same of a number, however they are written. */
    boolean isSameAs(Unit other) {
        return base.equals(other.base) && factor.compareTo(other.factor) == 0;
    }

    /** The same unit, written so. */
    Unit as(String text) {
        return text.equals(written) ? this : new Unit(text, base, factor);
    }

    boolean isPercent() {
        return PERCENT.equals(base);
    }
}
