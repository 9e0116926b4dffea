package mengshi.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mengshi.RawPackage;
import mengshi.form.CorpusFiles;
import mengshi.model.FindingCode;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The fast way gives what POI gives, cell by cell, and refuses what POI refuses, for the same reason. */
class FastPathEqualsPoiTest {

    private static final Path FIXTURES = Path.of("src/test/resources/workbooks");
    private static final int BOOKS = 400;
    private static final String LEFT_TO_POI = "left to POI";
    private static final String NO_PACKAGE = "no package";

    /** Differences that are wanted, by the workbook's name, each with its reason. There is none. */
    private static final Map<String, String> WANTED = Map.of();

    @TempDir
    Path folder;

    @Test
    void every_workbook_of_excel_and_libreoffice_that_we_keep() throws Exception {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(FIXTURES)) {
            files = walk.filter(file -> file.toString().endsWith(".xlsx")).toList();
        }

        assertThat(files).hasSizeGreaterThanOrEqualTo(7);
        for (Path file : files) {
            assertThat(fast(file)).as(file.toString()).isEqualTo(PoiReading.of(file));
        }
    }

    @Test
    void every_workbook_of_the_corpus() throws Exception {
        Map<String, String> differences = new TreeMap<>();
        Map<String, Integer> tally = new TreeMap<>();
        for (Map.Entry<String, byte[]> variant : CorpusFiles.all().entrySet()) {
            Path file = Files.write(folder.resolve("variant"), variant.getValue());
            Object poi = outcome(() -> PoiReading.of(file));
            Object fast = isZip(variant.getValue()) ? outcome(() -> fast(file)) : NO_PACKAGE;
            tally.merge(fast instanceof WorkbookContent ? "read" : fast.toString(), 1, Integer::sum);
            if (!fast.equals(poi) && !fast.equals(LEFT_TO_POI) && !fast.equals(NO_PACKAGE)) {
                differences.put(variant.getKey(), fast + " ≠ " + poi);
            }
        }

        System.out.println("corpus by the fast way: " + tally);
        assertThat(differences.keySet()).as(differences.toString()).isEqualTo(WANTED.keySet());
        assertThat(tally.get("read")).isGreaterThan(200);
        assertThat(tally.values().stream().mapToInt(Integer::intValue).sum()).isGreaterThanOrEqualTo(264);
    }

    private static boolean isZip(byte[] file) {
        return file.length > 1 && file[0] == 'P' && file[1] == 'K';
    }

    private static Object outcome(Callable<WorkbookContent> reading) throws Exception {
        try {
            return reading.call();
        } catch (UnusualPackage e) {
            return LEFT_TO_POI;
        } catch (WorkbookRefused e) {
            return e.reason();
        } catch (IOException e) {
            // The reader tells by the bytes whether the disk or the package is broken.
            return FindingCode.FILE_CORRUPT;
        }
    }

    @Test
    void workbooks_in_all_the_ways_of_writing_that_a_generator_knows() throws Exception {
        long cells = 0;
        for (int seed = 0; seed < BOOKS; seed++) {
            Path file = RandomBook.of(seed).writeTo(folder.resolve("random.xlsx"));

            WorkbookContent fast = fast(file);
            assertThat(fast).as("seed " + seed).isEqualTo(PoiReading.of(file));
            cells += fast.sheets().stream()
                    .flatMap(sheet -> sheet.rows().stream())
                    .mapToLong(row -> row.cells().size())
                    .sum();
        }

        assertThat(cells).isGreaterThan(5_000);
    }

    @Test
    void workbooks_that_poi_itself_writes_also_as_a_stream() throws Exception {
        try (Workbook inMemory = new XSSFWorkbook();
                Workbook stream = new SXSSFWorkbook(10)) {
            for (Workbook workbook : List.of(inMemory, stream)) {
                Path file = written(workbook);

                assertThat(fast(file)).isEqualTo(PoiReading.of(file));
            }
        }
    }

    @Test
    void rows_and_cells_without_a_number_follow_the_ones_before() throws Exception {
        Path file = RawPackage.workbook(
                        "<row><c><v>1</v></c><c><v>2</v></c></row><row r=\"5\"/><row><c><v>3</v></c></row>")
                .writeTo(folder.resolve("rows.xlsx"));

        assertThat(fast(file).sheets().get(0).rows().stream()
                        .flatMap(row -> row.cells().stream())
                        .map(cell -> cell.address() + "=" + cell.value().written()))
                .containsExactly("A1=1", "B1=2", "A6=3");
        assertThat(fast(file)).isEqualTo(PoiReading.of(file));
    }

    @Test
    void what_is_not_written_the_plain_way_is_left_to_poi() throws Exception {
        for (String rows : List.of(
                "<row r=\"2\"/><row r=\"1\"/>",
                "<row r=\"1\"><c r=\"B1\"><v>1</v></c><c r=\"A1\"><v>2</v></c></row>",
                "<row r=\"1\"><c r=\"$A$1\"><v>1</v></c></row>",
                "<row r=\"1\"><c r=\"A1\"><f t=\"shared\" si=\"0\"/></c></row>",
                "<row r=\"1\" hidden=\"on\"/>",
                "<row r=\"1\"><x/></row>",
                "<row r=\"1\"><c r=\"A1\"><v>1<!-- --></v><v>2</v></c></row>")) {
            Path file = RawPackage.workbook(rows).writeTo(folder.resolve("odd.xlsx"));

            assertThat(catchThrowableOfType(UnusualPackage.class, () -> fast(file)))
                    .as(rows)
                    .isNotNull();
        }
    }

    @Test
    void a_sink_is_told_to_begin_anew_when_poi_takes_over() throws Exception {
        Path file = RawPackage.workbook("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"2\">"
                        + "<c r=\"B2\"><v>2</v></c><c r=\"A2\"><v>3</v></c></row>")
                .writeTo(folder.resolve("order.xlsx"));

        WorkbookContent content = WorkbookReader.read(file, WorkbookLimits.DEFAULT);

        assertThat(content.sheets().get(0).rows()).hasSize(2);
        assertThat(content).isEqualTo(PoiReading.of(file));
    }

    @Test
    void parts_that_were_unpacked_before_give_what_the_file_gives() throws Exception {
        int read = 0;
        for (int seed = 0; seed < 40; seed++) {
            byte[] whole = RandomBook.of(seed).bytes();
            Object fromFile = outcome(() -> fast(Files.write(folder.resolve("whole"), whole)));
            Object fromParts = outcome(() -> {
                ContentGathering gathering = new ContentGathering();
                XlsxScan.read(RawPackage.unzip(whole), new Weight(WorkbookLimits.DEFAULT), gathering);
                return gathering.content();
            });
            assertThat(fromParts).isEqualTo(fromFile);
            read += fromParts instanceof WorkbookContent ? 1 : 0;
        }

        assertThat(read).isGreaterThan(20);
    }

    private Path written(Workbook workbook) throws IOException {
        Sheet sheet = workbook.createSheet("表1");
        IntStream.range(0, 300).forEach(index -> {
            Row row = sheet.createRow(index * 2);
            Cell first = row.createCell(1);
            first.setCellValue("指标" + index % 7);
            row.createCell(2).setCellValue(index / 7.0);
            row.createCell(3).setCellFormula("C" + (index * 2 + 1) + "*2");
            row.createCell(5).setCellValue(index % 2 == 0);
            row.createCell(6).setBlank();
        });
        sheet.setColumnHidden(2, true);
        Path file = folder.resolve("poi.xlsx");
        try (OutputStream output = Files.newOutputStream(file)) {
            workbook.write(output);
        }
        return file;
    }

    private static WorkbookContent fast(Path file) throws Exception {
        ContentGathering gathering = new ContentGathering();
        XlsxScan.read(file.toFile(), new Weight(WorkbookLimits.DEFAULT), gathering);
        return gathering.content();
    }
}
