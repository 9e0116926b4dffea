package mengshi.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import mengshi.warehouse.Marts;
import mengshi.warehouse.Marts.SubmissionFilter;
import mengshi.warehouse.Rows;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = "Show one run: what it was given, what became of its files, which edits found something.")
final class ShowCommand implements Callable<Integer> {

    /** A run with its parts. */
    private record Shown(
            Map<String, @Nullable Object> run,
            Rows steps,
            Rows states,
            Rows findings,
            Rows edits,
            Rows files,
            List<String> reports) {}

    private final Program program;

    @Mixin
    private final Output output = new Output();

    @Parameters(paramLabel = "RUN", description = "The run's number, as `mengshi runs` lists it.")
    private long runId;

    ShowCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        Shown shown = program.ask(this::find);
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("run", shown.run());
        document.put("steps", shown.steps().rows());
        document.put("submissions", counts(shown.states(), "state", "submissions"));
        document.put("findings", shown.findings().rows());
        document.put("edits", shown.edits().rows());
        document.put("files", shown.files().rows());
        document.put("reports", shown.reports());
        output.print(program, document, lines(shown));
        return Exit.DONE.code();
    }

    private Shown find(Marts marts) {
        Map<String, @Nullable Object> run = marts.run(runId)
                .first()
                .orElseThrow(() -> new WrongUsage("There is no run " + runId, "`mengshi runs` lists all there are"));
        return new Shown(
                run,
                marts.stepsOfRun(runId),
                marts.statesOfRun(runId),
                marts.findingsOfRun(runId),
                marts.editsOfRun(runId),
                marts.submissions(new SubmissionFilter(null, null, null, runId)),
                reports(marts.periodsOfRun(runId)));
    }

    /** What lies there; a later run may have written the scorecards of the same periods anew. */
    private List<String> reports(Rows periods) {
        Path folder = program.settings().home().reports();
        Stream<String> scorecards = periods.rows().stream()
                .map(row -> "scorecard-" + row.get("period"))
                .flatMap(name -> Stream.of(name + ".html", name + ".csv", name + ".json"));
        return Stream.concat(Stream.of("run-summary-" + runId + ".json"), scorecards)
                .map(folder::resolve)
                .filter(Files::exists)
                .map(Path::toString)
                .toList();
    }

    private List<String> lines(Shown shown) {
        List<String> lines = new ArrayList<>();
        shown.run().forEach((column, value) -> {
            if (value != null) {
                lines.add(String.format("%-18s %s", column, value));
            }
        });
        lines.add("");
        lines.addAll(steps(shown.steps()));
        lines.add("");
        Table states = new Table("报送状态", "份数").right(1);
        shown.states().rows().forEach(row -> states.row(row.get("state"), row.get("submissions")));
        lines.addAll(states.lines(program.width()));
        lines.add("");
        lines.addAll(findings(shown.findings()));
        lines.add("");
        Table edits = new Table("审核规则", "类型", "级别", "严重性", "报表", "未通过", "无法审核").right(2, 5, 6);
        shown.edits().rows().stream()
                .map(Texts::new)
                .forEach(edit -> edits.row(
                        edit.of("edit_id"),
                        edit.of("edit_type"),
                        edit.of("level"),
                        edit.of("severity"),
                        edit.of("form_code"),
                        edit.of("failed"),
                        edit.of("not_checkable")));
        lines.addAll(edits.lines(program.width()));
        lines.add("");
        lines.add("files  mengshi submissions --run " + runId);
        shown.reports().forEach(report -> lines.add("report " + report));
        return lines;
    }

    private List<String> findings(Rows findings) {
        Table table = new Table("严重性", "问题", "状态", "个数").right(3);
        findings.rows()
                .forEach(row -> table.row(row.get("severity"), row.get("code"), row.get("state"), row.get("findings")));
        return table.lines(program.width());
    }

    private List<String> steps(Rows steps) {
        Table table = new Table("次", "步骤", "状态", "数量", "分区", "秒").right(0, 3, 4, 5);
        long attempt = 1;
        for (Map<String, @Nullable Object> row : steps.rows()) {
            Texts step = new Texts(row);
            long now = Long.parseLong(step.of("attempt"));
            if (now > attempt) {
                attempt = now;
                table.heading("从 " + step.of("step") + " 继续");
            }
            table.row(
                    step.of("attempt"),
                    step.of("step"),
                    step.of("status"),
                    step.of("items"),
                    step.of("partitions"),
                    step.of("seconds"));
        }
        return table.lines(program.width());
    }

    /** Two columns as one object: names and how many of each. */
    static Map<String, @Nullable Object> counts(Rows rows, String name, String count) {
        Map<String, @Nullable Object> counts = new LinkedHashMap<>();
        rows.rows().forEach(row -> counts.put(String.valueOf(row.get(name)), row.get(count)));
        return counts;
    }
}
