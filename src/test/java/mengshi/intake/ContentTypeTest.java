package mengshi.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import mengshi.RawPackage;
import mengshi.intake.ContentType.Accepted;
import mengshi.intake.ContentType.Refused;
import mengshi.model.FindingCode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ContentTypeTest {

    private static final String EXCEL = "application/vnd.ms-excel.";

    @TempDir
    Path folder;

    @Test
    void a_package_with_a_workbook_is_an_xlsx_whatever_its_name() throws IOException {
        assertThat(detect(RawPackage.workbook("").bytes(), "报表.xls")).isEqualTo(new Accepted(FileKind.XLSX));
    }

    @Test
    void ole2_files_are_told_by_the_names_at_their_root() throws IOException {
        assertThat(detect(ole2("Workbook"), "a.xlsx")).isEqualTo(new Accepted(FileKind.XLS));
        assertThat(detect(ole2("WORKBOOK"), "a.xls")).isEqualTo(new Accepted(FileKind.XLS));
        assertThat(detect(ole2("Book", "Workbook"), "a.xls")).isEqualTo(new Accepted(FileKind.XLS));
        assertThat(detect(ole2("EncryptionInfo", "EncryptedPackage"), "a.xlsx"))
                .isEqualTo(new Accepted(FileKind.ENCRYPTED_PACKAGE));
        assertThat(detect(ole2("Book"), "a.xls"))
                .isEqualTo(new Refused(FindingCode.FORMAT_NOT_ACCEPTED, "Excel 5.0/95 (BIFF5)"));
        assertThat(detect(ole2("WordDocument", "1Table"), "a.xls"))
                .isEqualTo(new Refused(FindingCode.FORMAT_NOT_ACCEPTED, "Word/WPS 文档 (.doc) / Word document"));
        assertThat(detect(ole2("Workbook", "_VBA_PROJECT_CUR"), "a.xls"))
                .isEqualTo(new Refused(FindingCode.FILE_HAS_MACROS, "含 VBA / VBA project"));
        assertThat(reason(detect(ole2("Quill"), "a.xls"))).isEqualTo(FindingCode.NOT_A_WORKBOOK);
    }

    @Test
    void a_workbook_embedded_in_another_document_does_not_make_it_one() throws IOException {
        byte[] document = container(root -> {
            root.createDocument(stream(), "WordDocument");
            root.getRoot().createDirectory("ObjectPool").createDocument("Workbook", stream());
        });

        assertThat(reason(detect(document, "a.xls"))).isEqualTo(FindingCode.FORMAT_NOT_ACCEPTED);
    }

    @Test
    void the_root_names_of_a_large_ole2_file_are_found_too() throws IOException {
        byte[] large = container(root -> {
            root.createDocument(new ByteArrayInputStream(new byte[9 * 1024 * 1024]), "Other");
            for (int i = 0; i < 40; i++) {
                root.createDocument(stream(), "Stream" + i);
            }
            root.createDocument(stream(), "Workbook");
        });

        assertThat(detect(large, "a.xls")).isEqualTo(new Accepted(FileKind.XLS));
    }

    @Test
    void wps_own_format_is_known_by_its_name_only() throws IOException {
        assertThat(detect(ole2("Workbook"), "月报.ET"))
                .isEqualTo(new Refused(FindingCode.FORMAT_NOT_ACCEPTED, "WPS 表格 .et / WPS spreadsheet (.et)"));
    }

    static Stream<Arguments> packages() {
        return Stream.of(
                Arguments.of(EXCEL + "sheet.binary.macroEnabled.main", FindingCode.FORMAT_NOT_ACCEPTED, ".xlsb"),
                Arguments.of(EXCEL + "sheet.macroEnabled.main+xml", FindingCode.FILE_HAS_MACROS, "VBA"),
                Arguments.of(
                        "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
                        FindingCode.FORMAT_NOT_ACCEPTED,
                        ".docx"),
                Arguments.of(
                        "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml",
                        FindingCode.FORMAT_NOT_ACCEPTED,
                        ".pptx"),
                Arguments.of("application/x-other", FindingCode.NOT_A_WORKBOOK, "Office"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("packages")
    void other_office_packages_are_named(String main, FindingCode reason, String word) throws IOException {
        RawPackage other = RawPackage.workbook("").with("[Content_Types].xml", RawPackage.contentTypesOf(main));

        assertRefused(detect(other.bytes(), "a.xlsx"), reason, word);
    }

    @Test
    void a_vba_project_in_the_package_is_a_macro_even_if_no_content_type_says_so() throws IOException {
        assertRefused(
                detect(RawPackage.workbook("").with("xl/vbaProject.bin", "x").bytes(), "a.xlsx"),
                FindingCode.FILE_HAS_MACROS,
                "VBA");
    }

    @Test
    void zips_that_are_no_office_package_are_named() throws IOException {
        RawPackage ods = RawPackage.empty()
                .with("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
                .with("content.xml", "<a/>");

        assertRefused(detect(ods.bytes(), "a.xlsx"), FindingCode.FORMAT_NOT_ACCEPTED, ".ods");
        assertRefused(
                detect(RawPackage.empty().with("a.txt", "a").bytes(), "a.xlsx"), FindingCode.NOT_A_WORKBOOK, "ZIP");
        assertThat(reason(detect(RawPackage.empty().bytes(), "a.xlsx"))).isEqualTo(FindingCode.NOT_A_WORKBOOK);
    }

    static Stream<Arguments> texts() {
        return Stream.of(
                Arguments.of("指标,数值\nGDP,1\n", "CSV"),
                Arguments.of("\uFEFF指标,数值\n", "CSV"),
                Arguments.of("\n\n\n<!-- 年鉴 -->\n<TABLE><tr><td>1</td></tr></TABLE>", "HTML"),
                Arguments.of("<!DOCTYPE html><html></html>", "HTML"),
                Arguments.of("<?xml version=\"1.0\"?><html xmlns=\"http://www.w3.org/1999/xhtml\"/>", "HTML"),
                Arguments.of(
                        "<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"/>",
                        "SpreadsheetML 2003"),
                Arguments.of("<?xml version=\"1.0\"?><a/>", "XML"),
                Arguments.of("ID;PWXL;N;E\n", "SYLK"),
                Arguments.of("MIME-Version: 1.0\nContent-Type: multipart/related", "MHTML"),
                Arguments.of("%PDF-1.7\n", "PDF"),
                Arguments.of("{\\rtf1}", "RTF"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("texts")
    void text_under_a_workbooks_name_is_named(String text, String word) throws IOException {
        assertRefused(detect(text.getBytes(StandardCharsets.UTF_8), "a.xlsx"), FindingCode.FORMAT_NOT_ACCEPTED, word);
    }

    @Test
    void text_in_other_encodings_is_text_too() throws IOException {
        assertRefused(
                detect("指标,数值\n".getBytes(Charset.forName("GB18030")), "a.xls"),
                FindingCode.FORMAT_NOT_ACCEPTED,
                "CSV");
        assertRefused(
                detect("<html></html>".getBytes(StandardCharsets.UTF_16), "a.xls"),
                FindingCode.FORMAT_NOT_ACCEPTED,
                "HTML");
    }

    static Stream<Arguments> signatures() {
        return Stream.of(
                Arguments.of("0900040007001000", FindingCode.FORMAT_NOT_ACCEPTED, "BIFF2"),
                Arguments.of("0902060000001000", FindingCode.FORMAT_NOT_ACCEPTED, "BIFF3"),
                Arguments.of("0904060000001000", FindingCode.FORMAT_NOT_ACCEPTED, "BIFF4"),
                Arguments.of("0908080000050500", FindingCode.FORMAT_NOT_ACCEPTED, "BIFF5"),
                Arguments.of("0005160700020000", FindingCode.NOT_A_WORKBOOK, "macOS"),
                Arguments.of("526172211a0701", FindingCode.NOT_A_WORKBOOK, "RAR"),
                Arguments.of("ffd8ffe000104a46", FindingCode.NOT_A_WORKBOOK, "JPEG"),
                Arguments.of("0102030405060708", FindingCode.NOT_A_WORKBOOK, "unknown"),
                Arguments.of("0000000000000000", FindingCode.FILE_CORRUPT, "zero"));
    }

    @ParameterizedTest(name = "{2}")
    @MethodSource("signatures")
    void binary_files_are_named(String beginning, FindingCode reason, String word) throws IOException {
        assertRefused(detect(HexFormat.of().parseHex(beginning), "a.xls"), reason, word);
    }

    @Test
    void an_empty_file_is_empty() throws IOException {
        assertRefused(detect(new byte[0], "a.xlsx"), FindingCode.FILE_EMPTY, "0");
    }

    @Test
    void every_truncation_of_a_package_is_corrupt() throws IOException {
        byte[] whole = RawPackage.workbook("<row/>").bytes();

        for (int length = 4; length < whole.length; length += 37) {
            assertThat(reason(detect(Arrays.copyOf(whole, length), "a.xlsx")))
                    .as("cut at " + length)
                    .isEqualTo(FindingCode.FILE_CORRUPT);
        }
    }

    @Test
    void a_truncated_ole2_file_is_corrupt() throws IOException {
        assertThat(reason(detect(Arrays.copyOf(ole2("Workbook"), 600), "a.xls")))
                .isEqualTo(FindingCode.FILE_CORRUPT);
        assertThat(reason(detect(Arrays.copyOf(ole2("Workbook"), 20), "a.xls"))).isEqualTo(FindingCode.FILE_CORRUPT);
    }

    @Test
    void a_changed_byte_inside_a_part_is_corrupt() throws IOException {
        byte[] content = RawPackage.workbook("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>")
                .bytes();
        content[content.length / 4] ^= 0x10;

        assertThat(reason(detect(content, "a.xlsx"))).isEqualTo(FindingCode.FILE_CORRUPT);
    }

    @Test
    void no_damage_to_a_file_ever_ends_in_an_exception() throws IOException {
        Random random = new Random(7);
        for (byte[] whole : new byte[][] {RawPackage.workbook("<row/>").bytes(), ole2("Workbook", "Other")}) {
            for (int i = 0; i < 600; i++) {
                byte[] damaged = whole.clone();
                for (int j = 0; j <= random.nextInt(4); j++) {
                    damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
                }

                assertThat(detect(damaged, "a.xlsx")).isNotNull();
            }
        }
    }

    @Test
    void two_parts_of_one_name_are_corrupt_also_if_only_the_case_differs() throws IOException {
        byte[] sameName =
                RawPackage.workbook("").with("xl/worksheets/sheet2.xml", "<a/>").bytes();
        byte[] twice = new String(sameName, StandardCharsets.ISO_8859_1)
                .replace("sheet2.xml", "sheet1.xml")
                .getBytes(StandardCharsets.ISO_8859_1);

        assertRefused(detect(twice, "a.xlsx"), FindingCode.FILE_CORRUPT, "duplicate part");
        assertRefused(
                detect(RawPackage.workbook("").with("XL/workbook.xml", "<a/>").bytes(), "a.xlsx"),
                FindingCode.FILE_CORRUPT,
                "duplicate part");
    }

    @Test
    void a_document_type_in_any_part_is_refused_in_any_encoding() throws IOException {
        String drawing = "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><a>&e;</a>";
        RawPackage utf8 = RawPackage.workbook("").with("xl/drawings/drawing1.xml", drawing);
        RawPackage utf16 =
                RawPackage.workbook("").with("xl/drawings/drawing1.xml", drawing.getBytes(StandardCharsets.UTF_16));

        for (RawPackage book : List.of(utf8, utf16)) {
            assertRefused(detect(book.bytes(), "a.xlsx"), FindingCode.EXTERNAL_ENTITIES, "drawing1.xml");
        }
        assertThat(detect(
                        RawPackage.workbook("")
                                .with("docProps/app.xml", "<a>DOCTYPE</a>")
                                .bytes(),
                        "a.xlsx"))
                .isEqualTo(new Accepted(FileKind.XLSX));
    }

    @Test
    void only_a_reason_of_the_closed_set_refuses_a_file() {
        assertThatThrownBy(() -> new Refused(FindingCode.NUMBER_AS_TEXT, "x"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("NUMBER_AS_TEXT is no reason to refuse a whole file");
    }

    @Test
    void an_encrypted_zip_is_encrypted() throws IOException {
        byte[] content = RawPackage.workbook("").bytes();
        for (int i = 0; i + 8 < content.length; i++) {
            if (content[i] == 'P' && content[i + 1] == 'K' && content[i + 2] == 1 && content[i + 3] == 2) {
                content[i + 8] |= 1;
            }
        }

        assertRefused(detect(content, "a.xlsx"), FindingCode.FILE_ENCRYPTED, "zip");
    }

    @Test
    void weights_over_the_limits_are_refused() throws IOException {
        byte[] content = RawPackage.workbook(" ".repeat(1000)).bytes();

        assertOver(content, new IntakeLimits(100, 9999, 9999, 99), "file size");
        assertOver(content, new IntakeLimits(9999, 1500, 9999, 99), "unpacked > 1500");
        assertOver(content, new IntakeLimits(9999, 9999, 1000, 99), "> 1000");
        assertOver(content, new IntakeLimits(9999, 9999, 9999, 3), "parts 5 > 3");
    }

    @Test
    void of_a_small_package_the_parts_are_kept_and_of_a_large_one_nothing() throws IOException {
        RawPackage small = RawPackage.workbook("").with("docProps/app.xml", "");
        RawPackage large = RawPackage.workbook("").with("xl/media/1.bin", new byte[4 << 20]);

        assertThat(unpacked(small)).containsExactlyInAnyOrderEntriesOf(RawPackage.unzip(small.bytes()));
        assertThat(unpacked(large)).isEmpty();
    }

    private Map<String, byte[]> unpacked(RawPackage book) throws IOException {
        Unpacked unpacked = new Unpacked();
        ContentType type = ContentType.detect(
                book.writeTo(folder.resolve("book.xlsx")), "book.xlsx", IntakeLimits.DEFAULT, unpacked);
        assertThat(type).isEqualTo(new Accepted(FileKind.XLSX));
        return unpacked.parts();
    }

    private void assertOver(byte[] content, IntakeLimits limits, String word) throws IOException {
        Path file = Files.write(folder.resolve("over.xlsx"), content);

        assertRefused(ContentType.detect(file, "over.xlsx", limits), FindingCode.FILE_OVER_LIMIT, word);
    }

    private static void assertRefused(ContentType type, FindingCode reason, String word) {
        assertThat(type).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.reason()).isEqualTo(reason);
            assertThat(refused.detail()).contains(word);
        });
    }

    private static FindingCode reason(ContentType type) {
        assertThat(type).isInstanceOf(Refused.class);
        return ((Refused) type).reason();
    }

    private ContentType detect(byte[] content, String name) throws IOException {
        return ContentType.detect(Files.write(folder.resolve("file"), content), name, IntakeLimits.DEFAULT);
    }

    private static byte[] ole2(String... names) throws IOException {
        return container(root -> {
            for (String name : names) {
                root.createDocument(stream(), name);
            }
        });
    }

    private static ByteArrayInputStream stream() {
        return new ByteArrayInputStream(new byte[100]);
    }

    private static byte[] container(Filling filling) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        try (POIFSFileSystem container = new POIFSFileSystem()) {
            filling.fill(container);
            container.writeFilesystem(content);
        }
        return content.toByteArray();
    }

    private interface Filling {
        void fill(POIFSFileSystem container) throws IOException;
    }
}
