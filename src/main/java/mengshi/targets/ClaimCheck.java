package mengshi.targets;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mengshi.targets.Complaint.Code;
import mengshi.targets.ReportText.Paragraph;

/** Reads each phrase of the catalogue again: it stands in the text, and says the figure and the word that binds it. */
final class ClaimCheck {

    private static final String BREAKS = "，；。：！？,;:!?";
    private static final String STOPS = "。！？!?";

    private final ReportText report;
    private final NumeralScanner scanner;
    private final ReportWords words;
    private final Quantities quantities;
    private final List<Complaint> complaints = new ArrayList<>();

    ClaimCheck(ReportText report, NumeralScanner scanner, ReportWords words, Quantities quantities) {
        this.report = report;
        this.scanner = scanner;
        this.words = words;
        this.quantities = quantities;
    }

    List<Complaint> complaints(List<Claim> targets, List<Claim> actuals) {
        for (Claim target : targets) {
            for (Passage passage : target.passages()) {
                place(target, passage).ifPresent(place -> {
                    section(target, place);
                    figure(target, place);
                    aspiration(target, place);
                });
            }
        }
        for (Claim actual : actuals) {
            place(actual, actual.passage()).ifPresent(place -> figure(actual, place));
        }
        return complaints;
    }

    /** A phrase where it stands; positions count in characters of the paragraph. */
    private record Found(Paragraph paragraph, int start, int end) {

        /** The words between the signs of {@code breaks} next to the phrase. */
        String stretch(String breaks) {
            String text = paragraph.text();
            int from = start;
            while (from > 0 && breaks.indexOf(text.charAt(from - 1)) < 0) {
                from--;
            }
            int to = end;
            while (to < text.length() && breaks.indexOf(text.charAt(to)) < 0) {
                to++;
            }
            return text.substring(from, to);
        }

        String phrase() {
            return paragraph.text().substring(start, end);
        }
    }

    private Optional<Found> place(Claim claim, Passage passage) {
        Optional<Paragraph> paragraph = report.paragraph(passage.paragraph());
        int start =
                paragraph.map(found -> found.text().indexOf(passage.phrase())).orElse(-1);
        if (start < 0) {
            missing(claim, passage);
            return Optional.empty();
        }
        Optional<Found> place = paragraph.map(
                found -> new Found(found, start, start + passage.phrase().length()));
        if (place.filter(found -> found.paragraph().text().indexOf(passage.phrase(), start + 1) >= 0)
                .isPresent()) {
            complain(
                    Code.PHRASE_TWICE,
                    claim,
                    place.get(),
                    "the phrase stands more than once in its paragraph.",
                    "Take in the words beside it that tell the places apart.");
        }
        return place;
    }

    private void missing(Claim claim, Passage passage) {
        Optional<Paragraph> elsewhere = report.paragraphs().stream()
                .filter(other -> other.text().contains(passage.phrase()))
                .findFirst();
        int offset =
                report.paragraph(passage.paragraph()).map(Paragraph::offset).orElse(-1);
        complaints.add(new Complaint(
                Code.PHRASE_NOT_IN_TEXT,
                claim.id(),
                new Complaint.Place(passage.paragraph(), offset, report.around(offset, 1)),
                claim.source() + ": paragraph " + passage.paragraph() + " does not say \"" + passage.phrase() + "\""
                        + elsewhere
                                .map(other -> "; paragraph " + other.number() + " does.")
                                .orElse("."),
                elsewhere.isPresent()
                        ? "Correct the paragraph."
                        : "Copy the phrase from the text as it stands there."));
    }

    private void section(Claim target, Found place) {
        String here = place.paragraph().heading().code();
        boolean isFirst = place.paragraph().number() == target.passage().paragraph();
        if (isFirst && !here.equals(target.text("section"))) {
            complain(
                    Code.SECTION_DIFFERS,
                    target,
                    place,
                    "the row says section " + target.text("section") + "; the paragraph stands in " + here + ".",
                    "Correct the section.");
        }
    }

    /** The figure must be said by a numeral of the phrase or by a word of it, and bound as the row says. */
    private void figure(Claim claim, Found place) {
        if (claim.figure().isEmpty() || !quantities.knows(claim.figure().get().unit())) {
            return;
        }
        Target.Quantity figure = claim.figure().get();
        List<Numeral> numerals = numerals(place);
        Optional<Numeral> saying = numerals.stream()
                .filter(numeral -> quantities.says(numeral, figure))
                .findFirst();
        List<ReportWords.Implied> implying = words.implied(place.phrase()).stream()
                .filter(word -> quantities.equal(word.figure(), figure))
                .toList();
        if (saying.isPresent()) {
            bound(claim, place, saying.get());
        } else if (implying.isEmpty()) {
            String said = String.join(", ", numerals.stream().map(Numeral::text).toList());
            complain(
                    Code.VALUE_DIFFERS,
                    claim,
                    place,
                    "the row says " + figure.value().toPlainString() + figure.unit() + "; the phrase says "
                            + (said.isEmpty() ? "no figure." : said + "."),
                    "Correct value and unit, or the phrase.");
        } else if (implying.stream().noneMatch(word -> word.modality().code().equals(claim.modality()))) {
            modalityDiffers(
                    claim, place, implying.get(0).word(), implying.get(0).modality());
        }
    }

    /** The numerals that stand within the phrase, as the whole paragraph reads them. */
    private List<Numeral> numerals(Found place) {
        return scanner.scan(place.paragraph()).stream()
                .filter(numeral -> {
                    int core = NumeralCheck.index(place.paragraph(), numeral);
                    return core >= place.start() && core < place.end();
                })
                .toList();
    }

    /**
     * A word that touches the figure binds it; without one, a word of its clause must, and a plain figure needs none.
     * 稳定在 leaves it to the clause: 稳定在800亿斤、60亿斤以上 is a bound below.
     */
    private void bound(Claim claim, Found place, Numeral numeral) {
        String text = place.paragraph().text();
        int start = NumeralCheck.index(place.paragraph(), numeral) - numeral.core();
        Optional<ReportWords.Bound> touching = words.within(numeral.text())
                .or(() -> words.binding(text, start, start + numeral.text().length()));
        if (touching.filter(word -> word.modality() != Modality.HOLD).isPresent()) {
            touching.filter(word -> !word.modality().code().equals(claim.modality()))
                    .ifPresent(word -> modalityDiffers(claim, place, word.word(), word.modality()));
            return;
        }
        List<Modality> said = words.modalities(place.stretch(BREAKS));
        if (!claim.modality().equals(Modality.EQUAL.code())
                && said.stream().noneMatch(modality -> modality.code().equals(claim.modality()))) {
            complain(
                    Code.MODALITY_DIFFERS,
                    claim,
                    place,
                    "the row says " + claim.modality() + "; no word of the clause says so.",
                    "Correct the modality, or add the word that says it to seeds/report_word.csv.");
        }
    }

    private void modalityDiffers(Claim claim, Found place, String word, Modality modality) {
        complain(
                Code.MODALITY_DIFFERS,
                claim,
                place,
                "the row says " + claim.modality() + "; the word at the figure is " + word + ", which is "
                        + modality.code() + ".",
                "Correct the modality.");
    }

    private void aspiration(Claim target, Found place) {
        boolean claimed = target.text("aspiration").equals("yes");
        boolean inPhrase = words.isAspiration(place.phrase());
        if (claimed && !words.isAspiration(place.stretch(STOPS)) || !claimed && inPhrase) {
            complain(
                    Code.ASPIRATION_DIFFERS,
                    target,
                    place,
                    claimed
                            ? "the row says it is aspired to; the sentence does not."
                            : "the phrase says it is aspired to; the row does not.",
                    "Correct the aspiration.");
        }
    }

    private void complain(Code code, Claim claim, Found place, String message, String whatToDo) {
        Paragraph paragraph = place.paragraph();
        int offset = paragraph.offset() + paragraph.text().codePointCount(0, place.start());
        int length = place.phrase().codePointCount(0, place.phrase().length());
        complaints.add(new Complaint(
                code,
                claim.id(),
                new Complaint.Place(paragraph.number(), offset, report.around(offset, length)),
                claim.source() + ": " + message,
                whatToDo));
    }
}
