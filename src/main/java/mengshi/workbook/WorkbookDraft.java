package mengshi.workbook;

import java.util.List;
import java.util.Locale;

/** A workbook to be written; its first sheet that is not hidden is the one shown on opening. */
public record WorkbookDraft(List<SheetDraft> sheets) {

    public WorkbookDraft {
        sheets = List.copyOf(sheets);
        if (sheets.stream().allMatch(SheetDraft::hidden)) {
            throw new IllegalArgumentException("A workbook needs a sheet that is not hidden.");
        }
        if (sheets.stream()
                        .map(sheet -> sheet.name().toLowerCase(Locale.ROOT))
                        .distinct()
                        .count()
                < sheets.size()) {
            throw new IllegalArgumentException("Two sheets of a workbook have the same name.");
        }
    }

    public static WorkbookDraft of(SheetDraft... sheets) {
        return new WorkbookDraft(List.of(sheets));
    }

    /** The index of the sheet that opening shows. */
    int shown() {
        int index = 0;
        while (sheets.get(index).hidden()) {
            index++;
        }
        return index;
    }
}
