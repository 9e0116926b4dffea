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
            place(target).ifPresent(place -> {
                section(target, place);
                figure(target, place).ifPresent(numeral -> bound(target, place, numeral));
                modality(target, place);
                aspiration(target, place);
            });
        }
        for (Claim actual : actuals) {
            place(actual).ifPresent(place -> figure(actual, place));
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

    private Optional<Found> place(Claim claim) {
        Optional<Paragraph> paragraph = report.paragraph(claim.paragraph());
        int start = paragraph.map(found -> found.text().indexOf(claim.phrase())).orElse(-1);
        if (start >= 0) {
            return paragraph.map(
                    found -> new Found(found, start, start + claim.phrase().length()));
        }
        Optional<Paragraph> elsewhere = report.paragraphs().stream()
                .filter(other -> other.text().contains(claim.phrase()))
                .findFirst();
        complaints.add(new Complaint(
                Code.PHRASE_NOT_IN_TEXT,
                claim.id(),
                new Complaint.Place(
                        claim.paragraph(), paragraph.map(Paragraph::offset).orElse(-1), ""),
                claim.source() + ": paragraph " + claim.paragraph() + " does not say \"" + claim.phrase() + "\""
                        + elsewhere
                                .map(other -> "; paragraph " + other.number() + " does.")
                                .orElse("."),
                elsewhere.isPresent()
                        ? "Correct the paragraph."
                        : "Copy the phrase from the text as it stands there."));
        return Optional.empty();
    }

    private void section(Claim target, Found place) {
        String here = place.paragraph().heading().code();
        if (!here.equals(target.text("section"))) {
            complain(
                    Code.SECTION_DIFFERS,
                    target,
                    place,
                    "the row says section " + target.text("section") + "; the paragraph stands in " + here + ".",
                    "Correct the section.");
        }
    }

    /** The numeral of the phrase that says the claim's figure. */
    private Optional<Numeral> figure(Claim claim, Found place) {
        if (claim.figure().isEmpty()) {
            return Optional.empty();
        }
        Target.Quantity figure = claim.figure().get();
        List<Numeral> numerals = numerals(place);
        Optional<Numeral> saying = numerals.stream()
                .filter(numeral -> quantities.says(numeral, figure))
                .findFirst();
        boolean isImplied = words.implied(place.phrase()).stream().anyMatch(word -> quantities.equal(word, figure));
        if (saying.isEmpty() && !isImplied && quantities.knows(figure.unit())) {
            complain(
                    Code.VALUE_DIFFERS,
                    claim,
                    place,
                    "the row says " + figure.value().toPlainString() + figure.unit() + "; the phrase says "
                            + (numerals.isEmpty()
                                    ? "no figure."
                                    : String.join(
                                                    ", ",
                                                    numerals.stream()
                                                            .map(Numeral::text)
                                                            .toList())
                                            + "."),
                    "Correct value and unit, or the phrase.");
        }
        return saying;
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

    /** A bound word that touches the figure must be the target's own. */
    private void bound(Claim target, Found place, Numeral numeral) {
        int core = NumeralCheck.index(place.paragraph(), numeral);
        int start = core - numeral.core();
        Optional<ReportWords.Bound> found = numeral.text().startsWith("近")
                ? Optional.of(new ReportWords.Bound("近", Modality.NEAR, true))
                : words.binding(
                        place.paragraph().text(), start, start + numeral.text().length());
        found.filter(word -> !word.modality().code().equals(target.text("modality")))
                .ifPresent(word -> complain(
                        Code.MODALITY_DIFFERS,
                        target,
                        place,
                        "the row says " + target.text("modality") + "; the word at the figure is " + word.word()
                                + ", which is " + word.modality().code() + ".",
                        "Correct the modality."));
    }

    /** The target's modality must be said by some word of its clause; a plain figure needs none. */
    private void modality(Claim target, Found place) {
        String code = target.text("modality");
        if (code.equals(Modality.EQUAL.code())) {
            return;
        }
        List<String> said = words.modalities(place.stretch(BREAKS)).stream()
                .map(Modality::code)
                .distinct()
                .toList();
        if (!said.contains(code)) {
            complain(
                    Code.MODALITY_DIFFERS,
                    target,
                    place,
                    "the row says " + code + "; the words around the phrase say "
                            + (said.isEmpty() ? "nothing of the kind." : String.join(", ", said) + "."),
                    "Correct the modality, or add the word that says it to seeds/report_word.csv.");
        }
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
        int length = claim.phrase().codePointCount(0, claim.phrase().length());
        complaints.add(new Complaint(
                code,
                claim.id(),
                new Complaint.Place(paragraph.number(), offset, report.around(offset, length)),
                claim.source() + ": " + message,
                whatToDo));
    }
}
