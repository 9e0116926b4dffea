package mengshi.workbook;

import java.util.Optional;

/**
 * A cell to be written.
 *
 * @param row 0-based
 * @param column 0-based
 * @param value what the cell holds; under a formula, its calculated value
 * @param formula without the equals sign
 */
public record CellDraft(int row, int column, CellValue value, Optional<String> formula, CellLook look) {

    public static CellDraft of(int row, int column, CellValue value, CellLook look) {
        return value instanceof CellValue.NotCalculated pending
                ? new CellDraft(row, column, value, Optional.of(pending.formula()), look)
                : new CellDraft(row, column, value, Optional.empty(), look);
    }

    /** A formula together with its value, as a program that calculates writes it. */
    public static CellDraft calculated(int row, int column, String formula, CellValue value, CellLook look) {
        return new CellDraft(row, column, value, Optional.of(formula), look);
    }
}
