package mengshi.sample;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mengshi.form.AreaCatalogue;
import mengshi.form.Form;
import mengshi.form.FormCatalogue;
import mengshi.form.FormCell;
import mengshi.form.FormColumn;
import mengshi.form.FormLine;
import mengshi.form.UnitCatalogue;
import mengshi.model.AsWritten;
import mengshi.model.Figure;
import mengshi.model.Measure;
import mengshi.model.Observation;
import mengshi.model.Period;
import mengshi.model.Place;
import mengshi.model.Reading;
import mengshi.model.SubmissionKey;
import mengshi.seeds.Seeds;

/** The sample's submissions without a fault, as reading their workbooks would give them, but without the workbooks. */
public final class CleanSubmissions {

    private static final BigDecimal TENTH = new BigDecimal("0.1");

    private final FormCatalogue forms;
    private final AreaCatalogue areas;
    private final UnitCatalogue units;
    private final SampleCatalogue catalogue;
    private final FormFigures figures;

    /** @param seed another one gives other figures */
    public CleanSubmissions(long seed) {
        Seeds seeds = Seeds.builtIn();
        this.forms = FormCatalogue.from(seeds);
        this.areas = AreaCatalogue.from(seeds);
        this.units = UnitCatalogue.from(seeds);
        this.catalogue = new SampleCatalogue(seeds, forms, units);
        this.figures = new FormFigures(catalogue, new AreaFigures(catalogue, new Dice(seed)));
    }

    /** Every submission owed for the months from first to last, in order of time. */
    public List<Reading.Submitted> owed(Period first, Period last) {
        List<Reading.Submitted> owed = new ArrayList<>();
        for (Period month = first; month.compareTo(last) <= 0; month = next(month)) {
            for (Form form : forms.forms()) {
                Period.Frequency frequency = form.schedule().frequency();
                if (month.endMonth() % frequency.months() != 0) {
                    continue;
                }
                Period period = new Period(frequency, month.end());
                areas.submitters(form).stream()
                        .filter(area -> form.schedule().collects(period))
                        .forEach(area -> owed.add(submitted(form, new SubmissionKey(form.code(), area, period))));
            }
        }
        return owed;
    }

    private static Period next(Period month) {
        return Period.month(
                month.end().plusMonths(1).getYear(), month.end().plusMonths(1).getMonthValue());
    }

    private Reading.Submitted submitted(Form form, SubmissionKey key) {
        List<Observation> observations = new ArrayList<>();
        figures.of(form, key).forEach((cell, figure) -> observations.add(observation(form, cell, figure)));
        Map<String, String> frame = Map.of(
                "unit_head",
                "甲",
                "statistics_head",
                "乙",
                "filled_by",
                "丙",
                "phone",
                "0471-0000000",
                "reported_on",
                form.schedule().dueOn(key.period()).minusDays(1).toString());
        return new Reading.Submitted(key, frame, observations, List.of());
    }

    private Observation observation(Form form, FormCell cell, Figure figure) {
        FormLine line = form.line(cell.line()).orElseThrow();
        Optional<String> ownUnit = form.column(cell.measure()).map(FormColumn::unit);
        AsWritten written = cell.measure() == Measure.STAGE
                ? new AsWritten(String.valueOf(figure.text()), "", BigDecimal.ONE, BigDecimal.ONE)
                : ownUnit.map(unit -> new AsWritten(String.valueOf(figure.value()), unit, BigDecimal.ONE, TENTH))
                        .orElseGet(() -> new AsWritten(
                                String.valueOf(figure.value()),
                                line.unit(),
                                units.find(line.unit()).orElseThrow().factor(),
                                catalogue.step(line)));
        return new Observation(
                line.code(),
                line.indicator(),
                cell.measure(),
                figure,
                written,
                new Place.InCell("clean", "报表", line.code() + cell.measure()));
    }
}
