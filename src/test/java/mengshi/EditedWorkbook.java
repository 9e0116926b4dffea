package mengshi;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.ss.util.CellReference;

/** A workbook in the hands of a statistician: opened, typed into, saved. */
public final class EditedWorkbook {

    static final String FORM = "主要经济指标";
    static final String REPLY = "审核结果";

    private static final int REASON_COLUMN = 2;

    private final Workbook workbook;

    private EditedWorkbook(Workbook workbook) {
        this.workbook = workbook;
    }

    public static byte[] of(byte[] file, Consumer<EditedWorkbook> edits) throws IOException {
        try (Workbook workbook = WorkbookFactory.create(new ByteArrayInputStream(file))) {
            edits.accept(new EditedWorkbook(workbook));
            ByteArrayOutputStream saved = new ByteArrayOutputStream();
            workbook.write(saved);
            return saved.toByteArray();
        }
    }

    /** What stands in a cell. */
    public static double number(byte[] file, String address) throws IOException {
        try (Workbook workbook = WorkbookFactory.create(new ByteArrayInputStream(file))) {
            return cell(workbook.getSheet(FORM), address).getNumericCellValue();
        }
    }

    public EditedWorkbook put(String address, double number) {
        cell(workbook.getSheet(FORM), address).setCellValue(number);
        return this;
    }

    public EditedWorkbook put(String address, String text) {
        cell(workbook.getSheet(FORM), address).setCellValue(text);
        return this;
    }

    public EditedWorkbook empty(String address) {
        cell(workbook.getSheet(FORM), address).setBlank();
        return this;
    }

    /** Types an explanation beside a finding. */
    public EditedWorkbook answer(String findingId, String text) {
        for (Row row : workbook.getSheet(REPLY)) {
            for (Cell cell : row) {
                if (cell.toString().equals(findingId)) {
                    row.getCell(cell.getColumnIndex() - 1).setCellValue(text);
                    return this;
                }
            }
        }
        throw new NoSuchElementException(findingId);
    }

    /** Writes another id into the row of a finding, and an explanation beside it. */
    EditedWorkbook answerAs(String findingId, String otherId, String text) {
        answer(findingId, text);
        for (Row row : workbook.getSheet(REPLY)) {
            for (Cell cell : row) {
                if (cell.toString().equals(findingId)) {
                    cell.setCellValue(otherId);
                }
            }
        }
        return this;
    }

    public EditedWorkbook reason(String text) {
        for (Row row : workbook.getSheet(REPLY)) {
            if (row.getCell(0) != null && row.getCell(0).toString().equals("更正说明")) {
                row.getCell(REASON_COLUMN).setCellValue(text);
                return this;
            }
        }
        throw new NoSuchElementException("更正说明");
    }

    private static Cell cell(Sheet sheet, String address) {
        CellReference at = new CellReference(address);
        Row row = sheet.getRow(at.getRow());
        return row.getCell(at.getCol(), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
    }
}
