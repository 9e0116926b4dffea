package mengshi.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mengshi.form.FormColumn.Role;
import mengshi.form.LineFinder.FoundLine;
import mengshi.model.FindingCode;
import mengshi.model.Measure;
import mengshi.model.Observation;
import mengshi.model.Period;
import mengshi.model.Subject;

/** Reads one line: its unit first, then its cells. */
final class LineReader {

    private final Form form;
    private final UnitCatalogue units;
    private final Period period;
    private final Findings findings;
    private final Map<String, FormMark> marks = new HashMap<>();

    LineReader(Form form, UnitCatalogue units, Period period, Findings findings) {
        this.form = form;
        this.units = units;
        this.period = period;
        this.findings = findings;
        form.marks().forEach(mark -> marks.putIfAbsent(Label.bare(mark.mark()), mark));
    }

    List<Observation> read(Grid grid, Columns columns, FoundLine found) {
        Optional<Unit> lineUnit = lineUnit(grid, columns, found);
        boolean due = found.line().demand().dueIn(period) || columns.hasValues(grid, found.row());
        CellReader cells = new CellReader(grid, form, marks, found, findings);
        List<Observation> observations = new ArrayList<>();
        for (FormColumn column : form.columns()) {
            Measure measure = column.measure();
            if (measure == null || !columns.byMeasure().containsKey(measure)) {
                continue;
            }
            Optional<Unit> unit = unit(column, lineUnit);
            boolean required = due
                    && found.line().demand().must().contains(measure)
                    && !form.schedule().lacks(measure, period);
            int at = columns.byMeasure().get(measure);
            cells.read(new CellReader.Asked(measure, at, required), unit).ifPresent(observations::add);
        }
        return observations;
    }

    private Optional<Unit> unit(FormColumn column, Optional<Unit> lineUnit) {
        if (column.measure() == Measure.STAGE) {
            return Optional.of(CellReader.NO_UNIT);
        }
        return column.unit() == null ? lineUnit : Optional.of(units.known(column.unit()));
    }

    /** The unit as the reporter wrote it; the form's own where the form has no column for units. */
    private Optional<Unit> lineUnit(Grid grid, Columns columns, FoundLine found) {
        FormLine line = found.line();
        if (line.unit().isEmpty()) {
            return Optional.of(CellReader.NO_UNIT);
        }
        Unit expected = units.known(line.unit());
        if (form.column(Role.UNIT).isEmpty()) {
            return Optional.of(expected);
        }
        Optional<Integer> column = columns.at(Role.UNIT);
        if (column.isEmpty() || !needsUnit(grid, columns, found)) {
            return Optional.empty();
        }
        return written(grid, found, column.get(), expected);
    }

    private Optional<Unit> written(Grid grid, FoundLine found, int column, Unit expected) {
        FormLine line = found.line();
        Subject subject = new Subject(line.code(), line.indicator(), null);
        String text = grid.text(found.row(), column);
        Map<String, String> arguments =
                Map.of("unit", text, "expected", line.unit(), "code", line.code(), "label", line.label());
        Optional<Unit> unit = units.find(text);
        if (unit.isEmpty()) {
            findings.add(FindingCode.UNIT_UNKNOWN, grid.place(found.row(), column), subject, arguments);
            return Optional.empty();
        }
        if (!unit.get().base().equals(expected.base())) {
            findings.add(FindingCode.UNIT_CONTRADICTED, grid.place(found.row(), column), subject, arguments);
            return Optional.empty();
        }
        return Optional.of(new Unit(text, expected.base(), unit.get().factor()));
    }

    /** Whether any value of the line is counted in the line's unit; else a blank unit harms nobody. */
    private boolean needsUnit(Grid grid, Columns columns, FoundLine found) {
        return columns.byMeasure().entrySet().stream()
                .filter(entry -> countsInLineUnit(entry.getKey()))
                .anyMatch(entry -> !grid.isBlank(found.row(), entry.getValue()));
    }

    private boolean countsInLineUnit(Measure measure) {
        return measure != Measure.STAGE
                && form.column(measure).filter(column -> column.unit() == null).isPresent();
    }
}
