package mengshi.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
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
            "Every file is compared with its SHA-256 before and after."
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
        Backup.Copied copied = Backup.restore(folder, settings.home());
        output.print(
                program,
                Map.of("home", settings.home().root().toString(), "files", copied.files()),
                List.of(copied.files() + " files restored to " + settings.home().root(), "Next: mengshi doctor --all"));
        return Exit.DONE.code();
    }
}
