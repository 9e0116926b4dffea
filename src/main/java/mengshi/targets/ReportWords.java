package mengshi.targets;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import mengshi.seeds.SeedRow;
import mengshi.seeds.Seeds;

/** The words of a report that decide what a figure means; {@code seeds/report_word.csv}. */
final class ReportWords {

    private static final String FILE = "report_word";

    /** A word that binds a figure, and on which side of the figure it stands. */
    record Bound(String word, Modality modality, boolean before) {}

    /** A word that says a figure without a numeral, and binds it: 全覆盖 is 100 %. */
    record Implied(String word, Modality modality, Target.Quantity figure) {}

    private final List<String> counts = new ArrayList<>();
    private final List<String> idioms = new ArrayList<>();
    private final List<String> falls = new ArrayList<>();
    private final List<String> aspirations = new ArrayList<>();
    private final List<Bound> bounds = new ArrayList<>();
    private final List<Implied> implied = new ArrayList<>();

    private ReportWords() {}

    static ReportWords from(Seeds seeds) {
        ReportWords words = new ReportWords();
        seeds.rows(FILE).forEach(words::add);
        words.bounds.sort(
                Comparator.comparingInt((Bound bound) -> bound.word().length()).reversed());
        return words;
    }

    private void add(SeedRow row) {
        String word = row.text("word");
        String role = row.text("role");
        switch (role) {
            case "count" -> counts.add(word);
            case "idiom" -> idioms.add(word);
            case "fall" -> falls.add(word);
            case "aspiration" -> aspirations.add(word);
            case "bound_before", "bound_after" ->
                bounds.add(new Bound(word, Modality.of(row.text("modality")), role.equals("bound_before")));
            case "implied" ->
                implied.add(new Implied(
                        word,
                        Modality.of(row.text("modality")),
                        new Target.Quantity(row.number("value"), row.text("unit"))));
            default ->
                throw new IllegalStateException(
                        "seeds/" + FILE + ".csv, record " + row.line() + ": role \"" + role
                                + "\"; one of count, idiom, fall, aspiration, bound_before, bound_after, implied belongs there.");
        }
    }

    /** The words behind a number that say what is counted, beside the units. */
    List<String> counts() {
        return counts;
    }

    /** The words before a number that say something fell by so much. */
    List<String> falls() {
        return falls;
    }

    /** The word around the character at {@code index} that counts nothing; the longest. */
    Optional<String> idiomAt(String text, int index) {
        return idioms.stream().filter(word -> covers(word, text, index)).max(Comparator.comparingInt(String::length));
    }

    private static boolean covers(String word, String text, int index) {
        for (int start = Math.max(0, index - word.length() + 1); start <= index; start++) {
            if (text.startsWith(word, start)) {
                return true;
            }
        }
        return false;
    }

    boolean isAspiration(String text) {
        return aspirations.stream().anyMatch(text::contains);
    }

    /** The words of {@code text} that say a figure without a numeral. */
    List<Implied> implied(String text) {
        return implied.stream().filter(word -> text.contains(word.word())).toList();
    }

    /** What binds a figure that stands in {@code text} from {@code start} to {@code end}: the word after it goes first. */
    Optional<Bound> binding(String text, int start, int end) {
        return bounds.stream()
                .filter(bound -> !bound.before() && text.startsWith(bound.word(), end))
                .findFirst()
                .or(() -> bounds.stream()
                        .filter(bound -> bound.before()
                                && text.startsWith(
                                        bound.word(), start - bound.word().length()))
                        .findFirst());
    }

    /** What binds a figure from within: 近1万公里, 300多亿元. */
    Optional<Bound> within(String numeral) {
        return bounds.stream()
                .filter(bound -> bound.before() ? numeral.startsWith(bound.word()) : numeral.indexOf(bound.word()) > 0)
                .findFirst();
    }

    /** The modalities whose words stand anywhere in {@code text}; of overlapping words the longest counts (不低于). */
    List<Modality> modalities(String text) {
        List<Modality> found = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int here = at;
            Optional<Bound> bound = bounds.stream()
                    .filter(word -> text.startsWith(word.word(), here))
                    .findFirst();
            bound.ifPresent(word -> found.add(word.modality()));
            at += bound.map(word -> word.word().length()).orElse(1);
        }
        return found;
    }
}
