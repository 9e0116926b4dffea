package mengshi.intake;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a small package, unpacked by whoever weighed it for whoever reads it next: unpacking once more would cost a
 * tenth of reading. Of a large package nothing is kept. For one file and one thread.
 */
public final class Unpacked {

    private static final long LARGEST = 4L * 1024 * 1024;

    private final Map<String, byte[]> parts = new HashMap<>();
    private long room = LARGEST;

    /** By their names as the package has them; none if it is large, or no package that was found whole. */
    public Map<String, byte[]> parts() {
        return Collections.unmodifiableMap(parts);
    }

    /** Makes room for a part of that many bytes; nothing if there is no more, and then there is none for any. */
    byte @Nullable [] add(String name, long size) {
        if (size < 0 || size > room) {
            forget();
            return null;
        }
        room -= size;
        byte[] part = new byte[(int) size];
        parts.put(name, part);
        return part;
    }

    /** The package is not what it says it is. */
    void forget() {
        parts.clear();
        room = -1;
    }
}
