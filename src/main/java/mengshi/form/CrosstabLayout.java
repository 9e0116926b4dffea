package mengshi.form;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import mengshi.form.FormColumn.Role;
import mengshi.workbook.CellValue;
import mengshi.workbook.LocatedCell;
import mengshi.workbook.SheetContent;

/**
 * Where a sheet's crosstab stands: areas below each other in one column, and above the figures a header of one or more
 * rows whose cells may be merged.
 *
 * @param areaColumn 0-based
 * @param headerRows from the top, 0-based
 * @param heads the columns at the beginning of the rows, 0-based
 * @param columns what each column of figures holds by its header, and whether all of the header was understood
 * @param context what title and sheet say for the whole table
 */
record CrosstabLayout(
        int areaColumn,
        List<Integer> headerRows,
        Map<Role, List<Integer>> heads,
        SortedMap<Integer, Column> columns,
        Coordinates context) {

    /** @param cell the lowest filled cell of the header, which stands for the column */
    record Column(Coordinates said, boolean understood, LocatedCell cell) {}

    private static final Pattern NUMBERING = Pattern.compile("[甲乙丙丁]|\\(?\\d{1,2}\\)?");

    int lastHeaderRow() {
        return headerRows.isEmpty() ? -1 : headerRows.get(headerRows.size() - 1);
    }

    List<Integer> at(Role role) {
        return heads.getOrDefault(role, List.of());
    }

    /** The header's texts as compared, row by row. */
    List<Map<Integer, String>> headerTexts(Grid grid) {
        List<Map<Integer, String>> texts = new ArrayList<>();
        for (int header : headerRows) {
            Map<Integer, String> row = new HashMap<>();
            cellsOf(grid, header)
                    .forEach(cell ->
                            row.put(cell.column(), Label.bare(cell.value().written())));
            texts.add(row);
        }
        return texts;
    }

    /** @return empty for a sheet that names no areas in a column */
    static Optional<CrosstabLayout> of(TableSketch sketch, Grid grid, CrosstabWords words) {
        return sketch.areas().entrySet().stream()
                .reduce((one, other) ->
                        other.getValue().count() > one.getValue().count() ? other : one)
                .flatMap(found -> found.getValue().rows().stream()
                        .flatMap(row -> below(sketch, grid, words, found.getKey(), row).stream())
                        .findFirst());
    }

    private static Optional<CrosstabLayout> below(
            TableSketch sketch, Grid grid, CrosstabWords words, int areaColumn, int firstRow) {
        List<Integer> headerRows = headerRows(grid, words, areaColumn, firstRow);
        if (headerRows.isEmpty()) {
            return Optional.empty();
        }
        Map<Role, List<Integer>> heads = heads(grid, words, headerRows);
        SortedMap<Integer, Column> columns = new TreeMap<>();
        for (int column = areaColumn + 1; column <= sketch.lastColumn(); column++) {
            int at = column;
            if (heads.values().stream().noneMatch(of -> of.contains(at))) {
                columns.put(column, column(grid, words, headerRows, column));
            }
        }
        return Optional.of(new CrosstabLayout(
                areaColumn, headerRows, heads, columns, context(grid, words, headerRows.get(0), columns)));
    }

    /** Upwards from the first area, as long as something right of the areas is a word of the form. */
    private static List<Integer> headerRows(Grid grid, CrosstabWords words, int areaColumn, int firstRow) {
        List<Integer> rows = new ArrayList<>();
        List<SheetContent.CellRow> above =
                grid.rows().stream().filter(row -> row.index() < firstRow).toList();
        for (int i = above.size() - 1; i >= 0; i--) {
            SheetContent.CellRow row = above.get(i);
            boolean isHeader = row.cells().stream()
                    .anyMatch(cell -> words.role(cell.value().written()).isPresent()
                            || (cell.column() > areaColumn
                                    && !words.header(cell.value()).isNothing()));
            if (isHeader) {
                rows.add(0, row.index());
            } else if (!isNumbering(row)) {
                break;
            }
        }
        return List.copyOf(rows);
    }

    private static boolean isNumbering(SheetContent.CellRow row) {
        return row.cells().stream()
                .allMatch(cell ->
                        NUMBERING.matcher(Label.bare(cell.value().written())).matches());
    }

    private static Map<Role, List<Integer>> heads(Grid grid, CrosstabWords words, List<Integer> headerRows) {
        Map<Role, List<Integer>> heads = new EnumMap<>(Role.class);
        for (int row : headerRows) {
            for (LocatedCell cell : cellsOf(grid, row)) {
                words.role(cell.value().written())
                        .ifPresent(role -> heads.computeIfAbsent(role, any -> new ArrayList<>())
                                .add(cell.column()));
            }
        }
        return heads;
    }

    private static List<LocatedCell> cellsOf(Grid grid, int row) {
        return grid.rows().stream()
                .filter(found -> found.index() == row)
                .flatMap(found -> found.cells().stream())
                .toList();
    }

    private static Column column(Grid grid, CrosstabWords words, List<Integer> headerRows, int column) {
        Coordinates said = Coordinates.NOTHING;
        boolean understood = true;
        int last = headerRows.get(headerRows.size() - 1);
        LocatedCell lowest = new LocatedCell(last, column, new CellValue.Blank());
        Map<String, Boolean> seen = new HashMap<>();
        for (int row : headerRows) {
            LocatedCell cell = headerCell(grid, row, column, row < last);
            boolean isNew = seen.putIfAbsent(cell.address(), true) == null;
            if (cell.value() instanceof CellValue.Blank || !isNew) {
                continue;
            }
            Coordinates here = words.header(cell.value());
            boolean stands = Label.bare(cell.value().written()).isEmpty() || isUnitNote(words, cell);
            understood &= stands || (!here.isNothing() && !here.contradicts(said));
            said = here.within(said);
            lowest = new LocatedCell(row, column, cell.value());
        }
        return new Column(said, understood, lowest);
    }

    private static boolean isUnitNote(CrosstabWords words, LocatedCell cell) {
        return words.isUnitNote(cell.value().written());
    }

    /** A header above others reaches to the right over blank cells, merged or not. */
    private static LocatedCell headerCell(Grid grid, int row, int column, boolean reaches) {
        int at = grid.firstColumn(row, column);
        int top = grid.firstRow(row, column);
        while (reaches && at > 0 && grid.isBlank(top, at) && isBelowNothing(grid, row, at)) {
            at = grid.firstColumn(top, at - 1);
        }
        return new LocatedCell(top, at, grid.value(top, at));
    }

    private static boolean isBelowNothing(Grid grid, int row, int column) {
        return grid.firstRow(row, column) == row && !grid.isBlank(row + 1, column);
    }

    private static Coordinates context(Grid grid, CrosstabWords words, int top, Map<Integer, Column> columns) {
        List<String> above = grid.cells().stream()
                .filter(cell -> cell.row() < top)
                .map(cell -> cell.value().written())
                .toList();
        Coordinates year = words.onlyYear(above);
        if (year.isNothing()) {
            year = words.header(new CellValue.Text(grid.sheetName()));
        }
        boolean linesBelow =
                columns.values().stream().anyMatch(column -> column.said().line() != null);
        Coordinates line = linesBelow
                ? Coordinates.NOTHING
                : above.stream()
                        .map(words::lineIn)
                        .filter(found -> !found.isNothing())
                        .reduce((one, other) -> one.contradicts(other) ? Coordinates.NOTHING : one)
                        .orElse(Coordinates.NOTHING);
        return line.within(year);
    }
}
