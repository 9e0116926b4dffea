package mengshi.form;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mengshi.workbook.CellValue;
import mengshi.workbook.LocatedCell;
import mengshi.workbook.SheetContent;
import org.jspecify.annotations.Nullable;

/** What was found around a form's table: each field's value and the cell that holds it. */
final class Frame {

    /** How far to the right of its name a value may stand, in columns. */
    private static final int REACH = 6;

    private final Map<FrameField, LocatedCell> cells;
    private final Map<FrameField, List<LocatedCell>> all;

    private Frame(Map<FrameField, LocatedCell> cells, Map<FrameField, List<LocatedCell>> all) {
        this.cells = cells;
        this.all = all;
    }

    /** Reads the frame out of a sheet; of a field that stands twice, the first filled one counts. */
    static Frame of(Grid grid) {
        Map<FrameField, LocatedCell> cells = new EnumMap<>(FrameField.class);
        Map<FrameField, List<LocatedCell>> all = new EnumMap<>(FrameField.class);
        for (SheetContent.CellRow row : grid.rows()) {
            for (LocatedCell cell : row.cells()) {
                if (cell.value() instanceof CellValue.Text text) {
                    List<FrameLabels.Named> named = FrameLabels.in(text.text());
                    for (int i = 0; i < named.size(); i++) {
                        boolean last = i == named.size() - 1;
                        FrameField field = named.get(i).field();
                        LocatedCell value = value(cell, named.get(i).value(), last ? row : null);
                        put(cells, field, value);
                        all.computeIfAbsent(field, first -> new ArrayList<>()).add(value);
                    }
                }
            }
        }
        return new Frame(cells, all);
    }

    private static void put(Map<FrameField, LocatedCell> cells, FrameField field, LocatedCell value) {
        LocatedCell known = cells.get(field);
        if (known == null || isBlank(known)) {
            cells.put(field, value);
        }
    }

    private static LocatedCell value(LocatedCell name, String behind, SheetContent.@Nullable CellRow row) {
        if (behind.isEmpty() && row != null) {
            return neighbour(name, row).orElse(new LocatedCell(name.row(), name.column(), new CellValue.Blank()));
        }
        CellValue value = behind.isEmpty() ? new CellValue.Blank() : new CellValue.Text(behind);
        return new LocatedCell(name.row(), name.column(), value);
    }

    private static Optional<LocatedCell> neighbour(LocatedCell name, SheetContent.CellRow row) {
        return row.cells().stream()
                .filter(cell -> cell.column() > name.column() && cell.column() <= name.column() + REACH)
                .filter(cell -> !Label.bare(cell.value().written()).isEmpty())
                .findFirst()
                .filter(cell -> FrameLabels.in(cell.value().written()).isEmpty());
    }

    /** The cell that holds a field's value, or its name where the value is blank. */
    Optional<LocatedCell> cell(FrameField field) {
        return Optional.ofNullable(cells.get(field));
    }

    /** The filled cells of a field that stands more than once, without the one that counts. */
    List<LocatedCell> repeated(FrameField field) {
        LocatedCell counts = cells.get(field);
        return all.getOrDefault(field, List.of()).stream()
                .filter(cell -> !isBlank(cell) && !cell.equals(counts))
                .toList();
    }

    /** A field's value as written; empty where it is blank. */
    Optional<String> text(FrameField field) {
        return cell(field)
                .filter(cell -> !isBlank(cell))
                .map(cell -> cell.value().written().strip());
    }

    /**
     * All filled fields by key. The reporting date as ISO date; one that is no date is left out, because the order of
     * versions hangs on it.
     */
    Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        for (FrameField field : FrameField.values()) {
            Optional<String> text = field == FrameField.REPORTED_ON
                    ? cell(field).flatMap(cell -> DayText.read(cell.value())).map(Object::toString)
                    : text(field);
            text.ifPresent(value -> texts.put(field.key(), value));
        }
        return texts;
    }

    private static boolean isBlank(LocatedCell cell) {
        return Label.bare(cell.value().written()).isEmpty();
    }
}
