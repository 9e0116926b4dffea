package mengshi.workbook;

import java.io.IOException;

/** A workbook that may be gone through more than once, because it is too long to be held. */
@FunctionalInterface
public interface SheetSource {

    /**
     * Tells all of it, from its first sheet to its last.
     *
     * @throws WorkbookRefused if the file cannot be read as a workbook, with the reason for its sender
     * @throws IOException if the file itself cannot be read, which says nothing about its content
     */
    void tell(SheetSink sink) throws WorkbookRefused, IOException;
}
