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

    private static final String DAY_FORMAT = "yyyy-mm-dd";
    private static final String PERCENT_FORMAT = "0.00%";
    private static final int LONGEST_TEXT = 32_767;

    public CellDraft {
        if (value.written().length() > LONGEST_TEXT) {
            throw new IllegalArgumentException("Excel cannot open a cell of more than " + LONGEST_TEXT + " characters: "
                    + CellAddress.of(row, column));
        }
    }

    public static CellDraft of(int row, int column, CellValue value, CellLook look) {
        return value instanceof CellValue.NotCalculated pending
                ? new CellDraft(row, column, value, Optional.of(pending.formula()), look)
                : new CellDraft(row, column, value, Optional.empty(), look);
    }

    /** A formula together with its value, as a program that calculates writes it. */
    public static CellDraft calculated(int row, int column, String formula, CellValue value, CellLook look) {
        return new CellDraft(row, column, value, Optional.of(formula), look);
    }

    /** The look with a format that suits the value where none was asked for: days would show as bare numbers. */
    CellLook suitedLook() {
        if (!look.format().isEmpty()) {
            return look;
        }
        if (value instanceof CellValue.Day) {
            return look.formatted(DAY_FORMAT);
        }
        return value instanceof CellValue.Numeric numeric && numeric.percent() ? look.formatted(PERCENT_FORMAT) : look;
    }
}
