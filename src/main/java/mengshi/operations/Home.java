package mengshi.operations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

    /** The sign of life of the clock. */
    public Path heartbeat() {
        return root.resolve("schedule.json");
    }

    public Path logs() {
        return root.resolve("logs");
    }

    /** The passwords of the embedded database; none before it is made. */
    List<Path> passwordFiles() throws IOException {
        if (!Files.isDirectory(postgres())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(postgres())) {
            return files.filter(file -> file.toString().endsWith(".password"))
                    .sorted()
                    .toList();
        }
    }

    /** The embedded database. */
    public Path postgres() {
        return root.resolve("pg");
    }
}
