package mengshi.workbook;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text as SpreadsheetML writes it. */
final class Markup {

    static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private static final Pattern LOOKS_ESCAPED = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    private Markup() {}

    /** Escaped for XML; what XML cannot hold becomes {@code _x0001_}, as Excel does it. */
    static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        String unambiguous = LOOKS_ESCAPED.matcher(text).replaceAll(Matcher.quoteReplacement("_x005F_"));
        for (int i = 0; i < unambiguous.length(); i++) {
            char character = unambiguous.charAt(i);
            switch (character) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\n', '\t' -> escaped.append(character);
                default -> {
                    if (character < ' ' || character == '\uFFFE' || character == '\uFFFF') {
                        escaped.append(String.format("_x%04X_", (int) character));
                    } else {
                        escaped.append(character);
                    }
                }
            }
        }
        return escaped.toString();
    }
}
