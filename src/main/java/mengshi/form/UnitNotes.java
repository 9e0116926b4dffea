package mengshi.form;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mengshi.workbook.CellValue;
import mengshi.workbook.LocatedCell;
import mengshi.workbook.SheetContent;

/**
 * Units stated beside a table for the whole of it: 单位：万元 above it, a bracket behind its title, a note below. The
 * nearest comes first; a cell may state several, of which each line takes the one that can be its own.
 */
final class UnitNotes {

    private static final Pattern STATED =
            Pattern.compile("(?<!\\p{IsHan})(?:计量|货币|金额|数量)?\\s*单\\s*位\\s*(?::|均?为)\\s*([^。]*)");
    private static final Pattern IN_SENTENCE = Pattern.compile("单位均?为([^,，;；。、\\s]+)|以(\\S+?)为(?:计量)?单位");
    private static final Pattern PARTED = Pattern.compile("[,、;\\s]+");

    /** In every statement; no other character becomes this one when text is normalised. */
    private static final char UNIT = '位';

    private static final TextMemory<Boolean> STATEMENTS = new TextMemory<>(UnitNotes::states);

    /** Titles end within so many rows above the table. */
    private static final int TITLE_ROWS = 15;

    private final List<Unit> nearestFirst;

    private UnitNotes(List<Unit> nearestFirst) {
        this.nearestFirst = List.copyOf(nearestFirst);
    }

    /** @param headerRow the first row of the table's header, 0-based; -1 where none was found */
    static UnitNotes of(Grid grid, int headerRow, UnitCatalogue units) {
        List<Unit> above = new ArrayList<>();
        List<Unit> titles = new ArrayList<>();
        List<Unit> below = new ArrayList<>();
        for (SheetContent.CellRow row : grid.rows()) {
            for (LocatedCell cell : row.cells()) {
                if (row.index() < headerRow) {
                    // Rows come from the top, and the one next to the table counts first.
                    if (isStatement(cell)) {
                        above.addAll(0, stated(STATED, cell, row, units));
                    }
                    title(cell, headerRow, units).ifPresent(titles::add);
                } else if (row.index() > headerRow && headerRow >= 0 && isStatement(cell)) {
                    below.addAll(stated(STATED, cell, row, units));
                    below.addAll(stated(IN_SENTENCE, cell, row, units));
                }
            }
        }
        above.addAll(titles);
        above.addAll(below);
        return new UnitNotes(above);
    }

    /** Whether a text states a unit for more than its own cell. */
    static boolean isStatement(String text) {
        return text.indexOf(UNIT) >= 0 && STATEMENTS.of(text);
    }

    private static boolean isStatement(LocatedCell cell) {
        return cell.value() instanceof CellValue.Text text && isStatement(text.text());
    }

    private static boolean states(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC);
        return STATED.matcher(plain).find() || IN_SENTENCE.matcher(plain).find();
    }

    boolean isEmpty() {
        return nearestFirst.isEmpty();
    }

    /** The nearest unit in which something can be counted that belongs into {@code expected}. */
    Optional<Unit> fitting(Unit expected) {
        return nearestFirst.stream()
                .filter(unit -> unit.base().equals(expected.base()))
                .findFirst();
    }

    private static Optional<Unit> title(LocatedCell cell, int headerRow, UnitCatalogue units) {
        boolean isText = cell.value() instanceof CellValue.Text && cell.row() >= headerRow - TITLE_ROWS;
        return isText
                ? Optional.ofNullable(Label.of(cell.value().written(), units).unit())
                : Optional.empty();
    }

    private static List<Unit> stated(Pattern pattern, LocatedCell cell, SheetContent.CellRow row, UnitCatalogue units) {
        Matcher matcher = pattern.matcher(Normalizer.normalize(cell.value().written(), Normalizer.Form.NFKC));
        List<Unit> stated = new ArrayList<>();
        while (matcher.find()) {
            String written = Optional.ofNullable(matcher.group(1))
                    .orElseGet(() -> matcher.groupCount() > 1 ? matcher.group(2) : "")
                    .strip();
            stated.addAll(parts(written.isEmpty() ? rightOf(cell, row) : written, units));
        }
        return stated;
    }

    private static List<Unit> parts(String written, UnitCatalogue units) {
        Optional<Unit> whole = units.find(written);
        return whole.isPresent()
                ? List.of(whole.get())
                : PARTED.splitAsStream(written)
                        .flatMap(part -> units.find(part).stream())
                        .toList();
    }

    private static String rightOf(LocatedCell cell, SheetContent.CellRow row) {
        return row.cells().stream()
                .filter(other -> other.column() > cell.column())
                .findFirst()
                .map(other -> other.value().written())
                .orElse("");
    }
}
