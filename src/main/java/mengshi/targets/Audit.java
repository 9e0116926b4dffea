package mengshi.targets;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import mengshi.seeds.Seeds;
import org.jspecify.annotations.Nullable;

/**
 * Proves a year's catalogue against the text it was made from. Every numeral of the text is found anew, without a look
 * at the catalogue, and must be accounted for; every figure of the catalogue must be said where it claims to be.
 */
public final class Audit {

    /** The seed files an audit reads beside those named for a year. */
    public static final List<String> FILES =
            List.of(ReportEdition.FILE, "report_word", "unit", "indicator", "form_line");

    private final Seeds seeds;
    private final ReportWords words;
    private final Quantities quantities;
    private final NumeralScanner scanner;

    /** @throws IllegalStateException if a seed file that all years share cannot be read; the message names the row */
    public Audit(Seeds seeds) {
        this.seeds = seeds;
        this.words = ReportWords.from(seeds);
        this.quantities = Quantities.from(seeds);
        Set<String> units = new HashSet<>(quantities.units());
        units.addAll(words.counts());
        this.scanner = new NumeralScanner(units, words.falls());
    }

    /** The year whose text this is, by its fingerprint; else the newest the seeds hold; empty if they hold none. */
    public Optional<Integer> year(ReportText report) {
        List<ReportEdition> editions = ReportEdition.all(seeds);
        return editions.stream()
                .filter(edition -> edition.sha256().equals(report.sha256()))
                .map(ReportEdition::year)
                .findFirst()
                .or(() -> editions.stream().map(ReportEdition::year).max(Integer::compare));
    }

    /** Holds {@code report} against the catalogue of {@code year}. */
    public AuditResult of(ReportText report, int year) {
        Evidence evidence = new Evidence(seeds, year);
        List<Complaint> complaints = new ArrayList<>(evidence.complaints());
        Optional<ReportEdition> edition = ReportEdition.of(seeds, year);
        @Nullable
        Alignment alignment = edition.map(known -> new Alignment(report, known)).orElse(null);
        complaints.addAll(alignment == null ? List.of(unknown(year)) : alignment.complaints());
        List<Numeral> numerals = scanner.scan(report);
        NumeralCheck numeralCheck = new NumeralCheck(report, words, alignment);
        complaints.addAll(numeralCheck.complaints(numerals, evidence.numerals()));
        Map<Numeral, ClassifiedNumeral> matched = numeralCheck.matched();
        complaints.addAll(
                new ClaimCheck(report, scanner, words, quantities).complaints(evidence.targets(), evidence.actuals()));
        complaints.addAll(new ReferenceCheck(report, seeds, numerals, quantities).complaints(evidence, matched));
        return new AuditResult(
                year,
                report,
                Coverage.of(report, numerals, matched),
                Complaint.sorted(complaints),
                numerals.stream()
                        .filter(numeral -> !matched.containsKey(numeral))
                        .toList(),
                evidence.targets().size(),
                evidence.actuals().size());
    }

    private static Complaint unknown(int year) {
        return new Complaint(
                Complaint.Code.NO_SEEDS,
                ReportEdition.FILE,
                Complaint.Place.WHOLE_TEXT,
                "seeds/report.csv holds no report of " + year + ", so nothing says that this is its text.",
                "Take over the row that `mengshi targets audit --draft=report` writes.");
    }

    /** Guesses at the rows of the numerals no row says anything of. */
    public NumeralDraft draft(AuditResult result) {
        return new NumeralDraft(result, words);
    }
}
