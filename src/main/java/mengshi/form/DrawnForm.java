package mengshi.form;

import java.util.List;
import mengshi.model.Measure;
import mengshi.workbook.LocatedCell;
import mengshi.workbook.SheetContent;
import mengshi.workbook.WorkbookContent;
import org.jspecify.annotations.Nullable;

/**
 * A form as cells, ready to be written as a workbook. Rows and columns are 0-based.
 *
 * @param sheet the form itself
 * @param metadata the hidden sheet that says which form this is
 * @param titleRow the row whose first cell is the title, to be merged over all columns
 * @param headerRow the row of the column names; the lines follow it at once
 * @param lastLineRow the row of the last line
 * @param columns how many columns the form has
 * @param inputs the cells a reporter fills in, empty ones included, in the order of reading; everything else is the
 *     form's own
 */
public record DrawnForm(
        SheetContent sheet,
        SheetContent metadata,
        int titleRow,
        int headerRow,
        int lastLineRow,
        int columns,
        List<Input> inputs) {

    /**
     * A cell that a reporter fills in.
     *
     * @param name what the cell is called in the workbook: {@code IN_102_YTD}, {@code IN_PHONE}
     * @param measure what its figure is; null where it takes text
     */
    public record Input(
            String name, LocatedCell cell, @Nullable Measure measure) {

        private static final String PREFIX = "IN_";

        static Input figure(FormLine line, Measure measure, LocatedCell cell) {
            return new Input(PREFIX + line.code() + "_" + measure.name(), cell, measure);
        }

        static Input text(FormLine line, FormColumn.Role role, LocatedCell cell) {
            return new Input(PREFIX + line.code() + "_" + role.name(), cell, null);
        }

        static Input text(FrameField field, LocatedCell cell) {
            return new Input(PREFIX + field.name(), cell, null);
        }
    }

    public DrawnForm {
        inputs = List.copyOf(inputs);
    }

    /** What reading the written workbook gives. */
    public WorkbookContent content() {
        return new WorkbookContent(List.of(sheet, metadata));
    }
}
