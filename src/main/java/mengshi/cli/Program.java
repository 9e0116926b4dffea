package mengshi.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import mengshi.database.Database;
import mengshi.database.DatabaseSettings;
import mengshi.database.Login;
import mengshi.operations.Settings;
import mengshi.warehouse.Marts;
import mengshi.warehouse.Signers;

/**
 * The world a command runs in.
 *
 * @param folder the working folder
 * @param out for data
 * @param err for messages
 * @param encoding in which the operating system's file names are read
 * @param terminals which of the two a person is looking at
 */
record Program(
        Map<String, String> environment,
        Path folder,
        PrintStream out,
        PrintStream err,
        Clock clock,
        String encoding,
        Terminals terminals) {

    /** Whether the stream for data, and the one for messages, ends at a terminal. */
    record Terminals(boolean out, boolean err) {
        static final Terminals NONE = new Terminals(false, false);
    }

    private static final int USUAL_WIDTH = 80;
    private static final int NARROWEST = 20;

    /** The world as it is. */
    static Program real() {
        return new Program(
                System.getenv(),
                Path.of("").toAbsolutePath(),
                new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
                Clock.systemUTC(),
                System.getProperty("sun.jnu.encoding", ""),
                new Terminals(isTerminal(1), isTerminal(2)));
    }

    /** The settings; throws what {@link Settings#of} throws. */
    Settings settings() {
        return Settings.of(environment, folder);
    }

    /** Asks the marts something. An embedded server is started for it and stopped after. */
    <T> T ask(Function<Marts, T> question) {
        return asked((marts, database) -> question.apply(marts));
    }

    /** Asks the marts, and the ledger whom no mart names. */
    <T> T ask(BiFunction<Marts, Signers, T> question) {
        return asked((marts, database) -> question.apply(marts, new Signers(database.as(Login.LOADER))));
    }

    private <T> T asked(BiFunction<Marts, Database, T> question) {
        requireDatabase();
        try (Database database = Database.open(settings().database())) {
            Marts marts = new Marts(database.as(Login.READER));
            if (!marts.areLaidOut()) {
                throw new NotNow("The database is empty", database.url(), "lay it out with `mengshi db migrate`");
            }
            return question.apply(marts, database);
        }
    }

    /** Refuses to make a database where a command needs one that is there. */
    void requireDatabase() {
        if (isMissing(settings().database())) {
            throw new NotNow(
                    "There is no database yet",
                    settings().home().postgres(),
                    "begin with `mengshi nightly --sample`, or set MENGSHI_HOME to where one is");
        }
    }

    /** Whether the embedded database has never been made. */
    static boolean isMissing(DatabaseSettings settings) {
        return settings.server() instanceof DatabaseSettings.Embedded embedded
                && !Files.isDirectory(embedded.folder().resolve("data"));
    }

    boolean colour() {
        return terminals.out() && environment.getOrDefault("NO_COLOR", "").isEmpty() && !isDumb();
    }

    /** Whether messages may move: on a terminal that can draw over a line. */
    boolean animates() {
        return terminals.err() && !isDumb();
    }

    private boolean isDumb() {
        return environment.getOrDefault("TERM", "dumb").equals("dumb");
    }

    /** How many columns a line may take; without a terminal there is no limit. */
    int width() {
        return terminals.out() ? screen() : Integer.MAX_VALUE;
    }

    /** How wide the terminal is; jobs/mengshi asks it and says so in COLUMNS. */
    int screen() {
        try {
            return Math.max(NARROWEST, Integer.parseInt(environment.getOrDefault("COLUMNS", "")));
        } catch (NumberFormatException e) {
            return USUAL_WIDTH;
        }
    }

    /** The kernel knows; {@code System.console()} answers for input and output together, and not on every JDK. */
    private static boolean isTerminal(int stream) {
        try {
            String target =
                    Files.readSymbolicLink(Path.of("/proc/self/fd/" + stream)).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
        } catch (IOException | UnsupportedOperationException e) {
            return System.console() != null;
        }
    }
}
