package mengshi.operations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The one folder under which everything lies that the program keeps. Nothing is made by asking where it is. */
public record Home(Path root) {

    /** Where submissions are dropped. */
    public Path inbox() {
        return root.resolve("inbox");
    }

    /** Every file ever taken in, by its content. */
    public Path store() {
        return root.resolve("store");
    }

    /** What goes back to the submitters, a folder for each area. */
    public Path outbox() {
        return root.resolve("outbox");
    }

    /** Scorecards and overviews. */
    public Path reports() {
        return root.resolve("reports");
    }

    public Path logs() {
        return root.resolve("logs");
    }

    /** The embedded database. */
    public Path postgres() {
        return root.resolve("pg");
    }

    /** How many files lie in an inbox; side files (names that begin with {@code .} or {@code ~$}) do not count. */
    public static long filesIn(Path inbox) {
        if (!Files.isDirectory(inbox)) {
            return 0;
        }
        try (Stream<Path> files = Files.walk(inbox)) {
            return files.filter(Files::isRegularFile).filter(Home::visible).count();
        } catch (IOException e) {
            throw new UncheckedIOException("The inbox cannot be looked through: " + inbox, e);
        }
    }

    private static boolean visible(Path file) {
        String name = String.valueOf(file.getFileName());
        return !name.startsWith(".") && !name.startsWith("~$");
    }
}
