package mengshi.form;

import java.util.Optional;
import mengshi.model.Measure;
import mengshi.model.Period;
import org.jspecify.annotations.Nullable;

/**
 * What a header or the beginning of a row says about the figures under or beside it; whatever it leaves open is null.
 *
 * @param year a year that stands without its month or quarter
 * @param part a month or quarter that stands without its year, as a period of {@link #ANY_YEAR}
 * @param period a whole period
 */
record Coordinates(
        @Nullable FormLine line,
        @Nullable Integer year,
        @Nullable Period part,
        @Nullable Period period,
        @Nullable Measure measure,
        @Nullable Unit unit) {

    /** Stands for the year of a month that is named without one. */
    static final int ANY_YEAR = 2000;

    static final Coordinates NOTHING = new Coordinates(null, null, null, null, null, null);

    static Coordinates of(FormLine line, @Nullable Unit unit) {
        return new Coordinates(line, null, null, null, null, unit);
    }

    static Coordinates of(Measure measure, @Nullable Unit unit) {
        return new Coordinates(null, null, null, null, measure, unit);
    }

    static Coordinates of(Unit unit) {
        return new Coordinates(null, null, null, null, null, unit);
    }

    /** A year may be a period of its own or wait for its month. */
    static Coordinates of(Period period) {
        return period.frequency() == Period.Frequency.YEAR
                ? new Coordinates(null, period.calendarYear(), null, null, null, null)
                : new Coordinates(null, null, null, period, null, null);
    }

    static Coordinates ofPart(Period part) {
        return new Coordinates(null, null, part, null, null, null);
    }

    boolean isNothing() {
        return equals(NOTHING);
    }

    /** Both together; what is nearer to the figure counts where both say something. */
    Coordinates within(Coordinates outer) {
        return new Coordinates(
                line == null ? outer.line : line,
                year == null ? outer.year : year,
                part == null ? outer.part : part,
                period == null ? outer.period : period,
                measure == null ? outer.measure : measure,
                unit == null ? outer.unit : unit);
    }

    /** Whether both name the same thing differently, which no figure can fit. */
    boolean contradicts(Coordinates other) {
        return differ(line, other.line)
                || differ(year, other.year)
                || differ(part, other.part)
                || differ(period, other.period)
                || differ(measure, other.measure);
    }

    private static boolean differ(@Nullable Object one, @Nullable Object other) {
        return one != null && other != null && !one.equals(other);
    }

    /** The period all this names; empty where a year or a month is missing, or where a year stands beside another one. */
    Optional<Period> wholePeriod() {
        if (period != null) {
            boolean agrees = part == null && (year == null || year == period.calendarYear());
            return agrees ? Optional.of(period) : Optional.empty();
        }
        if (year == null) {
            return Optional.empty();
        }
        return Optional.of(
                part == null
                        ? Period.year(year)
                        : new Period(part.frequency(), part.end().withYear(year)));
    }
}
