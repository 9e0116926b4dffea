package mengshi.form;

import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mengshi.model.Period;
import mengshi.workbook.CellValue;

/** Reads a reporting period as people write it: 2025年6月, 2025年1—6月, 2025-06, 2025年二季度, 2025Q2, 2025年. */
final class PeriodText {

    private static final int FIRST_YEAR = 1990;
    private static final int LAST_YEAR = 2099;

    private static final Pattern MONTH = Pattern.compile("(\\d{4})年(?:(?:0?1月?[-至])?(\\d{1,2})月份?|(\\d{2}))");
    private static final Pattern MONTH_CODE = Pattern.compile("(\\d{4})(?:[-./](\\d{1,2})|(\\d{2}))");
    private static final Pattern QUARTER =
            Pattern.compile("(\\d{4})年?-?(?:(?:第?1季?度?[-至])?第?([1-4])季度?|Q([1-4])|([上前])(半年|3季度))");
    private static final Pattern YEAR = Pattern.compile("(\\d{4})(?:年度?|年全年)?");
    private static final Pattern TENS = Pattern.compile("十([一二]?)(?=月)");
    private static final Pattern DAY =
            Pattern.compile("(\\d{4})(?:([-/.])(\\d{1,2})\\2\\d{1,2}|年(\\d{1,2})月\\d{1,2}日)");

    /** Typed for the Chinese zero, in 二O二五. */
    private static final Pattern LETTER_O = Pattern.compile("(?<=[一二三四五六七八九][O〇]{0,2})O");

    private static final String CHINESE_DIGITS = "〇一二三四五六七八九";

    private PeriodText() {}

    /**
     * The period a cell holds. A date stands for its month, because Excel turns a typed 2025-06 into one. A number
     * 2025.1 is not read: it may have been typed as 2025.10.
     */
    static Optional<Period> read(CellValue value) {
        if (value instanceof CellValue.Day day) {
            return Optional.of(month(YearMonth.from(day.date())));
        }
        if (value instanceof CellValue.Numeric && value.written().endsWith(".1")) {
            return Optional.empty();
        }
        return parse(value.written());
    }

    static Optional<Period> parse(String text) {
        if (Label.hasDressedDigits(text)) {
            return Optional.empty();
        }
        String plain = arabic(Label.bare(text));
        return quarter(plain).or(() -> month(plain)).or(() -> day(plain)).or(() -> year(plain));
    }

    private static Optional<Period> month(String plain) {
        for (Pattern pattern : new Pattern[] {MONTH, MONTH_CODE}) {
            Matcher matcher = pattern.matcher(plain);
            if (matcher.matches()) {
                String month = matcher.group(2) == null ? matcher.group(3) : matcher.group(2);
                return monthOf(matcher.group(1), month);
            }
        }
        return Optional.empty();
    }

    private static Optional<Period> day(String plain) {
        Matcher matcher = DAY.matcher(plain);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return monthOf(matcher.group(1), matcher.group(3) == null ? matcher.group(4) : matcher.group(3));
    }

    private static Optional<Period> quarter(String plain) {
        Matcher matcher = QUARTER.matcher(plain);
        if (!matcher.matches() || !isYear(matcher.group(1))) {
            return Optional.empty();
        }
        int year = Integer.parseInt(matcher.group(1));
        if (matcher.group(4) != null) {
            boolean half = matcher.group(5).equals("半年");
            boolean sound = half == matcher.group(4).equals("上");
            return sound ? Optional.of(Period.quarter(year, half ? 2 : 3)) : Optional.empty();
        }
        String number = matcher.group(2) == null ? matcher.group(3) : matcher.group(2);
        return Optional.of(Period.quarter(year, Integer.parseInt(number)));
    }

    private static Optional<Period> year(String plain) {
        Matcher matcher = YEAR.matcher(plain);
        return matcher.matches() && isYear(matcher.group(1))
                ? Optional.of(Period.year(Integer.parseInt(matcher.group(1))))
                : Optional.empty();
    }

    private static Optional<Period> monthOf(String year, String month) {
        int number = Integer.parseInt(month);
        return isYear(year) && number >= 1 && number <= 12
                ? Optional.of(Period.month(Integer.parseInt(year), number))
                : Optional.empty();
    }

    private static Period month(YearMonth month) {
        return Period.month(month.getYear(), month.getMonthValue());
    }

    private static boolean isYear(String year) {
        int number = Integer.parseInt(year);
        return number >= FIRST_YEAR && number <= LAST_YEAR;
    }

    /** Chinese figures as Arabic ones: 二〇二五年十二月 is 2025年12月. */
    static String arabic(String text) {
        String plain =
                LETTER_O.matcher(text.replace('零', '〇').replace('○', '〇')).replaceAll("〇");
        plain = TENS.matcher(plain).replaceAll(ten -> ten.group(1).isEmpty() ? "10" : "1" + ten.group(1));
        for (int digit = 0; digit < CHINESE_DIGITS.length(); digit++) {
            plain = plain.replace(CHINESE_DIGITS.charAt(digit), (char) ('0' + digit));
        }
        return plain;
    }

    /** As a form prints it: 2025年6月, 2025年2季度, 2025年. */
    static String print(Period period) {
        return switch (period.frequency()) {
            case MONTH -> period.calendarYear() + "年" + period.endMonth() + "月";
            case QUARTER -> period.calendarYear() + "年" + period.endMonth() / 3 + "季度";
            case YEAR -> period.calendarYear() + "年";
        };
    }
}
