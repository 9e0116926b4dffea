package mengshi.targets;

import java.util.List;

/**
 * What an audit found.
 *
 * @param year of the catalogue that the text was held against
 * @param report the text
 * @param coverage by heading
 * @param complaints in the order of the text; empty when text and catalogue agree
 * @param unclassified the numerals no row says anything of, in the order of the text
 * @param targets how many targets were proved
 * @param actuals how many results of the year before were proved
 */
public record AuditResult(
        int year,
        ReportText report,
        List<Coverage> coverage,
        List<Complaint> complaints,
        List<Numeral> unclassified,
        int targets,
        int actuals) {

    public AuditResult {
        coverage = List.copyOf(coverage);
        complaints = List.copyOf(complaints);
        unclassified = List.copyOf(unclassified);
    }

    /** All numerals of the text. */
    public int numerals() {
        return coverage.stream().mapToInt(Coverage::total).sum();
    }

    /** All numerals of one class. */
    public int count(NumeralClass numeralClass) {
        return coverage.stream()
                .mapToInt(stretch -> stretch.count(numeralClass))
                .sum();
    }
}
