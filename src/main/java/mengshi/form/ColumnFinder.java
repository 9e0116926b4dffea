package mengshi.form;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import mengshi.form.FormColumn.Role;
import mengshi.model.FindingCode;
import mengshi.model.Measure;
import mengshi.model.Period;
import mengshi.model.Subject;
import mengshi.workbook.CellValue;
import mengshi.workbook.LocatedCell;
import mengshi.workbook.SheetContent;

/** Finds a form's columns by their header words, wherever the header stands; never by position. */
final class ColumnFinder {

    private static final int SEARCHED_ROWS = 60;
    private static final int DEEPEST_HEADER = 4;
    private static final int FEWEST_COLUMNS = 2;

    /** The rows of one header and the form's columns met in it. */
    private record Header(List<SheetContent.CellRow> rows, Map<Integer, HeaderWords.Met> met) {
        long columns() {
            return met.values().stream().map(HeaderWords.Met::column).distinct().count();
        }
    }

    private final Form form;
    private final UnitCatalogue units;
    private final Findings findings;

    ColumnFinder(Form form, UnitCatalogue units, Findings findings) {
        this.form = form;
        this.units = units;
        this.findings = findings;
    }

    Columns find(Grid grid, Period period) {
        Header header = header(
                grid.rows(),
                new HeaderWords(form, units, period),
                form.columns().size());
        Map<Role, Integer> byRole = new EnumMap<>(Role.class);
        Map<Measure, Integer> byMeasure = new EnumMap<>(Measure.class);
        for (FormColumn column : form.columns()) {
            Optional<HeaderWords.Met> met = only(grid, header, column);
            Measure measure = column.measure();
            if (met.isPresent() && measure == null) {
                byRole.put(column.role(), met.get().cell().column());
            } else if (met.isPresent() && measure != null && hasItsUnit(grid, met.get())) {
                byMeasure.put(measure, met.get().cell().column());
            }
        }
        int last = header.rows().isEmpty()
                ? -1
                : header.rows().get(header.rows().size() - 1).index();
        return new Columns(last, byRole, byMeasure);
    }

    /** The rows that name most of the form's columns; of equals the topmost with fewest rows. */
    private static Header header(List<SheetContent.CellRow> rows, HeaderWords words, int all) {
        Header best = new Header(List.of(), Map.of());
        for (int first = 0; first < Math.min(rows.size(), SEARCHED_ROWS) && best.columns() < all; first++) {
            if (!words.mayBeginIn(rows.get(first))) {
                continue;
            }
            for (int depth = 1; depth <= DEEPEST_HEADER && first + depth <= rows.size(); depth++) {
                List<SheetContent.CellRow> window = rows.subList(first, first + depth);
                Header header = new Header(window, words.match(window));
                if (header.columns() >= FEWEST_COLUMNS && header.columns() > best.columns()) {
                    best = header;
                }
            }
        }
        return best;
    }

    private Optional<HeaderWords.Met> only(Grid grid, Header header, FormColumn column) {
        List<HeaderWords.Met> met = header.met().values().stream()
                .filter(found -> found.column().equals(column))
                .toList();
        List<HeaderWords.Met> named = met.size() > 1 && column.role() != Role.VALUE ? exact(met) : met;
        Subject subject = new Subject(column.label(), null, column.measure());
        if (named.isEmpty() && !canBeMissing(column)) {
            findings.add(
                    FindingCode.COLUMN_MISSING,
                    grid.place(),
                    subject,
                    Map.of("column", column.label(), "found", written(header)));
        } else if (named.size() > 1 && column.role() != Role.NOTE) {
            LocatedCell second = named.get(1).cell();
            findings.add(
                    FindingCode.COLUMN_AMBIGUOUS,
                    grid.place(second.row(), second.column()),
                    subject,
                    Map.of("column", column.label(), "cells", addresses(named)));
        }
        return named.size() == 1 ? Optional.of(named.get(0)) : Optional.empty();
    }

    /** A column with the form's own name goes before one with another name for it: 代码 before 序号. */
    private List<HeaderWords.Met> exact(List<HeaderWords.Met> met) {
        List<HeaderWords.Met> exact = met.stream()
                .filter(found -> Label.of(found.column().label(), units)
                        .key()
                        .equals(found.label().key()))
                .toList();
        return exact.size() == 1 ? exact : met;
    }

    /** Lines are then known by their labels alone; a note is nothing that is read. */
    private static boolean canBeMissing(FormColumn column) {
        return column.role() == Role.NOTE || column.role() == Role.CODE;
    }

    /** A unit in the header must be the column's own: values of lines have the lines' units. */
    private boolean hasItsUnit(Grid grid, HeaderWords.Met met) {
        Unit written = met.label().unit();
        FormColumn column = met.column();
        if (written == null) {
            return true;
        }
        Unit expected = column.unit() != null
                ? units.known(column.unit())
                : Label.of(column.label(), units).unit();
        boolean same = expected != null
                && expected.base().equals(written.base())
                && expected.factor().compareTo(written.factor()) == 0;
        if (!same) {
            findings.add(
                    FindingCode.UNIT_CONTRADICTED,
                    grid.place(met.cell().row(), met.cell().column()),
                    new Subject(column.label(), null, column.measure()),
                    Map.of(
                            "unit",
                            written.written(),
                            "expected",
                            expected == null ? "—" : expected.written(),
                            "code",
                            "",
                            "label",
                            column.label()));
        }
        return same;
    }

    private static String written(Header header) {
        return header.rows().stream()
                .flatMap(row -> row.cells().stream())
                .filter(cell -> cell.value() instanceof CellValue.Text)
                .map(cell -> Label.bare(cell.value().written()))
                .collect(Collectors.joining("、"));
    }

    private static String addresses(List<HeaderWords.Met> met) {
        return met.stream().map(found -> found.cell().address()).collect(Collectors.joining("、"));
    }
}
