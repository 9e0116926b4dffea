package mengshi.workbook;

import java.util.Optional;
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

    static void remove(Workbook workbook) {
        for (int i = workbook.getNumberOfSheets() - 1; i >= 0; i--) {
            Sheet sheet = workbook.getSheetAt(i);
            // A workbook must keep a sheet.
            if (isOurs(sheet) && workbook.getNumberOfSheets() > 1) {
                workbook.removeSheetAt(i);
            }
        }
        for (Sheet sheet : workbook) {
            removeHighlights(sheet);
            removeComments(sheet);
        }
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

    private static void removeHighlights(Sheet sheet) {
        SheetConditionalFormatting formatting = sheet.getSheetConditionalFormatting();
        for (int i = formatting.getNumConditionalFormattings() - 1; i >= 0; i--) {
            ConditionalFormatting found = formatting.getConditionalFormattingAt(i);
            if (found.getNumberOfRules() == 1) {
                String condition = found.getRule(0).getFormula1();
                if (condition != null && condition.contains(Highlight.MARK)) {
                    formatting.removeConditionalFormatting(i);
                }
            }
        }
    }

    private static void removeComments(Sheet sheet) {
        sheet.getCellComments().forEach((at, comment) -> {
            String text = comment.getString().getString();
            int ours = text.indexOf(Reply.MARK);
            if (ours >= 0) {
                shorten(sheet, comment, text.substring(0, ours).strip());
            }
        });
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
