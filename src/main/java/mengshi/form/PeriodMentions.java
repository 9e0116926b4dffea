package mengshi.form;

import java.time.YearMonth;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import mengshi.model.Period;

/**
 * Periods named inside a longer text such as a file's name. Days are none: 20250705 says when something was sent.
 *
 * @param periods with their year, in the order of the text
 * @param months numbers of months without a year; empty as soon as there is a period with one
 */
record PeriodMentions(Set<Period> periods, Set<Integer> months) {

    private static final String A_YEAR = "(?<!\\d)((?:19|20)\\d{2})";
    private static final String UP_TO_MONTH = "(?:0?1月?[-至])?(\\d{1,2})月(?!\\d{1,2}日)";

    private static final Pattern YEAR_AND_MONTH = Pattern.compile(A_YEAR + "年" + UP_TO_MONTH);
    private static final Pattern CODE = Pattern.compile(A_YEAR + "[-_.]?(0[1-9]|1[0-2])(?![-_.]?\\d)");
    private static final Pattern YEAR_AND_QUARTER =
            Pattern.compile(A_YEAR + "年?-?(?:第?1季?度?[-至])?(?:第?([1-4])季度?|Q([1-4]))");
    private static final Pattern MONTH_ALONE = Pattern.compile("(?<![\\d年])" + UP_TO_MONTH);

    PeriodMentions {
        periods = Set.copyOf(periods);
        months = Set.copyOf(months);
    }

    static PeriodMentions in(String text) {
        String plain = PeriodText.arabic(Label.bare(text));
        Set<Period> periods = new LinkedHashSet<>();
        collect(YEAR_AND_MONTH, plain, PeriodMentions::month, periods);
        collect(CODE, plain, PeriodMentions::month, periods);
        collect(YEAR_AND_QUARTER, plain, (year, quarter) -> Optional.of(Period.quarter(year, quarter)), periods);
        Set<Integer> months = periods.isEmpty()
                ? MONTH_ALONE
                        .matcher(plain)
                        .results()
                        .map(found -> Integer.parseInt(found.group(1)))
                        .filter(month -> month >= 1 && month <= 12)
                        .collect(Collectors.toSet())
                : Set.of();
        return new PeriodMentions(periods, months);
    }

    /** Whether the text names periods and none of them ends with this one: a quarter is named by its last month too. */
    boolean contradict(Period period) {
        YearMonth end = period.end();
        if (!periods.isEmpty()) {
            return periods.stream().noneMatch(named -> named.end().equals(end));
        }
        return !months.isEmpty() && !months.contains(end.getMonthValue());
    }

    String describe() {
        return periods.isEmpty()
                ? months.stream().sorted().map(month -> month + "月").collect(Collectors.joining("、"))
                : periods.stream().sorted().map(PeriodText::print).collect(Collectors.joining("、"));
    }

    private static void collect(
            Pattern pattern, String text, BiFunction<Integer, Integer, Optional<Period>> period, Set<Period> into) {
        Matcher matcher = pattern.matcher(text);
        matcher.results().forEach(found -> period.apply(Integer.parseInt(found.group(1)), number(found))
                .ifPresent(into::add));
    }

    private static int number(MatchResult found) {
        String number = found.group(2) == null ? found.group(3) : found.group(2);
        return Integer.parseInt(number);
    }

    private static Optional<Period> month(int year, int month) {
        return month >= 1 && month <= 12 ? Optional.of(Period.month(year, month)) : Optional.empty();
    }
}
