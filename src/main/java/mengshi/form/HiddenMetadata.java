package mengshi.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mengshi.model.Area;
import mengshi.model.Period;
import mengshi.workbook.CellValue;
import mengshi.workbook.LocatedCell;
import mengshi.workbook.SheetContent;

/** The hidden sheet that a form written by this program carries: key and value in two columns. */
final class HiddenMetadata {

    /** Sheets whose name begins so are the program's own and never data. */
    static final String SHEET = "_mengshi";

    private static final String FORM = "form";
    private static final String AREA = "area";
    private static final String PERIOD = "period";
    private static final String FORM_SHEET = "sheet";

    /** SHA-256 over labels and names of a form as it was handed out. */
    static final String CHECKSUM = "sha256";

    private final Map<String, String> entries;

    private HiddenMetadata(Map<String, String> entries) {
        this.entries = Map.copyOf(entries);
    }

    static HiddenMetadata of(List<Grid> grids) {
        Map<String, String> entries = new HashMap<>();
        for (Grid grid : grids) {
            if (grid.sheetName().equals(SHEET)) {
                grid.rows().stream()
                        .filter(row -> row.cells().size() >= 2)
                        .forEach(row -> entries.putIfAbsent(text(row, 0), text(row, 1)));
            }
        }
        return new HiddenMetadata(entries);
    }

    /** The sheet that {@link #of} reads back. */
    static SheetContent sheet(Form form, Area area, Period period) {
        List<List<String>> entries = List.of(
                List.of(FORM, form.code()),
                List.of(AREA, area.code()),
                List.of(PERIOD, period.code()),
                List.of(FORM_SHEET, form.masthead().sheetName()));
        List<SheetContent.CellRow> rows = new ArrayList<>();
        for (int row = 0; row < entries.size(); row++) {
            rows.add(new SheetContent.CellRow(
                    row,
                    List.of(
                            new LocatedCell(
                                    row, 0, new CellValue.Text(entries.get(row).get(0))),
                            new LocatedCell(
                                    row, 1, new CellValue.Text(entries.get(row).get(1))))));
        }
        return new SheetContent(SHEET, true, rows);
    }

    Optional<String> form() {
        return Optional.ofNullable(entries.get(FORM));
    }

    Optional<String> area() {
        return Optional.ofNullable(entries.get(AREA));
    }

    Optional<Period> period() {
        return Optional.ofNullable(entries.get(PERIOD)).flatMap(Period::parse);
    }

    /** Of a form that was handed out as a blank one. */
    Optional<String> checksum() {
        return Optional.ofNullable(entries.get(CHECKSUM));
    }

    /** The name of the sheet that holds the form. */
    Optional<String> formSheet() {
        return Optional.ofNullable(entries.get(FORM_SHEET));
    }

    private static String text(SheetContent.CellRow row, int index) {
        return row.cells().get(index).value().written().strip();
    }
}
