package mengshi.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.poi.hssf.record.CellValueRecordInterface;
import org.apache.poi.hssf.record.aggregates.FormulaRecordAggregate;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;

/** Writes workbooks into memory. The same draft always gives the same bytes, on any day and any machine. */
public final class WorkbookWriter {

    static final String AUTHOR = "mengshi";
    private static final int WIDTH_UNITS = 256;

    private WorkbookWriter() {}

    /** The workbook as .xlsx. */
    public static byte[] xlsx(WorkbookDraft draft) {
        try {
            return XlsxPackage.of(draft);
        } catch (IOException e) {
            throw new UncheckedIOException("A workbook in memory cannot be written", e);
        }
    }

    /** The workbook as .xls (BIFF8). */
    public static byte[] xls(WorkbookDraft draft) {
        try (HSSFWorkbook workbook = new HSSFWorkbook()) {
            // POI would write the login name of whoever runs the program.
            workbook.getInternalWorkbook().getWriteAccess().setUsername(AUTHOR);
            fill(workbook, draft);
            for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
                settleFormulas(workbook.getSheetAt(i), draft.sheets().get(i));
            }
            return bytes(workbook);
        } catch (IOException e) {
            throw new UncheckedIOException("A workbook in memory cannot be written", e);
        }
    }

    private static byte[] bytes(HSSFWorkbook workbook) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        workbook.write(content);
        return content.toByteArray();
    }

    private static void fill(HSSFWorkbook workbook, WorkbookDraft draft) {
        Palette palette = new Palette(workbook);
        for (SheetDraft sheet : draft.sheets()) {
            write(workbook.createSheet(sheet.name()), sheet, palette);
        }
        for (int i = 0; i < draft.sheets().size(); i++) {
            workbook.setSheetHidden(i, draft.sheets().get(i).hidden());
        }
        workbook.setActiveSheet(draft.shown());
        workbook.setSelectedTab(draft.shown());
    }

    private static void write(Sheet sheet, SheetDraft draft, Palette palette) {
        draft.rows().forEach((index, cells) -> {
            Row row = sheet.createRow(index);
            cells.forEach((column, cell) -> write(row.createCell(column), cell, palette));
        });
        draft.merges()
                .forEach(merge -> sheet.addMergedRegion(new CellRangeAddress(
                        merge.firstRow(), merge.lastRow(), merge.firstColumn(), merge.lastColumn())));
        draft.widths().forEach((column, characters) -> sheet.setColumnWidth(column, characters * WIDTH_UNITS));
    }

    private static void write(Cell cell, CellDraft draft, Palette palette) {
        draft.formula().ifPresent(cell::setCellFormula);
        setValue(cell, draft.value());
        CellLook look = draft.suitedLook();
        if (!look.equals(CellLook.PLAIN)) {
            cell.setCellStyle(palette.style(look));
        }
    }

    private static void setValue(Cell cell, CellValue value) {
        if (value instanceof CellValue.Text text) {
            cell.setCellValue(text.text());
        } else if (value instanceof CellValue.Numeric numeric) {
            cell.setCellValue(numeric.number().doubleValue());
        } else if (value instanceof CellValue.Day day) {
            cell.setCellValue(day.date());
        } else if (value instanceof CellValue.Bool bool) {
            cell.setCellValue(bool.truth());
        } else if (value instanceof CellValue.Fault fault) {
            cell.setCellErrorValue(FormulaError.forString(fault.error()).getCode());
        }
    }

    /** POI marks every formula "calculate when loaded"; one that comes with its value needs no such mark. */
    private static void settleFormulas(HSSFSheet sheet, SheetDraft draft) {
        var records = sheet.getSheet().getCellValueIterator();
        while (records.hasNext()) {
            CellValueRecordInterface stored = records.next();
            if (stored instanceof FormulaRecordAggregate aggregate) {
                CellDraft cell = draft.cell(aggregate.getRow(), aggregate.getColumn());
                aggregate.getFormulaRecord().setCalcOnLoad(cell.value() instanceof CellValue.NotCalculated);
            }
        }
    }
}
