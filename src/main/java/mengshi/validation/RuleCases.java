package mengshi.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mengshi.model.Area;
import mengshi.model.Measure;
import mengshi.model.Period;
import mengshi.seeds.SeedRow;
import mengshi.seeds.Seeds;
import mengshi.validation.RuleCase.Cell;
import mengshi.validation.RuleCase.Expectation;

/**
 * Works out, from an edit's type and operands, a case it must pass, one it must fail and one it cannot check. What asks for
 * a field of the frame has no third case: an empty field is what it finds.
 */
public final class RuleCases {

    /** In June months, quarters and halves end: lines of every kind are due. */
    static final int YEAR = 2025;

    private static final int MONTH = 6;

    private final Seeds seeds;
    private final List<String> areas;

    public RuleCases(Seeds seeds) {
        this.seeds = seeds;
        this.areas = seeds.rows("area").stream()
                .map(row -> row.text("area_code"))
                .filter(code -> !code.equals(Area.REGION))
                .toList();
    }

    public List<RuleCase> of(Edit edit) {
        List<RuleCase> cases = new ArrayList<>();
        for (Expectation expectation : Expectation.values()) {
            if (!edit.type().equals("frame") || expectation != Expectation.IS_NOT_CHECKABLE) {
                CaseMaker maker =
                        new CaseMaker(this, edit, expectation, cell(edit).orElse(null));
                cases.add(maker.make(period(edit)));
            }
        }
        return cases;
    }

    /** The first cell that the edit looks at; of a part, the part's. */
    private Optional<Cell> cell(Edit edit) {
        if (edit.scope().indicators().isEmpty()) {
            return Optional.empty();
        }
        Measure measure = edit.scope().measures().isEmpty()
                ? mainMeasure(edit.scope().form())
                : edit.scope().measures().get(0);
        String indicator = edit.type().equals("part")
                ? edit.terms().operands().split("\\|")[0]
                : edit.scope().isEveryLine()
                        ? flowOf(edit.scope().form(), measure)
                        : edit.scope().indicators().get(0);
        return Optional.of(new Cell(indicator, measure));
    }

    /** What a form asks of its flows: the cumulative figure, or the year's where it is a form of whole years. */
    private Measure mainMeasure(String form) {
        boolean isCumulative = seeds.rows("form_line").stream()
                .anyMatch(row -> row.text("form_code").equals(form)
                        && row.list("required_measures").contains(Measure.YTD.name()));
        return isCumulative ? Measure.YTD : Measure.YEAR;
    }

    private String flowOf(String form, Measure measure) {
        return seeds.rows("form_line").stream()
                .filter(row -> row.text("form_code").equals(form))
                .filter(row -> row.list("required_measures").contains(measure.name())
                        || row.list("optional_measures").contains(measure.name()))
                .map(row -> row.text("indicator_code"))
                .filter(code ->
                        measure == Measure.END || indicator(code).text("nature").equals("flow"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "seeds/edit.csv: no line of " + form + " has the measure " + measure + "."));
    }

    /** The leagues and cities. */
    List<String> areas() {
        return areas;
    }

    String authoritativeForm(String indicator) {
        return indicator(indicator).text("authoritative_form");
    }

    private SeedRow indicator(String code) {
        return seeds.rows("indicator").stream()
                .filter(row -> row.text("indicator_code").equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("seeds/indicator.csv has no indicator " + code + "."));
    }

    private Period period(Edit edit) {
        List<String> months = edit.scope().months();
        int month = months.isEmpty() ? MONTH : Integer.parseInt(months.get(0));
        return periodOf(edit.scope().form(), YEAR, month);
    }

    /** The form's period in which a month ends or, of a yearly form, lies. */
    Period periodOf(String form, int year, int month) {
        String frequency = seeds.rows("form").stream()
                .filter(row -> row.text("form_code").equals(form))
                .map(row -> row.text("frequency"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("seeds/form.csv has no form " + form + "."));
        return switch (Period.Frequency.valueOf(frequency)) {
            case MONTH -> Period.month(year, month);
            case QUARTER -> Period.quarter(year, (month + 2) / 3);
            case YEAR -> Period.year(year);
        };
    }
}
