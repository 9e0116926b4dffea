package mengshi.form;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import mengshi.model.Period;
import mengshi.workbook.CellValue;
import mengshi.workbook.LocatedCell;
import mengshi.workbook.SheetContent;

/** Matches header words with a form's columns, over several header rows joined down. */
final class HeaderWords {

    /** A form's column as it was met on the sheet, at the lowest cell of its header. */
    record Met(FormColumn column, Label label, LocatedCell cell) {}

    private final Map<String, FormColumn> byKey = new HashMap<>();
    private final Set<String> valueKeys = new HashSet<>();
    private final UnitCatalogue units;
    private final Pattern cumulative;

    HeaderWords(Form form, UnitCatalogue units, Period period) {
        this.units = units;
        // 1—6月累计 is 1—本月累计 in June, and nothing that is known in any other month.
        this.cumulative = Pattern.compile("(?<!\\d)0?1月?[-至]0?" + period.endMonth() + "月");
        for (FormColumn column : form.columns()) {
            put(column, column.label());
            column.aliases().forEach(alias -> put(column, alias));
        }
    }

    private void put(FormColumn column, String label) {
        String key = Label.of(label, units).key();
        byKey.putIfAbsent(key, column);
        if (column.role() == FormColumn.Role.VALUE) {
            valueKeys.add(key);
        }
    }

    /** Whether a header can begin in this row: any other row is not worth joining with the ones below it. */
    boolean mayBeginIn(SheetContent.CellRow row) {
        return row.cells().stream()
                .filter(cell -> cell.value() instanceof CellValue.Text)
                .map(cell -> label(cell.value().written()).key())
                .anyMatch(key -> !key.isEmpty() && byKey.keySet().stream().anyMatch(known -> known.startsWith(key)));
    }

    /** The form's columns that the given rows, read as one header, name; by the sheet's column. */
    Map<Integer, Met> match(List<SheetContent.CellRow> header) {
        Map<Integer, Met> met = new LinkedHashMap<>();
        Set<Integer> positions = new HashSet<>();
        header.forEach(row -> row.cells().forEach(cell -> positions.add(cell.column())));
        positions.stream().sorted().forEach(position -> column(header, position)
                .ifPresent(column -> met.put(position, column)));
        return met;
    }

    private Optional<Met> column(List<SheetContent.CellRow> header, int position) {
        StringBuilder own = new StringBuilder();
        StringBuilder inherited = new StringBuilder();
        LocatedCell lowest = null;
        String parent = "";
        for (SheetContent.CellRow row : header) {
            Optional<LocatedCell> cell = textAt(row, position);
            if (cell.isPresent()) {
                lowest = cell.get();
                own.append(lowest.value().written());
                inherited.append(parent).append(lowest.value().written());
                parent = "";
            } else {
                // Under a merged cell only its first column has text, so the word may stand further left.
                parent = lowest == null ? parent + textLeftOf(row, position) : parent;
            }
        }
        if (lowest == null) {
            return Optional.empty();
        }
        LocatedCell cell = lowest;
        return named(inherited.toString())
                .or(() -> named(own.toString()).filter(met -> !isUnderOtherValue(own, inherited, met.column())))
                .map(met -> new Met(met.column(), met.label(), cell));
    }

    /** 同比增长 under 本月 is another measure than 同比增长 alone. */
    private boolean isUnderOtherValue(StringBuilder own, StringBuilder inherited, FormColumn column) {
        String parent = inherited.substring(0, inherited.length() - own.length());
        String key = label(parent).key();
        return valueKeys.contains(key) && byKey.get(key) != column;
    }

    private Optional<Named> named(String text) {
        Label label = label(text);
        return Optional.ofNullable(byKey.get(label.key())).map(column -> new Named(column, label));
    }

    private record Named(FormColumn column, Label label) {}

    private Label label(String text) {
        return Label.of(cumulative.matcher(Label.bare(text)).replaceFirst("1-本月"), units);
    }

    private static Optional<LocatedCell> textAt(SheetContent.CellRow row, int position) {
        return row.cells().stream()
                .filter(cell -> cell.column() == position && cell.value() instanceof CellValue.Text)
                .findFirst();
    }

    private static String textLeftOf(SheetContent.CellRow row, int position) {
        return row.cells().stream()
                .filter(cell -> cell.column() < position && cell.value() instanceof CellValue.Text)
                .reduce((first, second) -> second)
                .map(cell -> cell.value().written())
                .orElse("");
    }
}
