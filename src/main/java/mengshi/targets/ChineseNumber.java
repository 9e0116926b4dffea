package mengshi.targets;

import java.math.BigDecimal;
import java.math.MathContext;
import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a number says, in Arabic digits, in Chinese ones, or in both: {@code 2.6万亿}, {@code 一亿两千三百万},
 * {@code 三分之一}, {@code 百分之五} is left to whoever knows its unit.
 */
final class ChineseNumber {

    private static final String DIGITS = "〇一二三四五六七八九";
    private static final String SCALES = "亿万千百十";
    private static final int[] POWERS = {8, 4, 3, 2, 1};

    private static final Pattern ARABIC = Pattern.compile("(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?");
    private static final Pattern DECIMAL = Pattern.compile("(.*)点([〇一二三四五六七八九]+)([亿万千百十]*)");
    private static final Pattern FRACTION = Pattern.compile("(.+)分之(.+)");

    /** A pair of what follows: 双千亿 are two goals of a hundred billion each. */
    private static final Pattern PAIR = Pattern.compile("双([亿万千百十].*)");

    private ChineseNumber() {}

    /** The value; empty where the text says a number that cannot be known, as 几 does, or none. */
    static Optional<BigDecimal> parse(String text) {
        String plain = plain(text);
        Matcher pair = PAIR.matcher(plain);
        Matcher fraction = FRACTION.matcher(plain);
        try {
            if (pair.matches()) {
                return Optional.of(value(pair.group(1)));
            }
            if (fraction.matches()) {
                return Optional.of(value(fraction.group(2)).divide(value(fraction.group(1)), MathContext.DECIMAL64));
            }
            return switch (plain) {
                case "" -> Optional.empty();
                case "半" -> Optional.of(new BigDecimal("0.5"));
                case "双" -> Optional.of(BigDecimal.valueOf(2));
                case "翻番" -> Optional.of(BigDecimal.valueOf(2));
                default -> Optional.of(value(plain));
            };
        } catch (ArithmeticException | NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    /** One width, one sign for each digit; words for about-so-many say nothing about the number itself. */
    private static String plain(String text) {
        String one = Normalizer.normalize(text, Normalizer.Form.NFKC);
        one = one.replace('两', '二').replace('零', '〇').replace("廿", "二十").replace("卅", "三十");
        String financial = "壹贰叁肆伍陆柒捌玖";
        for (int i = 0; i < financial.length(); i++) {
            one = one.replace(financial.charAt(i), DIGITS.charAt(i + 1));
        }
        one = one.replace('拾', '十').replace('佰', '百').replace('仟', '千').replaceAll("[多余]", "");
        return roman(one);
    }

    /** Compatibility normalisation has made Latin letters of Roman digits. */
    private static String roman(String text) {
        int place = List.of("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
                .indexOf(text);
        return place < 0 ? text : String.valueOf(place + 1);
    }

    private static BigDecimal value(String text) {
        Matcher decimal = DECIMAL.matcher(text);
        if (decimal.matches()) {
            BigDecimal number = new BigDecimal(value(decimal.group(1)) + "." + positional(decimal.group(2)));
            return decimal.group(3).isEmpty() ? number : number.multiply(value(decimal.group(3)));
        }
        for (int i = 0; i < SCALES.length(); i++) {
            int at = text.lastIndexOf(SCALES.charAt(i));
            if (at >= 0) {
                String before = text.substring(0, at);
                BigDecimal times = before.isEmpty() || before.equals("〇") ? BigDecimal.ONE : value(before);
                return times.scaleByPowerOfTen(POWERS[i]).add(rest(text.substring(at + 1), POWERS[i]));
            }
        }
        if (ARABIC.matcher(text).matches()) {
            return new BigDecimal(text.replace(",", ""));
        }
        return new BigDecimal(positional(text));
    }

    /** What follows a scale and is less than it: 一百五 is 150, 一百零五 is 105, 十四五 is no number. */
    private static BigDecimal rest(String text, int power) {
        if (text.isEmpty()) {
            return BigDecimal.ZERO;
        }
        boolean isShort = text.length() == 1 && DIGITS.indexOf(text.charAt(0)) > 0 && power > 1;
        BigDecimal rest = isShort ? value(text).scaleByPowerOfTen(power - 1) : value(text.replaceFirst("^〇+(?=.)", ""));
        if (rest.compareTo(BigDecimal.ONE.scaleByPowerOfTen(power)) >= 0) {
            throw new NumberFormatException(text);
        }
        return rest;
    }

    /** Digit by digit, as years are written: 二〇二五. */
    private static String positional(String text) {
        StringBuilder digits = new StringBuilder();
        for (char character : text.toCharArray()) {
            int digit = DIGITS.indexOf(character);
            if (digit < 0) {
                throw new NumberFormatException(text);
            }
            digits.append(digit);
        }
        return digits.toString();
    }
}
