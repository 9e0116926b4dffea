package mengshi.workbook;

import java.util.HashMap;
import java.util.Map;
import org.apache.poi.hssf.usermodel.HSSFRichTextString;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.ConditionalFormattingRule;
import org.apache.poi.ss.usermodel.Drawing;
import org.apache.poi.ss.usermodel.PatternFormatting;
import org.apache.poi.ss.usermodel.RichTextString;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetConditionalFormatting;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.util.Units;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;

/** Comments and highlights on the submitter's cells; the cells themselves are left alone. */
final class CellMarks {

    private static final int COLUMNS_WIDE = 4;
    private static final int FEWEST_ROWS = 5;
    private static final int CHARACTERS_A_LINE = 22;

    /** .xls measures in parts of a column: 1024 are one. */
    private static final int XLS_COLUMN_END = 1000;

    private final Workbook workbook;
    private final Map<Sheet, Drawing<?>> drawings = new HashMap<>();

    CellMarks(Workbook workbook) {
        this.workbook = workbook;
    }

    void put(Sheet sheet, Reply.Remark remark) {
        CellReference at = new CellReference(remark.at().cell());
        highlight(sheet, at, remark.tone());
        comment(sheet, at, remark.text());
    }

    private static void highlight(Sheet sheet, CellReference at, Reply.Tone tone) {
        Row row = sheet.getRow(at.getRow());
        Cell cell = row == null ? null : row.getCell(at.getCol());
        SheetConditionalFormatting formatting = sheet.getSheetConditionalFormatting();
        ConditionalFormattingRule rule = formatting.createConditionalFormattingRule(
                Highlight.condition(Held.of(cell), at.getRow(), at.getCol()));
        PatternFormatting pattern = rule.createPatternFormatting();
        pattern.setFillBackgroundColor(ReplyStyles.colour(sheet.getWorkbook(), ReplyFill.of(tone)));
        pattern.setFillPattern(PatternFormatting.SOLID_FOREGROUND);
        formatting.addConditionalFormatting(
                new CellRangeAddress[] {new CellRangeAddress(at.getRow(), at.getRow(), at.getCol(), at.getCol())},
                rule);
    }

    private void comment(Sheet sheet, CellReference at, String text) {
        Comment own = sheet.getCellComment(new org.apache.poi.ss.util.CellAddress(at.getRow(), at.getCol()));
        if (own != null) {
            own.setString(appended(own.getString(), "\n" + text));
            return;
        }
        Drawing<?> drawing = drawings.computeIfAbsent(sheet, Sheet::createDrawingPatriarch);
        Comment comment = drawing.createCellComment(box(sheet, at, text));
        comment.setAddress(at.getRow(), at.getCol());
        comment.setAuthor(WorkbookWriter.AUTHOR);
        comment.setString(workbook.getCreationHelper().createRichTextString(text));
    }

    /** Begins in the cell's own column: POI takes the box's first cell for the one that is commented. */
    private ClientAnchor box(Sheet sheet, CellReference at, String text) {
        ClientAnchor box = workbook.getCreationHelper().createClientAnchor();
        long lines = text.lines()
                .mapToLong(line -> 1 + line.length() / CHARACTERS_A_LINE)
                .sum();
        box.setCol1(at.getCol());
        box.setCol2(at.getCol() + COLUMNS_WIDE);
        box.setRow1(at.getRow());
        box.setRow2(at.getRow() + (int) Math.max(FEWEST_ROWS, lines + 1));
        box.setDx1(
                workbook instanceof HSSFWorkbook
                        ? XLS_COLUMN_END
                        : Math.round(sheet.getColumnWidthInPixels(at.getCol())) * Units.EMU_PER_PIXEL);
        return box;
    }

    /** The submitter's own words keep their look. */
    private static RichTextString appended(RichTextString words, String more) {
        if (words instanceof XSSFRichTextString rich) {
            rich.append(more);
            return rich;
        }
        HSSFRichTextString before = (HSSFRichTextString) words;
        HSSFRichTextString all = new HSSFRichTextString(before.getString() + more);
        for (int run = 0; run < before.numFormattingRuns(); run++) {
            int end = run + 1 < before.numFormattingRuns() ? before.getIndexOfFormattingRun(run + 1) : before.length();
            if (before.getIndexOfFormattingRun(run) < end) {
                all.applyFont(before.getIndexOfFormattingRun(run), end, before.getFontOfFormattingRun(run));
            }
        }
        all.applyFont(before.length(), all.length(), HSSFRichTextString.NO_FONT);
        return all;
    }
}
