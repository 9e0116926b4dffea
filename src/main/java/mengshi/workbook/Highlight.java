package mengshi.workbook;

/** The condition under which a highlight shows: the cell still holds what was submitted. */
final class Highlight {

    /** Part of every condition and always true; by it a highlight is known to be ours. */
    static final String MARK = "LEN(\"" + Reply.MARK + "\")>0";

    /** A text in a formula may have at most 255 characters. */
    private static final int LONGEST_TEXT = 200;

    /** A longer text is told apart by its beginning and its length: a condition has its limits too. */
    private static final int MOST_COMPARED = 1000;

    private Highlight() {}

    /** @param row 0-based, as {@code column} */
    static String condition(Held held, int row, int column) {
        return "AND(" + MARK + "," + unchanged(held, CellAddress.absolute(row, column)) + ")";
    }

    private static String unchanged(Held held, String at) {
        return switch (held.kind()) {
            case NOTHING -> "ISBLANK(" + at + ")";
            case UNCALCULATED -> "LEN(" + at + ")=0";
            case NUMBER -> "ISNUMBER(" + at + ")," + at + "=" + held.text();
            case TEXT -> sameText(at, held.text());
            case TRUTH -> "ISLOGICAL(" + at + ")," + at + "=" + held.text();
            case FAULT -> "ISERROR(" + at + ")";
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
