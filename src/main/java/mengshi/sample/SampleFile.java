package mengshi.sample;

import java.util.function.Supplier;

/**
 * A file as a league might send it.
 *
 * @param name with its ending
 * @param content works the bytes out anew at every call; they are always the same
 */
public record SampleFile(String name, Supplier<byte[]> content) {

    public byte[] bytes() {
        return content.get();
    }
}
