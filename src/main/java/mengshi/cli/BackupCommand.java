package mengshi.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import mengshi.database.Database;
import mengshi.database.DatabaseSettings;
import mengshi.operations.Backup;
import mengshi.operations.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        description = {
            "Copy the embedded database, the store, the outbox and the reports into a new folder, and read the copy again.",
            "The database rests meanwhile. The folder holds the database's passwords: keep it as you keep those."
        })
final class BackupCommand implements Callable<Integer> {

    private final Program program;

    @Mixin
    private final Output output = new Output();

    @Parameters(paramLabel = "DIR", description = "A folder that is not there yet, on another disk.")
    private Path target = Path.of("");

    BackupCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() throws IOException {
        Settings settings = program.settings();
        if (settings.database().server() instanceof DatabaseSettings.External) {
            throw new WrongUsage(
                    "The database is run by somebody else (MENGSHI_DB_URL)",
                    "let its operator take it with pg_dump -Fc, and copy "
                            + settings.home().store() + " with it");
        }
        program.requireDatabase();
        Path folder = program.folder().resolve(target).normalize();
        if (Files.exists(folder)) {
            throw new WrongUsage("There is something at " + folder + " already", "name a new folder");
        }
        if (folder.startsWith(settings.home().root())) {
            throw new WrongUsage("A backup inside of MENGSHI_HOME is lost with it", "name a folder elsewhere");
        }
        AtomicReference<Backup.Copied> copied = new AtomicReference<>();
        Database.whileAtRest(settings.database(), () -> copied.set(Backup.write(settings.home(), folder)));
        int files = Objects.requireNonNull(copied.get(), "copied").files();
        output.print(
                program,
                Map.of("folder", folder.toString(), "files", files),
                List.of(files + " files copied to " + folder + " and read again"));
        return Exit.DONE.code();
    }
}
