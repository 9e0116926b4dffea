package mengshi.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.IntStream;
import mengshi.RawPackage;
import mengshi.intake.ContentType;
import mengshi.intake.IntakeLimits;
import mengshi.model.FindingCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the limits lie that nobody set: what reaches them is read, what goes beyond is refused and told which. */
class DefaultLimitsTest {

    private static final int MEGABYTE = 1 << 20;
    private static final int CELLS = 200_000;

    @TempDir
    Path folder;

    @Test
    void a_file_of_20_megabytes_is_looked_at_and_a_larger_one_is_not() throws Exception {
        assertThat(reason(sparse(20 * MEGABYTE))).isEqualTo(FindingCode.FILE_CORRUPT);
        assertThat(reason(sparse(20 * MEGABYTE + 1))).isEqualTo(FindingCode.FILE_OVER_LIMIT);
    }

    @Test
    void a_package_may_unpack_to_256_megabytes_and_a_part_of_it_to_64() throws Exception {
        byte[] quarter = new byte[64 * MEGABYTE];
        byte[] more = new byte[quarter.length + 1];
        RawPackage book =
                RawPackage.workbook("").with("xl/media/1.bmp", quarter).with("xl/media/2.bmp", quarter);

        assertThat(detected(book)).isInstanceOf(ContentType.Accepted.class);
        assertOver(book.with("xl/media/3.bmp", more), "part xl/media/3.bmp > " + quarter.length);
        assertOver(
                book.with("xl/media/3.bmp", quarter).with("xl/media/4.bmp", quarter),
                "unpacked > " + 4L * quarter.length);
    }

    @Test
    void a_file_may_have_200_000_cells_and_half_as_many_rows() throws Exception {
        assertReads(RawPackage.workbook(row(CELLS)));
        assertRefused(RawPackage.workbook(row(CELLS + 1)), "cells > 200000");
        assertReads(RawPackage.workbook("<row/>".repeat(CELLS / 2)));
        assertRefused(RawPackage.workbook("<row/>".repeat(CELLS / 2 + 1)), "rows > 100000");
    }

    @Test
    void a_file_may_have_200_000_different_texts() throws Exception {
        assertReads(texts(CELLS));
        assertRefused(texts(CELLS + 1), "texts > 200000");
    }

    @Test
    void a_file_may_have_100_sheets() throws Exception {
        assertThatCode(() -> WorkbookReader.read(sheets(100), WorkbookLimits.DEFAULT))
                .doesNotThrowAnyException();
        assertThat(catchThrowableOfType(
                                WorkbookRefused.class, () -> WorkbookReader.read(sheets(101), WorkbookLimits.DEFAULT))
                        .detail())
                .endsWith("sheets > 100");
    }

    @Test
    void a_file_may_take_a_minute() {
        assertThat(WorkbookLimits.DEFAULT.time()).isEqualTo(Duration.ofMinutes(1));
        assertThat(Duration.ofNanos(new Weight(WorkbookLimits.DEFAULT).nanosLeft()))
                .isBetween(Duration.ofSeconds(50), Duration.ofMinutes(1));
    }

    /** Rows out of order are left to POI, which makes objects of everything that is in a part. */
    @Test
    void what_is_built_in_memory_may_have_1_600_000_nodes_wherever_they_are() throws Exception {
        RawPackage odd = RawPackage.workbook("<row r=\"2\"/><row r=\"1\"/>");
        String sheet = new String(odd.part("xl/worksheets/sheet1.xml"), java.nio.charset.StandardCharsets.UTF_8);

        assertReads(
                odd.with("xl/worksheets/sheet1.xml", sheet.replace("</sheetData>", "</sheetData>" + columns(1000))));
        assertRefused(
                odd.with("xl/worksheets/sheet1.xml", sheet.replace("</sheetData>", "</sheetData>" + columns(800_000))),
                "records > 1600000");
    }

    private static String columns(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "<brk id=\"" + i * 7919L % 1_000_003 + "\"/>")
                .collect(java.util.stream.Collectors.joining("", "<rowBreaks>", "</rowBreaks>"));
    }

    private static String row(int cells) {
        return "<row>" + "<c/>".repeat(cells / 20) + "</row>"
                + ("<row>" + "<c/>".repeat(cells / 20) + "</row>").repeat(18) + "<row>"
                + "<c/>".repeat(cells - cells / 20 * 19) + "</row>";
    }

    private static RawPackage texts(int count) {
        return RandomBook.withStrings()
                .with(
                        "xl/sharedStrings.xml",
                        "<sst xmlns=\"" + RawPackage.MAIN + "\">" + "<si><t>甲</t></si>".repeat(count) + "</sst>");
    }

    private Path sheets(int count) throws IOException {
        return Files.write(
                folder.resolve("sheets.xlsx"),
                WorkbookWriter.xlsx(new WorkbookDraft(IntStream.range(0, count)
                        .mapToObj(i -> SheetDraft.named("表" + i))
                        .toList())));
    }

    private void assertReads(RawPackage book) throws IOException {
        Path file = book.writeTo(folder.resolve("limit.xlsx"));

        assertThatCode(() -> WorkbookReader.read(file, WorkbookLimits.DEFAULT)).doesNotThrowAnyException();
    }

    private void assertRefused(RawPackage book, String detail) throws IOException {
        Path file = book.writeTo(folder.resolve("over.xlsx"));

        WorkbookRefused refused =
                catchThrowableOfType(WorkbookRefused.class, () -> WorkbookReader.read(file, WorkbookLimits.DEFAULT));

        assertThat(refused).as(detail).isNotNull();
        assertThat(refused.reason()).isEqualTo(FindingCode.FILE_OVER_LIMIT);
        assertThat(refused.detail()).endsWith(detail);
    }

    private void assertOver(RawPackage book, String word) throws IOException {
        assertThat(detected(book)).isInstanceOfSatisfying(ContentType.Refused.class, refused -> {
            assertThat(refused.reason()).isEqualTo(FindingCode.FILE_OVER_LIMIT);
            assertThat(refused.detail()).contains(word);
        });
    }

    private ContentType detected(RawPackage book) throws IOException {
        return ContentType.detect(book.writeTo(folder.resolve("packed.xlsx")), "a.xlsx", IntakeLimits.DEFAULT);
    }

    private Path sparse(int bytes) throws IOException {
        Path file = folder.resolve("sparse");
        try (RandomAccessFile written = new RandomAccessFile(file.toFile(), "rw")) {
            written.setLength(bytes);
        }
        return file;
    }

    private static FindingCode reason(Path file) throws IOException {
        ContentType type = ContentType.detect(file, "a.xlsx", IntakeLimits.DEFAULT);
        assertThat(type).isInstanceOf(ContentType.Refused.class);
        return ((ContentType.Refused) type).reason();
    }
}
