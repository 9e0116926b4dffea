package mengshi.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import mengshi.warehouse.Answers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "waive",
        mixinStandardHelpOptions = true,
        description = {
            "Release a hard finding that is right to stand. Once none is left open, the next nightly publishes the file.",
            "Who did it and why is kept for good."
        })
final class WaiveCommand implements Callable<Integer> {

    private final Program program;

    @Mixin
    private final Output output = new Output();

    @Parameters(paramLabel = "FINDING", description = "The finding's id, as `mengshi findings` lists it.")
    private String finding = "";

    @Option(
            names = "--reason",
            required = true,
            paramLabel = "R",
            description = "Why it may stand: six characters or more.")
    private String reason = "";

    @Option(names = "--by", required = true, paramLabel = "NAME", description = "Who answers for it.")
    private String by = "";

    WaiveCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() throws IOException {
        GivenAnswer.requireName(by);
        program.requireDatabase();
        Answers.Given given;
        try (Workplace workplace = Workplace.open(program, output, "waive")) {
            given = workplace.answers().waive(finding, reason, by);
        }
        return new GivenAnswer(program, output).print(finding, given);
    }
}
