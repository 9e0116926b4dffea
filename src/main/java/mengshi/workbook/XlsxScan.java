package mengshi.workbook;

import java.io.File;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import mengshi.model.FindingCode;

/**
 * The fast way through an .xlsx: zip and XML read as streams, nothing built but the row now told. It reads what is
 * written the plain way and leaves everything else to POI.
 */
final class XlsxScan {

    private final PackageFile file;
    private final Weight weight;
    private final SheetSink sink;

    private XlsxScan(PackageFile file, Weight weight, SheetSink sink) {
        this.file = file;
        this.weight = weight;
        this.sink = sink;
    }

    /** @throws UnusualPackage if the sink has to be told everything anew, by POI */
    static void read(File file, Weight weight, SheetSink sink) throws IOException, UnusualPackage, WorkbookRefused {
        read(PackageFile.open(file, weight), weight, sink);
    }

    /**
     * The same of a package that was unpacked and proven before.
     *
     * @param parts its parts by their names
     */
    static void read(Map<String, byte[]> parts, Weight weight, SheetSink sink)
            throws IOException, UnusualPackage, WorkbookRefused {
        read(PackageFile.of(parts, weight), weight, sink);
    }

    private static void read(PackageFile file, Weight weight, SheetSink sink)
            throws IOException, UnusualPackage, WorkbookRefused {
        try (file) {
            new XlsxScan(file, weight, sink).read();
        } catch (PartStream.Refused e) {
            throw e.refusal();
        }
    }

    private void read() throws IOException, UnusualPackage, WorkbookRefused {
        sink.begin();
        String part = Relations.of(file, "")
                .only("officeDocument")
                .orElseThrow(() -> new UnusualPackage("the package names no workbook"));
        Relations relations = Relations.of(file, part);
        WorkbookPart workbook = WorkbookPart.of(file, part);
        weight.addSheets(workbook.sheets().size());
        Optional<String> styles = relations.only("styles");
        if (styles.isEmpty() && file.has(part.substring(0, part.lastIndexOf('/') + 1) + "styles.xml")) {
            // Read without them, dates and percentages would be plain numbers.
            throw new WorkbookRefused(FindingCode.FILE_CORRUPT, "样式未被引用 / styles that nothing refers to");
        }
        Optional<String> strings = relations.only("sharedStrings");
        CellStyles known = styles.isPresent() ? CellStyles.of(file, styles.get()) : CellStyles.NONE;
        SharedStrings texts =
                strings.isPresent() ? SharedStrings.of(file, strings.get(), weight) : SharedStrings.none();
        for (WorkbookPart.Sheet sheet : workbook.sheets()) {
            CellScan cells = new CellScan(sheet.name(), texts, known, workbook.since1904());
            sink.sheet(sheet.name(), sheet.hidden());
            sink.endSheet(sheet(relations.worksheet(sheet.relation()), cells));
        }
    }

    private SheetLayout sheet(String part, CellScan cells) throws IOException, UnusualPackage, WorkbookRefused {
        try (PartStream content = file.open(part)) {
            PartReader xml = PartReader.of(part, content, PartReader.SPREADSHEET);
            SheetLayout layout = SheetScan.of(xml, weight, cells, sink);
            return layout;
        }
    }
}
