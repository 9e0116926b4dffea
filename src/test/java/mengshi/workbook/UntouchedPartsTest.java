package mengshi.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import mengshi.RawPackage;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.IndexRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.RecordFactory;
import org.apache.poi.hssf.record.WindowTwoRecord;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.ConditionalFormattingRule;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Name;
import org.apache.poi.ss.usermodel.Picture;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Shape;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetConditionalFormatting;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody alters what a submitter sent: charts, pictures, lists of choices, and every cell nothing was found in. */
class UntouchedPartsTest {

    private static final String FORM = "主要经济指标";

    /** One transparent dot. */
    private static final byte[] PICTURE = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    @TempDir
    private Path folder;

    @Test
    void charts_pictures_and_other_sheets_keep_their_bytes() throws Exception {
        byte[] submitted = xlsx();

        Map<String, byte[]> before = RawPackage.unzip(submitted);
        Map<String, byte[]> after = RawPackage.unzip(answered(submitted, "xlsx"));

        assertThat(before.keySet())
                .contains("xl/charts/chart1.xml", "xl/worksheets/sheet2.xml", "xl/worksheets/_rels/sheet2.xml.rels")
                .anyMatch(part -> part.startsWith("xl/media/"))
                .anyMatch(part -> part.startsWith("xl/drawings/drawing"));
        assertThat(before.keySet().stream().filter(part -> !Arrays.equals(before.get(part), after.get(part))))
                .containsExactlyInAnyOrder(
                        "[Content_Types].xml",
                        "xl/_rels/workbook.xml.rels",
                        "xl/styles.xml",
                        "xl/workbook.xml",
                        "xl/worksheets/sheet1.xml",
                        "xl/worksheets/_rels/sheet1.xml.rels");
    }

    @ParameterizedTest
    @ValueSource(strings = {"xlsx", "xls"})
    void in_the_sheet_that_is_marked_all_but_the_mark_stays(String kind) throws Exception {
        byte[] submitted = kind.equals("xls") ? xls() : xlsx();
        try (Workbook before = WorkbookFactory.create(new ByteArrayInputStream(submitted));
                Workbook after = WorkbookFactory.create(new ByteArrayInputStream(answered(submitted, kind)))) {
            for (Sheet sheet : before) {
                Sheet answered = after.getSheet(sheet.getSheetName());

                Map<String, String> cells = cells(before, sheet);
                assertThat(cells).hasSizeGreaterThan(8);
                assertThat(cells(after, answered)).isEqualTo(cells);
                assertThat(validations(sheet)).isNotEmpty();
                assertThat(validations(answered)).isEqualTo(validations(sheet));
                assertThat(rules(answered)).containsAll(rules(sheet));
                assertThat(answered.getMergedRegions()).isEqualTo(sheet.getMergedRegions());
                assertThat(answered.getColumnWidth(0)).isEqualTo(sheet.getColumnWidth(0));
                assertThat(pictures(answered)).isEqualTo(pictures(sheet));
            }
            assertThat(rules(before.getSheet(FORM))).hasSize(1);
            assertThat(rules(after.getSheet(FORM))).hasSize(2);
            assertThat(after.getName("合计").getRefersToFormula())
                    .isEqualTo(before.getName("合计").getRefersToFormula());
        }
    }

    @Test
    void in_the_old_format_other_sheets_keep_their_records_and_pictures_their_bytes() throws Exception {
        byte[] submitted = xls();
        byte[] answered = answered(submitted, "xls");

        List<List<String>> before = substreams(submitted);
        List<List<String>> after = substreams(answered);

        // The workbook's own records, the form, the notes; in the answer our sheet stands before the form.
        assertThat(before).hasSize(3);
        assertThat(after).hasSize(5);
        assertThat(before.get(2)).hasSizeGreaterThan(20);
        assertThat(after.get(3)).isEqualTo(before.get(2));
        try (HSSFWorkbook workbook = new HSSFWorkbook(new ByteArrayInputStream(answered))) {
            assertThat(workbook.getAllPictures()).isNotEmpty().allSatisfy(picture -> assertThat(picture.getData())
                    .isEqualTo(PICTURE));
        }
    }

    /** Value, kind and look of every cell. */
    private static Map<String, String> cells(Workbook workbook, Sheet sheet) {
        Map<String, String> cells = new TreeMap<>();
        for (Row row : sheet) {
            for (Cell cell : row) {
                CellStyle style = cell.getCellStyle();
                Font font = workbook.getFontAt(style.getFontIndex());
                cells.put(
                        cell.getAddress().formatAsString(),
                        String.join(
                                "|",
                                cell.getCellType().name(),
                                cell.toString(),
                                style.getDataFormatString(),
                                style.getAlignment().name(),
                                style.getBorderBottom().name(),
                                style.getFillPattern().name(),
                                String.valueOf(style.getFillForegroundColor()),
                                String.valueOf(style.getLocked()),
                                String.valueOf(style.getWrapText()),
                                font.getFontName(),
                                String.valueOf(font.getFontHeight()),
                                String.valueOf(font.getBold()),
                                String.valueOf(font.getStrikeout())));
            }
        }
        return cells;
    }

    private static List<String> validations(Sheet sheet) {
        return sheet.getDataValidations().stream()
                .map(validation -> List.of(validation.getRegions().getCellRangeAddresses())
                                .toString()
                        + Arrays.toString(validation.getValidationConstraint().getExplicitListValues()))
                .toList();
    }

    private static List<String> rules(Sheet sheet) {
        SheetConditionalFormatting formatting = sheet.getSheetConditionalFormatting();
        return IntStream.range(0, formatting.getNumConditionalFormattings())
                .mapToObj(formatting::getConditionalFormattingAt)
                .map(rule -> Arrays.toString(rule.getFormattingRanges())
                        + rule.getRule(0).getConditionType()
                        + rule.getRule(0).getFormula1())
                .toList();
    }

    /** Where the pictures and charts lie; a comment has a shape of its own. */
    private static List<String> pictures(Sheet sheet) {
        List<String> shapes = new ArrayList<>();
        for (Shape shape : Objects.requireNonNull(sheet.getDrawingPatriarch())) {
            if (shape instanceof Picture picture) {
                ClientAnchor anchor = picture.getClientAnchor();
                shapes.add(anchor.getRow1() + " " + anchor.getCol1() + " " + anchor.getRow2() + " " + anchor.getCol2());
            }
        }
        return shapes;
    }

    private byte[] answered(byte[] submitted, String extension) throws Exception {
        Path file = Files.write(folder.resolve("submitted." + extension), submitted);
        Reply reply = new Reply(
                new Reply.Opening("退回", Reply.Tone.STOP, List.of(), List.of("更正说明")),
                List.of(
                        new Reply.Column("级别", 8, Reply.Use.TONE),
                        new Reply.Column("问题", 30, Reply.Use.TEXT),
                        new Reply.Column("情况说明", 30, Reply.Use.ANSWER),
                        new Reply.Column("编号", 12, Reply.Use.TEXT)),
                List.of(new Reply.Row(Reply.Tone.STOP, List.of("强制性", "合计不符", "", "F1"), Optional.empty())),
                List.of(new Reply.Remark(new Reply.Spot(FORM, "B3"), Reply.Tone.STOP, Reply.MARK + "合计不符")),
                new Reply.Metadata(List.of(Map.entry("submission", "17"))));
        return WorkbookAnnotator.annotate(file, reply, WorkbookLimits.DEFAULT).content();
    }

    private static byte[] xlsx() throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            fill(workbook);
            XSSFSheet notes = workbook.getSheet("图表");
            XSSFChart chart = notes.createDrawingPatriarch().createChart(anchor(workbook, 4));
            var data = chart.createData(
                    ChartTypes.LINE,
                    chart.createCategoryAxis(AxisPosition.BOTTOM),
                    chart.createValueAxis(AxisPosition.LEFT));
            data.addSeries(
                    XDDFDataSourcesFactory.fromStringCellRange(notes, new CellRangeAddress(0, 3, 0, 0)),
                    XDDFDataSourcesFactory.fromNumericCellRange(notes, new CellRangeAddress(0, 3, 1, 1)));
            chart.plot(data);
            return bytes(workbook);
        }
    }

    private static byte[] xls() throws IOException {
        try (HSSFWorkbook workbook = new HSSFWorkbook()) {
            fill(workbook);
            // As saved by an office program: written, read and written again.
            return bytes(new HSSFWorkbook(new ByteArrayInputStream(bytes(workbook))));
        }
    }

    private static void fill(Workbook workbook) {
        Sheet form = workbook.createSheet(FORM);
        Sheet notes = workbook.createSheet("图表");
        CellStyle heading = heading(workbook);
        CellStyle amount = amount(workbook);
        int number = workbook.addPicture(PICTURE, Workbook.PICTURE_TYPE_PNG);
        for (Sheet sheet : List.of(form, notes)) {
            for (int row = 0; row < 4; row++) {
                sheet.createRow(row).createCell(0).setCellValue("指标" + row);
                sheet.getRow(row).getCell(0).setCellStyle(heading);
                sheet.getRow(row).createCell(1).setCellValue(1.5 * row);
                sheet.getRow(row).getCell(1).setCellStyle(amount);
            }
            sheet.createRow(5).createCell(1).setCellFormula("SUM(B1:B4)");
            sheet.setColumnWidth(0, 5000);
            sheet.addMergedRegion(new CellRangeAddress(7, 7, 0, 2));
            DataValidationHelper validations = sheet.getDataValidationHelper();
            sheet.addValidationData(validations.createValidation(
                    validations.createExplicitListConstraint(new String[] {"开工", "在建"}),
                    new CellRangeAddressList(0, 3, 2, 2)));
            SheetConditionalFormatting formatting = sheet.getSheetConditionalFormatting();
            ConditionalFormattingRule rule = formatting.createConditionalFormattingRule("$B1>100");
            rule.createFontFormatting().setFontStyle(true, false);
            formatting.addConditionalFormatting(new CellRangeAddress[] {new CellRangeAddress(0, 3, 1, 1)}, rule);
            sheet.createDrawingPatriarch().createPicture(anchor(workbook, 12), number);
        }
        Name total = workbook.createName();
        total.setNameName("合计");
        total.setRefersToFormula("'" + FORM + "'!$B$6");
    }

    private static CellStyle heading(Workbook workbook) {
        CellStyle heading = workbook.createCellStyle();
        Font bold = workbook.createFont();
        bold.setBold(true);
        bold.setFontName("仿宋");
        heading.setFont(bold);
        heading.setFillForegroundColor(IndexedColors.LIGHT_TURQUOISE.getIndex());
        heading.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        heading.setBorderBottom(BorderStyle.DOUBLE);
        return heading;
    }

    private static CellStyle amount(Workbook workbook) {
        CellStyle amount = workbook.createCellStyle();
        amount.setDataFormat(workbook.createDataFormat().getFormat("#,##0.00"));
        amount.setLocked(false);
        return amount;
    }

    private static ClientAnchor anchor(Workbook workbook, int row) {
        ClientAnchor anchor = workbook.getCreationHelper().createClientAnchor();
        anchor.setCol1(3);
        anchor.setRow1(row);
        anchor.setCol2(8);
        anchor.setRow2(row + 7);
        return anchor;
    }

    private static byte[] bytes(Workbook workbook) throws IOException {
        ByteArrayOutputStream saved = new ByteArrayOutputStream();
        workbook.write(saved);
        return saved.toByteArray();
    }

    /** The records of the workbook and of each sheet; which sheet is selected, and where in the file its rows lie, is no content. */
    private static List<List<String>> substreams(byte[] content) throws IOException {
        List<List<String>> substreams = new ArrayList<>();
        try (POIFSFileSystem container = new POIFSFileSystem(new ByteArrayInputStream(content));
                InputStream stream = container.getRoot().createDocumentInputStream("Workbook")) {
            for (Record record : RecordFactory.createRecords(stream)) {
                if (record instanceof BOFRecord) {
                    substreams.add(new ArrayList<>());
                }
                if (!(record instanceof WindowTwoRecord || record instanceof IndexRecord)) {
                    substreams.get(substreams.size() - 1).add(HexFormat.of().formatHex(record.serialize()));
                }
            }
        }
        return substreams;
    }
}
