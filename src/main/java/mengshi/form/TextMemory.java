package mengshi.form;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what was found out about texts, for workbooks of one form say the same few hundred over and over. Holds a fixed
 * number of short ones: each has one of two places, and the one not asked for longer goes. May be shared by threads.
 */
final class TextMemory<V> {

    private static final int PLACES = 1 << 13;
    private static final int LONGEST = 80;

    private record Known<V>(String text, V answer) {}

    private final Function<String, V> question;
    private final AtomicReferenceArray<@Nullable Known<V>> places;

    /** @param question is asked of every text it is not known of; the answer may hang on nothing else */
    TextMemory(Function<String, V> question) {
        this(question, PLACES);
    }

    /** @param size how many texts are held, a power of two */
    TextMemory(Function<String, V> question, int size) {
        this.question = question;
        this.places = new AtomicReferenceArray<>(size);
    }

    V of(String text) {
        if (text.length() > LONGEST) {
            return question.apply(text);
        }
        int hash = text.hashCode();
        int place = (hash ^ hash >>> 16) & places.length() - 1;
        Known<V> first = places.getAcquire(place);
        if (first != null && first.text().equals(text)) {
            return first.answer();
        }
        int other = place ^ 1;
        Known<V> second = places.getAcquire(other);
        if (second != null && second.text().equals(text)) {
            return second.answer();
        }
        // Two texts of one place would for ever displace each other.
        if (first != null) {
            places.setRelease(other, first);
        }
        Known<V> known = new Known<>(text, question.apply(text));
        places.setRelease(place, known);
        return known.answer();
    }
}
