package mengshi.form;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    private final Legend legend;
    private final LineWords words;

    /** Lines that are known to have no unit, and columns whose unit is known to be wrong. */
    private final Set<String> lacking = new HashSet<>();

    private final Set<Measure> contradicted = EnumSet.noneOf(Measure.class);

    LineReader(Form form, LineWords words, UnitCatalogue units, Period period, Findings findings) {
        this.form = form;
        this.words = words;
        this.units = units;
        this.period = period;
        this.findings = findings;
        this.legend = new Legend(form, units);
    }

    List<Observation> read(Grid grid, Columns columns, FoundLine found) {
        LineUnits lineUnits = new LineUnits(grid, columns, found, written(grid, columns, found));
        boolean due = found.line().demand().dueIn(period) || columns.hasValues(grid, found.row());
        CellReader cells = new CellReader(grid, legend, found, findings);
        List<Observation> observations = new ArrayList<>();
        for (FormColumn column : form.columns()) {
            Measure measure = column.measure();
            if (measure == null || !columns.byMeasure().containsKey(measure)) {
                continue;
            }
            int at = columns.byMeasure().get(measure);
            Optional<Unit> unit = grid.isBlank(found.row(), at) ? Optional.empty() : unit(column, measure, lineUnits);
            boolean required = due
                    && found.line().demand().must().contains(measure)
                    && !form.schedule().lacks(measure, period);
            cells.read(new CellReader.Asked(measure, at, required), unit).ifPresent(observations::add);
        }
        return observations;
    }

    /**
     * What a line's own row says about its unit.
     *
     * @param stated the unit; empty where none is written, or where a finding says already what is wrong with it
     * @param settled whether the row decides, be it for a unit or for none
     */
    private record Written(Optional<Unit> stated, boolean settled) {
        static final Written NOTHING = new Written(Optional.empty(), false);

        static final Written WRONG = new Written(Optional.empty(), true);

        static Written as(Unit unit) {
            return new Written(Optional.of(unit), true);
        }
    }

    private record LineUnits(Grid grid, Columns columns, FoundLine found, Written written) {}

    /** The nearest unit holds: the row's, the column header's, one beside the table. Row and header must agree. */
    private Optional<Unit> unit(FormColumn column, Measure measure, LineUnits line) {
        if (column.unit() != null) {
            return Optional.of(units.known(column.unit()));
        }
        if (measure == Measure.STAGE || line.found().line().unit().isEmpty()) {
            return Optional.of(CellReader.NO_UNIT);
        }
        Unit expected = units.known(line.found().line().unit());
        Columns.HeaderUnit header = line.columns().headerUnits().get(measure);
        Written written = line.written();
        if (header == null) {
            return written.settled() ? written.stated() : beside(line, expected);
        }
        boolean agrees = written.settled()
                ? written.stated().map(header.unit()::isSameAs).orElse(true)
                : header.unit().base().equals(expected.base());
        if (!agrees) {
            contradicted(line.grid(), column, measure, header, written.stated().orElse(expected));
            return Optional.empty();
        }
        return written.settled() ? written.stated() : Optional.of(header.unit());
    }

    private Optional<Unit> beside(LineUnits line, Unit expected) {
        Optional<Unit> noted = line.columns().notes().fitting(expected);
        if (noted.isPresent() || form.column(Role.UNIT).isEmpty()) {
            return noted.or(() -> Optional.of(expected));
        }
        boolean toldAlready = line.columns().at(Role.UNIT).isEmpty()
                && line.columns().notes().isEmpty()
                && line.columns().headerUnits().isEmpty();
        if (!toldAlready && lacking.add(line.found().line().code())) {
            int column = line.columns()
                    .at(Role.UNIT)
                    .or(() -> line.columns().at(Role.LABEL))
                    .orElse(0);
            add(FindingCode.UNIT_MISSING, line.grid(), line.found(), column, Map.of("unit", ""));
        }
        return Optional.empty();
    }

    /** Once for a column: every line under it has the same thing to say. */
    private void contradicted(Grid grid, FormColumn column, Measure measure, Columns.HeaderUnit header, Unit expected) {
        if (contradicted.add(measure)) {
            findings.add(
                    FindingCode.UNIT_CONTRADICTED,
                    grid.place(header.cell().row(), header.cell().column()),
                    new Subject(column.label(), null, measure),
                    Map.of(
                            "unit", header.unit().written(),
                            "expected", expected.written(),
                            "code", "",
                            "label", column.label()));
        }
    }

    /** The unit as the reporter wrote it into the line: into the column for units, or behind the label. */
    private Written written(Grid grid, Columns columns, FoundLine found) {
        FormLine line = found.line();
        if (line.unit().isEmpty() || !needsUnit(grid, columns, found)) {
            return Written.NOTHING;
        }
        // One unit merged over several lines is the unit of each.
        Optional<Integer> column =
                columns.at(Role.UNIT).filter(at -> !grid.isBlank(grid.firstRow(found.row(), at), at));
        Optional<Integer> labels = columns.at(Role.LABEL);
        Optional<Unit> labelled = labels.flatMap(at -> words.unitIn(line, grid.text(found.row(), at)));
        if (column.isEmpty()) {
            return labelled.map(unit -> compatible(grid, found, labels.orElse(0), unit))
                    .orElse(Written.NOTHING);
        }
        String text = grid.text(grid.firstRow(found.row(), column.get()), column.get());
        Optional<Unit> unit = units.find(text);
        if (unit.isEmpty()) {
            add(FindingCode.UNIT_UNKNOWN, grid, found, column.get(), Map.of("unit", text));
            return Written.WRONG;
        }
        if (labelled.isPresent() && !labelled.get().isSameAs(unit.get())) {
            Map<String, String> both =
                    Map.of("unit", text, "expected", labelled.get().written());
            add(FindingCode.UNIT_CONTRADICTED, grid, found, column.get(), both);
            return Written.WRONG;
        }
        return compatible(
                grid,
                found,
                column.get(),
                new Unit(text, unit.get().base(), unit.get().factor()));
    }

    private Written compatible(Grid grid, FoundLine found, int column, Unit unit) {
        if (unit.base().equals(units.known(found.line().unit()).base())) {
            return Written.as(unit);
        }
        add(FindingCode.UNIT_CONTRADICTED, grid, found, column, Map.of("unit", unit.written()));
        return Written.WRONG;
    }

    private void add(FindingCode code, Grid grid, FoundLine found, int column, Map<String, String> more) {
        FormLine line = found.line();
        Map<String, String> arguments =
                new HashMap<>(Map.of("expected", line.unit(), "code", line.code(), "label", line.label()));
        arguments.putAll(more);
        findings.add(
                code, grid.place(found.row(), column), new Subject(line.code(), line.indicator(), null), arguments);
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
