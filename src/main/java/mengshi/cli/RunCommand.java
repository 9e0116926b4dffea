package mengshi.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import mengshi.operations.JobFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = "Run a job of jobs/ with the parameters its file names.")
final class RunCommand implements Callable<Integer> {

    private final Program program;

    @Mixin
    private final Output output = new Output();

    @Parameters(index = "0", paramLabel = "JOB", description = "The job's name: nightly or backfill.")
    private String job = "";

    @Parameters(index = "1..*", paramLabel = "NAME=VALUE", description = "Such as period=2025-06.")
    private Map<String, String> parameters = new LinkedHashMap<>();

    RunCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() throws IOException {
        JobFile file = JobFile.all(program.settings().jobs()).stream()
                .filter(one -> one.name().equals(job))
                .findFirst()
                .orElseThrow(() ->
                        new WrongUsage("There is no job " + job, "write one of " + String.join(", ", JobFile.NAMES)));
        List<String> arguments = new ArrayList<>(List.of(job));
        parameters.forEach((name, value) -> {
            if (!file.parameters().containsKey(name)) {
                throw new WrongUsage(
                        job + " takes no parameter " + name,
                        "write " + String.join("=…, ", file.parameters().keySet()) + "=…");
            }
            arguments.add("--" + name + "=" + value);
        });
        if (job.equals("backfill")) {
            return new Backfill(program, output).run(parameters);
        }
        if (output.isForPrograms()) {
            arguments.add("--json");
        }
        return Mengshi.runInside(program, arguments.toArray(String[]::new));
    }
}
