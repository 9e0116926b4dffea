package mengshi.workbook;

import java.util.List;

/** All sheets of a workbook in the order of its tabs. */
public record WorkbookContent(List<SheetContent> sheets) {
    public WorkbookContent {
        sheets = List.copyOf(sheets);
    }
}
