package mengshi.form;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import mengshi.form.CrosstabReader.Collected;
import mengshi.form.CrosstabReader.Key;
import mengshi.form.CrosstabReader.Part;
import mengshi.form.FormColumn.Role;
import mengshi.model.Area;
import mengshi.model.FindingCode;
import mengshi.model.Measure;
import mengshi.model.Period;
import mengshi.model.Subject;
import mengshi.workbook.LocatedCell;
import mengshi.workbook.SheetContent;
import org.jspecify.annotations.Nullable;

/** Reads the rows of crosstabs: tells of every figure whose it is, for when and of what, and takes it into its part. */
final class CrosstabRows {

    private static final Pattern NOTE = Pattern.compile("^(?:说明|注|备注|附注|资料来源|数据来源)\\d?:.*", Pattern.DOTALL);
    private static final Pattern TOTAL = Pattern.compile("(?:盟市)?(?:合计|总计|小计|平均)");

    /** A figure as it is told from every other of the file. */
    private record Series(Key key, FormLine line, Measure measure) {}

    /** One table under way. */
    private record Table(Grid grid, CrosstabLayout layout, CrosstabCells cells) {}

    /** One row of it. */
    private record Row(Area area, int index, Coordinates said) {}

    private final Form form;
    private final CrosstabWords words;
    private final UnitCatalogue units;
    private final LocalDate today;
    private final Collected collected;
    private final Map<Series, LocatedCell> stated = new HashMap<>();

    /** Cells about which it is said already what is wrong with them. */
    private final Set<String> told = new HashSet<>();

    CrosstabRows(Form form, CrosstabWords words, UnitCatalogue units, LocalDate today, Collected collected) {
        this.form = form;
        this.words = words;
        this.units = units;
        this.today = today;
        this.collected = collected;
    }

    void read(Grid grid, CrosstabLayout layout, Function<String, Optional<Area>> areas) {
        Table table = new Table(grid, layout, new CrosstabCells(form, units, grid, layout, collected.layout()));
        told.clear();
        Set<Integer> filled = filled(table);
        layout.columns().forEach((at, column) -> {
            if (filled.contains(at) && !isReadable(layout, column)) {
                tell(FindingCode.LINE_UNKNOWN, table, column.cell(), Map.of());
            }
        });
        String above = "";
        for (SheetContent.CellRow row : grid.rows()) {
            if (row.index() <= layout.lastHeaderRow() || layout.repeatsHeader(grid, row)) {
                continue;
            }
            if (endsTable(row)) {
                break;
            }
            boolean hasFigures =
                    row.cells().stream().anyMatch(cell -> layout.columns().containsKey(cell.column()));
            String written = areaText(table, row, above);
            above = written.isEmpty() ? above : written;
            if (hasFigures) {
                area(table, row.index(), written, areas)
                        .ifPresent(area -> read(table, new Row(area, row.index(), said(table, row.index())), filled));
            }
        }
    }

    /** Columns nobody has written a figure into say nothing, not even that a figure is missing. */
    private static Set<Integer> filled(Table table) {
        Set<Integer> filled = new HashSet<>();
        table.grid().rows().stream()
                .filter(row -> row.index() > table.layout().lastHeaderRow() && !endsTable(row))
                .forEach(row -> row.cells().forEach(cell -> filled.add(cell.column())));
        return filled;
    }

    /** Notes, signers and reasons stand below a table, not in it. */
    private static boolean endsTable(SheetContent.CellRow row) {
        String first = row.cells().get(0).value().written();
        return NOTE.matcher(Label.bare(first)).matches()
                || !FrameLabels.in(first).isEmpty()
                || row.cells().stream()
                        .anyMatch(cell -> FrameLabels.in(cell.value().written()).stream()
                                .anyMatch(named -> named.field().endsTable()));
    }

    /** A column that means nothing is left out where others mean something; the only one is the figures' own. */
    private static boolean isReadable(CrosstabLayout layout, CrosstabLayout.Column column) {
        boolean alone = layout.columns().values().stream()
                .allMatch(other -> other.said().isNothing());
        return alone || (column.understood() && !column.said().isNothing());
    }

    /** An area printed once for several rows holds for all of them, if these are told apart by a label or a period. */
    private static String areaText(Table table, SheetContent.CellRow row, String above) {
        int column = table.layout().areaColumn();
        String own = table.grid().text(table.grid().firstRow(row.index(), column), column);
        boolean continues = own.isEmpty()
                && table.layout().heads().entrySet().stream()
                        .filter(head -> head.getKey() == Role.LABEL || head.getKey() == Role.PERIOD)
                        .flatMap(head -> head.getValue().stream())
                        .anyMatch(at -> !table.grid().isBlank(row.index(), at));
        return continues ? above : own;
    }

    private Optional<Area> area(Table table, int row, String written, Function<String, Optional<Area>> areas) {
        LocatedCell cell = cell(table, row, table.layout().areaColumn());
        if (TOTAL.matcher(Label.bare(written)).matches()) {
            tell(FindingCode.LINE_UNKNOWN, table, cell, Map.of());
            return Optional.empty();
        }
        Optional<Area> area = areas.apply(written);
        if (area.isEmpty()) {
            tell(FindingCode.AREA_UNKNOWN, table, cell, Map.of());
            return area;
        }
        for (int at : table.layout().at(Role.CODE)) {
            String code = Label.bare(table.grid().text(row, at));
            if (!code.isEmpty() && !code.equals(area.get().code())) {
                String name = areas.apply(code).map(Area::name).orElse("");
                tell(
                        FindingCode.AREA_CONTRADICTED,
                        table,
                        cell(table, row, at),
                        Map.of("name", written, "code", code, "code_name", name));
                return Optional.empty();
            }
        }
        return area;
    }

    private Coordinates said(Table table, int row) {
        Coordinates said = Coordinates.NOTHING;
        Grid grid = table.grid();
        for (int at : table.layout().at(Role.PERIOD)) {
            said = words.periodCell(grid.value(grid.firstRow(row, at), at)).within(said);
        }
        for (int at : table.layout().at(Role.LABEL)) {
            said = words.header(grid.value(grid.firstRow(row, at), at)).within(said);
        }
        for (int at : table.layout().at(Role.UNIT)) {
            said = words.unit(grid.text(grid.firstRow(row, at), at))
                    .map(Coordinates::of)
                    .orElse(Coordinates.NOTHING)
                    .within(said);
        }
        return said;
    }

    private void read(Table table, Row row, Set<Integer> filled) {
        table.layout().columns().forEach((at, column) -> {
            if (filled.contains(at) && isReadable(table.layout(), column)) {
                read(table, row, at, column);
            }
        });
    }

    private void read(Table table, Row row, int at, CrosstabLayout.Column column) {
        Coordinates nearest = column.said().within(row.said());
        Coordinates all = nearest.within(table.layout().context());
        FormLine line = all.line();
        LocatedCell figure = cell(table, row.index(), at);
        if (line == null || (column.said().line() != null && differs(column.said(), row.said()))) {
            tell(FindingCode.LINE_UNKNOWN, table, speaker(table, row, column, Role.LABEL), Map.of());
            return;
        }
        // A year in the title is for months that name none; it does not stand beside a whole period.
        Optional<Period> period = (nearest.period() == null ? all : nearest).wholePeriod();
        LocatedCell dated = speaker(table, row, column, Role.PERIOD);
        if (period.isEmpty() || column.said().contradicts(row.said())) {
            tell(FindingCode.PERIOD_MISSING, table, dated, Map.of());
            return;
        }
        if (!isPossible(table, dated, period.get())) {
            return;
        }
        Measure measure = Objects.requireNonNullElseGet(all.measure(), this::usual);
        Key key = new Key(row.area(), period.get());
        if (isStatedTwice(new Series(key, line, measure), figure, table, column)) {
            return;
        }
        Part part = collected.part(key);
        CrosstabCells.Asked asked =
                new CrosstabCells.Asked(line, measure, period.get(), figure, column.cell(), all.unit());
        table.cells().read(asked, part.findings()).ifPresent(part::add);
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

    /** Where the row has a cell for it, that one; else the column's header. */
    private static LocatedCell speaker(Table table, Row row, CrosstabLayout.Column column, Role role) {
        return table.layout().at(role).stream()
                .findFirst()
                .map(at -> cell(table, row.index(), at))
                .orElse(column.cell());
    }

    private boolean isPossible(Table table, LocatedCell cell, Period period) {
        Map<String, String> arguments = Map.of(
                "period", period.code(),
                "form", form.code(),
                "reason", "不在本表有效期内，或不是本表的报告期",
                "reason_en", "the form is not valid for it or has periods of another kind",
                "last_day", period.lastDay().toString(),
                "today", today.toString());
        if (!form.schedule().collects(period)) {
            tell(FindingCode.PERIOD_NOT_EXPECTED, table, cell, arguments);
            return false;
        }
        if (period.endsAfter(today)) {
            tell(FindingCode.PERIOD_IN_FUTURE, table, cell, arguments);
            return false;
        }
        return true;
    }

    /** Two columns or two rows that say the same: nobody can tell which one holds. */
    private boolean isStatedTwice(Series series, LocatedCell figure, Table table, CrosstabLayout.Column column) {
        LocatedCell first = stated.putIfAbsent(series, figure);
        if (first == null) {
            return false;
        }
        boolean sameRow = first.row() == figure.row();
        LocatedCell cell = sameRow
                ? column.cell()
                : cell(table, figure.row(), table.layout().areaColumn());
        tell(
                sameRow ? FindingCode.COLUMN_AMBIGUOUS : FindingCode.LINE_AMBIGUOUS,
                table,
                cell,
                Map.of("cells", first.address() + "、" + figure.address()));
        return true;
    }

    /** Once for a cell, however many figures hang on it. */
    private void tell(FindingCode code, Table table, LocatedCell cell, Map<String, String> more) {
        if (told.add(code + cell.address())) {
            String text = cell.value().written().strip();
            Map<String, String> arguments = new HashMap<>(Map.of("value", text, "label", text, "column", text));
            arguments.putAll(more);
            collected.layout().add(code, table.grid().place(cell.row(), cell.column()), subject(text, cell), arguments);
        }
    }

    private static Subject subject(@Nullable String text, LocatedCell cell) {
        return Subject.line(text == null || text.isEmpty() ? cell.address() : text);
    }

    private static LocatedCell cell(Table table, int row, int column) {
        int top = table.grid().firstRow(row, column);
        return new LocatedCell(top, column, table.grid().value(top, column));
    }
}
