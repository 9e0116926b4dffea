package mengshi.workbook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import mengshi.RawPackage;

/**
 * One input of a coverage-guided fuzzer: the first byte says which part of a workbook the others become. Checksums are
 * made to hold, so that the fuzzer gets to the parsers. Whatever comes in, it is refused, or read as POI reads it.
 */
public final class ReaderFuzzer {

    static final List<String> PARTS = List.of(
            "xl/worksheets/sheet1.xml",
            "xl/sharedStrings.xml",
            "xl/styles.xml",
            "xl/workbook.xml",
            "xl/_rels/workbook.xml.rels",
            "[Content_Types].xml");

    private static final String ROWS =
            "<row r=\"1\"><c r=\"A1\" s=\"1\"><v>45809</v></c><c r=\"B1\" t=\"s\"><v>3</v></c></row>";
    private static final Path FILE = file();

    private ReaderFuzzer() {}

    /** Called by Jazzer before the first input: loading and instrumenting classes is not to count as its time. */
    public static void fuzzerInitialize() throws IOException {
        for (int seed = 0; seed < 10; seed++) {
            RandomBook.of(seed).writeTo(FILE);
            compare();
        }
    }

    /** Called by Jazzer. */
    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        if (input.length > 0) {
            Files.write(FILE, bookOf(input).bytes());
            compare();
        }
    }

    static RawPackage bookOf(byte[] input) {
        RawPackage book = RandomBook.withStrings();
        book.with("xl/worksheets/sheet1.xml", RawPackage.workbook(ROWS).part("xl/worksheets/sheet1.xml"));
        return book.with(PARTS.get((input[0] & 0xFF) % PARTS.size()), Arrays.copyOfRange(input, 1, input.length));
    }

    private static void compare() throws IOException {
        WorkbookContent read;
        try {
            read = WorkbookReader.read(FILE, WorkbookLimits.DEFAULT);
        } catch (WorkbookRefused e) {
            return;
        }
        try {
            if (!read.equals(PoiReading.of(FILE))) {
                throw new IllegalStateException("POI reads something else");
            }
        } catch (WorkbookRefused e) {
            // What POI refuses and we read is measured by the mutation campaign, which knows the original.
            return;
        }
    }

    private static Path file() {
        try {
            Path file = Files.createTempFile("fuzz", ".xlsx");
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** Writes inputs to begin with into the folder named by the only argument. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        for (int seed = 0; seed < 60; seed++) {
            RawPackage book = RandomBook.of(seed);
            for (int part = 0; part < PARTS.size(); part++) {
                if (book.has(PARTS.get(part))) {
                    byte[] content = book.part(PARTS.get(part));
                    byte[] input = new byte[content.length + 1];
                    input[0] = (byte) part;
                    System.arraycopy(content, 0, input, 1, content.length);
                    Files.write(folder.resolve(seed + "-" + part), input);
                }
            }
        }
    }
}
