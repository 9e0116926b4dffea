package mengshi.form;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;

/**
 * Remembers what was found out about texts, for workbooks of one form say the same few hundred over and over. Holds a fixed
 * number of short ones: each has one place, where the next text of that place displaces it. May be shared by threads.
 */
final class TextMemory<V> {

    private static final int PLACES = 1 << 13;
    private static final int LONGEST = 80;

    private record Known<V>(String text, V answer) {}

    private final Function<String, V> question;
    private final AtomicReferenceArray<Known<V>> places = new AtomicReferenceArray<>(PLACES);

    /** @param question is asked of every text it is not known of; the answer may hang on nothing else */
    TextMemory(Function<String, V> question) {
        this.question = question;
    }

    V of(String text) {
        if (text.length() > LONGEST) {
            return question.apply(text);
        }
        int hash = text.hashCode();
        int place = (hash ^ hash >>> 16) & PLACES - 1;
        Known<V> known = places.getAcquire(place);
        if (known != null && known.text().equals(text)) {
            return known.answer();
        }
        V answer = question.apply(text);
        places.setRelease(place, new Known<>(text, answer));
        return answer;
    }
}
