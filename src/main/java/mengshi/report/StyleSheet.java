package mengshi.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The style sheets that travel with the program and are written into each page. */
final class StyleSheet {

    private StyleSheet() {}

    static String of(String name) {
        String resource = "/mengshi/report/" + name + ".css";
        try (InputStream input = StyleSheet.class.getResourceAsStream(resource)) {
            if (input == null) {
                throw new IllegalStateException("The program holds no style sheet " + resource);
            }
            String written = new String(input.readAllBytes(), StandardCharsets.UTF_8);
            return dense(written);
        } catch (IOException e) {
            throw new UncheckedIOException("The style sheet " + resource + " cannot be read", e);
        }
    }

    /** Line breaks and blanks are for those who write style sheets, and each page carries its own copy. */
    private static String dense(String css) {
        // Every second part is quoted, and said to the reader as it stands.
        String[] parts = css.split("\"", -1);
        for (int i = 0; i < parts.length; i += 2) {
            parts[i] = parts[i].replaceAll("\\s+", " ")
                    .replaceAll(" ?([{};,>]) ?", "$1")
                    .replaceAll("(?<=[\\w-]): ", ":");
        }
        return String.join("\"", parts);
    }
}
