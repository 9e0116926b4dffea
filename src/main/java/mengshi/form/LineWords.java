package mengshi.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A form's lines by what people write for them: code, label, other names. May be shared by threads. */
final class LineWords {

    private static final Pattern LEADING_ZEROS = Pattern.compile("^0+(?=\\d)");

    /** A form has some hundred lines. */
    private static final int REMEMBERED = 1 << 12;

    private final Map<String, FormLine> byCode = new HashMap<>();
    private final Map<String, List<FormLine>> byLabel = new HashMap<>();
    private final UnitCatalogue units;

    // What a text is called does not change while the form does not.
    private final TextMemory<Optional<FormLine>> coded = new TextMemory<>(this::coded, REMEMBERED);
    private final TextMemory<Label> labels = new TextMemory<>(this::labelled, REMEMBERED);

    LineWords(Form form, UnitCatalogue units) {
        this.units = units;
        for (FormLine line : form.lines()) {
            byCode.put(code(line.code()), line);
            keys(line, units).forEach(key -> byLabel.computeIfAbsent(key, label -> new ArrayList<>())
                    .add(line));
        }
    }

    Optional<FormLine> byCode(String written) {
        return coded.of(written);
    }

    private Optional<FormLine> coded(String written) {
        return Label.hasDressedDigits(written) ? Optional.empty() : Optional.ofNullable(byCode.get(code(written)));
    }

    /** All lines that are called so; several where a form has one label under two headings. */
    List<FormLine> byLabel(String written) {
        List<FormLine> lines = byLabel.get(label(written).key());
        return lines == null ? List.of() : lines;
    }

    /** Whether a line is called so. */
    boolean isCalled(FormLine line, String written) {
        for (FormLine called : byLabel(written)) {
            if (called == line) {
                return true;
            }
        }
        return false;
    }

    /** A label as it is compared; without its English where the form does not know it otherwise. */
    Label label(String written) {
        return labels.of(written);
    }

    private Label labelled(String written) {
        Label label = Label.of(written, units);
        return byLabel.containsKey(label.key()) ? label : label.withoutEnglish(units);
    }

    /** The unit that a label on the sheet states of its own accord; none where the form prints it there anyway. */
    Optional<Unit> unitIn(FormLine line, String written) {
        boolean printed = Label.of(line.label(), units).unit() != null;
        return printed ? Optional.empty() : Optional.ofNullable(label(written).unit());
    }

    /** Everything a line may be called, as compared. */
    static Set<String> keys(FormLine line, UnitCatalogue units) {
        Set<String> keys = new HashSet<>();
        keys.add(Label.of(line.label(), units).key());
        line.aliases().forEach(alias -> keys.add(Label.of(alias, units).key()));
        return keys;
    }

    /** Excel drops the leading zeros of a code typed as a number. */
    private static String code(String written) {
        return LEADING_ZEROS.matcher(Label.bare(written)).replaceFirst("");
    }
}
