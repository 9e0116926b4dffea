package mengshi.warehouse;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The statements under {@code sql/}, one to a file, by their path without {@code .sql}. */
final class SqlFiles {

    private static final Map<String, String> TEXTS = new ConcurrentHashMap<>();

    private SqlFiles() {}

    static String text(String path) {
        return TEXTS.computeIfAbsent(path, SqlFiles::load);
    }

    private static String load(String path) {
        String resource = "/sql/" + path + ".sql";
        try (InputStream input = SqlFiles.class.getResourceAsStream(resource)) {
            if (input == null) {
                throw new IllegalStateException("The program holds no statement " + resource);
            }
            return new String(input.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The statement " + resource + " cannot be read", e);
        }
    }
}
