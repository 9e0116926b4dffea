package mengshi.cli;

import java.util.concurrent.Callable;
import mengshi.model.Period;
import mengshi.warehouse.Marts.SubmissionFilter;
import mengshi.warehouse.Rows;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "submissions",
        mixinStandardHelpOptions = true,
        description = "List the files that came and what became of them, the newest first.")
final class SubmissionsCommand implements Callable<Integer> {

    /** What can become of a file, as the mart calls it. */
    enum State {
        RECEIVED,
        READ,
        HELD,
        REJECTED,
        PUBLISHED,
        SUPERSEDED,
        DUPLICATE,
        ANSWERED
    }

    /** As much of a reason or a file's name as still tells it from others. */
    private static final int LEGIBLE = 12;

    private final Program program;

    @Mixin
    private final Output output = new Output();

    @Option(names = "--area", description = "Only this area's: code or name, 150100 or 呼市.")
    private @Nullable String area;

    @Option(names = "--period", description = "Only of this period: 2025-06, 2025-Q2 or 2025.")
    private @Nullable Period period;

    @Option(names = "--state", description = "Only those that are: ${COMPLETION-CANDIDATES}.")
    private @Nullable State state;

    @Option(names = "--run", description = "Only those that came in this run, or were taken up again by it.")
    private @Nullable Long run;

    SubmissionsCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        Areas areas = new Areas(program.settings().seeds());
        SubmissionFilter filter = new SubmissionFilter(
                areas.code(area), period == null ? null : period.code(), state == null ? null : state.name(), run);
        Rows submissions = program.ask(marts -> marts.submissions(filter));
        Table table = new Table("编号", "盟市", "报表", "报告期", "版本", "状态", "原因", "强制", "核实", "收到", "文件")
                .right(0, 4, 7, 8)
                .whole(1, 2, 3, 5)
                .atLeast(6, LEGIBLE)
                .atLeast(10, LEGIBLE)
                .spare(9, 4, 8, 7, 6);
        submissions.rows().stream()
                .map(Texts::new)
                .forEach(row -> table.row(
                        row.of("submission_id"),
                        row.of("area_name"),
                        row.of("form_code"),
                        row.of("period"),
                        row.of("version"),
                        row.of("state"),
                        row.of("reason_code"),
                        row.of("errors"),
                        row.of("warnings"),
                        row.minute("received_at"),
                        row.of("file_name")));
        output.print(program, submissions, table, submissions.rows().size() + " submissions");
        return Exit.DONE.code();
    }
}
