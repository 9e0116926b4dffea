package mengshi.form;

import java.util.List;
import java.util.regex.Pattern;
import mengshi.workbook.CellValue;
import mengshi.workbook.LocatedCell;
import mengshi.workbook.SheetContent;

/** What the texts around a crosstab are. */
final class TableTexts {

    private static final Pattern NOTE = Pattern.compile("^(?:说明|注|备注|附注|资料来源|数据来源)\\d?:.*", Pattern.DOTALL);

    private static final TextMemory<Boolean> NOTES =
            new TextMemory<>(text -> NOTE.matcher(Label.bare(text)).matches());

    private TableTexts() {}

    /** Notes, signers and reasons stand below a table, not in it. */
    static boolean endTable(SheetContent.CellRow row) {
        if (row.cells().get(0).value() instanceof CellValue.Text first
                && (NOTES.of(first.text()) || !FrameLabels.in(first.text()).isEmpty())) {
            return true;
        }
        for (LocatedCell cell : row.cells()) {
            if (cell.value() instanceof CellValue.Text text && namesSigner(text.text())) {
                return true;
            }
        }
        return false;
    }

    private static boolean namesSigner(String text) {
        List<FrameLabels.Named> names = FrameLabels.in(text);
        return !names.isEmpty()
                && names.stream().anyMatch(named -> named.field().endsTable());
    }

    /** Whether any of a row's texts may be about the table as a whole. */
    static boolean areAboutTable(SheetContent.CellRow row) {
        for (LocatedCell cell : row.cells()) {
            if (cell.value() instanceof CellValue.Text text
                    && (!FrameLabels.in(text.text()).isEmpty()
                            || UnitNotes.isStatement(text.text())
                            || NOTES.of(text.text()))) {
                return true;
            }
        }
        return false;
    }
}
