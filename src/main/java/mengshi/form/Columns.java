package mengshi.form;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import mengshi.model.Measure;
import mengshi.workbook.LocatedCell;

/**
 * Where a sheet has the columns of a form. A column that is missing, ambiguous or in a wrong unit is left out; its
 * finding is already written.
 *
 * @param lastHeaderRow 0-based; -1 where no header was found
 * @param byRole the sheet's columns of the roles LABEL, CODE and UNIT, 0-based
 * @param byMeasure the sheet's columns of values, 0-based
 * @param headerUnits units stated in the headers of columns that have none of their own
 * @param notes units stated beside the table
 * @param elsewhere headers further down that name the columns in other places
 */
record Columns(
        int lastHeaderRow,
        Map<FormColumn.Role, Integer> byRole,
        Map<Measure, Integer> byMeasure,
        Map<Measure, HeaderUnit> headerUnits,
        UnitNotes notes,
        List<OtherHeader> elsewhere) {

    /**
     * The header of another table in the sheet, or of this one with its columns moved.
     *
     * @param column the first one that stands elsewhere
     * @param cells where it stands in the two headers
     */
    record OtherHeader(FormColumn column, LocatedCell cell, String cells) {}

    /** A unit that a column's header states for all its cells. */
    record HeaderUnit(Unit unit, LocatedCell cell) {}

    Columns {
        byRole = Map.copyOf(byRole);
        byMeasure = Map.copyOf(byMeasure);
        headerUnits = Map.copyOf(headerUnits);
        elsewhere = List.copyOf(elsewhere);
    }

    Optional<Integer> at(FormColumn.Role role) {
        return Optional.ofNullable(byRole.get(role));
    }

    /** What stands in a row under the column of that role; empty where the sheet has none. */
    String text(Grid grid, int row, FormColumn.Role role) {
        Integer column = byRole.get(role);
        return column == null ? "" : grid.text(row, column);
    }

    /** The header of another table that a row stands under. */
    Optional<OtherHeader> otherAbove(int row) {
        if (elsewhere.isEmpty()) {
            return Optional.empty();
        }
        return elsewhere.stream().filter(header -> header.cell().row() < row).reduce((first, second) -> second);
    }

    /** Whether the sheet's lines can be told apart at all. */
    boolean canFindLines() {
        return byRole.containsKey(FormColumn.Role.LABEL) || byRole.containsKey(FormColumn.Role.CODE);
    }

    /** Whether a row holds anything under a column of values. */
    boolean hasValues(Grid grid, int row) {
        for (int column : byMeasure.values()) {
            if (!grid.isBlank(row, column)) {
                return true;
            }
        }
        return false;
    }
}
