package mengshi.form;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A label as people write it and as it is compared.
 *
 * @param raw the text as it stands in the cell, for messages
 * @param key the text without anything that typists vary: widths, blanks, line breaks, ordinal marks, a unit in
 *     brackets
 * @param unit the unit that stood at the end in brackets; null if there was none
 */
record Label(String raw, String key, @Nullable Unit unit) {

    /** Blanks of every kind, zero-width ones, and the line break as some writers escape it. */
    private static final Pattern BLANKS =
            Pattern.compile("_x000D_|[\\s\\p{Z}\\u200B-\\u200F\\u2060\\uFEFF\\u00AD]+", Pattern.CASE_INSENSITIVE);

    private static final Pattern DASHES = Pattern.compile("[-\\u2010-\\u2015\\u2212~\\u301C\\u2500\\uFE58\\uFE63]+");
    private static final Pattern OPENING = Pattern.compile("[\\[{〔【〈《「『]");
    private static final Pattern CLOSING = Pattern.compile("[\\]}〕】〉》」』]");

    private static final Pattern QUOTES = Pattern.compile("[\"'“”‘’]+");

    /** Ordinals and footnotes: NFKC would turn a circled number into plain digits, so these go before. */
    private static final Pattern CIRCLED = Pattern.compile("[①-⓿❶-➓㉑-㉟]");

    private static final Pattern DRESSED = Pattern.compile("\\p{No}");

    private static final Pattern LEADING =
            Pattern.compile("^(?:其中:?|[#*★☆●○◆◇▲△■□]+|[一二三四五六七八九十]{1,3}[、.]|\\([一二三四五六七八九十]{1,3}\\)|"
                    + "\\d{1,2}(?:、|\\.(?!\\d))|\\(\\d{1,2}\\)|\\d{1,2}\\)|[IVX]{1,4}[、.])");

    /** Footnote stars behind a label. */
    private static final Pattern TRAILING = Pattern.compile("(?<=.)[*#]+$");

    /** What stands behind the last Chinese character, if it is words: 固定资产投资 Investment in Fixed Assets. */
    private static final Pattern ENGLISH_TAIL =
            Pattern.compile("^(.*\\p{IsHan}\\)?(?:\\([^()A-Z]*\\))?)([^\\p{IsHan}]*[A-Z]{2}[^\\p{IsHan}]*)$");

    private static final Pattern TRAILING_UNIT = Pattern.compile("^(.+?)(?:\\(([^()]+)\\)|([%‰]))$");

    /** Raised digits behind a word, or a number in brackets: footnotes. Behind Latin letters they may be a unit's, as in km². */
    private static final Pattern RAISED = Pattern.compile("(?<=[\\p{IsHan})）\\]])[¹²³⁰⁴-⁹]+(?=\\s*$)");

    private static final Pattern FOOTNOTE =
            Pattern.compile("(?<=.)(?:\\((?:注:?\\d{0,2}|\\d{1,2})\\)|(?<=[\\p{IsHan})])注\\d{1,2})$");

    /** Han characters that no normalisation changes. */
    private static final char FIRST_HAN = 0x4E00;

    private static final char LAST_HAN = 0x9FFF;

    private static final TextMemory<String> BARE = new TextMemory<>(Label::baring);

    static Label of(String raw, UnitCatalogue units) {
        return units.label(raw);
    }

    /** The same, found out anew. */
    static Label read(String raw, UnitCatalogue units) {
        String key = withoutLeadingMarks(raw);
        Matcher matcher = TRAILING_UNIT.matcher(key);
        if (matcher.matches()) {
            String written = Optional.ofNullable(matcher.group(2)).orElse(matcher.group(3));
            Optional<Unit> unit = written == null ? Optional.empty() : units.find(written);
            if (unit.isPresent()) {
                return new Label(raw, FOOTNOTE.matcher(matcher.group(1)).replaceFirst(""), unit.get());
            }
        }
        return new Label(raw, key, null);
    }

    /** The label without the English behind the Chinese, as tables in two languages have it; itself if there is none. */
    Label withoutEnglish(UnitCatalogue units) {
        Matcher matcher = ENGLISH_TAIL.matcher(key);
        return matcher.matches() ? of(matcher.group(1), units) : this;
    }

    boolean isEmpty() {
        return key.isEmpty();
    }

    /** The text in normal width and capitals, without blanks and quotes, with one kind of dash and bracket. */
    static String bare(String raw) {
        return isBare(raw) ? raw : BARE.of(raw);
    }

    /** Most texts are: of Chinese characters, capitals, digits and marks that nobody varies. */
    private static boolean isBare(String raw) {
        for (int i = 0; i < raw.length(); i++) {
            char character = raw.charAt(i);
            boolean stays = character >= FIRST_HAN && character <= LAST_HAN
                    || character >= '0' && character <= '9'
                    || character >= 'A' && character <= 'Z'
                    || character == '.'
                    || character == '%'
                    || character == '('
                    || character == ')'
                    || character == ':';
            if (!stays) {
                return false;
            }
        }
        return true;
    }

    private static String baring(String raw) {
        String text =
                BLANKS.matcher(Normalizer.normalize(raw, Normalizer.Form.NFKC)).replaceAll("");
        text = QUOTES.matcher(text).replaceAll("");
        text = DASHES.matcher(text).replaceAll("-");
        text = OPENING.matcher(text).replaceAll("(");
        return CLOSING.matcher(text).replaceAll(")").toUpperCase(Locale.ROOT);
    }

    /**
     * Whether a text holds circled, raised or otherwise dressed-up digits, as footnotes have them. Normalised they would
     * become part of the number before them, so that 12① would read as 121.
     */
    static boolean hasDressedDigits(String raw) {
        return DRESSED.matcher(raw).find();
    }

    private static String withoutLeadingMarks(String raw) {
        String text = bare(RAISED.matcher(CIRCLED.matcher(raw).replaceAll("")).replaceAll(""));
        Matcher matcher = LEADING.matcher(text);
        while (matcher.lookingAt() && matcher.end() < text.length()) {
            text = text.substring(matcher.end());
            matcher.reset(text);
        }
        return FOOTNOTE.matcher(TRAILING.matcher(text).replaceFirst("")).replaceFirst("");
    }
}
