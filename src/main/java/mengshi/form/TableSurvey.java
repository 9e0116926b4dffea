package mengshi.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import mengshi.workbook.CellValue;
import mengshi.workbook.LocatedCell;
import mengshi.workbook.SheetContent;
import mengshi.workbook.SheetLayout;
import mengshi.workbook.SheetSink;

/** Goes through a workbook once and keeps a sketch of each sheet; a sheet of ordinary length is kept whole. */
final class TableSurvey implements SheetSink {

    /** So many cells from its top are kept of every sheet: the title, the header and the first rows. */
    private static final int HEAD_CELLS = 20_000;

    /** So many cells may be kept of the rest: notes and signers are few, or they are none. */
    private static final int NOTE_CELLS = 200_000;

    private final Predicate<CellValue> isArea;
    private final List<TableSketch> sketches = new ArrayList<>();

    // The sheet under way.
    private String name = "";
    private boolean hidden;
    private List<SheetContent.CellRow> rows = new ArrayList<>();
    private int headCells;
    private int noteCells;
    private int lastColumn;
    private Set<Integer> restColumns = new HashSet<>();
    private Map<Integer, Integer> counts = new HashMap<>();
    private Map<Integer, List<Integer>> areaRows = new HashMap<>();

    TableSurvey(Predicate<CellValue> isArea) {
        this.isArea = isArea;
    }

    @Override
    public void begin() {
        sketches.clear();
    }

    @Override
    public void sheet(String sheetName, boolean isHidden) {
        name = sheetName;
        hidden = isHidden;
        rows = new ArrayList<>();
        headCells = 0;
        noteCells = 0;
        lastColumn = 0;
        restColumns = new HashSet<>();
        counts = new HashMap<>();
        areaRows = new HashMap<>();
    }

    @Override
    public void row(SheetContent.CellRow row) {
        boolean isKept = headCells < HEAD_CELLS || isNote(row);
        if (isKept) {
            headCells += row.cells().size();
            rows.add(row);
        }
        for (LocatedCell cell : row.cells()) {
            lastColumn = Math.max(lastColumn, cell.column());
            if (isArea.test(cell.value())) {
                counts.merge(cell.column(), 1, Integer::sum);
                if (isKept) {
                    areaRows.computeIfAbsent(cell.column(), first -> new ArrayList<>())
                            .add(row.index());
                }
            }
            if (!isKept) {
                restColumns.add(cell.column());
            }
        }
    }

    private boolean isNote(SheetContent.CellRow row) {
        boolean isNote = noteCells < NOTE_CELLS && TableTexts.areAboutTable(row);
        noteCells += isNote ? row.cells().size() : 0;
        return isNote;
    }

    @Override
    public void endSheet(SheetLayout layout) {
        SortedMap<Integer, TableSketch.AreaColumn> areas = new TreeMap<>();
        counts.forEach((column, count) ->
                areas.put(column, new TableSketch.AreaColumn(count, areaRows.getOrDefault(column, List.of()))));
        sketches.add(new TableSketch(
                new SheetContent(name, hidden, rows, layout), areas, Set.copyOf(restColumns), lastColumn));
    }

    /** One for each sheet, in the order of the tabs. */
    List<TableSketch> sketches() {
        return List.copyOf(sketches);
    }
}
