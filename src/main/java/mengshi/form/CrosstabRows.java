package mengshi.form;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import mengshi.form.CrosstabTable.Meaning;
import mengshi.form.FormColumn.Role;
import mengshi.model.Area;
import mengshi.model.FindingCode;
import mengshi.model.Period;
import mengshi.model.Subject;
import mengshi.workbook.CellAddress;
import mengshi.workbook.LocatedCell;
import mengshi.workbook.SheetContent;
import org.jspecify.annotations.Nullable;

/** Reads the rows of one table as they come: tells of every figure whose it is, for when and of what. */
final class CrosstabRows {

    private static final Pattern TOTAL = Pattern.compile("(?:盟市)?(?:合计|总计|小计|平均)");

    private final Form form;
    private final LocalDate today;
    private final CrosstabTable table;
    private final CrosstabCells cells;
    private final TableFigures figures;

    /** Cells about which it is said already what is wrong with them. */
    private final Set<String> told = new HashSet<>();

    private String above = "";
    private boolean ended;

    CrosstabRows(Form form, LocalDate today, CrosstabTable table, Taking taking) {
        this.form = form;
        this.today = today;
        this.table = table;
        this.cells = taking.cells();
        this.figures = taking.figures();
    }

    /** What reads the cells, and what takes them. */
    record Taking(CrosstabCells cells, TableFigures figures) {}

    /** Says which columns of the table are left out. */
    void begin() {
        table.unreadable().forEach(column -> tell(FindingCode.LINE_UNKNOWN, column.cell(), Map.of()));
    }

    void row(SheetContent.CellRow row, Function<String, Optional<Area>> areas) {
        if (ended || table.isHeader(row)) {
            return;
        }
        if (TableTexts.endTable(row)) {
            ended = true;
            return;
        }
        table.grid().show(row);
        String written = table.areaText(row, above);
        above = written.isEmpty() ? above : written;
        if (table.hasFigures(row)) {
            area(row.index(), written, areas).ifPresent(area -> read(row.index(), area));
        }
    }

    private Optional<Area> area(int row, String written, Function<String, Optional<Area>> areas) {
        Optional<Area> area = areas.apply(written);
        if (area.isEmpty()) {
            boolean isTotal = TOTAL.matcher(Label.bare(written)).matches();
            LocatedCell cell = table.cell(row, table.layout().areaColumn());
            tell(isTotal ? FindingCode.LINE_UNKNOWN : FindingCode.AREA_UNKNOWN, cell, Map.of());
            return area;
        }
        for (int at : table.layout().at(Role.CODE)) {
            String code = Label.bare(table.grid().text(row, at));
            if (!code.isEmpty() && !code.equals(area.get().code())) {
                String name = areas.apply(code).map(Area::name).orElse("");
                tell(
                        FindingCode.AREA_CONTRADICTED,
                        table.cell(row, at),
                        Map.of("name", written, "cells", address(row), "code", code, "code_name", name));
                return Optional.empty();
            }
        }
        return area;
    }

    private String address(int row) {
        return table.cell(row, table.layout().areaColumn()).address();
    }

    private void read(int row, Area area) {
        for (Meaning meaning : table.meanings(row)) {
            if (meaning.trouble() != null) {
                tellTrouble(row, meaning, meaning.trouble());
            } else {
                read(row, area, meaning);
            }
        }
    }

    private void read(int row, Area area, Meaning meaning) {
        LocatedCell figure = table.cell(row, meaning.at());
        TableFigures.Part part = figures.part(area, meaning.wholePeriod());
        long first = part.stated().note(meaning.figure(), figure.row(), figure.column());
        if (first >= 0) {
            tellTwice(first, figure, meaning);
            return;
        }
        CrosstabCells.Asked asked = new CrosstabCells.Asked(
                meaning.line(),
                meaning.measure(),
                meaning.wholePeriod(),
                figure,
                meaning.column().cell(),
                meaning.said().unit());
        cells.read(asked, part.findings()).ifPresent(part::add);
    }

    private void tellTrouble(int row, Meaning meaning, FindingCode trouble) {
        Role role = trouble == FindingCode.LINE_UNKNOWN ? Role.LABEL : Role.PERIOD;
        LocatedCell cell = table.speaker(row, meaning.column(), role);
        Period period = meaning.period();
        tell(trouble, cell, period == null ? Map.of() : impossible(period));
    }

    private Map<String, String> impossible(Period period) {
        return Map.of(
                "period", period.code(),
                "form", form.code(),
                "reason", "不在本表有效期内，或不是本表的报告期",
                "reason_en", "the form is not valid for it or has periods of another kind",
                "last_day", period.lastDay().toString(),
                "today", today.toString());
    }

    /** Two columns or two rows that say the same: nobody can tell which one holds. */
    private void tellTwice(long first, LocatedCell figure, Meaning meaning) {
        boolean sameRow = Stated.row(first) == figure.row();
        LocatedCell cell = sameRow
                ? meaning.column().cell()
                : table.cell(figure.row(), table.layout().areaColumn());
        String firstAddress = CellAddress.of(Stated.row(first), Stated.column(first));
        tell(
                sameRow ? FindingCode.COLUMN_AMBIGUOUS : FindingCode.LINE_AMBIGUOUS,
                cell,
                Map.of("cells", firstAddress + "、" + figure.address()));
    }

    /** Once for a cell, however many figures hang on it. */
    private void tell(FindingCode code, LocatedCell cell, Map<String, String> more) {
        if (figures.isFull() || !told.add(code + cell.address())) {
            return;
        }
        String text = cell.value().written().strip();
        Map<String, String> arguments = new HashMap<>(Map.of("value", text, "label", text, "column", text));
        arguments.putAll(more);
        figures.ofLayout().add(code, table.grid().place(cell.row(), cell.column()), subject(text, cell), arguments);
    }

    private static Subject subject(@Nullable String text, LocatedCell cell) {
        return Subject.line(text == null || text.isEmpty() ? cell.address() : text);
    }
}
