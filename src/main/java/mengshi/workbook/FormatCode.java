package mengshi.workbook;

import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.DateUtil;
import org.jspecify.annotations.Nullable;

/**
 * What a cell's number format says about the meaning of its number; how many decimals it shows is of no interest.
 *
 * @param behind the text that the format itself puts behind a positive number, for example 亿元; empty if there is none
 */
public record FormatCode(Kind kind, String behind) {

    /** How a number is shown. */
    public enum Kind {
        /** As it is stored, perhaps with fewer decimals. */
        PLAIN,
        /** A hundred times as large, with a percent sign. */
        PERCENT,
        /** As a day, with or without a time. */
        DAY,
        /** As hours, minutes or seconds. */
        CLOCK,
        /** With its point moved to the left, as if it were counted in thousands, 万 or millions. */
        SCALED
    }

    public static final FormatCode PLAIN = new FormatCode(Kind.PLAIN, "");
    public static final FormatCode PERCENT = new FormatCode(Kind.PERCENT, "");
    static final FormatCode DAY = new FormatCode(Kind.DAY, "");
    static final FormatCode CLOCK = new FormatCode(Kind.CLOCK, "");

    private static final Pattern ELAPSED = Pattern.compile("\\[[hHmMsS]+");

    /** A comma behind the last digit of a number divides by a thousand; before another one it parts groups. */
    private static final Pattern THOUSANDTH = Pattern.compile("[0#?],+(?![0#?,])");

    /** A point that is mere text, between digits: 0!.0000 shows 123456 as 12.3456. */
    private static final Pattern DRAWN_POINT = Pattern.compile("[0#?](?:[!\\\\]\\.|\"\\.\")[0#?]");

    private static final Pattern GENERAL = Pattern.compile("General|G/通用格式", Pattern.CASE_INSENSITIVE);

    /**
     * @param id the format's number; 27–36 and 50–58 are East Asian dates and times that carry no code in the file
     * @param code the format's text, for example {@code yyyy"年"m"月"}
     */
    static FormatCode of(int id, @Nullable String code) {
        String text = code == null ? "General" : code;
        if (GENERAL.matcher(text).matches() || text.startsWith("reserved")) {
            return isEastAsianDate(id) ? DAY : isEastAsianTime(id) ? CLOCK : PLAIN;
        }
        String bare = withoutLiterals(text);
        if (DateUtil.isADateFormat(id, text)) {
            return namesDay(bare) ? DAY : CLOCK;
        }
        if (bare.indexOf('%') >= 0) {
            return PERCENT;
        }
        boolean scaled =
                THOUSANDTH.matcher(bare).find() || DRAWN_POINT.matcher(text).find();
        String behind = behindDigits(GENERAL.matcher(text).replaceAll("0"));
        return !scaled && behind.isEmpty() ? PLAIN : new FormatCode(scaled ? Kind.SCALED : Kind.PLAIN, behind);
    }

    private static boolean isEastAsianDate(int id) {
        return id >= 27 && id <= 31 || id == 36 || id >= 50 && id <= 54 || id == 57 || id == 58;
    }

    private static boolean isEastAsianTime(int id) {
        return id >= 32 && id <= 35 || id == 55 || id == 56;
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
                case '\\', '!', '_', '*' -> i++;
                default -> bare.append(character);
            }
        }
        return bare.toString();
    }

    /** The text behind the digits of the first section, which is that of positive numbers. */
    private static String behindDigits(String code) {
        StringBuilder behind = new StringBuilder();
        for (int i = 0; i < code.length() && code.charAt(i) != ';'; i++) {
            char character = code.charAt(i);
            switch (character) {
                case '"' -> {
                    int end = skipTo(code, i, '"');
                    behind.append(code, i + 1, end);
                    i = end;
                }
                case '[' -> i = skipTo(code, i, ']');
                case '\\', '!' -> {
                    i++;
                    behind.append(code, Math.min(i, code.length()), Math.min(i + 1, code.length()));
                }
                case '_', '*' -> i++;
                case '0', '#', '?' -> behind.setLength(0);
                default -> behind.append(character > '~' ? String.valueOf(character) : "");
            }
        }
        return behind.toString().strip();
    }

    private static int skipTo(String code, int from, char end) {
        int at = code.indexOf(end, from + 1);
        return at < 0 ? code.length() : at;
    }
}
