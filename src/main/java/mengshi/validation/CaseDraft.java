package mengshi.validation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mengshi.model.Area;
import mengshi.model.AsWritten;
import mengshi.model.Figure;
import mengshi.model.Finding;
import mengshi.model.FindingCode;
import mengshi.model.Measure;
import mengshi.model.Observation;
import mengshi.model.Period;
import mengshi.model.Place;
import mengshi.model.Reading;
import mengshi.model.Subject;
import mengshi.model.SubmissionKey;

/** A submission of a case in the making; figures stand in base units and in whole steps. */
final class CaseDraft {

    private static final String SHEET = "case";

    private final SubmissionKey key;
    private final Map<String, String> frame = new LinkedHashMap<>();
    private final List<Observation> observations = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    CaseDraft(String form, String area, Period period) {
        this.key = new SubmissionKey(form, new Area(area, area), period);
    }

    Period period() {
        return key.period();
    }

    CaseDraft frame(String field, String text) {
        frame.put(field, text);
        return this;
    }

    CaseDraft put(String indicator, Measure measure, BigDecimal value) {
        AsWritten written = new AsWritten(value.toPlainString(), "", BigDecimal.ONE, BigDecimal.ONE);
        observations.add(
                new Observation(indicator, indicator, measure, Figure.of(value), written, place(indicator, measure)));
        return this;
    }

    /** A cell that could not be read. */
    CaseDraft fault(String indicator, Measure measure) {
        findings.add(new Finding(
                FindingCode.NOT_A_NUMBER,
                place(indicator, measure),
                new Subject(indicator, indicator, measure),
                Map.of()));
        return this;
    }

    Reading.Submitted submitted() {
        return new Reading.Submitted(key, frame, observations, findings);
    }

    private static Place.InCell place(String indicator, Measure measure) {
        return new Place.InCell(SHEET, SHEET, indicator + "/" + measure);
    }
}
