package mengshi.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import mengshi.files.DurableFiles;
import mengshi.targets.Audit;
import mengshi.targets.AuditResult;
import mengshi.targets.NumeralDraft;
import mengshi.targets.ReportText;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        description = {
            "Prove the catalogue of a year against the report's own text: every numeral of the text is classified, and"
                    + " every figure of the catalogue is said where it claims to be.",
            "Ends with 3, and every place named, when anything does not agree."
        })
final class AuditCommand implements Callable<Integer> {

    /** What can be drafted. */
    enum Draft {
        NUMERALS,
        REPORT
    }

    private final Program program;

    @Mixin
    private Output output = new Output();

    @Option(
            names = "--report",
            required = true,
            paramLabel = "FILE",
            description = "The report's text, as plain text in UTF-8.")
    private Path file = Path.of("");

    @Option(
            names = "--year",
            description = "Hold it against the catalogue of this year. Default: the year whose text it is by its"
                    + " SHA-256, else the newest the seeds hold.")
    private @Nullable Integer year;

    @Option(
            names = "--draft",
            arity = "0..1",
            fallbackValue = "numerals",
            paramLabel = "numerals|report",
            description = "Instead of the findings write rows for the seeds: of the numerals not yet classified, with a"
                    + " guess at their class, or the report's own row for report.csv.")
    private @Nullable Draft draft;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write the draft there. Default: standard output.")
    private @Nullable Path target;

    AuditCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() throws IOException {
        if (target != null && draft == null) {
            throw new WrongUsage("-o says where the draft goes, and none is asked for", "add --draft");
        }
        if (draft != null && output.isForPrograms()) {
            throw new WrongUsage("A draft is CSV and cannot be --json too", "ask for one of them");
        }
        Audit audit = new Audit(program.settings().seeds());
        ReportText report = read();
        int held = year != null
                ? year
                : audit.year(report)
                        .orElseThrow(() -> new WrongUsage("The seeds hold no report", "say its year with --year"));
        AuditResult result = audit.of(report, held);
        AuditPages pages = new AuditPages(result);
        if (draft == null) {
            output.print(program, pages.document(), pages.lines(program.width()));
        } else {
            write(draft, audit.draft(result));
        }
        if (!output.isForPrograms()) {
            program.err().println(pages.summary());
        }
        if (result.complaints().isEmpty()) {
            return Exit.DONE.code();
        }
        program.err().println(next(result));
        return Exit.FOUND.code();
    }

    private ReportText read() throws IOException {
        Path path = program.folder().resolve(file).normalize();
        if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
            throw new WrongUsage("There is no report at " + path, "name the file that holds its text");
        }
        try {
            return ReportText.of(Files.readAllBytes(path));
        } catch (CharacterCodingException e) {
            throw new WrongUsage(path + " is not UTF-8", "save it as plain text in UTF-8");
        }
    }

    private void write(Draft wanted, NumeralDraft rows) throws IOException {
        String csv = wanted == Draft.NUMERALS
                ? AuditPages.csv(NumeralDraft.NUMERAL_COLUMNS, rows.numerals())
                : AuditPages.csv(NumeralDraft.REPORT_COLUMNS, List.of(rows.report()));
        if (target == null) {
            program.out().print(csv);
            return;
        }
        Path path = program.folder().resolve(target).normalize();
        DurableFiles.write(path, csv.getBytes(StandardCharsets.UTF_8));
        program.err().println("Written: " + path);
    }

    /** What to type next. */
    private String next(AuditResult result) {
        String again = "mengshi targets audit --report " + file + " --year " + result.year();
        boolean draftsHelp = draft == null && !result.unclassified().isEmpty();
        return draftsHelp ? again + " --draft -o numeral_" + result.year() + "_draft.csv" : again;
    }
}
