package mengshi.workbook;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
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

/** Writes the answer's own sheet with POI, for .xls and .xlsx alike. */
final class ReplySheet {

    static final double MARGIN_INCHES = 0.4;

    private static final int WIDTH_UNITS = 256;

    private final Sheet sheet;
    private final ReplyStyles styles;

    private ReplySheet(Sheet sheet) {
        this.sheet = sheet;
        this.styles = new ReplyStyles(sheet.getWorkbook());
    }

    /** Adds the sheet and the hidden one, as the workbook's last sheets; gives the former. */
    static Sheet write(Workbook workbook, Reply reply) {
        List<String> sheets = IntStream.range(0, workbook.getNumberOfSheets())
                .mapToObj(workbook::getSheetName)
                .toList();
        writeMetadata(workbook, reply);
        Sheet sheet = workbook.createSheet(ReplyLayout.freeName(sheets));
        new ReplySheet(sheet).write(ReplyLayout.of(reply, sheets), reply.columns());
        return sheet;
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

    private void write(ReplyLayout layout, List<Reply.Column> columns) {
        for (int column = 0; column < columns.size(); column++) {
            sheet.setColumnWidth(column, columns.get(column).width() * WIDTH_UNITS);
        }
        layout.lines().forEach(this::line);
        layout.merges()
                .forEach(merge -> sheet.addMergedRegion(new CellRangeAddress(
                        merge.firstRow(), merge.lastRow(), merge.firstColumn(), merge.lastColumn())));
        layout.header().ifPresent(header -> {
            sheet.setRepeatingRows(new CellRangeAddress(header, header, -1, -1));
            sheet.createFreezePane(0, header + 1);
        });
        setUpPage();
        protect();
    }

    private void line(ReplyLayout.Line line) {
        Row row = sheet.createRow(line.row());
        row.setHeightInPoints(line.height());
        for (int column = 0; column < line.items().size(); column++) {
            ReplyLayout.Item item = line.items().get(column);
            Cell cell = row.createCell(column);
            if (!item.text().isEmpty()) {
                cell.setCellValue(item.text());
            }
            item.link().ifPresent(spot -> cell.setHyperlink(link(spot)));
            cell.setCellStyle(styles.of(item.style()));
        }
    }

    private Hyperlink link(Reply.Spot spot) {
        Hyperlink link = sheet.getWorkbook().getCreationHelper().createHyperlink(HyperlinkType.DOCUMENT);
        link.setAddress(ReplyLayout.leadingTo(spot));
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
}
