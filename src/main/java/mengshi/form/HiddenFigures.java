package mengshi.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import mengshi.model.FindingCode;
import mengshi.model.Place;
import mengshi.model.Subject;
import mengshi.workbook.CellValue;
import mengshi.workbook.LocatedCell;
import mengshi.workbook.SheetContent;
import mengshi.workbook.SheetLayout;
import mengshi.workbook.SheetSink;

/**
 * Sees the figures of tables go by that nobody sees on the screen. People hide rows and columns to print and forget them:
 * they are read like any other, and it is said. A hidden sheet is not read; if it holds figures, that is said too.
 */
final class HiddenFigures implements SheetSink {

    /** So many cells are named; of a column its first figure. */
    private static final int NAMED = 20;

    /** What is hidden on one sheet. */
    private static final class Hidden {
        private final boolean whole;
        private final List<String> cells = new ArrayList<>();
        private boolean figures;

        private Hidden(boolean whole) {
            this.whole = whole;
        }

        void add(String address) {
            if (cells.size() < NAMED) {
                cells.add(address);
            }
        }
    }

    private final String file;
    private final Map<String, Hidden> sheets = new LinkedHashMap<>();
    private final Map<Integer, String> firstOfColumn = new TreeMap<>();
    private Hidden now = new Hidden(false);

    HiddenFigures(String file) {
        this.file = file;
    }

    @Override
    public void begin() {
        sheets.clear();
    }

    @Override
    public void sheet(String name, boolean hidden) {
        now = new Hidden(hidden);
        sheets.put(name, now);
        firstOfColumn.clear();
    }

    @Override
    public void row(SheetContent.CellRow row) {
        for (LocatedCell cell : row.cells()) {
            if (cell.value() instanceof CellValue.Numeric) {
                now.figures = true;
                if (row.hidden()) {
                    now.add(cell.address());
                } else if (!firstOfColumn.containsKey(cell.column())) {
                    firstOfColumn.put(cell.column(), cell.address());
                }
            }
        }
    }

    @Override
    public void endSheet(SheetLayout layout) {
        firstOfColumn.forEach((column, address) -> {
            if (layout.isHidden(column)) {
                now.add(address);
            }
        });
    }

    /** Says which figures of a table that was read are hidden, if any are. */
    void tellOfTable(String sheet, Findings findings) {
        Hidden hidden = sheets.get(sheet);
        if (hidden != null && !hidden.cells.isEmpty()) {
            findings.add(
                    FindingCode.FIGURES_HIDDEN,
                    new Place.InCell(file, sheet, hidden.cells.get(0)),
                    Subject.line(sheet),
                    Map.of("cells", String.join("、", hidden.cells), "sheet", sheet));
        }
    }

    /** Says which hidden sheets hold figures and were not read. */
    void tellOfSheets(String formSheet, Findings findings) {
        sheets.forEach((sheet, hidden) -> {
            if (hidden.whole && hidden.figures) {
                findings.add(
                        FindingCode.SHEET_IGNORED,
                        new Place.InSheet(file, sheet),
                        Subject.line(sheet),
                        Map.of("sheet", sheet, "form_sheet", formSheet));
            }
        });
    }
}
