package mengshi.model;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A reporting period: a month {@code 2025-06}, a quarter {@code 2025-Q2} or a year {@code 2025}.
 *
 * @param frequency what kind of period this is
 * @param end the period's last month
 */
public record Period(Frequency frequency, YearMonth end) implements Comparable<Period> {

    /** How long a period is. */
    public enum Frequency {
        MONTH(1),
        QUARTER(3),
        YEAR(12);

        private final int months;

        Frequency(int months) {
            this.months = months;
        }

        public int months() {
            return months;
        }
    }

    private static final Pattern CODE = Pattern.compile("(\\d{4})(?:-(?:(\\d{2})|Q([1-4])))?");

    public Period {
        if (end.getMonthValue() % frequency.months() != 0) {
            throw new IllegalArgumentException("A " + frequency + " does not end in " + end);
        }
    }

    public static Period month(int year, int month) {
        return new Period(Frequency.MONTH, YearMonth.of(year, month));
    }

    public static Period quarter(int year, int quarter) {
        return new Period(Frequency.QUARTER, YearMonth.of(year, quarter * 3));
    }

    public static Period year(int year) {
        return new Period(Frequency.YEAR, YearMonth.of(year, 12));
    }

    /** Reads {@code 2025-06}, {@code 2025-Q2} or {@code 2025}; empty for anything else. */
    public static Optional<Period> parse(String code) {
        Matcher matcher = CODE.matcher(code);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int year = Integer.parseInt(matcher.group(1));
        if (matcher.group(3) != null) {
            return Optional.of(quarter(year, Integer.parseInt(matcher.group(3))));
        }
        if (matcher.group(2) == null) {
            return Optional.of(year(year));
        }
        int month = Integer.parseInt(matcher.group(2));
        return month < 1 || month > 12 ? Optional.empty() : Optional.of(month(year, month));
    }

    /** Reads a code that is known to be one. */
    public static Period of(String code) {
        return parse(code)
                .orElseThrow(() ->
                        new IllegalArgumentException("Not a period: " + code + ". Write 2025-06, 2025-Q2 or 2025."));
    }

    /** The code used everywhere: {@code 2025-06}, {@code 2025-Q2}, {@code 2025}. */
    public String code() {
        return switch (frequency) {
            case MONTH -> end.toString();
            case QUARTER -> end.getYear() + "-Q" + end.getMonthValue() / 3;
            case YEAR -> String.valueOf(end.getYear());
        };
    }

    public int calendarYear() {
        return end.getYear();
    }

    /** The number of the last month, 1 to 12. */
    public int endMonth() {
        return end.getMonthValue();
    }

    public LocalDate lastDay() {
        return end.atEndOfMonth();
    }

    /** The same period of the year before. */
    public Period lastYear() {
        return new Period(frequency, end.minusYears(1));
    }

    public Period previous() {
        return new Period(frequency, end.minusMonths(frequency.months()));
    }

    /** Whether the period's last day lies after {@code today}. */
    public boolean endsAfter(LocalDate today) {
        return lastDay().isAfter(today);
    }

    @Override
    public int compareTo(Period other) {
        int byEnd = end.compareTo(other.end);
        return byEnd != 0 ? byEnd : frequency.compareTo(other.frequency);
    }

    @Override
    public String toString() {
        return code();
    }
}
