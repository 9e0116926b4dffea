package mengshi.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import mengshi.RawPackage;
import mengshi.model.FindingCode;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.ss.formula.ConditionalFormattingEvaluator;
import org.apache.poi.ss.formula.WorkbookEvaluatorProvider;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Name;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkbookAnnotatorTest {

    private static final String FORM = "主要经济指标";
    private static final String NOTES = "编制说明";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"xlsx", "xls"})
    void the_answer_stands_in_front_and_leads_to_the_cells(String kind) throws Exception {
        Workbook answered = answered(kind, reply());

        Sheet first = answered.getSheetAt(0);
        assertThat(answered.getActiveSheetIndex()).isZero();
        assertThat(first.getSheetName()).isEqualTo("审核结果");
        assertThat(texts(first))
                .containsSubsequence("【审核】审核结果", "退回", "请更正", "更正说明", "级别", "位置", "问题", "情况说明", "编号")
                .containsSubsequence("强制性", FORM + "!B3", "合计不符", "F1")
                .containsSubsequence("核实性", FORM + "!B9", "没有填写", "F2");
        assertThat(first.getHyperlinkList().stream().map(link -> link.getAddress()))
                .containsExactly("'" + FORM + "'!B3", "'" + FORM + "'!B4", "'" + FORM + "'!B9");
        assertThat(first.getProtect()).isTrue();
        Row question = first.getRow(3);
        assertThat(question.getCell(0).getStringCellValue()).isEqualTo("更正说明");
        assertThat(question.getCell(2).getCellStyle().getLocked()).isFalse();
        Row row = first.getRow(6);
        assertThat(row.getCell(0).getStringCellValue()).isEqualTo("强制性");
        assertThat(row.getCell(3).getCellStyle().getLocked()).isFalse();
        assertThat(row.getCell(3).getStringCellValue()).isEmpty();
        assertThat(row.getCell(4).getCellStyle().getLocked()).isTrue();
        Sheet hidden = answered.getSheet(Reply.METADATA_SHEET);
        assertThat(answered.isSheetHidden(answered.getSheetIndex(hidden))).isTrue();
        assertThat(texts(hidden)).containsExactly("submission", "17", "sha256", "ab");
        assertThat(IntStream.range(1, answered.getNumberOfSheets())
                        .filter(sheet -> answered.getSheetAt(sheet).isSelected()))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"xlsx", "xls"})
    void everything_else_is_left_as_it_was(String kind) throws Exception {
        byte[] submitted = submitted(kind);

        Workbook before = open(submitted);
        Workbook after = open(annotate(submitted, kind, reply()).content());

        assertThat(after.getNumberOfSheets()).isEqualTo(before.getNumberOfSheets() + 2);
        for (Sheet sheet : before) {
            assertThat(described(after.getSheet(sheet.getSheetName()))).isEqualTo(described(sheet));
        }
        assertThat(names(after)).isEqualTo(names(before)).isNotEmpty();
        assertThat(after.getPrintArea(after.getSheetIndex(NOTES)))
                .isEqualTo(before.getPrintArea(before.getSheetIndex(NOTES)))
                .isEqualTo(NOTES + "!$A$1:$B$2");
        var evaluator = after.getCreationHelper().createFormulaEvaluator();
        assertThat(evaluator.evaluate(cell(after, FORM, "B5")).getNumberValue()).isEqualTo(7.5);
        assertThat(evaluator.evaluate(cell(after, NOTES, "B2")).getNumberValue())
                .isEqualTo(120.5);
    }

    @Test
    void parts_nobody_touched_keep_their_bytes() throws Exception {
        byte[] submitted = submitted("xlsx");

        Map<String, byte[]> before = RawPackage.unzip(submitted);
        Map<String, byte[]> after =
                RawPackage.unzip(annotate(submitted, "xlsx", reply()).content());

        List<String> changed = before.keySet().stream()
                .filter(part -> !java.util.Arrays.equals(before.get(part), after.get(part)))
                .sorted()
                .toList();
        assertThat(changed)
                .containsExactly(
                        "[Content_Types].xml",
                        "xl/_rels/workbook.xml.rels",
                        "xl/comments1.xml",
                        "xl/drawings/vmlDrawing0.vml",
                        "xl/styles.xml",
                        "xl/workbook.xml",
                        "xl/worksheets/sheet1.xml");
    }

    @Test
    void the_same_answer_has_the_same_bytes_and_no_time_of_writing() throws Exception {
        byte[] submitted = submitted("xlsx");

        byte[] once = annotate(submitted, "xlsx", reply()).content();

        assertThat(annotate(submitted, "xlsx", reply()).content()).isEqualTo(once);
        for (byte[] content : List.of(once, WorkbookAnnotator.sheetOnly(reply()).content())) {
            assertThat(times(content)).containsOnly("2025-01-01T00:00");
        }
        assertThat(new String(
                        RawPackage.unzip(WorkbookAnnotator.sheetOnly(reply()).content())
                                .get("docProps/core.xml"),
                        StandardCharsets.UTF_8))
                .contains("2025-01-01T00:00:00Z")
                .doesNotContain("Apache");
    }

    @ParameterizedTest
    @ValueSource(strings = {"xlsx", "xls"})
    void a_comment_is_added_and_the_submitter_s_own_is_kept(String kind) throws Exception {
        Workbook answered = answered(kind, reply());

        Map<String, String> comments = comments(answered.getSheet(FORM));
        assertThat(comments)
                .containsEntry("B3", "【审核】强制性：合计不符")
                .containsEntry("B4", "局里的批注\n【审核】核实性：增速")
                .containsEntry("B9", "【审核】核实性：没有填写")
                .hasSize(3);
        assertThat(comments(answered.getSheet(NOTES))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"xlsx", "xls"})
    void a_highlight_goes_as_soon_as_the_cell_is_corrected(String kind) throws Exception {
        Reply reply = reply("B3", "B4", "B6", "B7", "B8", "B9");
        Workbook answered = answered(kind, reply);

        assertThat(highlighted(answered)).containsExactly("B3", "B4", "B6", "B7", "B8", "B9");

        cell(answered, FORM, "B3").setCellValue(121);
        cell(answered, FORM, "B4").setBlank();
        cell(answered, FORM, "B6").setCellValue(12);
        cell(answered, FORM, "B7").setCellValue("改过 \"引号\"\n第二行");
        cell(answered, FORM, "B8").setCellValue("x".repeat(299) + "y");
        cell(answered, FORM, "B9").setCellValue(0);
        assertThat(highlighted(answered)).isEmpty();

        cell(answered, FORM, "B3").setCellValue(120.5);
        assertThat(highlighted(answered)).containsExactly("B3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"xlsx", "xls"})
    void a_new_answer_takes_the_place_of_the_earlier_one(String kind) throws Exception {
        byte[] first = annotate(submitted(kind), kind, reply()).content();

        Workbook second = open(annotate(first, kind, reply("B3")).content());

        assertThat(IntStream.range(0, second.getNumberOfSheets()).mapToObj(second::getSheetName))
                .containsExactly("审核结果", FORM, NOTES, Reply.METADATA_SHEET);
        assertThat(comments(second.getSheet(FORM))).containsOnly(Map.entry("B3", "【审核】B3"), Map.entry("B4", "局里的批注"));
        assertThat(highlighted(second)).containsExactly("B3");
        assertThat(second.getAllNames()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"xlsx", "xls"})
    void a_sheet_of_the_submitter_s_with_our_name_stays(String kind) throws Exception {
        Workbook own = open(submitted(kind));
        own.createSheet("审核结果").createRow(0).createCell(0).setCellValue("本局自审");

        Workbook answered = open(annotate(bytes(own), kind, reply()).content());

        assertThat(answered.getSheetName(0)).isEqualTo("审核结果(2)");
        assertThat(texts(answered.getSheet("审核结果"))).containsExactly("本局自审");
    }

    @ParameterizedTest
    @ValueSource(strings = {"xlsx", "xls"})
    void a_workbook_under_the_built_in_password_is_answered(String kind) throws Exception {
        byte[] locked = locked(kind);

        Workbook answered = open(annotate(locked, kind, reply()).content());

        assertThat(answered.getSheetName(0)).isEqualTo("审核结果");
        assertThat(cell(answered, FORM, "B3").getNumericCellValue()).isEqualTo(120.5);
        var evaluator = answered.getCreationHelper().createFormulaEvaluator();
        assertThat(evaluator.evaluate(cell(answered, FORM, "B5")).getNumberValue())
                .isEqualTo(7.5);
        assertThat(highlighted(answered)).containsExactly("B3", "B4", "B9");
    }

    @Test
    void too_many_remarks_and_files_that_do_not_open_get_the_sheet_alone() throws Exception {
        Path broken = Files.writeString(folder.resolve("broken.xlsx"), "PK\u0003\u0004…");
        Path whole = Files.write(folder.resolve("whole.xlsx"), submitted("xlsx"));
        Reply endless =
                reply(IntStream.rangeClosed(1, 501).mapToObj(n -> "C" + n).toArray(String[]::new));

        assertThatThrownBy(() -> WorkbookAnnotator.annotate(broken, reply(), WorkbookLimits.DEFAULT))
                .isInstanceOf(WorkbookRefused.class);
        assertThatThrownBy(() -> WorkbookAnnotator.annotate(whole, endless, WorkbookLimits.DEFAULT))
                .isInstanceOfSatisfying(WorkbookRefused.class, refused -> assertThat(refused.reason())
                        .isEqualTo(FindingCode.FILE_OVER_LIMIT));
        Workbook alone = open(WorkbookAnnotator.sheetOnly(reply()).content());
        assertThat(texts(alone.getSheetAt(0))).contains("强制性", "合计不符");
        assertThat(alone.getSheetAt(0).getHyperlinkList()).isEmpty();
    }

    private Workbook answered(String kind, Reply reply) throws Exception {
        return open(annotate(submitted(kind), kind, reply).content());
    }

    private AnsweredWorkbook annotate(byte[] submitted, String kind, Reply reply) throws Exception {
        Path file = Files.write(folder.resolve("submitted." + kind), submitted);
        AnsweredWorkbook answered = WorkbookAnnotator.annotate(file, reply, WorkbookLimits.DEFAULT);
        assertThat(answered.extension()).isEqualTo(kind);
        assertThat(file).hasBinaryContent(submitted);
        return answered;
    }

    private static byte[] locked(String kind) throws IOException {
        byte[] open = submitted(kind);
        if (kind.equals("xlsx")) {
            return FaultyWorkbook.encrypted(open, Decryptor.DEFAULT_PASSWORD);
        }
        Biff8EncryptionKey.setCurrentUserPassword(Decryptor.DEFAULT_PASSWORD);
        try (HSSFWorkbook workbook = new HSSFWorkbook(new ByteArrayInputStream(open))) {
            return bytes(workbook);
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }
    }

    private static Reply reply() {
        return new Reply(
                new Reply.Opening("退回", Reply.Tone.STOP, List.of("请更正"), List.of("更正说明")),
                List.of(
                        new Reply.Column("级别", 8, Reply.Use.TONE),
                        new Reply.Column("位置", 16, Reply.Use.LINK),
                        new Reply.Column("问题", 30, Reply.Use.TEXT),
                        new Reply.Column("情况说明", 30, Reply.Use.ANSWER),
                        new Reply.Column("编号", 12, Reply.Use.TEXT)),
                List.of(
                        row(Reply.Tone.STOP, "B3", "强制性", FORM + "!B3", "合计不符", "", "F1"),
                        row(Reply.Tone.ASK, "B4", "核实性", FORM + "!B4", "增速", "", "F3"),
                        row(Reply.Tone.ASK, "B9", "核实性", FORM + "!B9", "没有填写", "", "F2")),
                List.of(
                        remark("B3", Reply.Tone.STOP, "【审核】强制性：合计不符"),
                        remark("B4", Reply.Tone.ASK, "【审核】核实性：增速"),
                        remark("B9", Reply.Tone.ASK, "【审核】核实性：没有填写")),
                new Reply.Metadata(List.of(Map.entry("submission", "17"), Map.entry("sha256", "ab"))));
    }

    private static Reply reply(String... cells) {
        Reply like = reply();
        return new Reply(
                like.opening(),
                like.columns(),
                like.rows(),
                java.util.Arrays.stream(cells)
                        .map(cell -> remark(cell, Reply.Tone.ASK, "【审核】" + cell))
                        .toList(),
                like.metadata());
    }

    private static Reply.Row row(Reply.Tone tone, String cell, String... texts) {
        return new Reply.Row(tone, List.of(texts), Optional.of(new Reply.Spot(FORM, cell)));
    }

    private static Reply.Remark remark(String cell, Reply.Tone tone, String text) {
        return new Reply.Remark(new Reply.Spot(FORM, cell), tone, text);
    }

    /** Merged title, widths, styles, a comment, a list of choices, a condition, formulas across sheets, names. */
    private static byte[] submitted(String kind) throws IOException {
        try (Workbook workbook = kind.equals("xls") ? new HSSFWorkbook() : new XSSFWorkbook()) {
            Sheet form = workbook.createSheet(FORM);
            form.createRow(0).createCell(0).setCellValue("盟市主要经济指标月报");
            form.addMergedRegion(new CellRangeAddress(0, 0, 0, 3));
            form.setColumnWidth(0, 30 * 256);
            CellStyle red = workbook.createCellStyle();
            red.setFillForegroundColor(IndexedColors.RED.getIndex());
            red.setDataFormat(workbook.createDataFormat().getFormat("#,##0.00"));
            Object[] values = {null, 120.5, 7.5, null, "12", "原文 \"引号\"\n第二行", "x".repeat(300)};
            for (int row = 1; row <= values.length; row++) {
                Row line = form.createRow(row);
                line.createCell(0).setCellValue("指标" + row);
                Cell value = line.createCell(1);
                value.setCellStyle(red);
                if (values[row - 1] instanceof Double number) {
                    value.setCellValue(number);
                } else if (values[row - 1] instanceof String text) {
                    value.setCellValue(text);
                }
            }
            form.createRow(8).createCell(0).setCellValue("没有数");
            Sheet notes = workbook.createSheet(NOTES);
            notes.createRow(0).createCell(1).setCellValue(7.5);
            notes.createRow(1).createCell(1).setCellFormula(FORM + "!B3");
            form.getRow(4).getCell(1).setCellFormula(NOTES + "!B1");
            workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
            ClientAnchor box = workbook.getCreationHelper().createClientAnchor();
            box.setCol1(1);
            box.setRow1(3);
            box.setCol2(4);
            box.setRow2(6);
            Comment comment = form.createDrawingPatriarch().createCellComment(box);
            comment.setString(workbook.getCreationHelper().createRichTextString("局里的批注"));
            comment.setAuthor("填表人");
            comment.setAddress(3, 1);
            DataValidationHelper validations = form.getDataValidationHelper();
            form.addValidationData(validations.createValidation(
                    validations.createExplicitListConstraint(new String[] {"开工", "在建"}),
                    new CellRangeAddressList(2, 5, 2, 2)));
            var formatting = form.getSheetConditionalFormatting();
            formatting.addConditionalFormatting(
                    new CellRangeAddress[] {new CellRangeAddress(2, 5, 1, 1)},
                    formatting.createConditionalFormattingRule("$B3<0"));
            Name name = workbook.createName();
            name.setNameName("value_total");
            name.setRefersToFormula(NOTES + "!$B$1");
            workbook.setPrintArea(1, 0, 1, 0, 1);
            return bytes(workbook);
        }
    }

    private static List<String> highlighted(Workbook workbook) {
        var provider = (WorkbookEvaluatorProvider) workbook.getCreationHelper().createFormulaEvaluator();
        ConditionalFormattingEvaluator conditions = new ConditionalFormattingEvaluator(workbook, provider);
        return IntStream.rangeClosed(3, 9)
                .mapToObj(row -> "B" + row)
                .filter(at -> !conditions
                        .getConditionalFormattingForCell(new CellReference(FORM + "!" + at))
                        .isEmpty())
                .toList();
    }

    private static Map<String, String> comments(Sheet sheet) {
        return sheet.getCellComments().entrySet().stream()
                .collect(Collectors.toMap(
                        entry -> entry.getKey().formatAsString(),
                        entry -> entry.getValue().getString().getString()));
    }

    /** All that may not change, as text. */
    private static List<String> described(Sheet sheet) {
        List<String> all = new ArrayList<>();
        DataFormatter printed = new DataFormatter();
        for (Row row : sheet) {
            for (Cell cell : row) {
                CellStyle style = cell.getCellStyle();
                all.add(new CellAddress(cell) + " " + cell.getCellType() + " " + printed.formatCellValue(cell) + " "
                        + style.getIndex() + " " + style.getDataFormatString() + " "
                        + style.getFillForegroundColor());
            }
            all.add("height " + row.getHeight());
        }
        all.add("merged " + sheet.getMergedRegions());
        IntStream.range(0, 6).forEach(column -> all.add("width " + sheet.getColumnWidth(column)));
        sheet.getDataValidations()
                .forEach(validation -> all.add(validation.getRegions().getCellRangeAddress(0) + " "
                        + List.of(validation.getValidationConstraint().getExplicitListValues())));
        all.add("condition "
                + (sheet.getSheetConditionalFormatting().getNumConditionalFormattings() == 0
                        ? "none"
                        : sheet.getSheetConditionalFormatting()
                                .getConditionalFormattingAt(0)
                                .getRule(0)
                                .getFormula1()));
        return all;
    }

    private static Map<String, String> names(Workbook workbook) {
        Map<String, String> names = new HashMap<>();
        for (Name name : workbook.getAllNames()) {
            if (!name.getRefersToFormula().replace("'", "").startsWith(Reply.SHEET)) {
                names.put(name.getNameName(), name.getRefersToFormula());
            }
        }
        return names;
    }

    private static List<String> texts(Sheet sheet) {
        List<String> texts = new ArrayList<>();
        for (Row row : sheet) {
            for (Cell cell : row) {
                if (!cell.getStringCellValue().isEmpty()) {
                    texts.add(cell.getStringCellValue());
                }
            }
        }
        return texts;
    }

    private static Cell cell(Workbook workbook, String sheet, String at) {
        CellReference place = new CellReference(at);
        Row row = workbook.getSheet(sheet).getRow(place.getRow());
        return row.getCell(place.getCol(), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
    }

    private static Workbook open(byte[] content) throws IOException {
        return WorkbookFactory.create(new ByteArrayInputStream(content));
    }

    private static byte[] bytes(Workbook workbook) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        workbook.write(content);
        return content.toByteArray();
    }

    private static List<String> times(byte[] content) throws IOException {
        List<String> times = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                times.add(entry.getTimeLocal().toString());
            }
        }
        return times;
    }
}
