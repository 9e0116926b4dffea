package mengshi.workbook;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.ConditionalFormatting;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetConditionalFormatting;
import org.apache.poi.ss.usermodel.Workbook;

/**
 * What an earlier answer left in a workbook that its submitter corrected and sent again. It gives way to the new answer,
 * or there would be two.
 */
final class EarlierReply {

    private EarlierReply() {}

    /** @return the sheets of the submitter's on which something was taken away */
    static Set<String> remove(Workbook workbook) {
        for (int i = workbook.getNumberOfSheets() - 1; i >= 0; i--) {
            Sheet sheet = workbook.getSheetAt(i);
            // A workbook must keep a sheet.
            if (isOurs(sheet) && workbook.getNumberOfSheets() > 1) {
                // Its own print titles would stay behind as a name without a sheet.
                sheet.setRepeatingRows(null);
                workbook.removeSheetAt(i);
            }
        }
        Set<String> cleared = new HashSet<>();
        for (Sheet sheet : workbook) {
            boolean highlights = removeHighlights(sheet);
            boolean comments = removeComments(sheet);
            if (highlights || comments) {
                cleared.add(sheet.getSheetName());
            }
        }
        return cleared;
    }

    private static boolean isOurs(Sheet sheet) {
        return sheet.getSheetName().equals(Reply.METADATA_SHEET)
                || Optional.ofNullable(sheet.getRow(0))
                        .map(row -> row.getCell(0, Row.MissingCellPolicy.RETURN_BLANK_AS_NULL))
                        .filter(cell -> cell.getCellType() == CellType.STRING)
                        .map(Cell::getStringCellValue)
                        .filter(Reply.TITLE::equals)
                        .isPresent();
    }

    private static boolean removeHighlights(Sheet sheet) {
        boolean removed = false;
        SheetConditionalFormatting formatting = sheet.getSheetConditionalFormatting();
        for (int i = formatting.getNumConditionalFormattings() - 1; i >= 0; i--) {
            ConditionalFormatting found = formatting.getConditionalFormattingAt(i);
            if (found.getNumberOfRules() == 1) {
                String condition = found.getRule(0).getFormula1();
                if (condition != null && condition.contains(Highlight.MARK)) {
                    formatting.removeConditionalFormatting(i);
                    removed = true;
                }
            }
        }
        return removed;
    }

    private static boolean removeComments(Sheet sheet) {
        boolean removed = false;
        for (Comment comment : List.copyOf(sheet.getCellComments().values())) {
            String text = comment.getString().getString();
            int ours = text.indexOf(Reply.MARK);
            if (ours >= 0) {
                shorten(sheet, comment, text.substring(0, ours).strip());
                removed = true;
            }
        }
        return removed;
    }

    private static void shorten(Sheet sheet, Comment comment, String rest) {
        if (!rest.isEmpty()) {
            comment.setString(sheet.getWorkbook().getCreationHelper().createRichTextString(rest));
            return;
        }
        Row row = sheet.getRow(comment.getRow());
        Cell cell = row == null ? null : row.getCell(comment.getColumn());
        if (cell == null) {
            cell = (row == null ? sheet.createRow(comment.getRow()) : row).createCell(comment.getColumn());
        }
        cell.removeCellComment();
    }
}
