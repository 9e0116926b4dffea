package mengshi.workbook;

import java.util.List;

/** A workbook to be written; its first sheet that is not hidden is the one shown on opening. */
public record WorkbookDraft(List<SheetDraft> sheets) {

    public WorkbookDraft {
        sheets = List.copyOf(sheets);
        if (sheets.stream().allMatch(SheetDraft::hidden)) {
            throw new IllegalArgumentException("A workbook needs a sheet that is not hidden.");
        }
    }

    public static WorkbookDraft of(SheetDraft... sheets) {
        return new WorkbookDraft(List.of(sheets));
    }
}
