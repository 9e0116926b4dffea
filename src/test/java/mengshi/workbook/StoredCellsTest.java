package mengshi.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import mengshi.RawPackage;
import mengshi.model.FindingCode;
import mengshi.workbook.CellValue.Day;
import mengshi.workbook.CellValue.Fault;
import mengshi.workbook.CellValue.NotCalculated;
import mengshi.workbook.CellValue.Numeric;
import mengshi.workbook.CellValue.Text;
import mengshi.workbook.SheetContent.CellRow;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cells as other programs store them. */
class StoredCellsTest {

    private static final String STYLES = "<styleSheet xmlns=\"" + RawPackage.MAIN + "\">"
            + "<numFmts><numFmt numFmtId=\"164\" formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;\"/></numFmts>"
            + "<fonts><font/><font><strike/></font></fonts><fills><fill/></fills><borders><border/></borders>"
            + "<cellStyleXfs><xf/></cellStyleXfs>"
            + "<cellXfs><xf/><xf numFmtId=\"164\"/><xf numFmtId=\"57\"/><xf numFmtId=\"20\"/><xf fontId=\"1\"/></cellXfs></styleSheet>";

    @TempDir
    Path folder;

    @Test
    void a_formula_without_a_stored_value_is_never_zero() throws Exception {
        List<LocatedCell> cells = cells("<row r=\"1\"><c r=\"A1\"><f>SUM(B1:B9)</f></c>"
                + "<c r=\"B1\"><f>C1</f><v></v></c><c r=\"C1\"><f>1-1</f><v>0</v></c>"
                + "<c r=\"D1\" t=\"str\"><f>E1</f></c></row>");

        assertThat(cells)
                .containsExactly(
                        new LocatedCell(0, 0, new NotCalculated("SUM(B1:B9)")),
                        new LocatedCell(0, 1, new NotCalculated("C1")),
                        new LocatedCell(0, 2, number("0")),
                        new LocatedCell(0, 3, new NotCalculated("E1")));
    }

    @Test
    void a_formula_whose_value_is_empty_text_writes_nothing() throws Exception {
        assertThat(cells("<row r=\"1\"><c r=\"A1\" t=\"str\"><f>\"\"</f><v></v></c></row>"))
                .isEmpty();
    }

    @Test
    void numbers_are_taken_from_the_stored_text_and_rounded_only_past_fifteen_digits() throws Exception {
        List<LocatedCell> cells = cells("<row r=\"2\"><c r=\"A2\"><v>1.7999999999999998E-2</v></c>"
                + "<c r=\"B2\"><v>123456789012.345</v></c><c r=\"C2\"><v>12.500</v></c>"
                + "<c r=\"D2\"><v>12345678901234567</v></c><c r=\"E2\"><v>4.9E-324</v></c></row>");

        assertThat(cells)
                .extracting(cell -> cell.value().written())
                .startsWith("0.018", "123456789012.345", "12.5", "12345678901234600")
                .hasSize(5);
    }

    @Test
    void rich_text_is_joined_and_phonetic_runs_are_left_out() throws Exception {
        List<LocatedCell> cells =
                cells("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><r><t>地区</t></r><r><t>生产总值</t></r>"
                        + "<rPh sb=\"0\" eb=\"1\"><t>diqu</t></rPh></is></c>"
                        + "<c r=\"B1\" t=\"inlineStr\"><is><t>企业数_x000D_\n(个)</t></is></c></row>");

        assertThat(cells)
                .containsExactly(
                        new LocatedCell(0, 0, new Text("地区生产总值")), new LocatedCell(0, 1, new Text("企业数\r\n(个)")));
    }

    @Test
    void errors_unknown_to_older_programs_are_kept_as_written() throws Exception {
        assertThat(cells("<row r=\"1\"><c r=\"A1\" t=\"e\"><v>#SPILL!</v></c></row>"))
                .containsExactly(new LocatedCell(0, 0, new Fault("#SPILL!")));
    }

    @Test
    void dates_are_told_by_their_format_also_by_the_chinese_ones_and_a_time_is_no_day() throws Exception {
        RawPackage book = RawPackage.workbook("<row r=\"1\"><c r=\"A1\" s=\"1\"><v>45809</v></c>"
                + "<c r=\"B1\" s=\"2\"><v>45809</v></c><c r=\"C1\" s=\"3\"><v>45809.5</v></c>"
                + "<c r=\"D1\" t=\"d\"><v>2025-06-01T00:00:00</v></c><c r=\"E1\"><v>45809</v></c>"
                + "<c r=\"F1\" s=\"99\"><v>45809</v></c></row>");
        addStyles(book);

        assertThat(cells(book))
                .containsExactly(
                        new LocatedCell(0, 0, new Day(LocalDate.of(2025, 6, 1))),
                        new LocatedCell(0, 1, new Day(LocalDate.of(2025, 6, 1))),
                        new LocatedCell(0, 2, new Numeric(new BigDecimal("45809.5"), FormatCode.CLOCK)),
                        new LocatedCell(0, 3, new Day(LocalDate.of(2025, 6, 1))),
                        new LocatedCell(0, 4, number("45809")),
                        new LocatedCell(0, 5, number("45809")));
    }

    @Test
    void dates_of_an_xlsx_counted_from_1904_are_read_so() throws Exception {
        RawPackage book = RawPackage.workbook("<row r=\"1\"><c r=\"A1\" s=\"1\"><v>44347</v></c></row>");
        addStyles(book);
        book.with(
                "xl/workbook.xml",
                part(book, "xl/workbook.xml").replace("<sheets>", "<workbookPr date1904=\"1\"/><sheets>"));

        assertThat(cells(book)).containsExactly(new LocatedCell(0, 0, new Day(LocalDate.of(2025, 6, 1))));
    }

    @Test
    void dates_of_an_xls_counted_from_1904_are_read_so() throws Exception {
        Path file = folder.resolve("1904.xls");
        try (HSSFWorkbook workbook = new HSSFWorkbook()) {
            workbook.getInternalWorkbook().getRecords().stream()
                    .filter(DateWindow1904Record.class::isInstance)
                    .forEach(window -> ((DateWindow1904Record) window).setWindowing((short) 1));
            var cell = workbook.createSheet("表1").createRow(0).createCell(0);
            cell.setCellValue(44347);
            var style = workbook.createCellStyle();
            style.setDataFormat((short) 14);
            cell.setCellStyle(style);
            workbook.write(file.toFile());
        }

        SheetContent sheet =
                WorkbookReader.read(file, WorkbookLimits.DEFAULT).sheets().get(0);

        assertThat(sheet.rows().get(0).cells())
                .containsExactly(new LocatedCell(0, 0, new Day(LocalDate.of(2025, 6, 1))));
    }

    @Test
    void a_stray_cell_at_the_far_corner_and_missing_drawings_do_no_harm() throws Exception {
        RawPackage book = RawPackage.workbook("<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>")
                .with(
                        "xl/worksheets/_rels/sheet1.xml.rels",
                        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                                + "<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/"
                                + "relationships/drawing\" Target=\"../drawings/drawing1.xml\"/></Relationships>");

        assertThat(cells(book)).containsExactly(new LocatedCell(1048575, 16383, number("1")));
        assertThat(cells(book).get(0).address()).isEqualTo("XFD1048576");
    }

    @Test
    void strict_packages_are_read_like_transitional_ones() throws Exception {
        RawPackage strict = RawPackage.workbook("<row r=\"1\"><c r=\"A1\"><v>7</v></c></row>");
        for (String name :
                List.of("_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/worksheets/sheet1.xml")) {
            strict.with(
                    name,
                    part(strict, name)
                            .replace(
                                    "http://schemas.openxmlformats.org/officeDocument/2006/",
                                    "http://purl.oclc.org/ooxml/officeDocument/")
                            .replace(RawPackage.MAIN, "http://purl.oclc.org/ooxml/spreadsheetml/main")
                            .replace("<workbook ", "<workbook conformance=\"strict\" "));
        }

        assertThat(cells(strict)).containsExactly(new LocatedCell(0, 0, number("7")));
    }

    @Test
    void hidden_rows_and_columns_are_read_and_said_and_merged_cells_are_told() throws Exception {
        RawPackage book = RawPackage.workbook("<row r=\"1\" hidden=\"1\"><c r=\"A1\"><v>1</v></c></row>"
                + "<row r=\"2\" hidden=\"0\"><c r=\"C2\"><v>2</v></c></row>");
        book.with(
                "xl/worksheets/sheet1.xml",
                part(book, "xl/worksheets/sheet1.xml")
                        .replace(
                                "<sheetData>",
                                "<cols><col min=\"3\" max=\"4\" hidden=\"1\"/><col min=\"5\" max=\"6\" hidden=\"true\"/>"
                                        + "<col min=\"7\" max=\"7\" width=\"9\"/></cols><sheetData>")
                        .replace(
                                "</sheetData>",
                                "</sheetData><mergeCells count=\"2\"><mergeCell ref=\"B5:C6\"/>"
                                        + "<mergeCell ref=\"A1:B1\"/></mergeCells>"));

        SheetContent sheet = sheet(book);

        assertThat(sheet.rows())
                .containsExactly(
                        new CellRow(0, true, List.of(new LocatedCell(0, 0, number("1")))),
                        new CellRow(1, false, List.of(new LocatedCell(1, 2, number("2")))));
        assertThat(sheet.layout())
                .isEqualTo(new SheetLayout(
                        List.of(new SheetLayout.Columns(2, 5)),
                        List.of(new SheetLayout.Merge(0, 0, 0, 1), new SheetLayout.Merge(4, 1, 5, 2))));
        assertThat(sheet.layout().isHidden(5)).isTrue();
        assertThat(sheet.layout().isHidden(6)).isFalse();
    }

    @Test
    void hidden_rows_columns_and_struck_text_of_an_xls_are_told_too() throws Exception {
        Path file = folder.resolve("hidden.xls");
        try (HSSFWorkbook workbook = new HSSFWorkbook()) {
            var sheet = workbook.createSheet("表1");
            sheet.setColumnHidden(2, true);
            sheet.addMergedRegion(new org.apache.poi.ss.util.CellRangeAddress(3, 4, 0, 1));
            var font = workbook.createFont();
            font.setStrikeout(true);
            var style = workbook.createCellStyle();
            style.setFont(font);
            var row = sheet.createRow(0);
            row.setZeroHeight(true);
            row.createCell(0).setCellValue(5);
            row.getCell(0).setCellStyle(style);
            var text = new org.apache.poi.hssf.usermodel.HSSFRichTextString("100200");
            text.applyFont(0, 3, font);
            row.createCell(1).setCellValue(text);
            row.createCell(2).setCellValue("a");
            workbook.write(file.toFile());
        }

        SheetContent sheet =
                WorkbookReader.read(file, WorkbookLimits.DEFAULT).sheets().get(0);

        assertThat(sheet.rows())
                .containsExactly(new CellRow(
                        0,
                        true,
                        List.of(
                                new LocatedCell(0, 0, number("5"), true),
                                new LocatedCell(0, 1, new Text("100200"), true),
                                new LocatedCell(0, 2, new Text("a")))));
        assertThat(sheet.layout())
                .isEqualTo(new SheetLayout(
                        List.of(new SheetLayout.Columns(2, 2)), List.of(new SheetLayout.Merge(3, 0, 4, 1))));
    }

    @Test
    void what_is_struck_through_wholly_or_in_part_is_said() throws Exception {
        RawPackage book = RawPackage.workbook("<row r=\"1\"><c r=\"A1\" s=\"4\"><v>100</v></c>"
                + "<c r=\"B1\" t=\"inlineStr\"><is><r><rPr><strike/></rPr><t>100</t></r><r><t>200</t></r></is></c>"
                + "<c r=\"C1\" t=\"inlineStr\"><is><r><rPr><strike val=\"0\"/></rPr><t>7</t></r></is></c>"
                + "<c r=\"D1\"><v>3</v></c></row>");
        addStyles(book);

        assertThat(cells(book))
                .containsExactly(
                        new LocatedCell(0, 0, number("100"), true),
                        new LocatedCell(0, 1, new Text("100200"), true),
                        new LocatedCell(0, 2, new Text("7")),
                        new LocatedCell(0, 3, number("3")));
    }

    @Test
    void a_font_that_is_not_there_costs_the_look_and_not_the_file() throws Exception {
        RawPackage book = RawPackage.workbook("<row r=\"1\"><c r=\"A1\" s=\"4\"><v>100</v></c></row>");
        addStyles(book);
        book.with("xl/styles.xml", part(book, "xl/styles.xml").replace("fontId=\"1\"", "fontId=\"7\""));

        assertThat(cells(book)).containsExactly(new LocatedCell(0, 0, number("100")));
        assertThat(PoiReading.of(folder.resolve("raw.xlsx")).sheets().get(0)).isEqualTo(sheet(book));
    }

    @Test
    void two_cells_of_one_address_are_refused_for_readers_disagree_on_which_counts() {
        assertCorrupt("<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"A1\"><v>2</v></c></row>");
        assertCorrupt("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"1\"><c r=\"A1\"><v>2</v></c></row>");
        assertCorrupt("<row r=\"5\"><c r=\"B9\"><v>1</v></c></row>");
    }

    @Test
    void values_that_are_none_are_refused() {
        assertCorrupt("<row r=\"1\"><c r=\"A1\"><v>1E999999999</v></c></row>");
        assertCorrupt("<row r=\"1\"><c r=\"A1\"><v>abc</v></c></row>");
        assertCorrupt("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>12</v></c></row>");
        assertCorrupt("<row r=\"1\"><c r=\"A1\" t=\"zz\"><v>12</v></c></row>");
    }

    private void assertCorrupt(String sheetData) {
        WorkbookRefused refused = catchThrowableOfType(WorkbookRefused.class, () -> cells(sheetData));

        assertThat(refused).as(sheetData).isNotNull();
        assertThat(refused.reason()).as(refused.getMessage()).isEqualTo(FindingCode.FILE_CORRUPT);
        assertThat(refused.detail()).contains("表1");
    }

    private static void addStyles(RawPackage book) {
        book.with("xl/styles.xml", STYLES)
                .with(
                        "[Content_Types].xml",
                        part(book, "[Content_Types].xml")
                                .replace(
                                        "</Types>",
                                        "<Override PartName=\"/xl/styles.xml\" ContentType=\"application/vnd.openxmlformats"
                                                + "-officedocument.spreadsheetml.styles+xml\"/></Types>"))
                .with(
                        "xl/_rels/workbook.xml.rels",
                        part(book, "xl/_rels/workbook.xml.rels")
                                .replace(
                                        "</Relationships>",
                                        "<Relationship Id=\"rId9\" Type=\"http://schemas.openxmlformats.org/officeDocument/"
                                                + "2006/relationships/styles\" Target=\"styles.xml\"/></Relationships>"));
    }

    private static String part(RawPackage book, String name) {
        return new String(book.part(name), StandardCharsets.UTF_8);
    }

    private List<LocatedCell> cells(String sheetData) throws Exception {
        return cells(RawPackage.workbook(sheetData));
    }

    private List<LocatedCell> cells(RawPackage book) throws Exception {
        return sheet(book).rows().stream().flatMap(row -> row.cells().stream()).toList();
    }

    private SheetContent sheet(RawPackage book) throws Exception {
        Path file = book.writeTo(folder.resolve("raw.xlsx"));
        return WorkbookReader.read(file, WorkbookLimits.DEFAULT).sheets().get(0);
    }

    private static Numeric number(String number) {
        return new Numeric(new BigDecimal(number), false);
    }
}
