package mengshi.form;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** Remembers the answers to one question, as far as they are not more than memory should hold. For one thread. */
final class Memory<K, V> {

    private static final int MOST = 20_000;

    private final Function<K, V> question;
    private final Map<K, V> known = new HashMap<>();

    Memory(Function<K, V> question) {
        this.question = question;
    }

    V of(K asked) {
        V before = known.get(asked);
        if (before != null) {
            return before;
        }
        if (known.size() >= MOST) {
            known.clear();
        }
        V now = question.apply(asked);
        known.put(asked, now);
        return now;
    }
}
