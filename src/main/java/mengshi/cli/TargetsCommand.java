package mengshi.cli;

import mengshi.operations.Settings;
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
}
