package mengshi.form;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import mengshi.form.LineFinder.FoundLine;
import mengshi.model.FindingCode;
import mengshi.model.Measure;
import mengshi.model.Observation;
import mengshi.model.Period;
import mengshi.model.Subject;
import mengshi.workbook.LocatedCell;
import org.jspecify.annotations.Nullable;

/** Reads the figures of one crosstab as those of any form are read, each in the nearest unit that is stated. */
final class CrosstabCells {

    /**
     * A cell and what is known of it.
     *
     * @param header the cell that stands for the column
     * @param unit the unit that header or row state; null where they state none
     */
    record Asked(
            FormLine line,
            Measure measure,
            Period period,
            LocatedCell figure,
            LocatedCell header,
            @Nullable Unit unit) {}

    private final Form form;
    private final UnitCatalogue units;
    private final Grid grid;
    private final Findings layout;
    private final UnitNotes notes;
    private final Legend legend;
    private final Set<String> told = new HashSet<>();

    /** The units of the form's own columns; measures whose column has none are counted in their line's. */
    private final Map<Measure, Unit> ofColumns = new EnumMap<>(Measure.class);

    /** @param layout takes what is wrong with a whole column */
    CrosstabCells(Form form, UnitCatalogue units, Grid grid, CrosstabLayout table, Findings layout) {
        this.form = form;
        this.units = units;
        this.grid = grid;
        this.layout = layout;
        this.notes = UnitNotes.of(grid, table.headerRows().get(0), units);
        this.legend = new Legend(form, units);
        for (Measure measure : Measure.values()) {
            form.column(measure)
                    .flatMap(column -> Optional.ofNullable(column.unit()))
                    .ifPresent(unit -> ofColumns.put(measure, units.known(unit)));
        }
    }

    /** @param findings takes what is wrong with the cell */
    Optional<Observation> read(Asked asked, Findings findings) {
        int row = asked.figure().row();
        int column = asked.figure().column();
        boolean required = asked.line().demand().must().contains(asked.measure())
                && asked.line().demand().required()
                && !form.schedule().lacks(asked.measure(), asked.period());
        Optional<Unit> unit = grid.isBlank(row, column) ? Optional.empty() : unit(asked);
        CellReader reader = new CellReader(grid, legend, new FoundLine(asked.line(), row), findings);
        return reader.read(new CellReader.Asked(asked.measure(), column, required), unit);
    }

    private Optional<Unit> unit(Asked asked) {
        Unit own = ofColumns.get(asked.measure());
        if (own != null) {
            return Optional.of(own);
        }
        if (asked.measure() == Measure.STAGE || asked.line().unit().isEmpty()) {
            return Optional.of(CellReader.NO_UNIT);
        }
        Unit expected = units.known(asked.line().unit());
        Unit stated = asked.unit();
        if (stated != null) {
            boolean fits = stated.base().equals(expected.base());
            if (!fits) {
                tell(FindingCode.UNIT_CONTRADICTED, asked, stated.written());
            }
            return fits ? Optional.of(stated) : Optional.empty();
        }
        Optional<Unit> noted = notes.fitting(expected);
        if (noted.isEmpty() && expected.isPercent()) {
            return Optional.of(expected);
        }
        if (noted.isEmpty()) {
            tell(FindingCode.UNIT_MISSING, asked, "");
        }
        return noted;
    }

    /** Once for a column and line: every row has the same thing to say. */
    private void tell(FindingCode code, Asked asked, String unit) {
        FormLine line = asked.line();
        if (told.add(line.code() + asked.header().address())) {
            layout.add(
                    code,
                    grid.place(asked.header().row(), asked.header().column()),
                    new Subject(line.code(), line.indicator(), asked.measure()),
                    Map.of("unit", unit, "expected", line.unit(), "code", line.code(), "label", line.label()));
        }
    }
}
