package mengshi.files;

import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * Where files lie that are kept by their content: {@code ab/<sha256>}, so that no folder holds too many.
 *
 * @param folder the root; asking for a place makes nothing
 */
public record Shelves(Path folder) {

    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final int SHELF = 2;

    /** Whether this names a content at all: 64 lower-case hexadecimal digits. */
    public static boolean isFingerprint(String sha256) {
        return SHA256.matcher(sha256).matches();
    }

    /**
     * The place of the content, whether or not it is there.
     *
     * @throws IllegalArgumentException if this is no SHA-256 in lower-case hexadecimal digits
     */
    public Path place(String sha256) {
        if (!isFingerprint(sha256)) {
            throw new IllegalArgumentException(
                    "\"" + sha256 + "\" is no SHA-256: 64 hexadecimal digits in lower case are expected.");
        }
        return folder.resolve(sha256.substring(0, SHELF)).resolve(sha256);
    }
}
