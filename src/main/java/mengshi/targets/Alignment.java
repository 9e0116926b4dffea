package mengshi.targets;

import java.util.ArrayList;
import java.util.List;
import mengshi.targets.ReportText.Paragraph;

/**
 * Lays a text beside the edition the seeds were made from. A changed paragraph is named once; the paragraphs behind it
 * are looked at where they stand now, so that one character too many is one complaint and not one for every numeral.
 */
final class Alignment {

    private final ReportText report;
    private final ReportEdition edition;
    private final int[] shifts;

    Alignment(ReportText report, ReportEdition edition) {
        this.report = report;
        this.edition = edition;
        int known = edition.paragraphs().size();
        int[] moved = new int[known];
        int lengths = 0;
        int now = 0;
        for (int i = 0; i < known && i < report.paragraphs().size(); i++) {
            moved[i] = now - lengths;
            lengths += edition.paragraphs().get(i).length();
            now += report.paragraphs().get(i).length();
        }
        this.shifts = moved;
    }

    /** Where the character at {@code offset} of the edition stands in the text at hand, if its paragraph is unchanged. */
    int moved(int paragraph, int offset) {
        return paragraph >= 1 && paragraph <= shifts.length ? offset + shifts[paragraph - 1] : offset;
    }

    /** Whether a paragraph that both have is worded differently. */
    boolean isChanged(int paragraph) {
        return paragraph >= 1
                && paragraph <= edition.paragraphs().size()
                && report.paragraph(paragraph)
                        .filter(found -> !ReportEdition.Paragraph.of(found)
                                .equals(edition.paragraphs().get(paragraph - 1)))
                        .isPresent();
    }

    List<Complaint> complaints() {
        if (report.sha256().equals(edition.sha256()) && report.codePoints() == edition.codePoints()) {
            return List.of();
        }
        List<Complaint> complaints = new ArrayList<>();
        complaints.add(new Complaint(
                Complaint.Code.TEXT_DIFFERS,
                "report " + edition.year(),
                Complaint.Place.WHOLE_TEXT,
                "The text is " + report.codePoints() + " characters with SHA-256 " + report.sha256()
                        + "; seeds/report.csv holds " + edition.codePoints() + " and " + edition.sha256() + ".",
                "Take the text the seeds were made from; if it is another year's, say --year; if it was published anew,"
                        + " take over the row that --draft=report writes."));
        int last = Math.max(edition.paragraphs().size(), report.paragraphs().size());
        for (int number = 1; number <= last; number++) {
            compare(number, complaints);
        }
        return complaints;
    }

    private void compare(int number, List<Complaint> complaints) {
        if (number > edition.paragraphs().size()) {
            Paragraph surplus = report.paragraphs().get(number - 1);
            complaints.add(changed(number, surplus.offset(), "is not in the edition the seeds know"));
            return;
        }
        ReportEdition.Paragraph expected = edition.paragraphs().get(number - 1);
        if (number > report.paragraphs().size()) {
            complaints.add(changed(number, report.codePoints(), "is missing"));
            return;
        }
        Paragraph found = report.paragraphs().get(number - 1);
        if (!ReportEdition.Paragraph.of(found).equals(expected)) {
            int longer = found.length() - expected.length();
            String how = longer == 0
                    ? "is worded differently"
                    : "is " + Math.abs(longer) + " characters " + (longer > 0 ? "longer" : "shorter");
            complaints.add(changed(number, found.offset(), how));
        }
    }

    private Complaint changed(int number, int offset, String how) {
        return new Complaint(
                Complaint.Code.TEXT_DIFFERS,
                "paragraph " + number,
                new Complaint.Place(number, offset, report.around(offset, 12)),
                "Paragraph " + number + " " + how + ".",
                "Compare it with the published text.");
    }
}
