package mengshi.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import mengshi.database.DatabaseSettings;
import mengshi.database.ServerDump;
import mengshi.operations.Backup;
import mengshi.operations.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        description = {
            "Put what `backup` copied into a MENGSHI_HOME that has neither database nor store.",
            "Every file is compared with its SHA-256 before and after. Where the database was on a server of your own,",
            "MENGSHI_DB_URL names an empty database, and the four roles are there already."
        })
final class RestoreCommand implements Callable<Integer> {

    private final Program program;

    @Mixin
    private final Output output = new Output();

    @Parameters(paramLabel = "DIR", description = "The folder that `backup` made.")
    private Path backup = Path.of("");

    RestoreCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() throws IOException {
        Settings settings = program.settings();
        Path folder = program.folder().resolve(backup).normalize();
        Backup.Copied copied = Backup.restore(folder, settings.home(), dump(settings, folder));
        output.print(
                program,
                Map.of("home", settings.home().root().toString(), "files", copied.files()),
                List.of(copied.files() + " files restored to " + settings.home().root(), "Next: mengshi doctor --all"));
        return Exit.DONE.code();
    }

    private static Backup.DumpWork dump(Settings settings, Path folder) throws IOException {
        boolean isOfServer = Backup.isOfServer(folder);
        if (!(settings.database().server() instanceof DatabaseSettings.External server)) {
            if (isOfServer) {
                throw new WrongUsage(
                        "This backup is of a database on a server",
                        "set MENGSHI_DB_URL and its logins to an empty database");
            }
            return file -> {};
        }
        if (!isOfServer) {
            throw new WrongUsage(
                    "This backup is of an embedded database",
                    "unset MENGSHI_DB_URL and its logins, and set MENGSHI_HOME");
        }
        ServerDump dump = new ServerDump(server, settings.databasePrograms().orElse(null));
        if (!dump.isFree()) {
            throw new WrongUsage(
                    "The database at " + server.url() + " is not empty",
                    "let its operator make a new one that belongs to the owner, and name that");
        }
        return dump::restore;
    }
}
