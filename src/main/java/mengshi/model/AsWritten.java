package mengshi.model;

import java.math.BigDecimal;

/**
 * A figure as the reporter wrote it, kept beside the normalised one so that nothing is lost.
 *
 * @param value the cell's text or number, as typed
 * @param unit the unit as written, for example 万元
 * @param factor one written unit in base units, for example 10000
 * @param step half of it is the rounding error: the smallest step the form's decimals allow, in base units
 */
public record AsWritten(String value, String unit, BigDecimal factor, BigDecimal step) {}
