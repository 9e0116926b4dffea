package mengshi.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import mengshi.model.Period;
import mengshi.model.Severity;
import mengshi.warehouse.Marts.FindingFilter;
import mengshi.warehouse.Rows;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "findings",
        mixinStandardHelpOptions = true,
        description =
                "List what is wrong in the files and what to do about it, hard findings first. Without --state: what"
                        + " still waits for somebody.")
final class FindingsCommand implements Callable<Integer> {

    /** How a finding stands, as the mart calls it. */
    enum State {
        OPEN,
        FIXED,
        EXPLAINED,
        WAIVED,
        PERSISTING
    }

    private final Program program;

    @Mixin
    private final Output output = new Output();

    @Option(names = "--file", description = "Only in files with this in their name.")
    private @Nullable String file;

    @Option(names = "--area", description = "Only this area's: code or name, 150100 or 呼市.")
    private @Nullable String area;

    @Option(names = "--period", description = "Only of this period: 2025-06, 2025-Q2 or 2025.")
    private @Nullable Period period;

    @Option(names = "--severity", description = "Only: ${COMPLETION-CANDIDATES}.")
    private @Nullable Severity severity;

    @Option(names = "--state", description = "Only those that are: ${COMPLETION-CANDIDATES}.")
    private @Nullable State state;

    FindingsCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        Areas areas = new Areas(program.settings().seeds());
        FindingFilter filter = new FindingFilter(
                file,
                areas.code(area),
                period == null ? null : period.code(),
                severity,
                state == null ? null : state.name());
        Rows findings = program.ask(marts -> marts.findings(filter));
        output.print(program, findings.rows(), lines(findings, areas));
        if (!output.isForPrograms()) {
            program.err().println(findings.rows().size() + " findings");
        }
        return Exit.DONE.code();
    }

    /** Sentences are what matters here, so they are not pressed into columns: a line for each file, then its findings. */
    private static List<String> lines(Rows findings, Areas areas) {
        List<String> lines = new ArrayList<>();
        String fileBefore = "";
        for (Texts finding : findings.rows().stream().map(Texts::new).toList()) {
            if (!finding.of("submission_id").equals(fileBefore)) {
                fileBefore = finding.of("submission_id");
                lines.add(String.join(
                        "  ",
                        Table.printable(finding.of("file_name")),
                        areas.name(finding.of("area_code")),
                        finding.of("form_code"),
                        finding.of("period")));
            }
            lines.add("  " + finding.of("severity") + "  " + Table.printable(finding.place()) + "  "
                    + Table.printable(finding.of("message_zh")));
            lines.add("      处理：" + Table.printable(finding.of("advice_zh")));
            lines.add("      编号：" + finding.of("finding_id") + "  " + finding.of("code") + "  " + finding.of("state"));
        }
        return lines;
    }
}
