package mengshi.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import mengshi.files.DurableFiles;
import mengshi.model.Period;
import mengshi.report.CsvDocument;
import mengshi.report.ValidationReport;
import mengshi.warehouse.Marts;
import mengshi.warehouse.Rows;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "export", mixinStandardHelpOptions = true, description = "What other programs take.")
final class ExportCommand {

    private final Program program;

    ExportCommand(Program program) {
        this.program = program;
    }

    @Command(
            name = "validation-report",
            mixinStandardHelpOptions = true,
            description = {
                "What a run found and could not check, as an ESS validation report (JSON, structure 1.0.0).",
                "What passed is counted for each rule, not listed; sheet, cell, found and expected value stand under"
                        + " \"mengshi\"."
            })
    int validationReport(
            @Parameters(paramLabel = "RUN", arity = "0..1", description = "The run (default: the last one).") @Nullable
                    Long run,
            @Option(names = "-o", paramLabel = "FILE", description = "Write it there instead.") @Nullable Path file,
            @Mixin Output output)
            throws IOException {
        ValidationReport report = program.ask(marts -> reportOf(marts, run));
        deliver(report.json(), file);
        return Exit.DONE.code();
    }

    @Command(
            name = "findings",
            mixinStandardHelpOptions = true,
            description = "Every finding of every version, with its state, as CSV (UTF-8).")
    int findings(
            @Option(names = "--area", description = "Only this area's: code or name.") @Nullable String area,
            @Option(names = "--period", description = "Only of this period: 2025-06, 2025-Q2 or 2025.") @Nullable
                    Period period,
            @Option(names = "-o", paramLabel = "FILE", description = "Write it there instead.") @Nullable Path file,
            @Mixin Output output)
            throws IOException {
        String code = new Areas(program.settings().seeds()).code(area);
        Rows findings = program.ask(marts -> marts.allFindings(code, period == null ? null : period.code()));
        if (output.isForPrograms()) {
            output.print(program, findings.rows(), java.util.List.of());
            return Exit.DONE.code();
        }
        deliver(CsvDocument.of(findings), file);
        return Exit.DONE.code();
    }

    private static ValidationReport reportOf(Marts marts, @Nullable Long asked) {
        Optional<Map<String, @Nullable Object>> run =
                asked == null ? marts.runs(1).first() : marts.run(asked).first();
        Map<String, @Nullable Object> found = run.orElseThrow(() -> new WrongUsage(
                asked == null ? "Nothing has run yet" : "There is no run " + asked, "`mengshi runs` lists them"));
        long runId = Long.parseLong(String.valueOf(found.get("run_id")));
        return new ValidationReport(found, marts.validationResults(runId), marts.editTotals(runId));
    }

    private void deliver(byte[] content, @Nullable Path asked) throws IOException {
        if (asked == null) {
            program.out().writeBytes(content);
            program.out().flush();
            return;
        }
        Path file = program.folder().resolve(asked);
        DurableFiles.write(file, content);
        program.err().println("Written: " + file);
    }
}
