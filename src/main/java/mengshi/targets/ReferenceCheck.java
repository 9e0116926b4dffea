package mengshi.targets;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import mengshi.seeds.SeedRow;
import mengshi.seeds.Seeds;
import mengshi.targets.Complaint.Code;

/** What one file of the catalogue names, another has: numerals their targets, targets their indicators, lines, units. */
final class ReferenceCheck {

    private final ReportText report;
    private final Seeds seeds;
    private final List<Numeral> numerals;
    private final Quantities quantities;
    private final List<Complaint> complaints = new ArrayList<>();

    ReferenceCheck(ReportText report, Seeds seeds, List<Numeral> numerals, Quantities quantities) {
        this.report = report;
        this.seeds = seeds;
        this.numerals = numerals;
        this.quantities = quantities;
    }

    List<Complaint> complaints(Evidence evidence, Map<Numeral, ClassifiedNumeral> matched) {
        doubled(evidence);
        units(evidence);
        indicators(evidence);
        bases(evidence);
        references(evidence, matched);
        return complaints;
    }

    private void doubled(Evidence evidence) {
        Set<String> ids = new HashSet<>();
        Stream.concat(evidence.targets().stream(), evidence.actuals().stream())
                .filter(claim -> !ids.add(claim.id()))
                .forEach(claim -> complain(
                        Code.DOUBLED_ID, claim, "the id stands twice.", "Give the later row an id of its own."));
        Map<List<String>, Claim> seen = new HashMap<>();
        for (Claim target : evidence.targets()) {
            List<String> key = Stream.of("indicator_code", "scope_kind", "scope", "kind")
                    .map(target::text)
                    .toList();
            Claim other = seen.putIfAbsent(key, target);
            if (other != null) {
                complain(
                        Code.DOUBLED_TARGET,
                        target,
                        other.id() + " is about the same indicator, scope and kind.",
                        "Keep one: a target that the report repeats stands once, and both numerals refer to it.");
            }
        }
    }

    private void units(Evidence evidence) {
        Stream.concat(evidence.targets().stream(), evidence.actuals().stream())
                .forEach(claim -> Stream.of("unit", "base_unit")
                        .filter(column -> claim.row().cells().containsKey(column))
                        .map(claim::text)
                        .filter(unit -> !unit.isEmpty() && !quantities.knows(unit))
                        .distinct()
                        .forEach(unit -> complain(
                                Code.UNKNOWN_UNIT,
                                claim,
                                "seeds/unit.csv has no factor for " + unit + ".",
                                "Add the unit with its base unit and factor, or correct it.")));
    }

    private void indicators(Evidence evidence) {
        Map<String, SeedRow> indicators = new HashMap<>();
        seeds.rows("indicator").forEach(row -> indicators.put(row.text("indicator_code"), row));
        Set<String> lines = new HashSet<>();
        seeds.rows("form_line").forEach(row -> lines.add(row.text("form_code") + " " + row.text("indicator_code")));
        for (Claim target : evidence.targets()) {
            String code = target.text("indicator_code");
            SeedRow indicator = indicators.get(code);
            if (indicator == null) {
                complain(
                        Code.UNKNOWN_INDICATOR,
                        target,
                        "seeds/indicator.csv has no " + code + ".",
                        "Add the indicator, or correct its code.");
            } else if (!target.text("reported_by").equals("none")) {
                String form = target.text("reported_by");
                boolean itself = lines.contains(form + " " + code);
                List<String> parts = parts(indicator);
                boolean inParts =
                        !parts.isEmpty() && parts.stream().allMatch(part -> lines.contains(form + " " + part));
                if (!itself && !inParts) {
                    complain(
                            Code.NO_FORM_LINE,
                            target,
                            "form " + form + " has no line for " + code + ".",
                            "Add the line to seeds/form_line.csv, or say none in reported_by.");
                }
            }
        }
    }

    private static List<String> parts(SeedRow indicator) {
        List<String> parts = new ArrayList<>(indicator.list("numerator"));
        parts.addAll(indicator.list("denominator"));
        return parts;
    }

    private void bases(Evidence evidence) {
        for (Claim target : evidence.targets()) {
            target.base()
                    .filter(base -> evidence.actuals().stream()
                            .filter(actual -> actual.text("indicator_code").equals(target.text("indicator_code")))
                            .noneMatch(actual -> actual.figure()
                                    .filter(figure -> quantities.equal(figure, base))
                                    .isPresent()))
                    .ifPresent(base -> complain(
                            Code.BASE_WITHOUT_ACTUAL,
                            target,
                            "it starts from " + base.value().toPlainString() + base.unit()
                                    + ", and no result of the year before is that figure of "
                                    + target.text("indicator_code") + ".",
                            "Add the result with the phrase that says it, or correct the base."));
        }
    }

    private void references(Evidence evidence, Map<Numeral, ClassifiedNumeral> matched) {
        Map<String, Claim> claims = new HashMap<>();
        Stream.concat(evidence.targets().stream(), evidence.actuals().stream())
                .forEach(claim -> claims.putIfAbsent(claim.id(), claim));
        Map<String, List<Numeral>> pointing = new TreeMap<>();
        matched.forEach((numeral, row) -> row.refersTo().forEach(id -> {
            pointing.computeIfAbsent(id, any -> new ArrayList<>()).add(numeral);
            refer(numeral, row, id, claims);
        }));
        claims.values().forEach(claim -> {
            boolean isSaid =
                    numerals.stream().anyMatch(numeral -> isWithin(numeral, claim) && isFigure(numeral, claim));
            boolean isPointedAt =
                    pointing.getOrDefault(claim.id(), List.of()).stream().anyMatch(numeral -> isWithin(numeral, claim));
            if (isSaid && !isPointedAt) {
                complain(
                        Code.FIGURE_WITHOUT_NUMERAL,
                        claim,
                        "no numeral within its phrase \"" + claim.passage().phrase() + "\" refers to it.",
                        "Name it in refers_to of the numeral that says its figure.");
            }
        });
    }

    private void refer(Numeral numeral, ClassifiedNumeral row, String id, Map<String, Claim> claims) {
        Claim claim = claims.get(id);
        if (claim == null) {
            complain(
                    Code.UNKNOWN_REFERENCE,
                    numeral,
                    row,
                    "there is no target or result " + id + ".",
                    "Correct refers_to, or add the target or result.");
        } else if (!canBeCompared(claim)) {
            return;
        } else if (!isFigure(numeral, claim)) {
            complain(
                    Code.REFERENCE_DIFFERS,
                    numeral,
                    row,
                    id + " is "
                            + claim.figure()
                                    .map(figure -> figure.value().toPlainString() + figure.unit())
                                    .orElse("no figure")
                            + "; the numeral does not say that.",
                    "Refer to what the numeral says, or correct the figure.");
        } else if (!isWithin(numeral, claim)) {
            complain(
                    Code.REFERENCE_DIFFERS,
                    numeral,
                    row,
                    id + " is not said there, but in \"" + claim.passage().phrase() + "\".",
                    "Name the place in also_at of the target, or correct refers_to.");
        }
    }

    private boolean isFigure(Numeral numeral, Claim claim) {
        return claim.figure().filter(figure -> quantities.says(numeral, figure)).isPresent();
    }

    /** Whether the text says the claim's phrase, and its unit is one that is known; else others complain already. */
    private boolean canBeCompared(Claim claim) {
        return claim.figure().filter(figure -> !quantities.knows(figure.unit())).isEmpty()
                && report.paragraph(claim.passage().paragraph())
                        .filter(paragraph ->
                                paragraph.text().contains(claim.passage().phrase()))
                        .isPresent();
    }

    private boolean isWithin(Numeral numeral, Claim claim) {
        return claim.passages().stream()
                .filter(passage -> passage.paragraph() == numeral.paragraph())
                .anyMatch(passage -> report.paragraph(passage.paragraph()).stream()
                        .flatMap(paragraph -> ReportText.places(paragraph, passage.phrase()).stream())
                        .anyMatch(start -> numeral.coreOffset() >= start
                                && numeral.coreOffset() < start + length(passage.phrase())));
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private void complain(Code code, Numeral numeral, ClassifiedNumeral row, String message, String whatToDo) {
        Complaint.Place place = new Complaint.Place(
                numeral.paragraph(), numeral.offset(), report.around(numeral.offset(), numeral.length()));
        complaints.add(
                new Complaint(code, row.id(), place, row.source() + " (" + row.text() + "): " + message, whatToDo));
    }

    private void complain(Code code, Claim claim, String message, String whatToDo) {
        Complaint.Place place = report.paragraph(claim.passage().paragraph())
                .flatMap(paragraph -> ReportText.places(
                                paragraph, claim.passage().phrase())
                        .stream()
                        .findFirst()
                        .map(offset -> new Complaint.Place(
                                paragraph.number(),
                                offset,
                                report.around(
                                        offset,
                                        claim.passage()
                                                .phrase()
                                                .codePointCount(
                                                        0,
                                                        claim.passage().phrase().length())))))
                .orElse(new Complaint.Place(claim.passage().paragraph(), -1, ""));
        complaints.add(new Complaint(code, claim.id(), place, claim.source() + ": " + message, whatToDo));
    }
}
