package mengshi.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import mengshi.RawPackage;
import mengshi.form.CorpusFiles;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.Name;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An answer laid into the bytes of a package is the one POI would have written, and nothing else is changed. */
class AnsweredPackageTest {

    private static final Path FIXTURES = Path.of("src/test/resources/workbooks");

    /** Of the corpus every so manieth variant; 1 for all. */
    private static final int EVERY = Integer.getInteger("mengshi.every", 15);

    private static final String FORM = "主要指标";
    private static final String SHEET = "xl/worksheets/sheet1.xml";

    @TempDir
    private Path folder;

    @Test
    void every_workbook_that_we_keep_is_answered_as_by_poi() throws Exception {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(FIXTURES)) {
            files = walk.filter(file -> file.toString().endsWith(".xlsx")).toList();
        }
        assertThat(files).hasSizeGreaterThanOrEqualTo(7);
        for (Path file : files) {
            requireSameAnswer(file.toString(), Files.readAllBytes(file));
        }
        requireSameAnswer("all that Excel has", rich());
    }

    @Test
    void so_are_workbooks_of_the_corpus() throws Exception {
        Map<String, String> left = new TreeMap<>();
        int answered = 0;
        for (Map.Entry<String, byte[]> variant : CorpusFiles.every(EVERY).entrySet()) {
            boolean zip = variant.getValue().length > 1 && variant.getValue()[0] == 'P';
            if (!zip) {
                continue;
            }
            try {
                answered(variant.getValue(), reply(List.of()));
                requireSameAnswer(variant.getKey(), variant.getValue());
                answered++;
            } catch (UnusualPackage | WorkbookRefused | ZipException e) {
                left.put(variant.getKey(), String.valueOf(e.getMessage()));
            }
        }
        System.out.println("corpus answered: " + answered + ", left to POI or refused: " + left);
        assertThat(answered).isGreaterThan(4 * left.size());
    }

    @Test
    void what_is_written_in_another_way_is_left_to_poi_and_answered_all_the_same() throws Exception {
        Map<String, byte[]> unusual = new LinkedHashMap<>();
        Map<String, byte[]> parts = RawPackage.unzip(rich());
        unusual.put(
                "prefix",
                with(
                        parts,
                        SHEET,
                        "<worksheet ",
                        "<x:worksheet xmlns:x=\"" + RawPackage.MAIN + "\" ",
                        "</worksheet>",
                        "</x:worksheet>"));
        unusual.put("no boxes", with(parts, SHEET, "<legacyDrawing r:id=\"rId", "<picture r:id=\"rId"));
        unusual.put(
                "threaded",
                with(
                        parts,
                        "xl/worksheets/_rels/sheet1.xml.rels",
                        "</Relationships>",
                        "<Relationship Id=\"rId77\" Type=\"http://schemas.microsoft.com/office/2017/10/relationships/"
                                + "threadedComment\" Target=\"../threadedComments/threadedComment1.xml\"/></Relationships>"));
        unusual.put("UTF-16", encoded(parts, SHEET));
        unusual.put("no formats", with(parts, "xl/styles.xml", "<borders", "<other", "</borders>", "</other>"));
        unusual.put("earlier answer", answered(rich(), reply(List.of(spot(FORM, "B3")))));
        unusual.put("earlier comment", commented(Reply.MARK + "强制性"));
        for (Map.Entry<String, byte[]> one : unusual.entrySet()) {
            Path file = Files.write(folder.resolve("unusual.xlsx"), one.getValue());
            Reply reply = reply(List.of(spot(FORM, "B3")));

            assertThatThrownBy(() -> AnsweredPackage.of(file.toFile(), new Weight(WorkbookLimits.DEFAULT), reply))
                    .as(one.getKey())
                    .isInstanceOf(UnusualPackage.class);
            if (!one.getKey().equals("threaded")) {
                byte[] content = WorkbookAnnotator.annotate(file, reply, WorkbookLimits.DEFAULT)
                        .content();
                assertThat(BookPortrait.of(content)).as(one.getKey()).anyMatch(line -> line.contains(Reply.TITLE));
            }
        }
    }

    @Test
    void of_the_parts_that_are_changed_all_old_bytes_stay() throws Exception {
        byte[] submitted = rich();
        Map<String, byte[]> before = RawPackage.unzip(submitted);
        Map<String, byte[]> after =
                RawPackage.unzip(answered(submitted, reply(List.of(spot(FORM, "B3"), spot(FORM, "B6")))));

        assertThat(after.keySet()).containsAll(before.keySet());
        Set<String> changed = new LinkedHashSet<>();
        before.forEach((part, content) -> {
            if (!java.util.Arrays.equals(content, after.get(part))) {
                changed.add(part);
            }
        });
        assertThat(changed)
                .containsExactlyInAnyOrder(
                        "[Content_Types].xml",
                        "xl/_rels/workbook.xml.rels",
                        "xl/comments1.xml",
                        "xl/drawings/vmlDrawing0.vml",
                        "xl/styles.xml",
                        "xl/workbook.xml",
                        SHEET,
                        // It was the one shown on opening.
                        "xl/worksheets/sheet2.xml");
        for (String part : changed) {
            String old = text(before, part);
            String now = text(after, part);
            // Counts, places and what is selected are told anew; else there is only more than there was.
            assertThat(letters(now)).as(part).satisfies(more -> assertThat(isWithin(letters(old), more))
                    .isTrue());
        }
        assertThat(within(text(after, SHEET), "sheetData")).isEqualTo(within(text(before, SHEET), "sheetData"));
    }

    private void requireSameAnswer(String name, byte[] submitted) throws Exception {
        Reply reply = reply(spots(submitted));
        byte[] raw = answered(submitted, reply);
        Path file = folder.resolve("submitted.xlsx");
        byte[] poi = WorkbookReader.open(
                        file, WorkbookLimits.DEFAULT, new ByPoi(new WorkbookAnnotator.Annotating(reply)))
                .content();

        requireSame(name, BookPortrait.of(raw), BookPortrait.of(poi));
        Map<String, List<String>> cells = BookPortrait.cells(raw);
        BookPortrait.cells(submitted)
                .forEach((sheet, before) -> requireSame(name + " " + sheet, cells.get(sheet), before));
    }

    private static void requireSame(String name, List<String> raw, List<String> poi) {
        List<String> more = new ArrayList<>(raw);
        List<String> less = new ArrayList<>(poi);
        poi.forEach(more::remove);
        raw.forEach(less::remove);
        assertThat(more).as(name).isEqualTo(less);
        assertThat(raw).as(name).isEqualTo(poi);
    }

    private byte[] answered(byte[] submitted, Reply reply) throws Exception {
        Path file = Files.write(folder.resolve("submitted.xlsx"), submitted);
        return AnsweredPackage.of(file.toFile(), new Weight(WorkbookLimits.DEFAULT), reply);
    }

    /** POI's way, taken whatever the package looks like. */
    private record ByPoi(WorkbookReader.Use<AnsweredWorkbook> use) implements WorkbookReader.Use<AnsweredWorkbook> {

        @Override
        public boolean changes() {
            return true;
        }

        @Override
        public AnsweredWorkbook scan(File file, Weight weight) throws UnusualPackage {
            throw new UnusualPackage("to be compared");
        }

        @Override
        public AnsweredWorkbook xlsx(OPCPackage opened, byte[] content, Weight weight)
                throws WorkbookRefused, IOException, org.apache.poi.openxml4j.exceptions.InvalidFormatException {
            return use.xlsx(opened, content, weight);
        }

        @Override
        public AnsweredWorkbook xls(HSSFWorkbook workbook, Weight weight) throws WorkbookRefused, IOException {
            return use.xls(workbook, weight);
        }
    }

    /** Of each sheet a cell of each kind, one with a comment, and one that is not there. */
    private static List<Reply.Spot> spots(byte[] content) throws IOException {
        Set<Reply.Spot> spots = new LinkedHashSet<>();
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(content))) {
            for (Sheet sheet : workbook) {
                Map<CellType, String> first = new LinkedHashMap<>();
                for (Row row : sheet) {
                    for (Cell cell : row) {
                        first.putIfAbsent(cell.getCellType(), cell.getAddress().formatAsString());
                    }
                }
                first.values().forEach(cell -> spots.add(spot(sheet.getSheetName(), cell)));
                sheet.getCellComments()
                        .keySet()
                        .forEach(cell -> spots.add(spot(sheet.getSheetName(), cell.formatAsString())));
                spots.add(spot(sheet.getSheetName(), "AB999"));
            }
        }
        return List.copyOf(spots);
    }

    private static Reply.Spot spot(String sheet, String cell) {
        return new Reply.Spot(sheet, cell);
    }

    private static Reply reply(List<Reply.Spot> spots) {
        List<Reply.Row> rows = new ArrayList<>();
        List<Reply.Remark> remarks = new ArrayList<>();
        Reply.Tone[] tones = Reply.Tone.values();
        for (Reply.Spot spot : spots) {
            Reply.Tone tone = tones[remarks.size() % tones.length];
            rows.add(new Reply.Row(
                    tone,
                    List.of("强制性", spot.sheet() + "!" + spot.cell(), "<合计> & \"不符\"\n第二行", "", "F1"),
                    Optional.of(spot)));
            remarks.add(new Reply.Remark(spot, tone, Reply.MARK + "合计不符 <1> & 2\n处理：更正"));
        }
        return new Reply(
                new Reply.Opening("退回", Reply.Tone.STOP, List.of("请更正", "怎样答复：有误的，在原表中改正".repeat(8)), List.of("更正说明")),
                List.of(
                        new Reply.Column("级别", 8, Reply.Use.TONE),
                        new Reply.Column("位置", 16, Reply.Use.LINK),
                        new Reply.Column("问题", 30, Reply.Use.TEXT),
                        new Reply.Column("情况说明", 30, Reply.Use.ANSWER),
                        new Reply.Column("编号", 12, Reply.Use.TEXT)),
                rows,
                remarks,
                new Reply.Metadata(List.of(Map.entry("submission", "17"), Map.entry("sha256", "ab"))));
    }

    private static byte[] rich() throws IOException {
        return commented("局里的批注");
    }

    /** Comments plain and in runs, conditions, choices, a table, names of sheets, a hidden sheet, another one shown first. */
    private static byte[] commented(String words) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            XSSFSheet form = workbook.createSheet(FORM);
            XSSFSheet notes = workbook.createSheet("编制 '97 说明");
            workbook.createSheet("隐藏").createRow(0).createCell(0).setCellValue("x");
            workbook.setSheetHidden(2, true);
            for (int row = 0; row < 6; row++) {
                form.createRow(row).createCell(0).setCellValue("指标 <" + row + ">");
                form.getRow(row).createCell(1).setCellValue(0.1 + 0.2 * row);
            }
            form.createRow(7).createCell(1).setCellFormula("SUM(B1:B6)");
            form.getRow(7).createCell(2).setCellFormula("A1&\"x\"");
            form.getRow(7).createCell(3).setCellValue(true);
            form.getRow(7).createCell(4).setCellErrorValue((byte) 42);
            form.getRow(7).createCell(5).setCellValue("_x000D_ 行\n二  ");
            notes.createRow(3).createCell(3).setCellFormula("NOW()");
            workbook.getCreationHelper()
                    .createFormulaEvaluator()
                    .evaluateFormulaCell(form.getRow(7).getCell(1));
            comment(workbook, form, 2, new XSSFRichTextString(words));
            XSSFRichTextString runs = new XSSFRichTextString("红字和其余");
            XSSFFont bold = workbook.createFont();
            bold.setBold(true);
            runs.applyFont(0, 2, bold);
            comment(workbook, form, 3, runs);
            DataValidationHelper choices = form.getDataValidationHelper();
            form.addValidationData(choices.createValidation(
                    choices.createExplicitListConstraint(new String[] {"开工", "在建"}),
                    new CellRangeAddressList(0, 3, 2, 2)));
            var conditions = form.getSheetConditionalFormatting();
            conditions.addConditionalFormatting(
                    new CellRangeAddress[] {new CellRangeAddress(0, 3, 1, 1)},
                    conditions.createConditionalFormattingRule("$B1>100"),
                    conditions.createConditionalFormattingRule("$B1<0"));
            form.addMergedRegion(new CellRangeAddress(9, 9, 0, 2));
            notes.createRow(0).createCell(0).setCellValue("a");
            notes.createRow(1).createCell(0).setCellValue(1);
            notes.createTable(new AreaReference("A1:A2", workbook.getSpreadsheetVersion()));
            Name local = workbook.createName();
            local.setNameName("合计");
            local.setSheetIndex(1);
            local.setRefersToFormula(FORM + "!$B$8");
            workbook.setPrintArea(0, 0, 1, 0, 7);
            workbook.setActiveSheet(1);
            workbook.setSelectedTab(1);
            ByteArrayOutputStream content = new ByteArrayOutputStream();
            workbook.write(content);
            return content.toByteArray();
        }
    }

    private static void comment(XSSFWorkbook workbook, XSSFSheet sheet, int row, XSSFRichTextString words) {
        ClientAnchor box = workbook.getCreationHelper().createClientAnchor();
        box.setCol1(1);
        box.setRow1(row);
        box.setCol2(4);
        box.setRow2(row + 3);
        Comment comment = sheet.createDrawingPatriarch().createCellComment(box);
        comment.setString(words);
        comment.setAuthor("填表人");
        comment.setAddress(row, 1);
    }

    private static byte[] with(Map<String, byte[]> parts, String part, String... pairs) {
        String text = text(parts, part);
        for (int i = 0; i < pairs.length; i += 2) {
            assertThat(text).contains(pairs[i]);
            text = text.replace(pairs[i], pairs[i + 1]);
        }
        Map<String, byte[]> changed = new LinkedHashMap<>(parts);
        changed.put(part, text.getBytes(StandardCharsets.UTF_8));
        return RawPackage.zip(changed);
    }

    private static byte[] encoded(Map<String, byte[]> parts, String part) {
        Map<String, byte[]> changed = new LinkedHashMap<>(parts);
        changed.put(part, text(parts, part).replace("UTF-8", "UTF-16").getBytes(StandardCharsets.UTF_16));
        return RawPackage.zip(changed);
    }

    private static String text(Map<String, byte[]> parts, String part) {
        return new String(parts.get(part), StandardCharsets.UTF_8);
    }

    private static String letters(String markup) {
        return markup.replaceAll("(count|localSheetId|tabSelected|activeTab|firstSheet)=\"\\w*\"", "")
                .replace("/>", "></>");
    }

    /** Whether all of one text stands in the other, in order and with something more between. */
    private static boolean isWithin(String less, String more) {
        int at = 0;
        for (int i = 0; i < more.length() && at < less.length(); i++) {
            at += more.charAt(i) == less.charAt(at) ? 1 : 0;
        }
        return at == less.length();
    }

    private static String within(String markup, String element) {
        return markup.substring(markup.indexOf("<" + element), markup.indexOf("</" + element + ">"));
    }
}
