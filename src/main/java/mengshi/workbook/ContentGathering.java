package mengshi.workbook;

import java.util.ArrayList;
import java.util.List;

/** Keeps all that is told of a workbook. */
final class ContentGathering implements SheetSink {

    private final List<SheetContent> sheets = new ArrayList<>();
    private List<SheetContent.CellRow> rows = new ArrayList<>();
    private String name = "";
    private boolean hidden;

    @Override
    public void begin() {
        sheets.clear();
    }

    @Override
    public void sheet(String name, boolean hidden) {
        this.name = name;
        this.hidden = hidden;
        rows = new ArrayList<>();
    }

    @Override
    public void row(SheetContent.CellRow row) {
        rows.add(row);
    }

    @Override
    public void endSheet(SheetLayout layout) {
        sheets.add(new SheetContent(name, hidden, rows, layout));
    }

    WorkbookContent content() {
        return new WorkbookContent(sheets);
    }
}
