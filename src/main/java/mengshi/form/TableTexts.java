package mengshi.form;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import mengshi.workbook.CellValue;
import mengshi.workbook.LocatedCell;
import mengshi.workbook.SheetContent;

/** What the texts around a table are; remembered, because a long table says the same few texts over and over. */
final class TableTexts {

    private static final Pattern NOTE = Pattern.compile("^(?:说明|注|备注|附注|资料来源|数据来源)\\d?:.*", Pattern.DOTALL);

    private final Memory<String, String> bare = new Memory<>(Label::bare);
    private final Memory<String, Boolean> notes =
            new Memory<>(text -> NOTE.matcher(Label.bare(text)).matches());
    private final Memory<String, Boolean> names =
            new Memory<>(text -> !FrameLabels.in(text).isEmpty());
    private final Memory<String, Boolean> ends = new Memory<>(text ->
            FrameLabels.in(text).stream().anyMatch(named -> named.field().endsTable()));
    private final Memory<String, Boolean> units = new Memory<>(UnitNotes::isStatement);

    /** Keeps what it was asked before, as far as that is not more than memory should hold. */
    static final class Memory<K, V> {
        private static final int MOST = 20_000;

        private final Function<K, V> answer;
        private final Map<K, V> known = new HashMap<>();

        Memory(Function<K, V> answer) {
            this.answer = answer;
        }

        V of(K question) {
            V before = known.get(question);
            if (before != null) {
                return before;
            }
            if (known.size() >= MOST) {
                known.clear();
            }
            V now = answer.apply(question);
            known.put(question, now);
            return now;
        }
    }

    /** A cell's text without what typists vary. */
    String bare(CellValue value) {
        return value instanceof CellValue.Text text ? bare.of(text.text()) : Label.bare(value.written());
    }

    /** Notes, signers and reasons stand below a table, not in it. */
    boolean endTable(SheetContent.CellRow row) {
        CellValue first = row.cells().get(0).value();
        if (first instanceof CellValue.Text text && (notes.of(text.text()) || names.of(text.text()))) {
            return true;
        }
        for (LocatedCell cell : row.cells()) {
            if (cell.value() instanceof CellValue.Text text && ends.of(text.text())) {
                return true;
            }
        }
        return false;
    }

    /** Whether any of a row's texts may be about the table as a whole. */
    boolean isAboutTable(SheetContent.CellRow row) {
        for (LocatedCell cell : row.cells()) {
            if (cell.value() instanceof CellValue.Text text
                    && (names.of(text.text()) || units.of(text.text()) || notes.of(text.text()))) {
                return true;
            }
        }
        return false;
    }
}
