package mengshi.cli;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import mengshi.jobs.JobRuns;
import mengshi.warehouse.Run;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "rerun",
        mixinStandardHelpOptions = true,
        description = "Go on with a failed, stopped or killed run where it stood, whatever state it was left in.")
final class RerunCommand implements Callable<Integer> {

    private final Program program;

    @Mixin
    private final Output output = new Output();

    @Parameters(
            paramLabel = "RUN",
            arity = "0..1",
            description = "The run's number. Default: the one that has not ended well.")
    private @Nullable Long runId;

    @Option(names = "--dry-run", description = "Tell which run would go on, and where; change nothing.")
    private boolean dryRun;

    @Option(
            names = "--from-start",
            description = "Do the run over from its first step; only while none of its facts are published.")
    private boolean fromStart;

    RerunCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() throws IOException {
        if (dryRun) {
            try (Workplace workplace = Workplace.look(program, output)) {
                return tell(unfinished(workplace));
            }
        }
        try (Workplace workplace = Workplace.open(program, output, "rerun")) {
            Optional<Run> next = unfinished(workplace);
            if (fromStart && next.isPresent()) {
                return new RunReport(program, output, workplace)
                        .print(List.of(over(workplace, next.get())), "", Optional.empty());
            }
            return new RunReport(program, output, workplace)
                    .print(
                            workplace.runs().finishUnfinished(),
                            "Nothing to do: every run has ended well.",
                            Optional.empty());
        }
    }

    private static JobRuns.Ended over(Workplace workplace, Run run) {
        return workplace
                .runs()
                .fromStart(run.runId())
                .orElseThrow(() -> new WrongUsage(
                        "The facts of run " + run.runId()
                                + " are published, and what is published is never unpublished",
                        "go on where it stood: `mengshi rerun " + run.runId() + "`"));
    }

    private Optional<Run> unfinished(Workplace workplace) {
        Optional<Run> next = workplace.ledger().unfinished();
        if (runId == null) {
            return next;
        }
        Run asked = workplace
                .ledger()
                .find(runId)
                .orElseThrow(() -> new WrongUsage("There is no run " + runId, "`mengshi runs` lists all there are"));
        if (!asked.status().equals("COMPLETED")
                && next.filter(run -> run.runId() != asked.runId()).isPresent()) {
            throw new WrongUsage(
                    "Run " + next.get().runId() + " is older and has to end first",
                    "run `mengshi rerun` without a number");
        }
        return asked.status().equals("COMPLETED") ? Optional.empty() : next;
    }

    private int tell(Optional<Run> run) {
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("run", run.map(one -> (Object) one.runId()).orElse(null));
        document.put("job", run.map(Run::job).orElse(null));
        document.put("status", run.map(Run::status).orElse("NOTHING_TO_DO"));
        output.print(
                program,
                document,
                List.of(run.map(one ->
                                "would go on with run " + one.runId() + " (" + one.job() + ", " + one.status() + ")")
                        .orElse("Nothing to do: every run has ended well.")));
        return Exit.DONE.code();
    }
}
