package mengshi.targets;

/**
 * A place in the report, as {@code 13:增长6%左右}.
 *
 * @param paragraph counted from 1, the headline being the first; blank lines are not counted
 * @param phrase verbatim, and only once in its paragraph
 */
public record Passage(int paragraph, String phrase) {

    /** @throws IllegalArgumentException if the text is not a number, a colon and a phrase */
    public static Passage of(String text) {
        int colon = text.indexOf(':');
        if (colon < 1 || colon == text.length() - 1 || !text.substring(0, colon).matches("[0-9]{1,4}")) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is no place in the report; write paragraph:phrase, as 13:增长6%左右");
        }
        return new Passage(Integer.parseInt(text.substring(0, colon)), text.substring(colon + 1));
    }

    @Override
    public String toString() {
        return paragraph + ":" + phrase;
    }
}
