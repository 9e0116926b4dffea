package mengshi.workbook;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import javax.xml.namespace.QName;
import mengshi.model.FindingCode;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.RichTextString;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.xmlbeans.XmlCursor;
import org.apache.xmlbeans.impl.values.XmlValueOutOfRangeException;
import org.jspecify.annotations.Nullable;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTCell;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTCol;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTCols;

/**
 * The cells of an .xlsx, from its stored text. POI's typed getters are not asked: they give 0.0 for a formula without a
 * value and fail on ISO dates.
 */
final class XlsxCells {

    private final XSSFWorkbook workbook;
    private final Map<Long, FormatCode> formats = new HashMap<>();
    private final Map<Long, Boolean> struck = new HashMap<>();

    private XlsxCells(XSSFWorkbook workbook) {
        this.workbook = workbook;
    }

    static void tell(XSSFWorkbook workbook, Weight weight, SheetSink sink) throws WorkbookRefused {
        int declared = workbook.getCTWorkbook().getSheets().sizeOfSheetArray();
        int found = workbook.getNumberOfSheets();
        weight.addSheets(declared);
        if (found == 0 || found < declared) {
            // POI drops a sheet whose part is missing and only logs it.
            throw corrupt("工作表 / sheets: " + found + " / " + declared);
        }
        XlsxCells cells = new XlsxCells(workbook);
        sink.begin();
        for (int i = 0; i < found; i++) {
            sink.sheet(workbook.getSheetName(i), workbook.isSheetHidden(i) || workbook.isSheetVeryHidden(i));
            cells.rows(workbook.getSheetAt(i), weight, new CellRows(sink));
            sink.endSheet(layout(workbook.getSheetAt(i)));
        }
    }

    private void rows(XSSFSheet sheet, Weight weight, CellRows rows) throws WorkbookRefused {
        if (sheet.getCTWorksheet().getSheetData() != null
                && sheet.getCTWorksheet().getSheetData().sizeOfRowArray() != sheet.getPhysicalNumberOfRows()) {
            throw corrupt("行号重复或缺失 / row numbers missing or double: " + sheet.getSheetName());
        }
        for (Row row : sheet) {
            weight.checkTime();
            if (row.getRowNum() < 0) {
                throw corrupt("行号缺失 / row without a number: " + sheet.getSheetName());
            }
            if (((XSSFRow) row).getCTRow().sizeOfCArray() != row.getPhysicalNumberOfCells()) {
                throw corrupt("单元格地址重复 / double cell address: " + sheet.getSheetName() + "!" + (row.getRowNum() + 1));
            }
            for (Cell cell : row) {
                CellValue value = located((XSSFCell) cell);
                rows.add(row.getRowNum(), cell.getColumnIndex(), value, value != null && isStruck((XSSFCell) cell));
            }
            rows.endRow(row.getRowNum(), row.getZeroHeight());
        }
    }

    private static SheetLayout layout(XSSFSheet sheet) {
        LayoutGathering layout = new LayoutGathering();
        for (CTCols columns : sheet.getCTWorksheet().getColsList()) {
            for (CTCol column : columns.getColList()) {
                if (column.getHidden()) {
                    layout.hideColumns((int) column.getMin() - 1, (int) column.getMax() - 1);
                }
            }
        }
        for (CellRangeAddress merged : sheet.getMergedRegions()) {
            layout.merge(new SheetLayout.Merge(
                    merged.getFirstRow(), merged.getFirstColumn(), merged.getLastRow(), merged.getLastColumn()));
        }
        return layout.layout();
    }

    private boolean isStruck(XSSFCell cell) {
        boolean styled = struck.computeIfAbsent(cell.getCTCell().getS(), index -> isStyleStruck(cell));
        if (styled || !(cell.getCTCell().isSetIs() || type(cell.getCTCell()).equals("s"))) {
            return styled;
        }
        XSSFRichTextString text = cell.getRichStringCellValue();
        return IntStream.range(0, text.numFormattingRuns())
                .mapToObj(text::getFontOfFormattingRun)
                .anyMatch(font -> font != null && font.getStrikeout());
    }

    private static boolean isStyleStruck(XSSFCell cell) {
        XSSFCellStyle style = cell.getCellStyle();
        // A font that is not there costs the look, not the file.
        return style != null
                && style.getFontIndex() < cell.getSheet().getWorkbook().getNumberOfFonts()
                && style.getFont().getStrikeout();
    }

    private @Nullable CellValue located(XSSFCell cell) throws WorkbookRefused {
        String address = CellAddress.of(cell.getRowIndex(), cell.getColumnIndex());
        String place = cell.getSheet().getSheetName() + "!" + address;
        CTCell stored = cell.getCTCell();
        if (stored.isSetR() && !stored.getR().equalsIgnoreCase(address)) {
            throw corrupt("单元格地址矛盾 / contradicting cell address: " + place + " ≠ " + stored.getR());
        }
        try {
            return value(cell, stored);
        } catch (WorkbookRefused e) {
            throw new WorkbookRefused(e.reason(), place + ": " + e.detail());
        } catch (RuntimeException e) {
            throw corrupt(place + ": " + e.getMessage());
        }
    }

    private @Nullable CellValue value(XSSFCell cell, CTCell stored) throws WorkbookRefused {
        String type = type(stored);
        String raw = stored.isSetV() ? stored.getV() : null;
        boolean empty = raw == null || raw.isBlank() && !type.equals("str");
        if (empty && stored.isSetF()) {
            return new CellValue.NotCalculated(formula(cell, stored));
        }
        if (type.equals("inlineStr")) {
            return stored.isSetIs() ? text(new XSSFRichTextString(stored.getIs())) : null;
        }
        if (empty || raw == null) {
            return null;
        }
        return switch (type) {
            case "n" -> number(cell, stored, raw);
            case "s" -> text(workbook.getSharedStringSource().getItemAt(Integer.parseInt(raw.strip())));
            case "str" -> text(new XSSFRichTextString(raw));
            case "b" ->
                new CellValue.Bool(raw.strip().equals("1") || raw.strip().equalsIgnoreCase("true"));
            case "e" -> new CellValue.Fault(raw.strip());
            case "d" -> CellScan.isoDate(raw.strip());
            default -> throw corrupt("单元格类型 / cell type \"" + type + "\"");
        };
    }

    /** POI gives no text instead of an empty one where an element holds nothing. */
    private static CellValue text(RichTextString rich) {
        return new CellValue.Text(Objects.requireNonNullElse(rich.getString(), ""));
    }

    /** POI's schema knows no ISO dates ("d"), so its typed getter fails on them. */
    private static String type(CTCell stored) {
        if (!stored.isSetT()) {
            return "n";
        }
        try {
            return stored.getT().toString();
        } catch (XmlValueOutOfRangeException e) {
            try (XmlCursor cursor = stored.newCursor()) {
                return String.valueOf(cursor.getAttributeText(new QName("t")));
            }
        }
    }

    private CellValue number(XSSFCell cell, CTCell stored, String raw) throws WorkbookRefused {
        BigDecimal number = StoredNumber.parse(raw);
        FormatCode format = formats.computeIfAbsent(stored.getS(), index -> format(cell));
        return StoredNumber.value(number, format, workbook.isDate1904());
    }

    private static FormatCode format(XSSFCell cell) {
        CellStyle style = cell.getCellStyle();
        return style == null ? FormatCode.PLAIN : FormatCode.of(style.getDataFormat(), style.getDataFormatString());
    }

    /** The formula's text is for people only: one that POI cannot print must not cost the whole workbook. */
    private static String formula(XSSFCell cell, CTCell stored) {
        String own = stored.getF().getStringValue();
        if (!own.isEmpty()) {
            return own;
        }
        try {
            return cell.getCellFormula();
        } catch (RuntimeException e) {
            return "";
        }
    }

    private static WorkbookRefused corrupt(String detail) {
        return new WorkbookRefused(FindingCode.FILE_CORRUPT, detail);
    }
}
