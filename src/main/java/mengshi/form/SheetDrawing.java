package mengshi.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import mengshi.workbook.CellValue;
import mengshi.workbook.LocatedCell;
import mengshi.workbook.SheetContent;

/** A sheet while it is being drawn. */
final class SheetDrawing {

    private final SortedMap<Integer, SortedMap<Integer, LocatedCell>> rows = new TreeMap<>();
    private final List<DrawnForm.Input> inputs = new ArrayList<>();

    /** Text of the form's own; an empty one is left out. */
    void text(int row, int column, String text) {
        if (!text.isEmpty()) {
            put(new LocatedCell(row, column, new CellValue.Text(text)));
        }
    }

    /** A cell the reporter fills in. */
    void input(DrawnForm.Input input) {
        inputs.add(input);
        if (!(input.cell().value() instanceof CellValue.Blank)) {
            put(input.cell());
        }
    }

    private void put(LocatedCell cell) {
        rows.computeIfAbsent(cell.row(), row -> new TreeMap<>()).put(cell.column(), cell);
    }

    List<DrawnForm.Input> inputs() {
        return inputs;
    }

    SheetContent sheet(String name) {
        List<SheetContent.CellRow> drawn = new ArrayList<>();
        for (Map.Entry<Integer, SortedMap<Integer, LocatedCell>> row : rows.entrySet()) {
            drawn.add(new SheetContent.CellRow(
                    row.getKey(), List.copyOf(row.getValue().values())));
        }
        return new SheetContent(name, false, drawn);
    }
}
