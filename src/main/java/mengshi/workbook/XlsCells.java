package mengshi.workbook;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.poi.hssf.record.CellValueRecordInterface;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.aggregates.FormulaRecordAggregate;
import org.apache.poi.hssf.usermodel.HSSFCell;
import org.apache.poi.hssf.usermodel.HSSFRichTextString;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jspecify.annotations.Nullable;

/** The cells of an .xls. */
final class XlsCells {

    private static final int COLUMNS = 256;

    private final HSSFWorkbook workbook;
    private final boolean since1904;
    private final Map<Short, FormatCode> formats = new HashMap<>();

    private XlsCells(HSSFWorkbook workbook) {
        this.workbook = workbook;
        this.since1904 = workbook.getInternalWorkbook().isUsing1904DateWindowing();
    }

    static void tell(HSSFWorkbook workbook, Weight weight, SheetSink sink) throws WorkbookRefused {
        XlsCells cells = new XlsCells(workbook);
        sink.begin();
        for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
            sink.sheet(workbook.getSheetName(i), workbook.isSheetHidden(i) || workbook.isSheetVeryHidden(i));
            cells.rows(workbook.getSheetAt(i), weight, new CellRows(sink));
            sink.endSheet(layout(workbook.getSheetAt(i)));
        }
    }

    private void rows(HSSFSheet sheet, Weight weight, CellRows rows) throws WorkbookRefused {
        Set<String> notCalculated = notCalculated(sheet);
        for (Row row : sheet) {
            weight.checkTime();
            for (Cell cell : row) {
                String address = CellAddress.of(cell.getRowIndex(), cell.getColumnIndex());
                CellValue value = located(cell, address, notCalculated);
                rows.add(row.getRowNum(), cell.getColumnIndex(), value, value != null && isStruck((HSSFCell) cell));
            }
            rows.endRow(row.getRowNum(), row.getZeroHeight());
        }
    }

    private static SheetLayout layout(HSSFSheet sheet) {
        LayoutGathering layout = new LayoutGathering();
        for (int column = 0; column < COLUMNS; column++) {
            if (sheet.isColumnHidden(column)) {
                layout.hideColumns(column, column);
            }
        }
        for (CellRangeAddress merged : sheet.getMergedRegions()) {
            layout.merge(new SheetLayout.Merge(
                    merged.getFirstRow(), merged.getFirstColumn(), merged.getLastRow(), merged.getLastColumn()));
        }
        return layout.layout();
    }

    private boolean isStruck(HSSFCell cell) {
        boolean styled = cell.getCellStyle().getFont(workbook).getStrikeout();
        if (styled || cell.getCellType() != CellType.STRING) {
            return styled;
        }
        HSSFRichTextString text = cell.getRichStringCellValue();
        return IntStream.range(0, text.numFormattingRuns())
                .map(text::getFontOfFormattingRun)
                // Excel counts fonts without a fourth one.
                .anyMatch(font -> font <= workbook.getNumberOfFonts()
                        && workbook.getFontAt(font).getStrikeout());
    }

    private @Nullable CellValue located(Cell cell, String address, Set<String> notCalculated) throws WorkbookRefused {
        try {
            return notCalculated.contains(address)
                    ? new CellValue.NotCalculated(formula(cell))
                    : value(cell, cell.getCellType());
        } catch (WorkbookRefused e) {
            throw new WorkbookRefused(e.reason(), cell.getSheet().getSheetName() + "!" + address + ": " + e.detail());
        }
    }

    /**
     * Formulas for which the file holds no value: marked "calculate when loaded" and zero, which is how programs that
     * cannot calculate write them.
     */
    private static Set<String> notCalculated(HSSFSheet sheet) {
        Set<String> addresses = new HashSet<>();
        Iterator<CellValueRecordInterface> records = sheet.getSheet().getCellValueIterator();
        while (records.hasNext()) {
            if (records.next() instanceof FormulaRecordAggregate aggregate) {
                FormulaRecord formula = aggregate.getFormulaRecord();
                boolean number = formula.getCachedResultTypeEnum() == CellType.NUMERIC;
                if (formula.isCalcOnLoad() && number && formula.getValue() == 0) {
                    addresses.add(CellAddress.of(formula.getRow(), formula.getColumn()));
                }
            }
        }
        return addresses;
    }

    private @Nullable CellValue value(Cell cell, CellType type) throws WorkbookRefused {
        return switch (type) {
            case NUMERIC ->
                StoredNumber.value(
                        StoredNumber.of(cell.getNumericCellValue()),
                        formats.computeIfAbsent(cell.getCellStyle().getIndex(), index -> format(cell)),
                        since1904);
            case STRING -> new CellValue.Text(cell.getRichStringCellValue().getString());
            case BOOLEAN -> new CellValue.Bool(cell.getBooleanCellValue());
            case ERROR ->
                new CellValue.Fault(
                        FormulaError.forInt(cell.getErrorCellValue()).getString());
            case FORMULA -> value(cell, cell.getCachedFormulaResultType());
            case BLANK, _NONE -> null;
        };
    }

    private static FormatCode format(Cell cell) {
        return FormatCode.of(
                cell.getCellStyle().getDataFormat(), cell.getCellStyle().getDataFormatString());
    }

    /** The formula's text is for people only: one that POI cannot print must not cost the whole workbook. */
    private static String formula(Cell cell) {
        try {
            return cell.getCellFormula();
        } catch (RuntimeException e) {
            return "";
        }
    }
}
