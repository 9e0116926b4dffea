package mengshi.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import mengshi.database.Database;
import mengshi.database.DatabaseSettings;
import mengshi.database.ServerStatus;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "db",
        mixinStandardHelpOptions = true,
        description = "The database: start, stop, look at it, bring it to this program's version.")
final class DbCommand {

    private final Program program;

    DbCommand(Program program) {
        this.program = program;
    }

    @Command(
            name = "start",
            mixinStandardHelpOptions = true,
            description = "Start the embedded database and keep it running until `mengshi db stop`.")
    int start(@Mixin Output output) {
        DatabaseSettings settings = settings();
        try (Database database = Database.open(settings)) {
            database.keepRunning();
        }
        return report(output, Database.status(settings));
    }

    @Command(
            name = "stop",
            mixinStandardHelpOptions = true,
            description = "Stop the embedded database; while a program uses it, that one stops it at its end.")
    int stop(@Mixin Output output) {
        DatabaseSettings settings = settings();
        return report(output, Program.isMissing(settings) ? Database.status(settings) : Database.stop(settings));
    }

    @Command(
            name = "status",
            mixinStandardHelpOptions = true,
            description = "Tell how the database stands; start nothing.")
    int status(@Mixin Output output) {
        return report(output, Database.status(settings()));
    }

    @Command(
            name = "url",
            mixinStandardHelpOptions = true,
            description = "Print the address of the running database, for psql and BI tools.")
    int url(@Mixin Output output) {
        ServerStatus status = running();
        output.print(program, Map.of("url", status.url()), List.of(status.url()));
        if (status.folder() != null) {
            program.err()
                    .println("User mengshi_reader, the password in "
                            + status.folder().resolve("mengshi_reader.password"));
        }
        return Exit.DONE.code();
    }

    @Command(
            name = "migrate",
            mixinStandardHelpOptions = true,
            description = "Bring the database to this program's version; not while a run is at work.")
    int migrate(@Mixin Output output) {
        try (Workplace workplace = Workplace.open(program, output, "db migrate")) {
            String url = workplace.url();
            output.print(
                    program,
                    Map.of("migrated", true, "url", url),
                    List.of("The database is at this program's version: " + url));
        }
        return Exit.DONE.code();
    }

    private ServerStatus running() {
        ServerStatus status = Database.status(settings());
        if (!status.running()) {
            throw new NotNow(
                    "The database does not run",
                    Objects.toString(status.folder(), status.url()),
                    status.embedded()
                            ? "start it with `mengshi db start`"
                            : "start the server, or mend MENGSHI_DB_URL");
        }
        return status;
    }

    private DatabaseSettings settings() {
        return program.settings().database();
    }

    private int report(Output output, ServerStatus status) {
        Map<String, @Nullable Object> document = document(status);
        output.print(program, document, lines(document));
        // An embedded server that rests is as it should be; somebody's server that does not answer is not.
        return status.running() || status.embedded() ? Exit.DONE.code() : Exit.NOT_NOW.code();
    }

    static Map<String, @Nullable Object> document(ServerStatus status) {
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("embedded", status.embedded());
        document.put("running", status.running());
        document.put("url", status.url());
        document.put("version", status.version());
        document.put("folder", status.folder() == null ? null : status.folder().toString());
        document.put("pid", status.pid());
        document.put("kept_running", status.keptRunning());
        document.put("in_use", status.inUse());
        return document;
    }

    private static List<String> lines(Map<String, @Nullable Object> document) {
        return document.entrySet().stream()
                .map(entry -> String.format("%-13s %s", entry.getKey(), Objects.toString(entry.getValue(), "")))
                .toList();
    }
}
