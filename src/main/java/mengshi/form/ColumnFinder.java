package mengshi.form;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import mengshi.form.FormColumn.Role;
import mengshi.model.FindingCode;
import mengshi.model.Measure;
import mengshi.model.Place;
import mengshi.model.Subject;
import mengshi.workbook.CellValue;
import mengshi.workbook.LocatedCell;
import mengshi.workbook.SheetContent;

/** Finds a form's columns by their header words, wherever the header stands; never by position. */
final class ColumnFinder {

    private static final int SEARCHED_ROWS = 60;
    private static final int DEEPEST_HEADER = 6;
    private static final int FEWEST_COLUMNS = 2;

    /** The rows of one header and the form's columns met in it. */
    private record Header(List<SheetContent.CellRow> rows, Map<Integer, HeaderWords.Met> met) {
        long columns() {
            return met.values().stream().map(HeaderWords.Met::column).distinct().count();
        }

        int firstRow() {
            return rows.isEmpty() ? -1 : rows.get(0).index();
        }

        int lastRow() {
            return rows.isEmpty() ? -1 : rows.get(rows.size() - 1).index();
        }

        /** Header words that name no column of the form. */
        List<LocatedCell> unclaimed() {
            return rows.stream()
                    .flatMap(row -> row.cells().stream())
                    .filter(cell -> cell.value() instanceof CellValue.Text && !met.containsKey(cell.column()))
                    .toList();
        }

        /** The lowest cell of the one column whose words name nothing; none if there are several: it cannot be told. */
        Optional<LocatedCell> onlyUnclaimed() {
            List<LocatedCell> cells = unclaimed();
            boolean one = cells.stream().map(LocatedCell::column).distinct().count() == 1;
            return one ? Optional.of(cells.get(cells.size() - 1)) : Optional.empty();
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

    Columns find(Grid grid, HeaderWords words) {
        Header header =
                withItsLastRow(grid, header(grid.rows(), words, form.columns().size()), words);
        Map<Role, Integer> byRole = new EnumMap<>(Role.class);
        Map<Measure, Integer> byMeasure = new EnumMap<>(Measure.class);
        Map<Measure, Columns.HeaderUnit> headerUnits = new EnumMap<>(Measure.class);
        UnitNotes notes = UnitNotes.of(grid, header.firstRow(), units);
        for (FormColumn column : form.columns()) {
            Optional<HeaderWords.Met> met = only(grid, header, column, notes);
            Measure measure = column.measure();
            if (met.isPresent() && measure == null) {
                byRole.put(column.role(), met.get().cell().column());
            } else if (met.isPresent() && measure != null && hasItsUnit(grid, met.get())) {
                byMeasure.put(measure, met.get().cell().column());
                Unit written = met.get().label().unit();
                if (written != null && column.unit() == null) {
                    headerUnits.put(
                            measure, new Columns.HeaderUnit(written, met.get().cell()));
                }
            }
        }
        List<Columns.OtherHeader> elsewhere = elsewhere(grid.rows(), header, words);
        return new Columns(header.lastRow(), byRole, byMeasure, headerUnits, notes, elsewhere);
    }

    /** Rows below the header that name its columns where it has others: what stands under them is not this table's. */
    private static List<Columns.OtherHeader> elsewhere(
            List<SheetContent.CellRow> rows, Header header, HeaderWords words) {
        List<Columns.OtherHeader> found = new ArrayList<>();
        BitSet names = columnsOfNames(header);
        for (SheetContent.CellRow row : rows) {
            if (header.lastRow() < 0 || row.index() <= header.lastRow() || !hasOtherWords(row, names)) {
                continue;
            }
            Map<Integer, HeaderWords.Met> met = words.match(List.of(row));
            if (met.size() >= FEWEST_COLUMNS) {
                met.values().stream()
                        .flatMap(named -> moved(named, header).stream())
                        .findFirst()
                        .ifPresent(found::add);
            }
        }
        return found;
    }

    /** The sheet's columns of label, code, unit and note: nearly all rows have words in these only. */
    private static BitSet columnsOfNames(Header header) {
        BitSet columns = new BitSet();
        header.met().forEach((column, met) -> columns.set(column, met.column().role() != Role.VALUE));
        return columns;
    }

    private static boolean hasOtherWords(SheetContent.CellRow row, BitSet names) {
        for (LocatedCell cell : row.cells()) {
            if (cell.value() instanceof CellValue.Text && !names.get(cell.column()) && isWord(cell)) {
                return true;
            }
        }
        return false;
    }

    private static Optional<Columns.OtherHeader> moved(HeaderWords.Met named, Header header) {
        return header.met().values().stream()
                .filter(first -> first.column().equals(named.column())
                        && first.cell().column() != named.cell().column())
                .findFirst()
                .map(first -> new Columns.OtherHeader(
                        named.column(),
                        named.cell(),
                        first.cell().address() + "、" + named.cell().address()));
    }

    /** The rows that name most of the form's columns; of equals the topmost with fewest rows. */
    private static Header header(List<SheetContent.CellRow> rows, HeaderWords words, int all) {
        Header best = new Header(List.of(), Map.of());
        for (int first = 0; first < Math.min(rows.size(), SEARCHED_ROWS) && best.columns() < all; first++) {
            if (!words.mayBeginIn(rows.get(first))) {
                continue;
            }
            int deepest = Math.min(DEEPEST_HEADER, rows.size() - first);
            for (int depth = 1; depth <= deepest && best.columns() < all; depth++) {
                List<SheetContent.CellRow> window = rows.subList(first, first + depth);
                Header header = new Header(window, words.match(window));
                if (header.columns() >= FEWEST_COLUMNS && header.columns() > best.columns()) {
                    best = header;
                }
            }
        }
        return best;
    }

    /** Words right below a header, in a row that is no line, still say what its columns are: 本月 over 计划数 is no 本月. */
    private static Header withItsLastRow(Grid grid, Header header, HeaderWords words) {
        SheetContent.CellRow next = header.lastRow() < 0 ? null : grid.row(header.lastRow() + 1);
        if (next == null || !next.cells().stream().allMatch(cell -> isWord(cell) && !namesLine(header, cell))) {
            return header;
        }
        List<SheetContent.CellRow> rows = new ArrayList<>(header.rows());
        rows.add(next);
        return new Header(List.copyOf(rows), words.match(rows));
    }

    private static boolean isWord(LocatedCell cell) {
        return cell.value() instanceof CellValue.Text text
                && text.text().codePoints().anyMatch(Character::isLetter)
                && NumberText.parse(text.text()).isEmpty();
    }

    private static boolean namesLine(Header header, LocatedCell cell) {
        HeaderWords.Met met = header.met().get(cell.column());
        return met != null && (met.column().role() == Role.LABEL || met.column().role() == Role.CODE);
    }

    private Optional<HeaderWords.Met> only(Grid grid, Header header, FormColumn column, UnitNotes notes) {
        List<HeaderWords.Met> met = header.met().values().stream()
                .filter(found -> found.column().equals(column))
                .toList();
        List<HeaderWords.Met> named = met.size() > 1 && column.role() != Role.VALUE ? exact(met) : met;
        Subject subject = new Subject(column.label(), null, column.measure());
        if (named.isEmpty()
                && !canBeMissing(column)
                && !(column.role() == Role.UNIT && hasUnits(grid, header, notes))) {
            missing(grid, header, column, subject);
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

    private void missing(Grid grid, Header header, FormColumn column, Subject subject) {
        Optional<LocatedCell> instead = header.onlyUnclaimed();
        String unclaimed = header.unclaimed().stream()
                .map(cell -> cell.address() + "“" + Label.bare(cell.value().written()) + "”")
                .collect(Collectors.joining("、"));
        Place place = instead.<Place>map(cell -> grid.place(cell.row(), cell.column()))
                .orElse(grid.place());
        findings.add(
                FindingCode.COLUMN_MISSING,
                place,
                subject,
                Map.of(
                        "column", column.label(),
                        "expected", column.label(),
                        "value", instead.map(cell -> cell.value().written()).orElse(""),
                        "detail", unclaimed.isEmpty() ? "—" : unclaimed,
                        "found", written(header)));
    }

    /** Whether units stand elsewhere, so that a column for them can be done without. */
    private boolean hasUnits(Grid grid, Header header, UnitNotes notes) {
        boolean inHeader = header.met().values().stream()
                .anyMatch(
                        found -> found.column().unit() == null && found.label().unit() != null);
        return inHeader || !notes.isEmpty() || hasUnitsInLabels(grid, header);
    }

    private boolean hasUnitsInLabels(Grid grid, Header header) {
        return header.met().values().stream()
                .filter(found -> found.column().role() == Role.LABEL)
                .map(found -> found.cell().column())
                .anyMatch(column -> grid.rows().stream()
                        .filter(row -> row.index() > header.lastRow())
                        .anyMatch(row ->
                                Label.of(grid.text(row.index(), column), units).unit() != null));
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

    /** Where a column has a unit of its own, its header cannot state another. */
    private boolean hasItsUnit(Grid grid, HeaderWords.Met met) {
        Unit written = met.label().unit();
        FormColumn column = met.column();
        if (written == null || column.unit() == null) {
            return true;
        }
        Unit expected = units.known(column.unit());
        boolean same = expected.isSameAs(written);
        if (!same) {
            findings.add(
                    FindingCode.UNIT_CONTRADICTED,
                    grid.place(met.cell().row(), met.cell().column()),
                    new Subject(column.label(), null, column.measure()),
                    Map.of(
                            "unit",
                            written.written(),
                            "expected",
                            expected.written(),
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
