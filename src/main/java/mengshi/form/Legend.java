package mengshi.form;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import mengshi.workbook.CellValue;
import mengshi.workbook.FormatCode;

/**
 * What may stand in a form's cells beside digits: the marks of its legend, and units that number formats write. May be
 * shared by threads.
 */
final class Legend {

    /** The Chinese ellipsis is six points long, the mark three. */
    private static final Pattern POINTS = Pattern.compile("\\.{3,}");

    private static final int REMEMBERED = 1 << 8;

    private final Form form;
    private final UnitCatalogue units;
    private final Map<String, FormMark> marks = new HashMap<>();
    private final TextMemory<Optional<FormMark>> read = new TextMemory<>(this::markIn, REMEMBERED);

    Legend(Form form, UnitCatalogue units) {
        this.form = form;
        this.units = units;
        form.marks().forEach(mark -> marks.putIfAbsent(key(mark.mark()), mark));
    }

    Form form() {
        return form;
    }

    Optional<FormMark> mark(CellValue value) {
        return value instanceof CellValue.Text text ? read.of(text.text()) : Optional.empty();
    }

    private Optional<FormMark> markIn(String text) {
        return Optional.ofNullable(marks.get(key(text)));
    }

    /**
     * The unit that a number's format writes behind it, as 0.00"亿元" does; empty where it writes none that is known.
     *
     * @param counted what the cell is counted in: 亿 behind money is 亿元
     */
    Optional<Unit> unitBehind(FormatCode format, Unit counted) {
        String behind = format.behind();
        return behind.isEmpty() ? Optional.empty() : units.find(behind).or(() -> units.find(behind + counted.base()));
    }

    private static String key(String written) {
        return POINTS.matcher(Label.bare(written)).replaceAll("...");
    }
}
