package mengshi.workbook;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import mengshi.model.FindingCode;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * Lays an answer into a copy of a submitted workbook: a sheet in front, a comment and a highlight on each cell that is
 * spoken of. No cell, style, merge, width or name of the submitter is changed. The same .xlsx and the same answer always
 * give the same bytes.
 */
public final class WorkbookAnnotator {

    /** Beyond this many comments a sheet is of no use to its reader. */
    public static final int MOST_REMARKS = 500;

    private WorkbookAnnotator() {}

    /**
     * The submitted workbook with the answer in it, in its own format.
     *
     * @throws WorkbookRefused if the file cannot be opened, passes a limit, or there are too many remarks; then
     *     {@link #sheetOnly} still serves
     * @throws IOException if the file itself cannot be read, which says nothing about its content
     */
    public static AnsweredWorkbook annotate(Path submitted, Reply reply, WorkbookLimits limits)
            throws WorkbookRefused, IOException {
        if (reply.remarks().size() > MOST_REMARKS) {
            throw new WorkbookRefused(FindingCode.FILE_OVER_LIMIT, "批注 / remarks > " + MOST_REMARKS);
        }
        return WorkbookReader.open(submitted, limits, new Annotating(reply));
    }

    /** A new .xlsx with the answer's sheet alone. */
    public static AnsweredWorkbook sheetOnly(Reply reply) {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            PackageParts none = PackageParts.none();
            workbook.setSheetOrder(ReplySheet.write(workbook, reply).getSheetName(), 0);
            show(workbook);
            none.stamp(workbook);
            return new AnsweredWorkbook(none.restoredIn(bytes(workbook), Set.of()), "xlsx");
        } catch (IOException e) {
            throw new UncheckedIOException("A workbook in memory cannot be written", e);
        }
    }

    /** By the bytes of an .xlsx where that can be done, else by POI. */
    record Annotating(Reply reply) implements WorkbookReader.Use<AnsweredWorkbook> {

        @Override
        public boolean changes() {
            return true;
        }

        @Override
        public AnsweredWorkbook scan(File file, Weight weight) throws UnusualPackage, WorkbookRefused, IOException {
            return new AnsweredWorkbook(AnsweredPackage.of(file, weight.again(), reply), "xlsx");
        }

        @Override
        public AnsweredWorkbook xlsx(OPCPackage opened, byte[] content, Weight weight)
                throws WorkbookRefused, IOException, InvalidFormatException {
            PackageParts originals = PackageParts.of(content);
            XSSFWorkbook workbook = WorkbookReader.plain(opened, weight);
            Set<String> touched = EarlierReply.remove(workbook);
            Sheet added = ReplySheet.write(workbook, reply);
            workbook.setSheetOrder(added.getSheetName(), 0);
            touched.addAll(mark(workbook, reply));
            show(workbook);
            originals.stamp(workbook);
            Set<String> changed = new HashSet<>();
            for (Sheet sheet : workbook) {
                XSSFSheet stored = (XSSFSheet) sheet;
                if (touched.contains(sheet.getSheetName()) || originals.isChanged(stored)) {
                    changed.addAll(PackageParts.namesOf(stored));
                }
            }
            return new AnsweredWorkbook(originals.restoredIn(bytes(workbook), changed), "xlsx");
        }

        @Override
        public AnsweredWorkbook xls(HSSFWorkbook workbook, Weight weight) throws IOException {
            EarlierReply.remove(workbook);
            XlsReferences references = XlsReferences.of(workbook);
            Sheet added = ReplySheet.write(workbook, reply);
            int addedAt = workbook.getSheetIndex(added);
            workbook.setSheetOrder(added.getSheetName(), 0);
            references.restoreIn(workbook);
            mark(workbook, reply);
            show(workbook);
            return new AnsweredWorkbook(XlsReferences.shifted(bytes(workbook), addedAt), "xls");
        }
    }

    /** @return the sheets that were marked */
    private static Set<String> mark(Workbook workbook, Reply reply) {
        Set<String> marked = new HashSet<>();
        CellMarks marks = new CellMarks(workbook);
        for (Reply.Remark remark : reply.remarks()) {
            Sheet sheet = workbook.getSheet(remark.at().sheet());
            if (sheet != null) {
                marks.put(sheet, remark);
                marked.add(sheet.getSheetName());
            }
        }
        return marked;
    }

    /** Opens on the answer. Were other sheets left selected with it, typing would go into all of them. */
    private static void show(Workbook workbook) {
        workbook.setActiveSheet(0);
        workbook.setSelectedTab(0);
        workbook.setFirstVisibleTab(0);
    }

    private static byte[] bytes(Workbook workbook) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        workbook.write(content);
        return content.toByteArray();
    }
}
