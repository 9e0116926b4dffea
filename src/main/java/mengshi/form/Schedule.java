package mengshi.form;

import java.time.LocalDate;
import mengshi.model.Area;
import mengshi.model.Measure;
import mengshi.model.Period;
import org.jspecify.annotations.Nullable;

/**
 * When and by whom a form is sent.
 *
 * @param dueDay day of the month after the period's end
 * @param submittedByRegion whether the region sends it, not its leagues and cities
 * @param validFrom first day of the first period it is for; null for ever
 * @param validTo last day of the last period it is for; null for ever
 */
public record Schedule(
        Period.Frequency frequency,
        boolean januaryCollected,
        int dueDay,
        boolean submittedByRegion,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo) {

    /** Whether a submission for this period can exist. */
    public boolean collects(Period period) {
        return period.frequency() == frequency && !isUncollectedJanuary(period) && isValidIn(period);
    }

    /** The last day on which a submission for this period is in time. */
    public LocalDate dueOn(Period period) {
        var month = period.end().plusMonths(1);
        return month.atDay(Math.min(dueDay, month.lengthOfMonth()));
    }

    public boolean expectedFrom(Area area) {
        return area.isRegion() == submittedByRegion;
    }

    /**
     * Whether a single month's figure cannot be asked for: where January is not collected, February's submission holds
     * both months together.
     */
    boolean lacks(Measure measure, Period period) {
        boolean ofOneMonth = measure == Measure.MONTH || measure == Measure.YOY_MONTH || measure == Measure.MOM;
        return ofOneMonth && !januaryCollected && period.endMonth() == 2;
    }

    boolean isUncollectedJanuary(Period period) {
        return !januaryCollected && period.frequency() == Period.Frequency.MONTH && period.endMonth() == 1;
    }

    boolean isValidIn(Period period) {
        return (validFrom == null || !period.lastDay().isBefore(validFrom))
                && (validTo == null || !period.lastDay().isAfter(validTo));
    }
}
