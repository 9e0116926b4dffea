package mengshi.form;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number that was typed as text, read by one strict rule: any width, blanks around it, groups of three parted by
 * commas or by blanks, a percent sign at the end. Anything else is not a number.
 *
 * @param percent whether a percent sign stood behind it; the number itself is as written, 5.2 for 5.2 %
 */
record NumberText(BigDecimal number, boolean percent) {

    private static final Pattern NUMBER =
            Pattern.compile("([+-]?)(\\d{1,3}(?:,\\d{3})+|\\d{1,3}(?: \\d{3})+|\\d{1,30})(\\.\\d{1,30})? ?(%?)");

    /** What nobody sees at a number's ends; texts copied from web pages have it. */
    private static final Pattern UNSEEN =
            Pattern.compile("^[\\s\\u200B-\\u200F\\u2060\\uFEFF\\u00AD]+|[\\s\\u200B-\\u200F\\u2060\\uFEFF\\u00AD]+$");

    private static final Pattern ESCAPED_BREAK = Pattern.compile("_x000D_", Pattern.CASE_INSENSITIVE);

    static Optional<NumberText> parse(String text) {
        String plain = ESCAPED_BREAK
                .matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
                .replaceAll(" ")
                .replace('\u2212', '-');
        Matcher matcher = NUMBER.matcher(UNSEEN.matcher(plain).replaceAll(""));
        if (Label.hasDressedDigits(text) || !matcher.matches()) {
            return Optional.empty();
        }
        String fraction = matcher.group(3) == null ? "" : matcher.group(3);
        String whole = matcher.group(2).replace(",", "").replace(" ", "");
        BigDecimal number = new BigDecimal(matcher.group(1) + whole + fraction);
        return Optional.of(new NumberText(number, !matcher.group(4).isEmpty()));
    }
}
