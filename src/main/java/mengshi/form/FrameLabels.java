package mengshi.form;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the names of frame fields in a cell's text: one or several, with their values behind them or not. */
final class FrameLabels {

    /** A field's name in a text and what stands behind it, up to the next name. */
    record Named(FrameField field, String value) {}

    private static final Map<String, FrameField> FIELDS = fields();

    /** So short a name that it also ends others: it counts only where a word begins, and only with a colon. */
    private static final String SHORT = "代码";

    private static final Pattern WITH_COLON = withColon();
    private static final Pattern BRACKET = Pattern.compile("\\([^()]*\\)$");

    private static final TextMemory<List<Named>> KNOWN = new TextMemory<>(FrameLabels::named);

    private FrameLabels() {}

    /** The fields that a text names with a colon, or names and says nothing else. */
    static List<Named> in(String text) {
        return KNOWN.of(text);
    }

    private static List<Named> named(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC);
        if (plain.indexOf(':') < 0) {
            return alone(plain).map(only -> List.of(new Named(only, ""))).orElse(List.of());
        }
        Matcher matcher = WITH_COLON.matcher(plain);
        List<Named> named = new ArrayList<>();
        FrameField field = null;
        int from = 0;
        while (matcher.find()) {
            if (field != null) {
                named.add(
                        new Named(field, plain.substring(from, matcher.start()).strip()));
            }
            field = FIELDS.get(Label.bare(matcher.group(1)));
            from = matcher.end();
        }
        if (field != null) {
            named.add(new Named(field, plain.substring(from).strip()));
        }
        return List.copyOf(named);
    }

    private static Optional<FrameField> alone(String plain) {
        String bare = BRACKET.matcher(Label.bare(plain)).replaceFirst("");
        return bare.equals(SHORT) ? Optional.empty() : Optional.ofNullable(FIELDS.get(bare));
    }

    private static Map<String, FrameField> fields() {
        Map<String, FrameField> fields = new HashMap<>();
        for (FrameField field : FrameField.values()) {
            field.labels().forEach(label -> fields.put(label, field));
        }
        return Map.copyOf(fields);
    }

    private static Pattern withColon() {
        String names = FIELDS.keySet().stream()
                .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .map(name -> name.equals(SHORT) ? "(?<![\\p{L}\\p{N}])" + spaced(name) : spaced(name))
                .collect(Collectors.joining("|"));
        return Pattern.compile("(" + names + ")\\s*(?:\\([^():]*\\)\\s*)?:");
    }

    /** People widen a name with blanks: 表 号. */
    private static String spaced(String name) {
        return Stream.of(name.split("")).collect(Collectors.joining("\\s*"));
    }
}
