package mengshi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class CommandsTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Program program = new Program(
            Map.of(),
            Path.of("").toAbsolutePath(),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            Clock.systemUTC(),
            "UTF-8",
            Program.Terminals.NONE);
    private final CommandLine whole = Mengshi.commandLine(program);

    @Test
    void the_list_of_commands_says_the_same_whether_all_are_taken_apart_or_none() {
        assertThat(Mengshi.run(program, "--help")).isZero();

        assertThat(printed()).isEqualTo(whole.getUsageMessage());
    }

    @Test
    void the_help_of_a_command_says_the_same_whether_all_are_taken_apart_or_only_it() {
        for (String name : Commands.NAMES) {
            out.reset();

            assertThat(Mengshi.run(program, "--debug", name, "--help")).isZero();

            CommandLine command = whole.getSubcommands().get(name);
            assertThat(printed()).isEqualTo(command.getUsageMessage());
            assertThat(command.getCommandName()).isEqualTo(name);
        }
    }

    @Test
    void a_slip_of_the_pen_is_answered_with_the_commands_it_may_mean() {
        assertThat(Mengshi.run(program, "statsu")).isEqualTo(Exit.USAGE.code());

        assertThat(err.toString(StandardCharsets.UTF_8)).contains("statsu").contains("status");
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }
}
