package mengshi.workbook;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.poi.hssf.model.InternalWorkbook;
import org.apache.poi.hssf.record.CellValueRecordInterface;
import org.apache.poi.hssf.record.ExternSheetRecord;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.NameRecord;
import org.apache.poi.hssf.record.SupBookRecord;
import org.apache.poi.hssf.record.aggregates.FormulaRecordAggregate;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.formula.ptg.Ptg;
import org.apache.poi.util.LittleEndian;

/**
 * References between the sheets of an .xls go through a table (EXTERNSHEET) that says which sheet each number means. When
 * a sheet is moved, POI leaves that table and renumbers the references as if number and sheet were one; print areas and
 * charts then point to the wrong sheet. So the references are put back, and the table is mended in the written file.
 */
final class XlsReferences {

    private static final int RECORD_HEAD = 4;
    private static final int ENTRY = 6;

    /** How a SUPBOOK record says that it is about the workbook it stands in. */
    private static final int OWN_BOOK_SIZE = 4;

    private static final int OWN_BOOK = 0x0401;
    private static final String STREAM = "Workbook";

    private record OfName(NameRecord name, Ptg[] tokens) {}

    private record OfFormula(FormulaRecord formula, Ptg[] tokens) {}

    private final List<OfName> names = new ArrayList<>();
    private final List<OfFormula> formulas = new ArrayList<>();

    private XlsReferences() {}

    /** The references as they are before a sheet is moved. */
    static XlsReferences of(HSSFWorkbook workbook) {
        XlsReferences references = new XlsReferences();
        InternalWorkbook internal = workbook.getInternalWorkbook();
        for (int i = 0; i < internal.getNumNames(); i++) {
            NameRecord name = internal.getNameRecord(i);
            references.names.add(new OfName(name, name.getNameDefinition()));
        }
        for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
            Iterator<CellValueRecordInterface> records =
                    workbook.getSheetAt(i).getSheet().getCellValueIterator();
            while (records.hasNext()) {
                if (records.next() instanceof FormulaRecordAggregate aggregate) {
                    FormulaRecord formula = aggregate.getFormulaRecord();
                    references.formulas.add(new OfFormula(formula, formula.getParsedExpression()));
                }
            }
        }
        return references;
    }

    void restoreIn(HSSFWorkbook workbook) {
        names.forEach(saved -> saved.name().setNameDefinition(saved.tokens()));
        formulas.forEach(saved -> saved.formula().setParsedExpression(saved.tokens()));
    }

    /**
     * The file with its table of sheets brought in order after the sheet at {@code movedFrom}, the last one until then,
     * was moved to the front.
     */
    static byte[] shifted(byte[] file, int movedFrom) throws IOException {
        try (POIFSFileSystem container = new POIFSFileSystem(new ByteArrayInputStream(file))) {
            DirectoryNode root = container.getRoot();
            byte[] stream;
            try (InputStream content = root.createDocumentInputStream(STREAM)) {
                stream = content.readAllBytes();
            }
            shift(stream, movedFrom);
            container.createOrUpdateDocument(new ByteArrayInputStream(stream), STREAM);
            ByteArrayOutputStream written = new ByteArrayOutputStream(file.length);
            container.writeFilesystem(written);
            return written.toByteArray();
        }
    }

    private static void shift(byte[] stream, int movedFrom) {
        int books = 0;
        int own = -1;
        int at = 0;
        while (at + RECORD_HEAD <= stream.length) {
            int kind = LittleEndian.getUShort(stream, at);
            int size = LittleEndian.getUShort(stream, at + 2);
            if (kind == SupBookRecord.sid) {
                if (size == OWN_BOOK_SIZE && LittleEndian.getUShort(stream, at + RECORD_HEAD + 2) == OWN_BOOK) {
                    own = books;
                }
                books++;
            } else if (kind == ExternSheetRecord.sid) {
                int end = Math.min(stream.length, at + RECORD_HEAD + size);
                for (int entry = at + RECORD_HEAD + 2; entry + ENTRY <= end; entry += ENTRY) {
                    if (LittleEndian.getUShort(stream, entry) == own) {
                        shiftSheet(stream, entry + 2, movedFrom);
                        shiftSheet(stream, entry + 4, movedFrom);
                    }
                }
            }
            at += RECORD_HEAD + size;
        }
    }

    /** Negative numbers mean a deleted sheet or the workbook itself. */
    private static void shiftSheet(byte[] stream, int at, int movedFrom) {
        short sheet = LittleEndian.getShort(stream, at);
        if (sheet >= 0) {
            LittleEndian.putShort(stream, at, (short) (sheet == movedFrom ? 0 : sheet + 1));
        }
    }
}
