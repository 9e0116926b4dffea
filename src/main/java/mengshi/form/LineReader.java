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
import org.jspecify.annotations.Nullable;

/** Reads the lines of one sheet: of each its unit first, then its cells. */
final class LineReader {

    /**
     * A column of values that the sheet has.
     *
     * @param at the sheet's column, 0-based
     * @param own what all its cells are counted in; null where it is the line's unit
     * @param collected whether the period has such figures, so that they can be asked for
     */
    private record ValueColumn(
            FormColumn column,
            Measure measure,
            int at,
            @Nullable Unit own,
            boolean collected) {}

    private final UnitCatalogue units;
    private final Form form;
    private final Legend legend;
    private final LineWords words;
    private final Grid grid;
    private final Columns columns;
    private final Period period;
    private final Findings findings;
    private final List<ValueColumn> values = new ArrayList<>();

    /** Lines that are known to have no unit, and columns whose unit is known to be wrong. */
    private final Set<String> lacking = new HashSet<>();

    private final Set<Measure> contradicted = EnumSet.noneOf(Measure.class);

    LineReader(FormWords words, Grid grid, Columns columns, Period period, Findings findings) {
        this.units = words.units();
        this.form = words.form();
        this.words = words.lines();
        this.legend = words.legend();
        this.grid = grid;
        this.columns = columns;
        this.period = period;
        this.findings = findings;
        for (FormColumn column : form.columns()) {
            Measure measure = column.measure();
            Integer at = measure == null ? null : columns.byMeasure().get(measure);
            if (measure != null && at != null) {
                boolean collected = !form.schedule().lacks(measure, period);
                values.add(new ValueColumn(column, measure, at, ownUnit(column), collected));
            }
        }
    }

    private @Nullable Unit ownUnit(FormColumn column) {
        if (column.unit() != null) {
            return units.known(column.unit());
        }
        return column.measure() == Measure.STAGE ? CellReader.NO_UNIT : null;
    }

    /** The line's figures; of a cell that cannot be read for certain there is a finding instead. */
    List<Observation> read(FoundLine found) {
        Written written = written(found);
        FormLine line = found.line();
        boolean due = line.demand().dueIn(period) || columns.hasValues(grid, found.row());
        CellReader cells = new CellReader(grid, legend, found, findings);
        List<Observation> observations = new ArrayList<>(values.size());
        for (ValueColumn value : values) {
            boolean required = due && value.collected() && line.demand().must().contains(value.measure());
            Optional<Unit> unit =
                    grid.isBlank(found.row(), value.at()) ? Optional.empty() : unit(value, found, written);
            cells.read(new CellReader.Asked(value.measure(), value.at(), required), unit)
                    .ifPresent(observations::add);
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

    /** The nearest unit holds: the row's, the column header's, one beside the table. Row and header must agree. */
    private Optional<Unit> unit(ValueColumn value, FoundLine found, Written written) {
        if (value.own() != null) {
            return Optional.of(value.own());
        }
        if (found.line().unit().isEmpty()) {
            return Optional.of(CellReader.NO_UNIT);
        }
        Columns.HeaderUnit header = columns.headerUnits().get(value.measure());
        if (header == null) {
            return written.settled() ? written.stated() : beside(found);
        }
        Unit expected = units.known(found.line().unit());
        boolean agrees = written.settled()
                ? written.stated().map(header.unit()::isSameAs).orElse(true)
                : header.unit().base().equals(expected.base());
        if (!agrees) {
            contradicted(value, header, written.stated().orElse(expected));
            return Optional.empty();
        }
        return written.settled() ? written.stated() : Optional.of(header.unit());
    }

    private Optional<Unit> beside(FoundLine found) {
        Unit expected = units.known(found.line().unit());
        Optional<Unit> noted = columns.notes().fitting(expected);
        if (noted.isPresent() || form.column(Role.UNIT).isEmpty()) {
            return noted.or(() -> Optional.of(expected));
        }
        boolean toldAlready = columns.at(Role.UNIT).isEmpty()
                && columns.notes().isEmpty()
                && columns.headerUnits().isEmpty();
        if (!toldAlready && lacking.add(found.line().code())) {
            int column = columns.at(Role.UNIT).or(() -> columns.at(Role.LABEL)).orElse(0);
            add(FindingCode.UNIT_MISSING, found, column, Map.of("unit", ""));
        }
        return Optional.empty();
    }

    /** Once for a column: every line under it has the same thing to say. */
    private void contradicted(ValueColumn value, Columns.HeaderUnit header, Unit expected) {
        if (contradicted.add(value.measure())) {
            String label = value.column().label();
            findings.add(
                    FindingCode.UNIT_CONTRADICTED,
                    grid.place(header.cell().row(), header.cell().column()),
                    new Subject(label, null, value.measure()),
                    Map.of(
                            "unit",
                            header.unit().written(),
                            "expected",
                            expected.written(),
                            "code",
                            "",
                            "label",
                            label));
        }
    }

    /** The unit as the reporter wrote it into the line: into the column for units, or behind the label. */
    private Written written(FoundLine found) {
        FormLine line = found.line();
        if (line.unit().isEmpty() || !needsUnit(found)) {
            return Written.NOTHING;
        }
        // One unit merged over several lines is the unit of each.
        Optional<Integer> column =
                columns.at(Role.UNIT).filter(at -> !grid.isBlank(grid.firstRow(found.row(), at), at));
        Optional<Unit> labelled = words.unitIn(line, columns.text(grid, found.row(), Role.LABEL));
        if (column.isEmpty()) {
            int labels = columns.at(Role.LABEL).orElse(0);
            return labelled.map(unit -> compatible(found, labels, unit)).orElse(Written.NOTHING);
        }
        String text = grid.text(grid.firstRow(found.row(), column.get()), column.get());
        Optional<Unit> unit = units.find(text);
        if (unit.isEmpty()) {
            add(FindingCode.UNIT_UNKNOWN, found, column.get(), Map.of("unit", text));
            return Written.WRONG;
        }
        if (labelled.isPresent() && !labelled.get().isSameAs(unit.get())) {
            Map<String, String> both =
                    Map.of("unit", text, "expected", labelled.get().written());
            add(FindingCode.UNIT_CONTRADICTED, found, column.get(), both);
            return Written.WRONG;
        }
        return compatible(found, column.get(), unit.get().as(text));
    }

    private Written compatible(FoundLine found, int column, Unit unit) {
        if (unit.base().equals(units.known(found.line().unit()).base())) {
            return Written.as(unit);
        }
        add(FindingCode.UNIT_CONTRADICTED, found, column, Map.of("unit", unit.written()));
        return Written.WRONG;
    }

    private void add(FindingCode code, FoundLine found, int column, Map<String, String> more) {
        FormLine line = found.line();
        Map<String, String> arguments =
                new HashMap<>(Map.of("expected", line.unit(), "code", line.code(), "label", line.label()));
        arguments.putAll(more);
        findings.add(
                code, grid.place(found.row(), column), new Subject(line.code(), line.indicator(), null), arguments);
    }

    /** Whether any value of the line is counted in the line's unit; else a blank unit harms nobody. */
    private boolean needsUnit(FoundLine found) {
        for (ValueColumn value : values) {
            if (value.own() == null && !grid.isBlank(found.row(), value.at())) {
                return true;
            }
        }
        return false;
    }
}
