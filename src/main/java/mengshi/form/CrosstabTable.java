package mengshi.form;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import mengshi.form.FormColumn.Role;
import mengshi.model.FindingCode;
import mengshi.model.Measure;
import mengshi.model.Period;
import mengshi.workbook.CellValue;
import mengshi.workbook.LocatedCell;
import mengshi.workbook.SheetContent;
import org.jspecify.annotations.Nullable;

/**
 * One table under way: what the beginning of a row and the header of a column say together. A long table says the same
 * few things over and over, so each is worked out once.
 */
final class CrosstabTable {

    /**
     * What stands in one column of a row, as far as it can be told.
     *
     * @param at the column, 0-based
     * @param trouble why it cannot be told what stands there; null if it can
     * @param said line, measure and unit
     * @param figure line and measure as one number below {@link #figures}
     */
    record Meaning(
            int at,
            CrosstabLayout.Column column,
            @Nullable FindingCode trouble,
            Coordinates said,
            @Nullable Period period,
            int figure) {

        FormLine line() {
            return Objects.requireNonNull(said.line());
        }

        Measure measure() {
            return Objects.requireNonNull(said.measure());
        }

        Period wholePeriod() {
            return Objects.requireNonNull(period);
        }
    }

    private final Form form;
    private final CrosstabWords words;
    private final LocalDate today;
    private final Grid grid;
    private final CrosstabLayout layout;
    private final Set<Integer> filled;
    private final List<Map<Integer, String>> header;
    private final Map<String, Integer> lineNumbers = new HashMap<>();
    private final Map<Measure, Integer> measureNumbers = new EnumMap<>(Measure.class);
    private final BitSet figureColumns = new BitSet();

    /** The columns at the beginning of a row that say for when, of what and in which unit its figures are. */
    private final List<Integer> headColumns;

    private final Memory<Heads, List<Meaning>> meanings = new Memory<>(this::meanings);

    CrosstabTable(Form form, CrosstabWords words, LocalDate today, TableSketch sketch, Located located) {
        this.form = form;
        this.words = words;
        this.today = today;
        this.grid = located.grid();
        this.layout = located.layout();
        this.filled = located.filled(sketch);
        this.header = layout.headerTexts(grid);
        this.headColumns = Stream.of(Role.PERIOD, Role.LABEL, Role.UNIT)
                .flatMap(role -> layout.at(role).stream())
                .toList();
        layout.columns().keySet().forEach(figureColumns::set);
        form.lines().forEach(line -> lineNumbers.put(line.code(), lineNumbers.size()));
        form.columns().stream()
                .flatMap(column -> Optional.ofNullable(column.measure()).stream())
                .forEach(measure -> measureNumbers.putIfAbsent(measure, measureNumbers.size()));
    }

    /** Where a table stands in a grid. */
    record Located(Grid grid, CrosstabLayout layout) {

        /** Columns nobody has written a figure into say nothing, not even that a figure is missing. */
        private Set<Integer> filled(TableSketch sketch) {
            Set<Integer> filled = new HashSet<>(sketch.restColumns());
            grid.rows().stream()
                    .filter(row -> row.index() > layout.lastHeaderRow() && !TableTexts.endTable(row))
                    .forEach(row -> row.cells().forEach(cell -> filled.add(cell.column())));
            return filled;
        }
    }

    Grid grid() {
        return grid;
    }

    CrosstabLayout layout() {
        return layout;
    }

    /** How many figures of one area and period there can be. */
    static int figures(Form form) {
        long measures = form.columns().stream()
                .flatMap(column -> Optional.ofNullable(column.measure()).stream())
                .distinct()
                .count();
        return form.lines().size() * (int) measures;
    }

    /** The columns that are filled and mean nothing. */
    List<CrosstabLayout.Column> unreadable() {
        return layout.columns().entrySet().stream()
                .filter(column -> filled.contains(column.getKey()) && !isReadable(column.getValue()))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** A column that means nothing is left out where others mean something; the only one is the figures' own. */
    private boolean isReadable(CrosstabLayout.Column column) {
        boolean alone = layout.columns().values().stream()
                .allMatch(other -> other.said().isNothing());
        return alone || (column.understood() && !column.said().isNothing());
    }

    /** Whether a row is the header or repeats what it says, as after a page break. */
    boolean isHeader(SheetContent.CellRow row) {
        if (row.index() <= layout.lastHeaderRow()) {
            return true;
        }
        for (Map<Integer, String> said : header) {
            if (repeats(said, row)) {
                return true;
            }
        }
        return false;
    }

    private static boolean repeats(Map<Integer, String> said, SheetContent.CellRow row) {
        for (LocatedCell cell : row.cells()) {
            if (!Label.bare(cell.value().written()).equals(said.getOrDefault(cell.column(), ""))) {
                return false;
            }
        }
        return true;
    }

    boolean hasFigures(SheetContent.CellRow row) {
        for (LocatedCell cell : row.cells()) {
            if (figureColumns.get(cell.column())) {
                return true;
            }
        }
        return false;
    }

    /** An area printed once for several rows holds for all of them, if these are told apart by a label or a period. */
    String areaText(SheetContent.CellRow row, String above) {
        int column = layout.areaColumn();
        String own = grid.text(grid.firstRow(row.index(), column), column);
        boolean continues = own.isEmpty()
                && layout.heads().entrySet().stream()
                        .filter(head -> head.getKey() == Role.LABEL || head.getKey() == Role.PERIOD)
                        .flatMap(head -> head.getValue().stream())
                        .anyMatch(at -> !grid.isBlank(row.index(), at));
        return continues ? above : own;
    }

    LocatedCell cell(int row, int column) {
        int top = grid.firstRow(row, column);
        return new LocatedCell(top, column, grid.value(top, column));
    }

    /** Where the row has a cell for it, that one; else the column's header. */
    LocatedCell speaker(int row, CrosstabLayout.Column column, Role role) {
        return layout.at(role).stream().findFirst().map(at -> cell(row, at)).orElse(column.cell());
    }

    /** What every readable column of a row holds. */
    List<Meaning> meanings(int row) {
        List<CellValue> heads = new ArrayList<>(headColumns.size());
        for (int at : headColumns) {
            heads.add(grid.value(grid.firstRow(row, at), at));
        }
        return meanings.of(new Heads(heads));
    }

    /** What stands at the beginning of a row. Names and periods differ by a digit here and there. */
    private record Heads(List<CellValue> cells) {

        private static final int SPREAD = 0x9E3779B1;

        /** A list's own would run such names together. */
        @Override
        public int hashCode() {
            int hash = 0;
            for (CellValue cell : cells) {
                hash = (hash ^ cell.hashCode()) * SPREAD;
            }
            return hash;
        }
    }

    private List<Meaning> meanings(Heads heads) {
        Coordinates row = said(heads.cells());
        List<Meaning> found = new ArrayList<>();
        layout.columns().forEach((at, column) -> {
            if (filled.contains(at) && isReadable(column)) {
                found.add(meaning(row, at, column));
            }
        });
        return List.copyOf(found);
    }

    private Coordinates said(List<CellValue> heads) {
        Coordinates said = Coordinates.NOTHING;
        int periods = layout.at(Role.PERIOD).size();
        int labels = periods + layout.at(Role.LABEL).size();
        for (int i = 0; i < heads.size(); i++) {
            CellValue head = heads.get(i);
            Coordinates here = i < periods
                    ? words.periodCell(head)
                    : i < labels
                            ? words.header(head)
                            : words.unit(head.written().strip())
                                    .map(Coordinates::of)
                                    .orElse(Coordinates.NOTHING);
            said = here.within(said);
        }
        return said;
    }

    private Meaning meaning(Coordinates row, int at, CrosstabLayout.Column column) {
        Coordinates nearest = column.said().within(row);
        Coordinates all = nearest.within(layout.context());
        FormLine line = all.line();
        if (line == null || (column.said().line() != null && differs(column.said(), row))) {
            return new Meaning(at, column, FindingCode.LINE_UNKNOWN, all, null, 0);
        }
        // A year in the title is for months that name none; it does not stand beside a whole period.
        Optional<Period> period = (nearest.period() == null ? all : nearest).wholePeriod();
        if (period.isEmpty() || column.said().contradicts(row)) {
            return new Meaning(at, column, FindingCode.PERIOD_MISSING, all, null, 0);
        }
        Measure measure = Objects.requireNonNullElseGet(all.measure(), this::usual);
        int figure = Objects.requireNonNull(lineNumbers.get(line.code())) * measureNumbers.size()
                + Objects.requireNonNull(measureNumbers.get(measure));
        Coordinates known = Coordinates.of(measure, null).within(all);
        return new Meaning(at, column, impossible(period.get()), known, period.get(), figure);
    }

    private @Nullable FindingCode impossible(Period period) {
        if (!form.schedule().collects(period)) {
            return FindingCode.PERIOD_NOT_EXPECTED;
        }
        return period.endsAfter(today) ? FindingCode.PERIOD_IN_FUTURE : null;
    }

    private static boolean differs(Coordinates one, Coordinates other) {
        FormLine line = other.line();
        return line != null && !line.equals(one.line());
    }

    /** What a table holds that does not say whether it is a month or the months so far: the form's first column. */
    private Measure usual() {
        return form.columns().stream()
                .flatMap(column -> Optional.ofNullable(column.measure()).stream())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "seeds/form_column.csv gives " + form.code() + " no column with the role value."));
    }
}
