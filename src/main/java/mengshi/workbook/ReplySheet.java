package mengshi.workbook;

import java.util.Map;
import java.util.Optional;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Hyperlink;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** Writes the answer's own sheet, for .xlsx and .xls alike. */
final class ReplySheet {

    private static final int WIDTH_UNITS = 256;
    private static final float LINE_POINTS = 15;
    private static final float TITLE_POINTS = 28;
    private static final float MOST_POINTS = 400;
    private static final double MARGIN_INCHES = 0.4;
    private static final int FIRST_WIDE = 0x2000;

    /** What a question's name takes of its line, and how many lines its answer has room for. */
    private static final int QUESTION_COLUMNS = 2;

    private static final int QUESTION_LINES = 2;

    private final Sheet sheet;
    private final Reply reply;
    private final ReplyStyles styles;
    private int next;

    private ReplySheet(Sheet sheet, Reply reply) {
        this.sheet = sheet;
        this.reply = reply;
        this.styles = new ReplyStyles(sheet.getWorkbook());
    }

    /** Adds the sheet and the hidden one, as the workbook's last sheets; gives the former. */
    static Sheet write(Workbook workbook, Reply reply) {
        writeMetadata(workbook, reply);
        Sheet sheet = workbook.createSheet(freeName(workbook));
        new ReplySheet(sheet, reply).write();
        return sheet;
    }

    private static String freeName(Workbook workbook) {
        String name = Reply.SHEET;
        for (int number = 2; workbook.getSheet(name) != null; number++) {
            name = Reply.SHEET + "(" + number + ")";
        }
        return name;
    }

    private static void writeMetadata(Workbook workbook, Reply reply) {
        Sheet hidden = workbook.createSheet(Reply.METADATA_SHEET);
        int index = 0;
        for (Map.Entry<String, String> entry : reply.metadata().entries()) {
            Row row = hidden.createRow(index++);
            row.createCell(0).setCellValue(entry.getKey());
            row.createCell(1).setCellValue(entry.getValue());
        }
        // A workbook of one sheet would show a hidden one for want of another; the answer's sheet is about to come.
        workbook.setSheetVisibility(workbook.getSheetIndex(hidden), SheetVisibility.HIDDEN);
    }

    private void write() {
        for (int column = 0; column < reply.columns().size(); column++) {
            sheet.setColumnWidth(column, reply.columns().get(column).width() * WIDTH_UNITS);
        }
        opening(Reply.TITLE, ReplyStyles.Look.TITLE, Optional.empty());
        sheet.getRow(0).setHeightInPoints(TITLE_POINTS);
        opening(
                reply.opening().verdict(),
                ReplyStyles.Look.VERDICT,
                Optional.of(reply.opening().tone()));
        reply.opening().lines().forEach(line -> opening(line, ReplyStyles.Look.PLAIN, Optional.empty()));
        reply.opening().questions().forEach(this::question);
        if (!reply.rows().isEmpty()) {
            table();
        }
        setUpPage();
        protect();
    }

    /** A line over all columns. */
    private void opening(String text, ReplyStyles.Look look, Optional<Reply.Tone> tone) {
        int last = reply.columns().size() - 1;
        Row row = sheet.createRow(next);
        for (int column = 0; column <= last; column++) {
            row.createCell(column).setCellStyle(styles.of(look, tone));
        }
        row.getCell(0).setCellValue(text);
        sheet.addMergedRegion(new CellRangeAddress(next, next, 0, last));
        row.setHeightInPoints(height(lines(
                text, reply.columns().stream().mapToInt(Reply.Column::width).sum())));
        next++;
    }

    /** A name, and beside it an open cell over the rest of the line. */
    private void question(String text) {
        int last = reply.columns().size() - 1;
        Row row = sheet.createRow(next);
        for (int column = 0; column <= last; column++) {
            ReplyStyles.Look look = column < QUESTION_COLUMNS ? ReplyStyles.Look.HEADER : ReplyStyles.Look.ANSWER;
            row.createCell(column).setCellStyle(styles.of(look, Optional.empty()));
        }
        row.getCell(0).setCellValue(text);
        sheet.addMergedRegion(new CellRangeAddress(next, next, 0, QUESTION_COLUMNS - 1));
        sheet.addMergedRegion(new CellRangeAddress(next, next, QUESTION_COLUMNS, last));
        row.setHeightInPoints(height(QUESTION_LINES));
        next++;
    }

    private void table() {
        next++;
        Row header = sheet.createRow(next);
        header.setHeightInPoints(height(1));
        for (int column = 0; column < reply.columns().size(); column++) {
            Cell cell = header.createCell(column);
            cell.setCellValue(reply.columns().get(column).header());
            cell.setCellStyle(styles.of(ReplyStyles.Look.HEADER, Optional.empty()));
        }
        sheet.setRepeatingRows(new CellRangeAddress(next, next, -1, -1));
        sheet.createFreezePane(0, next + 1);
        next++;
        reply.rows().forEach(this::row);
    }

    private void row(Reply.Row content) {
        Row row = sheet.createRow(next++);
        int most = 1;
        for (int column = 0; column < reply.columns().size(); column++) {
            Reply.Column kind = reply.columns().get(column);
            String text = content.texts().get(column);
            most = Math.max(most, lines(text, kind.width()));
            Cell cell = row.createCell(column);
            boolean leads = kind.use() == Reply.Use.LINK
                    && content.target().map(this::leads).orElse(false);
            if (!text.isEmpty()) {
                cell.setCellValue(text);
            }
            if (leads) {
                cell.setHyperlink(link(content.target().orElseThrow()));
            }
            cell.setCellStyle(styles.of(look(kind.use(), leads), tone(kind.use(), content.tone())));
        }
        row.setHeightInPoints(height(most));
    }

    private static ReplyStyles.Look look(Reply.Use use, boolean leads) {
        if (leads) {
            return ReplyStyles.Look.LINK;
        }
        return use == Reply.Use.ANSWER ? ReplyStyles.Look.ANSWER : ReplyStyles.Look.CELL;
    }

    private static Optional<Reply.Tone> tone(Reply.Use use, Reply.Tone tone) {
        return use == Reply.Use.TONE ? Optional.of(tone) : Optional.empty();
    }

    private boolean leads(Reply.Spot spot) {
        return sheet.getWorkbook().getSheet(spot.sheet()) != null;
    }

    private Hyperlink link(Reply.Spot spot) {
        Hyperlink link = sheet.getWorkbook().getCreationHelper().createHyperlink(HyperlinkType.DOCUMENT);
        link.setAddress("'" + spot.sheet().replace("'", "''") + "'!" + spot.cell());
        return link;
    }

    private void setUpPage() {
        sheet.setFitToPage(true);
        sheet.setAutobreaks(true);
        for (PageMargin margin : PageMargin.values()) {
            sheet.setMargin(margin, MARGIN_INCHES);
        }
        PrintSetup print = sheet.getPrintSetup();
        print.setPaperSize(PrintSetup.A4_PAPERSIZE);
        print.setLandscape(true);
        print.setFitWidth((short) 1);
        print.setFitHeight((short) 0);
    }

    /** Against slips only, hence without a password; widths and heights may be changed. */
    private void protect() {
        if (sheet instanceof XSSFSheet xlsx) {
            xlsx.enableLocking();
            xlsx.lockFormatColumns(false);
            xlsx.lockFormatRows(false);
        } else if (sheet instanceof HSSFSheet xls) {
            xls.protectSheet("");
        }
    }

    private static float height(int lines) {
        return Math.min(MOST_POINTS, lines * LINE_POINTS + 6);
    }

    /** How many lines a text takes in a column: office programs do not stretch rows of merged cells by themselves. */
    private static int lines(String text, int width) {
        int usable = Math.max(1, width - 1);
        return text.lines()
                .mapToInt(line -> Math.max(1, (widthOf(line) + usable - 1) / usable))
                .sum();
    }

    private static int widthOf(String line) {
        return line.codePoints().map(point -> point >= FIRST_WIDE ? 2 : 1).sum();
    }
}
