package mengshi.validation;

import java.util.List;
import mengshi.model.Measure;
import mengshi.model.Reading;
import org.jspecify.annotations.Nullable;

/**
 * A trial of one edit: submissions made so that it must say one thing of one cell.
 *
 * @param cell the cell it looks at; null for an edit about the form's frame
 * @param subject the submission under check
 * @param others what stands beside it: other periods, areas and forms, or the version published before
 */
public record RuleCase(
        Edit edit,
        Expectation expectation,
        @Nullable Cell cell,
        Reading.Submitted subject,
        List<Reading.Submitted> others) {

    public RuleCase {
        others = List.copyOf(others);
    }

    /** A line's figure of one kind. */
    public record Cell(String indicator, Measure measure) {}

    /** What the edit must say, in the word the database has for it. */
    public enum Expectation {
        PASSES("passed"),
        FAILS("failed"),
        IS_NOT_CHECKABLE("not_checkable");

        private final String outcome;

        Expectation(String outcome) {
            this.outcome = outcome;
        }

        public String outcome() {
            return outcome;
        }
    }
}
