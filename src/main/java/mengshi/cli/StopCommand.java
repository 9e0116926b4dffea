package mengshi.cli;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import mengshi.warehouse.Run;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "stop",
        mixinStandardHelpOptions = true,
        description = {
            "Ask a run that is at work, in whatever program, to stop; `mengshi rerun` goes on with it later.",
            "Ends when the request is stored. The run stops at its next commit and keeps what it has done."
        })
final class StopCommand implements Callable<Integer> {

    private final Program program;

    @Mixin
    private final Output output = new Output();

    @Parameters(paramLabel = "RUN", description = "The run's number, as `mengshi status` shows it.")
    private long runId;

    StopCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() throws IOException {
        try (Workplace workplace = Workplace.look(program, output)) {
            Run run = workplace
                    .ledger()
                    .find(runId)
                    .orElseThrow(
                            () -> new WrongUsage("There is no run " + runId, "`mengshi runs` lists all there are"));
            boolean isAsked = run.status().equals("STARTED")
                    && workplace.isAnybodyAtWork()
                    && workplace.runs().askToStop(runId);
            if (!isAsked) {
                throw new WrongUsage(
                        "Run " + runId + " is not running (" + run.status() + ")",
                        run.status().equals("COMPLETED")
                                ? "there is nothing to stop"
                                : "`mengshi rerun " + runId + "` goes on with it");
            }
        }
        output.print(
                program,
                Map.of("run", runId, "status", "STOPPING"),
                List.of("Run " + runId
                        + " was asked to stop; it does so at its next commit and keeps what it has done."));
        if (!output.isForPrograms()) {
            program.err().println("Next: mengshi rerun " + runId);
        }
        return Exit.DONE.code();
    }
}
