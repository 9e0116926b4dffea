package mengshi.workbook;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.poi.ss.util.WorkbookUtil;
import org.jspecify.annotations.Nullable;

/**
 * A sheet to be written. Filled call by call; rows and columns are 0-based. A cell set twice keeps the later content.
 * Heights, rules for cells, names, protection, frozen panes, charts and the printed page go into .xlsx only.
 */
public final class SheetDraft {

    /** A rectangle shown as one cell, its ends included. */
    record Merge(int firstRow, int lastRow, int firstColumn, int lastColumn) {}

    /** What stays in sight: everything above the row and left of the column. */
    record Pane(int row, int column) {}

    /**
     * A4 paper, as wide as the sheet.
     *
     * @param repeatedRow printed on top of every page
     */
    record Page(boolean landscape, int repeatedRow) {}

    private static final int LINE_HEIGHT = 15;

    /** Above and below the lines of a row, in points: the fonts of some machines are higher than Excel's. */
    private static final int MARGIN = 3;

    private static final int STANDARD_WIDTH = 8;

    /** From here on characters are mostly as wide as two digits. */
    private static final int FIRST_WIDE = 0x1100;

    private final String name;
    private final SortedMap<Integer, SortedMap<Integer, CellDraft>> rows = new TreeMap<>();
    private final List<Merge> merges = new ArrayList<>();
    private final SortedMap<Integer, Integer> widths = new TreeMap<>();
    private final SortedMap<Integer, Integer> heights = new TreeMap<>();
    private final List<CellRule> rules = new ArrayList<>();
    private final SortedMap<String, String> names = new TreeMap<>();
    private final List<ChartDraft> charts = new ArrayList<>();
    private boolean hidden;
    private boolean locked;
    private @Nullable Pane pane;
    private @Nullable Page page;

    private SheetDraft(String name) {
        this.name = name;
    }

    /** @throws IllegalArgumentException if Excel would not open a sheet of this name */
    public static SheetDraft named(String name) {
        WorkbookUtil.validateSheetName(name);
        return new SheetDraft(name);
    }

    public SheetDraft put(CellDraft cell) {
        rows.computeIfAbsent(cell.row(), row -> new TreeMap<>()).put(cell.column(), cell);
        return this;
    }

    public SheetDraft put(int row, int column, CellValue value, CellLook look) {
        return put(CellDraft.of(row, column, value, look));
    }

    public SheetDraft put(int row, int column, CellValue value) {
        return put(row, column, value, CellLook.PLAIN);
    }

    public SheetDraft text(int row, int column, String text) {
        return put(row, column, new CellValue.Text(text));
    }

    /** A number in plain format; {@code number} in {@code BigDecimal}'s own notation, for example {@code 12.50}. */
    public SheetDraft number(int row, int column, String number) {
        return put(row, column, new CellValue.Numeric(new BigDecimal(number), false));
    }

    /** A bold, centred text over several columns. */
    public SheetDraft title(int row, int firstColumn, int lastColumn, String text) {
        return put(
                        row,
                        firstColumn,
                        new CellValue.Text(text),
                        CellLook.PLAIN.bolded().centred())
                .merge(row, row, firstColumn, lastColumn);
    }

    public SheetDraft merge(int firstRow, int lastRow, int firstColumn, int lastColumn) {
        merges.add(new Merge(firstRow, lastRow, firstColumn, lastColumn));
        return this;
    }

    /** @param characters width in digits of the standard font; a Chinese character takes two */
    public SheetDraft width(int column, int characters) {
        widths.put(column, characters);
        return this;
    }

    /** @param points how high the row is; a line of text takes about 15 */
    public SheetDraft height(int row, int points) {
        heights.put(row, points);
        return this;
    }

    /** Makes every row as high as its wrapped texts need; not every program works that out when it opens a workbook. */
    public SheetDraft fit() {
        rows.forEach((row, cells) -> {
            int lines = cells.values().stream().mapToInt(this::lines).max().orElse(1);
            heights.merge(row, lines * LINE_HEIGHT + MARGIN, Math::max);
        });
        return this;
    }

    private int lines(CellDraft cell) {
        if (!cell.look().wrap() || !(cell.value() instanceof CellValue.Text text)) {
            return 1;
        }
        int taken = text.text()
                .codePoints()
                .map(character -> character < FIRST_WIDE ? 1 : 2)
                .sum();
        // Words do not break just where a line is full.
        int room = Math.max(1, widths.getOrDefault(cell.column(), STANDARD_WIDTH) - 1);
        return (taken + room - 1) / room;
    }

    /** Lets the cell take only what the rule allows. */
    public SheetDraft rule(CellRule rule) {
        rules.add(rule);
        return this;
    }

    /** Gives the cell a name by which it is found wherever it is moved. */
    public SheetDraft name(String cellName, int row, int column) {
        names.put(cellName, CellAddress.absolute(row, column));
        return this;
    }

    /** Locks all cells but those whose look is for input. Without a password: it guards against slips, not intent. */
    public SheetDraft lock() {
        locked = true;
        return this;
    }

    /** Keeps in sight what stands above the row and left of the column. */
    public SheetDraft freeze(int row, int column) {
        pane = new Pane(row, column);
        return this;
    }

    /** Prints on A4, one page wide, with the row repeated on every page. */
    public SheetDraft print(boolean landscape, int repeatedRow) {
        page = new Page(landscape, repeatedRow);
        return this;
    }

    /** Draws a chart of the sheet's own cells, which must have been put by the time of writing. */
    public SheetDraft chart(ChartDraft chart) {
        charts.add(chart);
        return this;
    }

    public SheetDraft hide() {
        hidden = true;
        return this;
    }

    CellDraft cell(int row, int column) {
        CellDraft cell = rows.getOrDefault(row, Collections.emptySortedMap()).get(column);
        if (cell == null) {
            throw new IllegalArgumentException("No cell was put at " + CellAddress.of(row, column) + " of " + name);
        }
        return cell;
    }

    boolean hasFormulaWithoutValue() {
        return rows.values().stream()
                .flatMap(cells -> cells.values().stream())
                .anyMatch(cell -> cell.value() instanceof CellValue.NotCalculated);
    }

    String name() {
        return name;
    }

    SortedMap<Integer, SortedMap<Integer, CellDraft>> rows() {
        return rows;
    }

    List<Merge> merges() {
        return merges;
    }

    SortedMap<Integer, Integer> widths() {
        return widths;
    }

    SortedMap<Integer, Integer> heights() {
        return heights;
    }

    List<CellRule> rules() {
        return rules;
    }

    /** Names with the address of the cell each stands for. */
    SortedMap<String, String> names() {
        return names;
    }

    List<ChartDraft> charts() {
        return charts;
    }

    boolean locked() {
        return locked;
    }

    @Nullable
    Pane pane() {
        return pane;
    }

    @Nullable
    Page page() {
        return page;
    }

    boolean hidden() {
        return hidden;
    }
}
