package mengshi.workbook;

import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.util.NumberToTextConverter;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.jspecify.annotations.Nullable;

/** The condition under which a highlight shows: the cell still holds what was submitted. */
final class Highlight {

    /** Part of every condition and always true; by it a highlight is known to be ours. */
    static final String MARK = "LEN(\"" + Reply.MARK + "\")>0";

    /** A text in a formula may have at most 255 characters. */
    private static final int LONGEST_TEXT = 200;

    /** A longer text is told apart by its beginning and its length: a condition has its limits too. */
    private static final int MOST_COMPARED = 1000;

    private Highlight() {}

    /** @param cell null where the sheet has none: nothing was filled in */
    static String condition(@Nullable Cell cell, int row, int column) {
        String at = new org.apache.poi.ss.util.CellReference(row, column, true, true).formatAsString();
        return "AND(" + MARK + "," + unchanged(cell, at) + ")";
    }

    private static String unchanged(@Nullable Cell cell, String at) {
        if (cell == null) {
            return "ISBLANK(" + at + ")";
        }
        CellType type = cell.getCellType();
        if (type == CellType.FORMULA) {
            if (cell instanceof XSSFCell stored && stored.getRawValue() == null) {
                return "LEN(" + at + ")=0";
            }
            type = cell.getCachedFormulaResultType();
        }
        return switch (type) {
            case NUMERIC ->
                "ISNUMBER(" + at + ")," + at + "=" + NumberToTextConverter.toText(cell.getNumericCellValue());
            case STRING -> sameText(at, cell.getStringCellValue());
            case BOOLEAN -> "ISLOGICAL(" + at + ")," + at + "=" + (cell.getBooleanCellValue() ? "TRUE" : "FALSE");
            case ERROR -> "ISERROR(" + at + ")";
            default -> "ISBLANK(" + at + ")";
        };
    }

    /** Line breaks and the like cannot stand in a formula's text, so both sides are compared without them. */
    private static String sameText(String at, String text) {
        String bare = text.chars()
                .filter(character -> character >= ' ')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        String held = bare.length() == text.length() ? at : "CLEAN(" + at + ")";
        StringBuilder same = new StringBuilder("ISTEXT(" + at + "),LEN(" + held + ")=" + bare.length());
        for (int start = 0; start < Math.min(bare.length(), MOST_COMPARED); start += LONGEST_TEXT) {
            String piece = bare.substring(start, Math.min(start + LONGEST_TEXT, bare.length()));
            same.append(",EXACT(MID(" + held + "," + (start + 1) + "," + LONGEST_TEXT + ")," + quoted(piece) + ")");
        }
        return same.toString();
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\"", "\"\"") + "\"";
    }
}
