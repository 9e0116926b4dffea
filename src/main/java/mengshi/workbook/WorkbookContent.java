package mengshi.workbook;

import java.io.IOException;
import java.util.List;

/** All sheets of a workbook in the order of its tabs. */
public record WorkbookContent(List<SheetContent> sheets) implements SheetSource {
    public WorkbookContent {
        sheets = List.copyOf(sheets);
    }

    /** All that a source tells, held in memory. */
    public static WorkbookContent of(SheetSource source) throws WorkbookRefused, IOException {
        ContentGathering content = new ContentGathering();
        source.tell(content);
        return content.content();
    }

    @Override
    public void tell(SheetSink sink) {
        sink.begin();
        for (SheetContent sheet : sheets) {
            sink.sheet(sheet.name(), sheet.hidden());
            sheet.rows().forEach(sink::row);
            sink.endSheet(sheet.layout());
        }
    }
}
