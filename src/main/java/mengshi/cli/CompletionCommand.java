package mengshi.cli;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "completion",
        mixinStandardHelpOptions = true,
        description = "Print what makes bash and zsh complete commands and options; bash looks for it in"
                + " ~/.local/share/bash-completion/completions/mengshi.")
final class CompletionCommand implements Callable<Integer> {

    private final Program program;

    @Mixin
    private final Output output = new Output();

    CompletionCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        String script = AutoComplete.bash("mengshi", Mengshi.commandLine(program));
        output.print(program, Map.of("script", script), List.of(script.stripTrailing()));
        return Exit.DONE.code();
    }
}
