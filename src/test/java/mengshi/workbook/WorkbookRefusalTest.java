package mengshi.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import mengshi.RawPackage;
import mengshi.model.FindingCode;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WorkbookRefusalTest {

    private static final WorkbookDraft DRAFT =
            WorkbookDraft.of(SheetDraft.named("表1").text(0, 0, "指标").number(1, 0, "12.5"));

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(
            value = EncryptionMode.class,
            names = {"agile", "standard"})
    void an_xlsx_under_a_password_is_encrypted(EncryptionMode mode) throws Exception {
        Path file = encrypted(mode, "geheim");

        assertThat(refusal(file).reason()).isEqualTo(FindingCode.FILE_ENCRYPTED);
    }

    @Test
    void an_xlsx_under_the_built_in_password_opens() throws Exception {
        Path file = encrypted(EncryptionMode.agile, Decryptor.DEFAULT_PASSWORD);

        assertOpens(file);
    }

    @Test
    void an_xls_under_a_password_is_encrypted_and_under_the_built_in_one_opens() throws Exception {
        assertThat(refusal(encryptedXls("geheim")).reason()).isEqualTo(FindingCode.FILE_ENCRYPTED);

        assertOpens(encryptedXls(Decryptor.DEFAULT_PASSWORD));
    }

    @Test
    void more_cells_rows_sheets_or_merges_than_allowed_are_over_the_limit() throws Exception {
        WorkbookDraft wide = WorkbookDraft.of(
                SheetDraft.named("一")
                        .title(0, 0, 3, "标题")
                        .number(1, 0, "1")
                        .number(1, 1, "2")
                        .number(1, 2, "3"),
                SheetDraft.named("二").number(0, 0, "1"));
        Path xlsx = write("wide.xlsx", WorkbookWriter.xlsx(wide));
        Path xls = write("wide.xls", WorkbookWriter.xls(wide));

        for (Path file : new Path[] {xlsx, xls}) {
            assertOver(file, limits(1, 99, 99, 99, 99, 99_999, 99_999), "sheets > 1");
            assertOver(file, limits(99, 4, 99, 99, 99, 99_999, 99_999), "cells > 4");
            assertOver(file, limits(99, 99, 2, 99, 99, 99_999, 99_999), "rows > 2");
            assertOver(file, limits(99, 99, 99, 0, 99, 99_999, 99_999), "regions > 0");
        }
        assertOver(xlsx, limits(99, 99, 99, 99, 3, 99_999, 99_999), "parts > 3");
        assertOver(xlsx, limits(99, 99, 99, 99, 99, 500, 99_999), "bytes of a part > 500");
        assertOver(xlsx, limits(99, 99, 99, 99, 99, 99_999, 1_500), "unpacked bytes > 1500");
    }

    @Test
    void more_texts_than_allowed_are_over_the_limit() throws Exception {
        SheetDraft sheet = SheetDraft.named("表1");
        for (int row = 0; row < 100; row++) {
            sheet.text(row, 0, "指标" + row);
        }

        WorkbookDraft draft = WorkbookDraft.of(sheet);
        WorkbookLimits limits = limits(9, 999, 999, 9, 99, 99_999, 99_999);
        assertOver(write("texts.xlsx", WorkbookWriter.xlsx(draft)), limits, "texts > 99");
        assertOver(write("texts.xls", WorkbookWriter.xls(draft)), limits, "texts > 99");
    }

    @Test
    void what_is_built_in_memory_is_counted_whatever_it_is_called_and_however_encoded() throws Exception {
        WorkbookLimits few = new WorkbookLimits(
                9, 99, 99, 99, 9, 9, new WorkbookLimits.Packing(99, 99_999, 99_999, 60), Duration.ofMinutes(1));
        String odd = "<row r=\"2\"/><row r=\"1\"/><x/>";
        RawPackage book = RawPackage.workbook(odd + "<y z=\"1\"/>".repeat(30));
        String sheet = new String(book.part("xl/worksheets/sheet1.xml"), StandardCharsets.UTF_8);

        assertOver(book.writeTo(folder.resolve("odd.xlsx")), few, "records > 60");
        book.with("xl/worksheets/sheet1.xml", sheet.replace("UTF-8", "UTF-16").getBytes(StandardCharsets.UTF_16));
        assertOver(book.writeTo(folder.resolve("odd16.xlsx")), few, "records > 60");
        assertOver(write("many.xls", WorkbookWriter.xls(DRAFT)), few, "records > 60");
    }

    @Test
    void a_file_that_takes_too_long_is_stopped_on_every_way_of_reading() throws Exception {
        WorkbookLimits noTime =
                new WorkbookLimits(9, 999, 999, 99, 9, 9, WorkbookLimits.DEFAULT.packing(), Duration.ofNanos(1));
        Path plain = write("plain.xlsx", WorkbookWriter.xlsx(DRAFT));
        Path odd = RawPackage.workbook("<row r=\"2\"/><row r=\"1\"/>").writeTo(folder.resolve("odd.xlsx"));
        Path xls = write("slow.xls", WorkbookWriter.xls(DRAFT));

        for (Path file : List.of(plain, odd, xls)) {
            assertOver(file, noTime, "reading time > 0 秒 / seconds");
        }
    }

    @Test
    void bytes_that_do_not_fit_their_checksum_are_refused_also_where_the_text_still_reads_well() throws Exception {
        byte[] content = RawPackage.workbook("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>")
                .bytes();
        // The checksum in the directory at the end, of the last part, which is the sheet.
        int directory = new String(content, StandardCharsets.ISO_8859_1).lastIndexOf("PK\u0001\u0002");
        content[directory + 16] ^= 1;

        WorkbookRefused refused = refusal(write("checksum.xlsx", content));

        assertThat(refused.reason()).isEqualTo(FindingCode.FILE_CORRUPT);
        assertThat(refused.detail()).contains("wrong checksum in part xl/worksheets/sheet1.xml");
    }

    @Test
    void two_parts_of_one_name_are_refused() throws Exception {
        RawPackage book = RawPackage.workbook("").with("XL/worksheets/sheet1.xml", "<a/>");

        assertThat(refusal(book.writeTo(folder.resolve("double.xlsx"))).detail())
                .isEqualTo("重复的部件 / duplicate part XL/worksheets/sheet1.xml");
    }

    @Test
    void thousands_of_empty_formatted_rows_and_texts_of_ten_thousands_of_characters_do_no_harm() throws Exception {
        StringBuilder rows = new StringBuilder();
        for (int row = 1; row <= 60_000; row++) {
            rows.append("<row r=\"" + row + "\" spans=\"1:3\" s=\"1\" customFormat=\"1\"><c r=\"A" + row
                    + "\" s=\"1\"/></row>");
        }
        rows.append("<row r=\"60001\"><c r=\"A60001\" t=\"inlineStr\"><is><t>" + "长".repeat(32_000)
                + "</t></is></c></row>");

        SheetContent sheet = WorkbookReader.read(
                        RawPackage.workbook(rows.toString()).writeTo(folder.resolve("empty.xlsx")),
                        WorkbookLimits.DEFAULT)
                .sheets()
                .get(0);

        assertThat(sheet.rows()).singleElement().satisfies(row -> assertThat(
                        row.cells().get(0).value().written())
                .hasSize(32_000));
    }

    @Test
    void two_million_cells_in_a_small_file_are_stopped_before_they_fill_the_memory() throws Exception {
        Path file = RawPackage.workbook("<row>" + "<c/>".repeat(2_000_000) + "</row>")
                .writeTo(folder.resolve("bomb.xlsx"));

        assertThat(Files.size(file)).isLessThan(100_000);
        assertOver(file, WorkbookLimits.DEFAULT, "cells > 200000");
    }

    @Test
    void blanks_that_unpack_to_a_thousand_times_their_size_are_over_the_limit() throws Exception {
        Path file = RawPackage.workbook(" ".repeat(50_000_000) + "<row/>").writeTo(folder.resolve("blanks.xlsx"));

        assertThat(refusal(file).reason()).isEqualTo(FindingCode.FILE_OVER_LIMIT);
    }

    @Test
    void document_types_are_refused_whatever_they_declare() throws Exception {
        String sheet = new String(RawPackage.workbook("").part("xl/worksheets/sheet1.xml"), StandardCharsets.UTF_8);
        RawPackage book = RawPackage.workbook("")
                .with(
                        "xl/worksheets/sheet1.xml",
                        sheet.replace(
                                "<worksheet", "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><worksheet"));

        assertThat(refusal(book.writeTo(folder.resolve("xxe.xlsx"))).reason()).isEqualTo(FindingCode.EXTERNAL_ENTITIES);
    }

    @Test
    void document_types_hidden_in_utf16_are_refused_by_the_parser() throws Exception {
        String sheet = "<?xml version=\"1.0\" encoding=\"UTF-16\"?><!DOCTYPE x [<!ENTITY e \"1\">]>"
                + "<worksheet xmlns=\"" + RawPackage.MAIN + "\"><sheetData/></worksheet>";
        RawPackage book =
                RawPackage.workbook("").with("xl/worksheets/sheet1.xml", sheet.getBytes(StandardCharsets.UTF_16));

        assertThat(refusal(book.writeTo(folder.resolve("xxe16.xlsx"))).reason())
                .isEqualTo(FindingCode.EXTERNAL_ENTITIES);
    }

    @Test
    void a_sheet_whose_part_is_missing_makes_the_file_corrupt() throws Exception {
        RawPackage book = RawPackage.workbook("")
                .with(
                        "xl/_rels/workbook.xml.rels",
                        "<Relationships " + "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"/>");

        assertThat(refusal(book.writeTo(folder.resolve("lost.xlsx"))).reason()).isEqualTo(FindingCode.FILE_CORRUPT);
    }

    @Test
    void styles_or_texts_that_are_named_and_not_there_make_the_file_corrupt_for_dates_would_become_numbers()
            throws Exception {
        RawPackage plain = RandomBook.withStrings();
        for (String part : List.of("xl/styles.xml", "xl/sharedStrings.xml")) {
            for (String rows : List.of("<row r=\"1\"/>", "<row r=\"2\"/><row r=\"1\"/>")) {
                RawPackage book = RawPackage.workbook(rows)
                        .with("xl/_rels/workbook.xml.rels", plain.part("xl/_rels/workbook.xml.rels"));
                for (String kept : List.of("xl/styles.xml", "xl/sharedStrings.xml")) {
                    if (!kept.equals(part)) {
                        book.with(kept, plain.part(kept));
                    }
                }

                WorkbookRefused refused = refusal(book.writeTo(folder.resolve("missing.xlsx")));

                assertThat(refused.reason()).isEqualTo(FindingCode.FILE_CORRUPT);
                assertThat(refused.detail()).contains("missing part /" + part);
            }
        }
    }

    @Test
    void styles_that_nothing_refers_to_make_the_file_corrupt_for_dates_would_become_numbers() throws Exception {
        RawPackage book = RawPackage.workbook("<row r=\"1\"><c r=\"A1\" s=\"1\"><v>45809</v></c></row>")
                .with("xl/styles.xml", RandomBook.withStrings().part("xl/styles.xml"));

        assertThat(refusal(book.writeTo(folder.resolve("orphan.xlsx"))).reason())
                .isEqualTo(FindingCode.FILE_CORRUPT);
    }

    @Test
    void nested_tags_by_the_hundred_thousand_make_the_file_corrupt_or_too_large() throws Exception {
        Path file = RawPackage.workbook("<a>".repeat(200_000) + "</a>".repeat(200_000))
                .writeTo(folder.resolve("deep.xlsx"));

        assertThat(refusal(file).reason()).isIn(FindingCode.FILE_CORRUPT, FindingCode.FILE_OVER_LIMIT);
    }

    @Test
    void every_truncation_of_an_xlsx_is_refused() throws Exception {
        byte[] whole = WorkbookWriter.xlsx(DRAFT);
        for (int length = 9; length < whole.length; length += 211) {
            Path file = write("cut.xlsx", Arrays.copyOf(whole, length));

            assertThat(refusal(file).reason()).as("cut at " + length).isEqualTo(FindingCode.FILE_CORRUPT);
        }
    }

    @Test
    void a_truncated_xls_is_refused_or_read_whole_but_never_in_part() throws Exception {
        byte[] whole = WorkbookWriter.xls(DRAFT);
        WorkbookContent expected = WorkbookReader.read(write("whole.xls", whole), WorkbookLimits.DEFAULT);
        int refused = 0;
        for (int length = 9; length < whole.length; length += 97) {
            Path file = write("cut.xls", Arrays.copyOf(whole, length));

            try {
                assertThat(WorkbookReader.read(file, WorkbookLimits.DEFAULT))
                        .as("cut at " + length)
                        .isEqualTo(expected);
            } catch (WorkbookRefused e) {
                assertThat(e.reason()).isEqualTo(FindingCode.FILE_CORRUPT);
                refused++;
            }
        }
        assertThat(refused).isPositive();
    }

    @Test
    void no_damage_to_a_file_ends_in_anything_but_a_refusal() throws Exception {
        Random random = new Random(7);
        int refused = 0;
        for (byte[] whole : new byte[][] {WorkbookWriter.xlsx(DRAFT), WorkbookWriter.xls(DRAFT)}) {
            for (int i = 0; i < 300; i++) {
                byte[] damaged = whole.clone();
                for (int j = 0; j <= random.nextInt(4); j++) {
                    damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
                }

                try {
                    WorkbookReader.read(write("damaged", damaged), WorkbookLimits.DEFAULT);
                } catch (WorkbookRefused e) {
                    refused++;
                }
            }
        }
        assertThat(refused).isPositive();
    }

    @Test
    void an_xls_with_a_vba_project_has_macros() throws Exception {
        Path file = write("macro.xls", WorkbookWriter.xls(DRAFT));
        try (POIFSFileSystem container = new POIFSFileSystem(file.toFile(), false)) {
            container.createDirectory("_VBA_PROJECT_CUR");
            container.writeFilesystem();
        }

        assertThat(refusal(file).reason()).isEqualTo(FindingCode.FILE_HAS_MACROS);
    }

    @Test
    void a_workbook_that_declares_macros_has_macros() throws Exception {
        RawPackage book = RawPackage.workbook("")
                .with(
                        "[Content_Types].xml",
                        RawPackage.contentTypesOf("application/vnd.ms-excel.sheet.macroEnabled.main+xml"));

        assertThat(refusal(book.writeTo(folder.resolve("macro.xlsx"))).reason()).isEqualTo(FindingCode.FILE_HAS_MACROS);
    }

    @Test
    void an_excel_95_workbook_is_a_format_not_accepted() throws Exception {
        Path file = folder.resolve("old.xls");
        try (POIFSFileSystem container = new POIFSFileSystem();
                OutputStream output = Files.newOutputStream(file)) {
            container.createDocument(new ByteArrayInputStream(new byte[5000]), "Book");
            container.writeFilesystem(output);
        }

        assertThat(refusal(file).reason()).isEqualTo(FindingCode.FORMAT_NOT_ACCEPTED);
    }

    @Test
    void a_file_that_is_not_there_is_a_fault_of_the_system() {
        assertThatThrownBy(() -> WorkbookReader.read(folder.resolve("none.xlsx"), WorkbookLimits.DEFAULT))
                .isInstanceOf(NoSuchFileException.class);
    }

    private static WorkbookLimits limits(
            int sheets, int cells, int rows, int merges, int parts, long partBytes, long unpackedBytes) {
        return new WorkbookLimits(
                sheets,
                cells,
                rows,
                99,
                merges,
                99,
                new WorkbookLimits.Packing(parts, partBytes, unpackedBytes, 99_999),
                Duration.ofMinutes(1));
    }

    private void assertOver(Path file, WorkbookLimits limits, String detail) {
        WorkbookRefused refused = catchThrowableOfType(WorkbookRefused.class, () -> WorkbookReader.read(file, limits));

        assertThat(refused).as(file + ": " + detail).isNotNull();
        assertThat(refused.reason()).isEqualTo(FindingCode.FILE_OVER_LIMIT);
        assertThat(refused.detail()).endsWith(detail);
    }

    private static void assertOpens(Path file) throws Exception {
        assertThat(WorkbookReader.read(file, WorkbookLimits.DEFAULT)
                        .sheets()
                        .get(0)
                        .rows())
                .hasSize(2);
    }

    private static WorkbookRefused refusal(Path file) {
        WorkbookRefused refused =
                catchThrowableOfType(WorkbookRefused.class, () -> WorkbookReader.read(file, WorkbookLimits.DEFAULT));
        assertThat(refused).as(file.toString()).isNotNull();
        return refused;
    }

    private Path write(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }

    private Path encrypted(EncryptionMode mode, String password) throws Exception {
        Path file = folder.resolve("encrypted.xlsx");
        try (POIFSFileSystem container = new POIFSFileSystem()) {
            Encryptor encryptor = new EncryptionInfo(mode).getEncryptor();
            encryptor.confirmPassword(password);
            try (OutputStream content = encryptor.getDataStream(container)) {
                content.write(WorkbookWriter.xlsx(DRAFT));
            }
            try (OutputStream output = Files.newOutputStream(file)) {
                container.writeFilesystem(output);
            }
        }
        return file;
    }

    private Path encryptedXls(String password) throws Exception {
        Path plain = write("plain.xls", WorkbookWriter.xls(DRAFT));
        Path file = folder.resolve("encrypted.xls");
        Biff8EncryptionKey.setCurrentUserPassword(password);
        try (POIFSFileSystem container = new POIFSFileSystem(plain.toFile(), true);
                HSSFWorkbook workbook = new HSSFWorkbook(container)) {
            workbook.write(file.toFile());
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }
        return file;
    }
}
