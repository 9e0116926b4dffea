package mengshi.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mengshi.workbook.CellValue;
import mengshi.workbook.LocatedCell;
import mengshi.workbook.SheetContent;

/** Matches header words with a form's columns, over several header rows joined down. May be shared by threads. */
final class HeaderWords {

    /** A form's column as it was met on the sheet, at the lowest cell of its header. */
    record Met(FormColumn column, Label label, LocatedCell cell) {}

    private static final Pattern OTHER_BASIS = Pattern.compile("[上去前]年|上期|同期|计划|目标|预算|比重|占比");

    /** Far more than the words of all headers; other words are met while a header is looked for. */
    private static final int REMEMBERED = 1 << 10;

    private final Map<String, FormColumn> byKey = new HashMap<>();
    private final Set<String> valueKeys = new HashSet<>();
    private final UnitCatalogue units;
    private final Pattern cumulative;
    private final TextMemory<Label> labels = new TextMemory<>(this::labelled, REMEMBERED);
    private final TextMemory<Boolean> beginnings = new TextMemory<>(this::begins, REMEMBERED);

    /** @param month the last one of the period, from 1 */
    HeaderWords(Form form, UnitCatalogue units, int month) {
        this.units = units;
        // 1—6月累计 is 1—本月累计 in June, and nothing that is known in any other month.
        this.cumulative = Pattern.compile("(?<!\\d)0?1月?[-至]0?" + month + "月");
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
        for (LocatedCell cell : row.cells()) {
            if (cell.value() instanceof CellValue.Text text && beginnings.of(text.text())) {
                return true;
            }
        }
        return false;
    }

    private boolean begins(String text) {
        String key = label(text).key();
        return !key.isEmpty() && byKey.keySet().stream().anyMatch(known -> known.startsWith(key));
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
        List<String> path = new ArrayList<>();
        LocatedCell lowest = null;
        for (SheetContent.CellRow row : header) {
            Optional<LocatedCell> cell = textAt(row, position);
            // Under a merged cell only its first column has text, so the word may stand further left.
            String word = cell.map(own -> own.value().written()).orElse("");
            if (cell.isPresent()) {
                lowest = cell.get();
            } else if (lowest == null) {
                word = textLeftOf(row, position);
            }
            if (!word.isEmpty()) {
                path.add(word);
            }
        }
        if (lowest == null) {
            return Optional.empty();
        }
        LocatedCell cell = lowest;
        return named(path).map(met -> new Met(met.column(), met.label(), cell));
    }

    /** The whole path down to the cell names the column, or its lower end below words that change nothing. */
    private Optional<Named> named(List<String> path) {
        for (int from = 0; from < path.size(); from++) {
            Optional<Named> named = named(String.join("", path.subList(from, path.size())));
            if (named.isPresent()) {
                List<String> above = path.subList(0, from);
                return named.filter(found -> above.stream().noneMatch(word -> means(word, found.column()))
                        && !means(String.join("", above), found.column()));
            }
        }
        return Optional.empty();
    }

    /** 同比增长 under 本月 is another measure than 同比增长 alone, and 累计 under 上年 is not this year's. */
    private boolean means(String above, FormColumn column) {
        String key = label(above).key();
        return OTHER_BASIS.matcher(key).find() || (valueKeys.contains(key) && byKey.get(key) != column);
    }

    private Optional<Named> named(String text) {
        Label written = label(text);
        Label label = byKey.containsKey(written.key()) ? written : written.withoutEnglish(units);
        return Optional.ofNullable(byKey.get(label.key())).map(column -> new Named(column, label));
    }

    private record Named(FormColumn column, Label label) {}

    private Label label(String text) {
        return labels.of(text);
    }

    private Label labelled(String text) {
        Matcher matcher = cumulative.matcher(Label.bare(text));
        return Label.of(matcher.find() ? matcher.replaceFirst("1-本月") : text, units);
    }

    private static Optional<LocatedCell> textAt(SheetContent.CellRow row, int position) {
        return row.cells().stream()
                .filter(cell -> cell.column() == position
                        && cell.value() instanceof CellValue.Text text
                        && !Label.bare(text.text()).isEmpty())
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
