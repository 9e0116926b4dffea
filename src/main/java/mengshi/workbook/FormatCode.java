package mengshi.workbook;

import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.DateUtil;
import org.jspecify.annotations.Nullable;

/** What a cell's number format says about the meaning of its number; how many decimals it shows is of no interest. */
enum FormatCode {
    PLAIN,
    PERCENT,
    DAY;

    private static final Pattern ELAPSED = Pattern.compile("\\[[hHmMsS]+");

    /**
     * @param id the format's number; 27–36 and 50–58 are East Asian dates that carry no code in the file
     * @param code the format's text, for example {@code yyyy"年"m"月"}
     */
    static FormatCode of(int id, @Nullable String code) {
        String text = code == null ? "General" : code;
        if (isEastAsianDate(id) && (text.equalsIgnoreCase("General") || text.startsWith("reserved"))) {
            return DAY;
        }
        String bare = withoutLiterals(text);
        if (DateUtil.isADateFormat(id, text)) {
            return namesDay(bare) ? DAY : PLAIN;
        }
        return bare.indexOf('%') >= 0 ? PERCENT : PLAIN;
    }

    private static boolean isEastAsianDate(int id) {
        return id >= 27 && id <= 31 || id == 36 || id >= 50 && id <= 54 || id == 57 || id == 58;
    }

    /** A format of hours, minutes and seconds only shows no day. */
    private static boolean namesDay(String bare) {
        String lower = bare.toLowerCase(Locale.ROOT);
        boolean clock = lower.indexOf('h') >= 0 || lower.indexOf('s') >= 0;
        return lower.indexOf('y') >= 0 || lower.indexOf('d') >= 0 || lower.indexOf('m') >= 0 && !clock;
    }

    /** Drops quoted text, escaped characters, padding characters and what stands in square brackets, elapsed time apart. */
    private static String withoutLiterals(String code) {
        StringBuilder bare = new StringBuilder();
        for (int i = 0; i < code.length(); i++) {
            char character = code.charAt(i);
            switch (character) {
                case '"' -> i = skipTo(code, i, '"');
                case '[' -> {
                    int end = skipTo(code, i, ']');
                    // [h] is elapsed time; colours, locales and conditions say nothing.
                    bare.append(ELAPSED.matcher(code.substring(i, end)).matches() ? "h" : "");
                    i = end;
                }
                case '\\', '_', '*' -> i++;
                default -> bare.append(character);
            }
        }
        return bare.toString();
    }

    private static int skipTo(String code, int from, char end) {
        int at = code.indexOf(end, from + 1);
        return at < 0 ? code.length() : at;
    }
}
