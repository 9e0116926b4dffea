package mengshi.targets;

import java.util.List;
import java.util.Locale;
import mengshi.seeds.SeedRow;

/** The closed sets of words that cells of the catalogues hold. */
final class SeedWords {

    private SeedWords() {}

    /** @throws IllegalStateException if the cell holds none of the words; the message names the row */
    static <E extends Enum<E>> E word(SeedRow row, String column, Class<E> words) {
        String cell = row.text(column);
        for (E word : words.getEnumConstants()) {
            if (word.name().toLowerCase(Locale.ROOT).equals(cell)) {
                return word;
            }
        }
        throw new IllegalStateException("seeds/" + row.file() + ".csv, record " + row.line() + ": column " + column
                + " holds \"" + cell + "\"; one of " + List.of(words.getEnumConstants()) + " belongs there, in small"
                + " letters.");
    }
}
