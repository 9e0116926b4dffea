package mengshi.form;

import java.util.List;
import mengshi.workbook.LocatedCell;
import mengshi.workbook.SheetContent;
import mengshi.workbook.WorkbookContent;

/**
 * A form as cells, ready to be written as a workbook. Rows and columns are 0-based.
 *
 * @param sheet the form itself
 * @param metadata the hidden sheet that says which form this is
 * @param titleRow the row whose first cell is the title, to be merged over all columns
 * @param headerRow the row of the column names; the lines follow it at once
 * @param lastLineRow the row of the last line
 * @param columns how many columns the form has
 * @param inputs the cells a reporter fills in, empty ones included; everything else is the form's own
 */
public record DrawnForm(
        SheetContent sheet,
        SheetContent metadata,
        int titleRow,
        int headerRow,
        int lastLineRow,
        int columns,
        List<LocatedCell> inputs) {

    public DrawnForm {
        inputs = List.copyOf(inputs);
    }

    /** What reading the written workbook gives. */
    public WorkbookContent content() {
        return new WorkbookContent(List.of(sheet, metadata));
    }
}
