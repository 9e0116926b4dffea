package mengshi.report;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes HTML that is well-formed XML too: every element is closed, every text and attribute escaped. The same calls give
 * the same characters.
 */
final class Html {

    /** What a line break before and after does not change, and what people look for in the source. */
    private static final Set<String> BLOCKS = Set.of(
            "html", "head", "body", "header", "main", "footer", "section", "table", "thead", "tbody", "tr", "ul", "ol",
            "li", "dl", "style", "p", "h1", "h2", "h3", "title");

    /** A hyphen before a figure that is less than nothing; one within a date or an id has a letter or digit before it. */
    private static final Pattern MINUS = Pattern.compile("(?<![\\p{IsHan}\\p{Alnum}.-])-(?=\\d)");

    private static final Pattern QUOTED = Pattern.compile("\\d*\\p{IsHan}[\\p{IsHan}\\d]*");

    private final StringBuilder out = new StringBuilder("<!DOCTYPE html>\n");
    private final Deque<String> open = new ArrayDeque<>();

    /** An element around what {@code content} writes. */
    Html in(String element, Runnable content, String... attributes) {
        start(element, attributes);
        out.append('>');
        open.push(element);
        content.run();
        open.pop();
        out.append("</").append(element).append('>');
        if (BLOCKS.contains(element)) {
            out.append('\n');
        }
        return this;
    }

    /** An element with nothing but text. */
    Html element(String element, String text, String... attributes) {
        return in(element, () -> text(text), attributes);
    }

    /** An element that never has content. */
    Html empty(String element, String... attributes) {
        start(element, attributes);
        out.append("/>");
        return this;
    }

    /** A table whose columns have names; {@code caption} says what it holds, to the eye too unless it is unseen. */
    Html table(String caption, boolean isSeen, List<String> columns, Runnable rows, String... attributes) {
        return in(
                "table",
                () -> {
                    if (isSeen) {
                        element("caption", caption);
                    } else {
                        element("caption", caption, "class", "unseen");
                    }
                    in("thead", () -> in("tr", () -> columns.forEach(name -> element("th", name, "scope", "col"))));
                    in("tbody", rows);
                },
                attributes);
    }

    /** Text; where a figure is negative it gets a minus in place of the hyphen. */
    Html text(String text) {
        escape(MINUS.matcher(text).replaceAll("−"));
        return this;
    }

    /** English that quotes words of a form; they are marked, so that a voice reads them as Chinese. */
    Html english(String text) {
        Matcher quoted = QUOTED.matcher(text);
        int told = 0;
        while (quoted.find()) {
            text(text.substring(told, quoted.start())).element("span", quoted.group(), "lang", "zh");
            told = quoted.end();
        }
        return text(text.substring(told));
    }

    /**
     * A style sheet; its text is not escaped, as browsers do not unescape it.
     *
     * @throws IllegalArgumentException if it holds what would end it or be no XML
     */
    Html style(String css) {
        if (css.indexOf('<') >= 0 || css.indexOf('&') >= 0) {
            throw new IllegalArgumentException("A style sheet with < or & cannot stand in a page");
        }
        return in("style", () -> out.append('\n').append(css));
    }

    /** Everything written. */
    @Override
    public String toString() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("Still open: " + open);
        }
        return out.toString();
    }

    private void start(String element, String... attributes) {
        if (attributes.length % 2 != 0) {
            throw new IllegalArgumentException("An attribute of " + element + " has no value");
        }
        out.append('<').append(element);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]).append("=\"");
            escape(attributes[i + 1]);
            out.append('"');
        }
    }

    private void escape(String text) {
        text.codePoints().forEach(character -> {
            switch (character) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.appendCodePoint(isAllowed(character) ? character : '\uFFFD');
            }
        });
    }

    /** Control characters and lone halves of a pair can stand in no XML, escaped or not. */
    private static boolean isAllowed(int character) {
        boolean control = character < ' ' && character != '\t' && character != '\n';
        boolean surrogate = character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
        return !control && !surrogate && character != 0xFFFE && character != 0xFFFF;
    }
}
