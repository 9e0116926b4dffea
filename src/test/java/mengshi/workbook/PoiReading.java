package mengshi.workbook;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;

/** The second opinion: every workbook by POI alone. */
final class PoiReading implements WorkbookReader.Use<WorkbookContent> {

    private PoiReading() {}

    static WorkbookContent of(Path file) throws WorkbookRefused, IOException {
        return WorkbookReader.open(file, WorkbookLimits.DEFAULT, new PoiReading());
    }

    @Override
    public boolean changes() {
        return false;
    }

    @Override
    public WorkbookContent scan(File file, Weight weight) throws UnusualPackage {
        throw new UnusualPackage("POI is asked");
    }

    @Override
    public WorkbookContent xlsx(OPCPackage opened, byte[] content, Weight weight)
            throws WorkbookRefused, IOException, InvalidFormatException {
        ContentGathering gathering = new ContentGathering();
        XlsxCells.tell(WorkbookReader.plain(opened, weight), weight, gathering);
        return gathering.content();
    }

    @Override
    public WorkbookContent xls(HSSFWorkbook workbook, Weight weight) throws WorkbookRefused {
        ContentGathering gathering = new ContentGathering();
        XlsCells.tell(workbook, weight, gathering);
        return gathering.content();
    }
}
