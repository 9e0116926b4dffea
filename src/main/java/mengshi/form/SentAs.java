package mengshi.form;

/**
 * Under which name and in which folder a file was sent.
 *
 * @param file the file's own name; stands in every place
 * @param folder the folders below the inbox it lay in, parted by /; empty if it lay in the inbox itself
 */
public record SentAs(String file, String folder) {

    /** A file of which nothing but its name is known. */
    public static SentAs file(String name) {
        return new SentAs(name, "");
    }
}
