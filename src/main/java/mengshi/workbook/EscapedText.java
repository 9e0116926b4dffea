package mengshi.workbook;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Characters that XML cannot hold stand in a workbook's texts as {@code _x000D_}. */
final class EscapedText {

    private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");
    private static final int HEXADECIMAL = 16;

    private EscapedText() {}

    static String decoded(String written) {
        if (!written.contains("_x")) {
            return written;
        }
        return ESCAPE.matcher(written).replaceAll(EscapedText::character);
    }

    private static String character(MatchResult escape) {
        char character = (char) Integer.parseInt(escape.group(1), HEXADECIMAL);
        return Matcher.quoteReplacement(String.valueOf(character));
    }
}
