package mengshi.workbook;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import mengshi.RawPackage;
import mengshi.model.FileLimits;

/** A workbook of one sheet with very many rows of ten cells, written part by part as Excel would. */
final class LongSheet {

    /** A setting under which half a million rows may be read. */
    static final WorkbookLimits LIMITS =
            WorkbookLimits.of(new FileLimits(200, 2000, 6_000_000, 200_000, 100, 600, 6_000_000));

    static final int CELLS_A_ROW = 10;

    private LongSheet() {}

    static Path write(Path file, int rows) throws IOException {
        RawPackage frame = RandomBook.withStrings();
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file));
                Writer writer = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8), 1 << 16)) {
            for (String part : List.of(
                    "[Content_Types].xml",
                    "_rels/.rels",
                    "xl/workbook.xml",
                    "xl/_rels/workbook.xml.rels",
                    "xl/sharedStrings.xml",
                    "xl/styles.xml")) {
                zip.putNextEntry(new ZipEntry(part));
                zip.write(frame.part(part));
                zip.closeEntry();
            }
            zip.setLevel(Deflater.BEST_SPEED);
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            writer.write("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<worksheet xmlns=\""
                    + RawPackage.MAIN + "\"><sheetData>");
            Random random = new Random(500_000);
            for (int row = 1; row <= rows; row++) {
                row(writer, row, random);
            }
            writer.write("</sheetData></worksheet>");
            writer.flush();
            zip.closeEntry();
        }
        return file;
    }

    private static void row(Writer writer, int row, Random random) throws IOException {
        writer.write("<row r=\"" + row + "\" spans=\"1:10\">");
        for (int column = 0; column < 5; column++) {
            writer.write("<c r=\"" + CellAddress.of(row - 1, column) + "\" s=\"1\" t=\"s\"><v>" + random.nextInt(40)
                    + "</v></c>");
        }
        writer.write("<c r=\"F" + row + "\" t=\"inlineStr\"><is><t>备注 " + row + "</t></is></c>");
        for (int column = 6; column < CELLS_A_ROW; column++) {
            String number = random.nextInt(4) == 0
                    ? String.valueOf(random.nextDouble() * 1e5)
                    : String.valueOf(random.nextInt(10_000_000) / 100.0);
            writer.write("<c r=\"" + CellAddress.of(row - 1, column) + "\" s=\"2\"><v>" + number + "</v></c>");
        }
        writer.write("</row>");
    }

    /** Counts what it is told; nothing stays. */
    static final class Count implements SheetSink {

        private long rows;
        private long cells;
        private long characters;

        @Override
        public void begin() {
            rows = 0;
            cells = 0;
            characters = 0;
        }

        @Override
        public void sheet(String name, boolean hidden) {
            // One sheet is like another here.
        }

        @Override
        public void row(SheetContent.CellRow row) {
            rows++;
            cells += row.cells().size();
            for (LocatedCell cell : row.cells()) {
                characters += cell.value() instanceof CellValue.Text text
                        ? text.text().length()
                        : 0;
            }
        }

        @Override
        public void endSheet(SheetLayout layout) {
            // The layout is of no interest here.
        }

        long cells() {
            return cells;
        }

        @Override
        public String toString() {
            return rows + " rows, " + cells + " cells, " + characters + " characters";
        }
    }

    /** Reads the file named by the only argument and prints what it counted: for a machine of its own. */
    public static void main(String[] arguments) throws Exception {
        Count count = new Count();
        WorkbookReader.read(Path.of(arguments[0]), LIMITS, count);
        System.out.println(count);
    }
}
