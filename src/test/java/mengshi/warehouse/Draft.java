package mengshi.warehouse;

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
import mengshi.model.ObservationStatus;
import mengshi.model.Period;
import mengshi.model.Place;
import mengshi.model.Reading;
import mengshi.model.Subject;
import mengshi.model.SubmissionKey;
import org.jspecify.annotations.Nullable;

/**
 * What reading a workbook would have given, written by hand. Lines stand below one another from row 5 on, in the order in
 * which they are first named; every measure has a column of its own.
 */
final class Draft {

    static final String SHEET = "报表";

    private static final int FIRST_ROW = 5;

    private final SubmissionKey key;
    private final Map<String, String> frame = new LinkedHashMap<>();
    private final Map<String, Integer> rows = new LinkedHashMap<>();
    private final List<Observation> observations = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private String unit = "个";
    private BigDecimal factor = BigDecimal.ONE;
    private BigDecimal step = BigDecimal.ONE;

    private Draft(SubmissionKey key) {
        this.key = key;
        for (String field : List.of("unit_head", "statistics_head", "filled_by", "phone")) {
            frame.put(field, "甲");
        }
        frame.put("reported_on", key.period().end().atEndOfMonth().plusDays(5).toString());
    }

    static Draft of(String form, String area, String period) {
        return new Draft(new SubmissionKey(form, new Area(area, area), Period.of(period)));
    }

    Draft frame(String field, String text) {
        frame.put(field, text);
        return this;
    }

    Draft without(String field) {
        frame.remove(field);
        return this;
    }

    /**
     * What the figures put from here on are written in.
     *
     * @param decimals how many of them the form shows: figures were rounded to them
     */
    Draft in(String unit, String factor, int decimals) {
        this.unit = unit;
        this.factor = new BigDecimal(factor);
        this.step = this.factor.scaleByPowerOfTen(-decimals);
        return this;
    }

    Draft put(String indicator, Measure measure, String written) {
        BigDecimal value = new BigDecimal(written).multiply(factor);
        return put(indicator, measure, Figure.of(value), written);
    }

    Draft missing(String indicator, Measure measure, ObservationStatus status) {
        return put(indicator, measure, Figure.missing(status), "…");
    }

    Draft stage(String indicator, String stage) {
        return put(indicator, Measure.STAGE, Figure.ofText(stage), stage);
    }

    /** A cell that could not be read: a finding and no observation. */
    Draft fault(FindingCode code, String indicator, @Nullable Measure measure) {
        findings.add(new Finding(
                code,
                place(indicator, measure == null ? Measure.MONTH : measure),
                new Subject(line(indicator), indicator, measure),
                Map.of(
                        "value",
                        "约三成",
                        "code",
                        line(indicator),
                        "label",
                        indicator,
                        "column",
                        "栏",
                        "unit",
                        "斗",
                        "expected",
                        "个")));
        return this;
    }

    Reading reading() {
        return new Reading.Submitted(key, frame, observations, findings);
    }

    /** Where a figure of this draft stands. */
    String cell(String indicator, Measure measure) {
        return place(indicator, measure).cell();
    }

    private Draft put(String indicator, Measure measure, Figure figure, String written) {
        observations.add(new Observation(
                line(indicator),
                indicator,
                measure,
                figure,
                new AsWritten(written, unit, factor, step),
                place(indicator, measure)));
        return this;
    }

    private Place.InCell place(String indicator, Measure measure) {
        char column = (char) ('D' + measure.ordinal());
        return new Place.InCell("draft.xlsx", SHEET, "" + column + row(indicator));
    }

    private String line(String indicator) {
        return String.valueOf(row(indicator));
    }

    private int row(String indicator) {
        return rows.computeIfAbsent(indicator, name -> FIRST_ROW + rows.size());
    }
}
