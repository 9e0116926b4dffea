package mengshi.workbook;

import java.util.List;

/**
 * What a cell takes, and what Excel says to anything else.
 *
 * @param formula a list of texts to choose from, or a condition over the cell itself; at most 255 characters
 * @param choice whether the formula is a list
 * @param message shown when something else is typed, which is then not taken
 */
public record CellRule(int row, int column, String formula, boolean choice, String message) {

    private static final int LONGEST_FORMULA = 255;

    public CellRule {
        if (formula.length() > LONGEST_FORMULA) {
            throw new IllegalArgumentException(
                    "Excel takes rules of at most " + LONGEST_FORMULA + " characters, not " + formula);
        }
    }

    /** One of these texts, offered as a list. */
    public static CellRule oneOf(int row, int column, List<String> texts, String message) {
        return new CellRule(row, column, '"' + String.join(",", texts) + '"', true, message);
    }

    /** A number, or one of these texts. */
    public static CellRule numberOr(int row, int column, List<String> texts, String message) {
        String cell = CellAddress.of(row, column);
        StringBuilder condition = new StringBuilder("OR(ISNUMBER(").append(cell).append(')');
        texts.forEach(text -> condition
                .append(',')
                .append(cell)
                .append("=\"")
                .append(text.replace("\"", "\"\""))
                .append('"'));
        return new CellRule(row, column, condition.append(')').toString(), false, message);
    }

    String markup() {
        return "<dataValidation type=\"" + (choice ? "list" : "custom")
                + "\" allowBlank=\"1\" showInputMessage=\"1\" showErrorMessage=\"1\" errorTitle=\"请更正\" error=\""
                + Markup.escape(message) + "\" sqref=\"" + CellAddress.of(row, column) + "\"><formula1>"
                + Markup.escape(formula) + "</formula1></dataValidation>";
    }
}
