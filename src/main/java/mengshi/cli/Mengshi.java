package mengshi.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import mengshi.model.Period;
import mengshi.operations.ProgramVersion;
import mengshi.operations.Settings;
import mengshi.operations.SettingsRefused;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.TypeConversionException;

/** The program's entrance: takes the arguments apart, runs one command, and ends with one of the {@link Exit} codes. */
@Command(
        name = "mengshi",
        mixinStandardHelpOptions = true,
        versionProvider = Mengshi.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        description = {
            "盟市: takes in the workbooks of Inner Mongolia's leagues and cities, checks them, judges the targets of the"
                    + " Government Work Report, and answers every submitter.",
            ""
        },
        footer = {"", "`mengshi COMMAND --help` says more about each; `mengshi config` lists the settings."})
public final class Mengshi {

    /** The version the program was built as. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"mengshi " + ProgramVersion.current()};
        }
    }

    /** A period, as it is typed. */
    private static final class PeriodArgument implements ITypeConverter<Period> {
        @Override
        public Period convert(String code) {
            return Period.parse(code)
                    .orElseThrow(() -> new TypeConversionException(
                            "\"" + code + "\" is no period; write 2025-06, 2025-Q2 or 2025"));
        }
    }

    /** How a command is run once its arguments are understood. */
    private record Execution(Program program, boolean warns) implements IExecutionStrategy {

        @Override
        public int execute(ParseResult parsed) {
            Integer helped = CommandLine.executeHelpRequest(parsed);
            if (helped != null) {
                return helped;
            }
            prepare(parsed.commandSpec().commandLine());
            return new CommandLine.RunLast().execute(parsed);
        }

        /** Refuses wrong settings before anything begins, and says where the log goes before the first logger wakes up. */
        private void prepare(CommandLine line) {
            try {
                Settings settings = program.settings();
                if (warns) {
                    settings.unknown().forEach(name -> program.err()
                            .println("There is no setting " + name
                                    + "; it is ignored. `mengshi config` lists all there are."));
                }
                System.setProperty("mengshi.log.format", settings.logFormat());
                System.setProperty("mengshi.logs", settings.home().logs().toString());
            } catch (SettingsRefused e) {
                throw new ExecutionException(line, "Settings", e);
            }
        }
    }

    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "Show where in the program an error happened.")
    private boolean debug;

    private Mengshi() {}

    public static void main(String[] arguments) {
        System.exit(run(Program.real(), arguments));
    }

    /** Runs one command and returns its exit code. */
    static int run(Program program, String... arguments) {
        if (!program.encoding().equalsIgnoreCase(StandardCharsets.UTF_8.name())) {
            program.err()
                    .println("Chinese file names cannot be read with the encoding " + program.encoding()
                            + " · sun.jnu.encoding · export LC_ALL=C.UTF-8 and start again · nothing was begun");
            return Exit.USAGE.code();
        }
        return execute(program, true, arguments);
    }

    /** Runs a command for another one, which has warned already where the settings have slips. */
    static int runInside(Program program, String... arguments) {
        return execute(program, false, arguments);
    }

    private static int execute(Program program, boolean warns, String... arguments) {
        CommandLine line = commandLine(program, warns, root -> Commands.addTyped(root, program, arguments));
        int code = line.execute(arguments);
        program.out().flush();
        program.err().flush();
        return code;
    }

    /** The program with every command and option there is. */
    static CommandLine commandLine(Program program) {
        return commandLine(program, true, root -> Commands.addAll(root, program));
    }

    private static CommandLine commandLine(Program program, boolean warns, Consumer<CommandLine> commands) {
        Mengshi root = new Mengshi();
        CommandLine line = new CommandLine(root);
        commands.accept(line);
        line.registerConverter(Period.class, new PeriodArgument());
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setColorScheme(CommandLine.Help.defaultColorScheme(program.colour() ? Ansi.ON : Ansi.OFF));
        line.setOut(new PrintWriter(program.out(), true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(program.err(), true, StandardCharsets.UTF_8));
        Failures failures = new Failures(program, () -> root.debug);
        line.setParameterExceptionHandler(failures);
        line.setExecutionExceptionHandler(failures);
        line.setExecutionStrategy(new Execution(program, warns));
        documentExitCodes(line);
        Examples.addTo(line);
        return line;
    }

    private static void documentExitCodes(CommandLine line) {
        Map<String, String> codes = new LinkedHashMap<>();
        Arrays.stream(Exit.values()).forEach(exit -> codes.put(String.valueOf(exit.code()), exit.meaning()));
        codes.put("130,143", "Interrupted; `mengshi rerun` resumes it");
        line.getCommandSpec()
                .usageMessage()
                .exitCodeListHeading("%nExit codes:%n")
                .exitCodeList(codes);
    }
}
