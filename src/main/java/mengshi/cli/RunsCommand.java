package mengshi.cli;

import java.util.concurrent.Callable;
import mengshi.warehouse.Rows;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "runs", mixinStandardHelpOptions = true, description = "List the runs, the newest first.")
final class RunsCommand implements Callable<Integer> {

    private final Program program;

    @Mixin
    private final Output output = new Output();

    @Option(
            names = "--last",
            paramLabel = "N",
            defaultValue = "20",
            description = "How many (default: ${DEFAULT-VALUE}).")
    private int last;

    RunsCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        if (last < 1) {
            throw new WrongUsage("--last " + last + " lists nothing", "give a number from 1 on");
        }
        Rows runs = program.ask(marts -> marts.runs(last));
        Table table = new Table("批次", "作业", "状态", "开始", "用时", "次数", "收到", "处理", "说明")
                .right(0, 4, 5, 6, 7)
                .whole(2, 3);
        runs.rows().stream()
                .map(Texts::new)
                .forEach(run -> table.row(
                        run.of("run_id"),
                        run.of("job"),
                        run.of("status"),
                        run.minute("started_at"),
                        run.between("started_at", "ended_at"),
                        run.of("attempts"),
                        run.of("arrived"),
                        run.of("taken"),
                        run.of("failure")));
        output.print(
                program,
                runs,
                table,
                runs.isEmpty() ? "Nothing has run yet: mengshi nightly" : "mengshi show RUN says more about one");
        return Exit.DONE.code();
    }
}
