package mengshi.targets;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import mengshi.seeds.SeedRow;
import mengshi.seeds.Seeds;

/**
 * The one text of a year's report that the seeds were made from: its fingerprints, never its words.
 *
 * @param paragraphs length and fingerprint of each, to tell where another text differs
 */
record ReportEdition(int year, String title, String sha256, int codePoints, List<Paragraph> paragraphs) {

    static final String FILE = "report";

    private static final String PART = "-";

    /** How long a paragraph is, in code points, and its fingerprint. */
    record Paragraph(int length, String fingerprint) {

        static Paragraph of(ReportText.Paragraph paragraph) {
            return new Paragraph(paragraph.length(), paragraph.fingerprint());
        }

        @Override
        public String toString() {
            return length + PART + fingerprint;
        }
    }

    static List<ReportEdition> all(Seeds seeds) {
        return seeds.rows(FILE).stream().map(ReportEdition::from).toList();
    }

    /** The edition of {@code year}; empty when the seeds have none. */
    static Optional<ReportEdition> of(Seeds seeds, int year) {
        return all(seeds).stream().filter(edition -> edition.year() == year).findFirst();
    }

    private static ReportEdition from(SeedRow row) {
        List<Paragraph> paragraphs = row.list("paragraphs").stream()
                .map(cell -> cell.split(PART, 2))
                .map(cell -> new Paragraph(Integer.parseInt(cell[0]), cell[1]))
                .toList();
        return new ReportEdition(
                row.whole("year"), row.text("title"), row.text("sha256"), row.whole("code_points"), paragraphs);
    }

    /** What the seeds would say of a text: the cells of its row. */
    static List<String> cells(int year, String title, ReportText report) {
        return List.of(
                String.valueOf(year),
                title,
                report.sha256(),
                String.valueOf(report.codePoints()),
                report.paragraphs().stream()
                        .map(paragraph -> Paragraph.of(paragraph).toString())
                        .collect(Collectors.joining("|")));
    }
}
