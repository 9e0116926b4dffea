package mengshi.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mengshi.files.DurableFiles;
import mengshi.operations.Settings;
import mengshi.report.ResultsTable;
import mengshi.targets.ActualCatalogue;
import mengshi.targets.TargetCatalogue;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "targets", mixinStandardHelpOptions = true, description = "The targets of the Government Work Report.")
final class TargetsCommand {

    private final Program program;

    TargetsCommand(Program program) {
        this.program = program;
    }

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = "List the targets of the year in force (MENGSHI_TARGET_YEAR), section by section.")
    int list(
            @Mixin Output output,
            @Option(names = "--csv", description = "Print the catalogue as CSV on standard output.") boolean csv,
            @Option(names = "--section", description = "Only of this section: headline, or 1 to 11.") @Nullable
                    String section) {
        if (csv && output.isForPrograms()) {
            throw new WrongUsage("--csv and --json ask for two documents at once", "leave one of the two out");
        }
        Settings settings = program.settings();
        TargetCatalogue catalogue = TargetCatalogue.from(settings.seeds(), settings.targetYear());
        if (section != null && !catalogue.sections().contains(section)) {
            throw new WrongUsage(
                    "No target stands in section " + section,
                    "write one of " + String.join(", ", catalogue.sections()));
        }
        TargetListing listing = new TargetListing(
                catalogue,
                section == null ? catalogue.targets() : catalogue.section(section),
                ActualCatalogue.from(settings.seeds(), settings.targetYear() - 1));
        if (csv) {
            program.out().print(listing.csv());
            program.out().flush();
            return Exit.DONE.code();
        }
        output.print(program, listing.rows(), listing.table().lines(program.width()));
        if (!output.isForPrograms()) {
            program.err().println(listing.summary());
        }
        return Exit.DONE.code();
    }

    @Command(
            name = "results",
            mixinStandardHelpOptions = true,
            description = {
                "Write the results of the year before, as the report in force gives them, as a table of history: each with"
                        + " its words and paragraph. Loaded like every other table, they become facts beside what was"
                        + " published: mengshi run backfill inbox=results form=" + ResultsTable.FORM
            })
    int results(
            @Mixin Output output,
            @Option(
                            names = {"-o", "--output"},
                            paramLabel = "FILE",
                            required = true,
                            description = "Write it there; an .xlsx.")
                    Path file)
            throws IOException {
        Settings settings = program.settings();
        ResultsTable table = ResultsTable.of(ActualCatalogue.from(settings.seeds(), settings.targetYear() - 1));
        Path target = program.folder().resolve(file);
        DurableFiles.write(target, table.xlsx());
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("file", target.toString());
        document.put("form", ResultsTable.FORM);
        document.put("year", settings.targetYear() - 1);
        document.put("results", table.results().size());
        output.print(
                program,
                document,
                List.of(table.results().size() + " results of " + (settings.targetYear() - 1) + " · " + target));
        return Exit.DONE.code();
    }
}
