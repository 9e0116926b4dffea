package mengshi.warehouse;

import java.util.Collection;
import mengshi.model.Period;

/** Questions to the marts about what changed between two moments; moments are ISO-8601, as the marts print them. */
public final class Changes {

    private final Statements statements;

    Changes(Statements statements) {
        this.statements = statements;
    }

    /** A row for every target and column that differs: {@code changed}, {@code was}, {@code became}. */
    public Rows ofVerdicts(Period period, String from, String to) {
        return RowReader.all(statements
                .mart("changed_progress")
                .param("period", period.code())
                .param("from", from)
                .param("to", to));
    }

    /**
     * The submissions that came between and stand on the forms that the indicators are taken from, with each figure of
     * these indicators that they changed. No argument may be empty.
     */
    public Rows ofFigures(Collection<String> indicators, Collection<Period> periods, String from, String to) {
        return RowReader.all(statements
                .mart("causes_of_change")
                .param("indicators", indicators)
                .param("periods", periods.stream().map(Period::code).toList())
                .param("from", from)
                .param("to", to));
    }
}
