package mengshi.feedback;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an area reported in a year: when it sent, how often it corrected, what was found and what it answered. Of the
 * figures it knows nothing.
 *
 * @param rounds one for each period and form that was due or came
 * @param types what was found, the most frequent first within a severity
 */
public record ReportingQuality(String areaCode, String areaName, int year, List<Round> rounds, List<Type> types) {

    public ReportingQuality {
        rounds = List.copyOf(rounds);
        types = List.copyOf(types);
    }

    /** One form for one period. */
    public record Round(
            String period, String formCode, String formName, Arrival arrival, Findings findings, Answers answers) {}

    /**
     * When and how often it came.
     *
     * @param receivedOn of the first version; null if nothing came
     * @param state of the newest version, or MISSING
     * @param corrections versions that were published beyond the first
     */
    public record Arrival(
            LocalDate dueOn,
            @Nullable LocalDate receivedOn,
            int daysLate,
            String state,
            int versions,
            int corrections) {

        boolean isMissing() {
            return receivedOn == null;
        }

        boolean isOnTime() {
            return !isMissing() && daysLate == 0;
        }
    }

    /** Findings of all versions, each once; {@code open} ones wait for an answer. */
    public record Findings(int errors, int warnings, int informations, int fixed, int explained, int waived, int open) {

        /** Those that ask for something. */
        int asking() {
            return errors + warnings;
        }
    }

    /** Explanations written into returned workbooks. */
    public record Answers(int given, int accepted) {}

    /** @param severity as the findings' catalogue has it */
    public record Type(String code, String severity, String advice, int findings, int open) {}
}
