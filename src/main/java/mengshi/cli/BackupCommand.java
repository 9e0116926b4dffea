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
import mengshi.database.ServerDump;
import mengshi.operations.Backup;
import mengshi.operations.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        description = {
            "Copy the database, the store, the outbox and the reports into a new folder, and read the copy again.",
            "The embedded database rests meanwhile; the folder then holds its passwords: keep it as you keep those.",
            "A server of your own is copied by its pg_dump while no run is at work."
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
        program.requireDatabase();
        Path folder = program.folder().resolve(target).normalize();
        if (Files.exists(folder)) {
            throw new WrongUsage("There is something at " + folder + " already", "name a new folder");
        }
        if (folder.startsWith(settings.home().root())) {
            throw new WrongUsage("A backup inside of MENGSHI_HOME is lost with it", "name a folder elsewhere");
        }
        int files = copy(settings, folder).files();
        output.print(
                program,
                Map.of("folder", folder.toString(), "files", files),
                List.of(files + " files copied to " + folder + " and read again"));
        return Exit.DONE.code();
    }

    private static Backup.Copied copy(Settings settings, Path folder) throws IOException {
        if (settings.database().server() instanceof DatabaseSettings.External server) {
            ServerDump dump = new ServerDump(server, settings.databasePrograms().orElse(null));
            dump.requirePrograms();
            try (Workplace.Calm calm = Workplace.calm(settings)) {
                return Backup.write(settings.home(), folder, dump::write);
            }
        }
        AtomicReference<Backup.Copied> copied = new AtomicReference<>();
        Database.whileAtRest(settings.database(), () -> copied.set(Backup.write(settings.home(), folder)));
        return Objects.requireNonNull(copied.get(), "copied");
    }
}
