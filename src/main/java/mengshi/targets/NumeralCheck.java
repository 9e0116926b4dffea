package mengshi.targets;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import mengshi.targets.Complaint.Code;
import mengshi.targets.ReportText.Paragraph;
import org.jspecify.annotations.Nullable;

/** Holds the numerals found in the text against the rows that classify them, in both directions. */
final class NumeralCheck {

    private final ReportText report;
    private final ReportWords words;
    private final @Nullable Alignment alignment;
    private final List<Complaint> complaints = new ArrayList<>();

    /** Where rows of changed paragraphs have gone. */
    private final Map<ClassifiedNumeral, Integer> reflowed = new HashMap<>();

    /** The row of each numeral that has one. */
    private final Map<Numeral, ClassifiedNumeral> matched = new HashMap<>();

    NumeralCheck(ReportText report, ReportWords words, @Nullable Alignment alignment) {
        this.report = report;
        this.words = words;
        this.alignment = alignment;
    }

    Map<Numeral, ClassifiedNumeral> matched() {
        return matched;
    }

    List<Complaint> complaints(List<Numeral> numerals, List<ClassifiedNumeral> rows) {
        Map<Integer, Numeral> byOffset = new HashMap<>();
        numerals.forEach(numeral -> byOffset.put(numeral.offset(), numeral));
        reflow(numerals, rows);
        Set<String> ids = new HashSet<>();
        for (ClassifiedNumeral row : rows) {
            if (!ids.add(row.id())) {
                complain(Code.DOUBLED_ID, row, "The id stands twice.", "Give the later row an id of its own.");
            }
            match(row, byOffset);
        }
        numerals.stream()
                .filter(numeral -> !matched.containsKey(numeral))
                .forEach(numeral -> complaints.add(new Complaint(
                        Code.UNCLASSIFIED,
                        numeral.text(),
                        place(numeral),
                        "No row says what this numeral is.",
                        "Classify it in seeds/numeral_YEAR.csv; --draft writes the row.")));
        return complaints;
    }

    /** In a changed paragraph offsets say little; there the numerals are found again by their order. */
    private void reflow(List<Numeral> numerals, List<ClassifiedNumeral> rows) {
        for (Paragraph paragraph : report.paragraphs()) {
            int number = paragraph.number();
            if (alignment != null && alignment.isChanged(number)) {
                List<ClassifiedNumeral> inOrder = rows.stream()
                        .filter(row -> row.paragraph() == number)
                        .sorted(Comparator.comparingInt(ClassifiedNumeral::offset))
                        .toList();
                reflowed.putAll(new Reflow(
                                inOrder,
                                numerals.stream()
                                        .filter(numeral -> numeral.paragraph() == number)
                                        .toList())
                        .offsets());
            }
        }
    }

    /** Where a row's numeral should stand in the text at hand. */
    private int offset(ClassifiedNumeral row) {
        int moved = alignment == null ? row.offset() : alignment.moved(row.paragraph(), row.offset());
        return reflowed.getOrDefault(row, moved);
    }

    private void match(ClassifiedNumeral row, Map<Integer, Numeral> byOffset) {
        int offset = offset(row);
        Numeral found = byOffset.get(offset);
        if (found == null || !found.text().equals(row.text())) {
            misplaced(row, offset, found);
            return;
        }
        ClassifiedNumeral other = matched.putIfAbsent(found, row);
        if (other != null) {
            complain(
                    Code.DOUBLED_NUMERAL,
                    row,
                    "This numeral is classified by " + other.id() + " already.",
                    "Keep one of the two rows.");
            return;
        }
        if (found.paragraph() != row.paragraph()) {
            complain(
                    Code.PARAGRAPH_DIFFERS,
                    row,
                    "It stands in paragraph " + found.paragraph() + "; the row says " + row.paragraph() + ".",
                    "Correct the paragraph.");
        }
        classify(row, found);
    }

    private void misplaced(ClassifiedNumeral row, int offset, @Nullable Numeral found) {
        Optional<Paragraph> paragraph = report.paragraph(row.paragraph());
        Optional<Integer> nearest = paragraph.stream()
                .flatMap(text -> ReportText.places(text, row.text()).stream())
                .min((one, other) -> Integer.compare(Math.abs(one - offset), Math.abs(other - offset)));
        if (found != null && nearest.filter(place -> place == offset).isPresent()) {
            complain(
                    Code.NUMERAL_NOT_IN_TEXT,
                    row,
                    "The text reads " + found.text() + " there; the row says " + row.text() + ".",
                    "Write the numeral as it is read, with its unit.");
        } else if (nearest.isPresent() && !isChanged(row)) {
            complain(
                    Code.OFFSET_DIFFERS,
                    row,
                    "It does not stand at " + row.offset() + "; the nearest in its paragraph is at " + nearest.get()
                            + ".",
                    "Correct the offset.");
        } else {
            complain(
                    Code.NUMERAL_NOT_IN_TEXT,
                    row,
                    "Paragraph " + row.paragraph() + " does not say " + row.text() + ".",
                    "Compare the row with the text; if the text has changed, draft the row anew.");
        }
    }

    private boolean isChanged(ClassifiedNumeral row) {
        return alignment != null && alignment.isChanged(row.paragraph());
    }

    private void classify(ClassifiedNumeral row, Numeral numeral) {
        Optional<NumeralClass> known = row.numeralClass();
        if (known.isEmpty()) {
            complain(
                    Code.UNKNOWN_CLASS,
                    row,
                    "There is no class \"" + row.className() + "\".",
                    "Write one of "
                            + List.of(NumeralClass.values()).stream()
                                    .map(NumeralClass::code)
                                    .toList() + ".");
            return;
        }
        if (known.get() == NumeralClass.TARGET && row.refersTo().isEmpty()) {
            complain(
                    Code.REFERENCE_MISSING,
                    row,
                    "It is said to be a target's, and names none.",
                    "Name the target in refers_to, or class the numeral otherwise.");
        } else if (row.refersTo().isEmpty() && row.reason().isEmpty()) {
            complain(
                    Code.REFERENCE_MISSING,
                    row,
                    "It refers to nothing, and no reason says why.",
                    "Name what it says in refers_to, or say in reason why it says neither target nor result.");
        }
        if (known.get() == NumeralClass.IDIOM && !isIdiom(numeral)) {
            complain(
                    Code.NOT_AN_IDIOM,
                    row,
                    "No word of seeds/report_word.csv with the role idiom stands there.",
                    "Class the numeral as what it counts; or add the word, if it counts nothing.");
        }
    }

    private boolean isIdiom(Numeral numeral) {
        return report.paragraph(numeral.paragraph())
                .filter(paragraph -> words.idiomAt(paragraph.text(), index(paragraph, numeral))
                        .isPresent())
                .isPresent();
    }

    /** Where the number itself begins in its paragraph, in characters. */
    static int index(Paragraph paragraph, Numeral numeral) {
        return paragraph.text().offsetByCodePoints(0, numeral.offset() - paragraph.offset()) + numeral.core();
    }

    private Complaint.Place place(Numeral numeral) {
        return new Complaint.Place(
                numeral.paragraph(), numeral.offset(), report.around(numeral.offset(), numeral.length()));
    }

    private void complain(Code code, ClassifiedNumeral row, String message, String whatToDo) {
        int offset = offset(row);
        String around =
                report.around(offset, row.text().codePointCount(0, row.text().length()));
        complaints.add(new Complaint(
                code,
                row.id(),
                new Complaint.Place(row.paragraph(), offset, around),
                row.source() + " (" + row.text() + "): " + message,
                whatToDo));
    }
}
