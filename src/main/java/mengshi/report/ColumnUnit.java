package mengshi.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;

/**
 * The one unit that a column of a table is in, chosen by its largest figure: figures below each other must be comparable
 * at a glance.
 *
 * @param one how much of the base unit it is
 * @param name as the header has it
 */
record ColumnUnit(BigDecimal one, String name) {

    private static final BigDecimal TEN_THOUSAND = new BigDecimal("10000");
    private static final BigDecimal MILLION = new BigDecimal("1000000");
    private static final BigDecimal HUNDRED_MILLION = new BigDecimal("100000000");
    private static final BigDecimal BILLION = new BigDecimal("1000000000");

    static ColumnUnit of(List<BigDecimal> figures, String baseUnit, Language language) {
        BigDecimal largest = figures.stream().map(BigDecimal::abs).reduce(BigDecimal.ZERO, BigDecimal::max);
        String unit = language.of(baseUnit, Quantity.unitInEnglish(baseUnit));
        if (language == Language.CHINESE) {
            return largest.compareTo(HUNDRED_MILLION) >= 0
                    ? new ColumnUnit(HUNDRED_MILLION, "亿" + unit)
                    : largest.compareTo(TEN_THOUSAND) >= 0
                            ? new ColumnUnit(TEN_THOUSAND, "万" + unit)
                            : new ColumnUnit(BigDecimal.ONE, unit);
        }
        return largest.compareTo(BILLION) >= 0
                ? new ColumnUnit(BILLION, ("billion " + unit).strip())
                : largest.compareTo(MILLION) >= 0
                        ? new ColumnUnit(MILLION, ("million " + unit).strip())
                        : new ColumnUnit(BigDecimal.ONE, unit);
    }

    /** The figure, which is in the base unit, in this one. */
    BigDecimal in(BigDecimal figure) {
        return figure.divide(one, MathContext.DECIMAL128);
    }

    /** With as many decimals as the neighbours above and below. */
    String said(BigDecimal figure) {
        return one.equals(BigDecimal.ONE)
                ? figure.setScale(0, RoundingMode.HALF_UP).toPlainString()
                : figure.divide(one, 2, RoundingMode.HALF_UP).toPlainString();
    }
}
