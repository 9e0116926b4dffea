package mengshi.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import mengshi.model.Period;
import mengshi.operations.ProgramVersion;
import mengshi.operations.Settings;
import mengshi.operations.SettingsRefused;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.Help.Ansi;
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
        int code = commandLine(program, warns).execute(arguments);
        program.out().flush();
        program.err().flush();
        return code;
    }

    static CommandLine commandLine(Program program) {
        return commandLine(program, true);
    }

    private static CommandLine commandLine(Program program, boolean warns) {
        Mengshi root = new Mengshi();
        CommandLine line = new CommandLine(root);
        addCommands(line, program);
        line.registerConverter(Period.class, Mengshi::period);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setColorScheme(CommandLine.Help.defaultColorScheme(program.colour() ? Ansi.ON : Ansi.OFF));
        line.setOut(new PrintWriter(program.out(), true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(program.err(), true, StandardCharsets.UTF_8));
        Failures failures = new Failures(program, () -> root.debug);
        line.setParameterExceptionHandler((fault, ignored) -> failures.usage(fault));
        line.setExecutionExceptionHandler((fault, command, ignored) -> failures.execution(fault, command));
        line.setExecutionStrategy(parsed -> execute(program, parsed, warns));
        documentExitCodes(line);
        Examples.addTo(line);
        return line;
    }

    /** Every command there is, in the order in which help lists them. */
    private static void addCommands(CommandLine line, Program program) {
        line.addSubcommand(new NightlyCommand(program))
                .addSubcommand(new RunCommand(program))
                .addSubcommand(new RerunCommand(program))
                .addSubcommand(new StopCommand(program))
                .addSubcommand(new StatusCommand(program))
                .addSubcommand(new RunsCommand(program))
                .addSubcommand(new ShowCommand(program))
                .addSubcommand(new SubmissionsCommand(program))
                .addSubcommand(new DueCommand(program))
                .addSubcommand(new FindingsCommand(program))
                .addSubcommand(new ExplainCommand(program))
                .addSubcommand(new WaiveCommand(program))
                .addSubcommand(new QualityCommand(program))
                .addSubcommand(new ScorecardCommand(program))
                .addSubcommand(new TraceCommand(program))
                .addSubcommand(new DiffCommand(program))
                .addSubcommand(new CommandLine(new TargetsCommand(program)).addSubcommand(new AuditCommand(program)))
                .addSubcommand(new RulesCommand(program))
                .addSubcommand(new FormCommand(program))
                .addSubcommand(new SampleCommand(program))
                .addSubcommand(new CommandLine(new ExportCommand(program)).addSubcommand(new SdmxCommand(program)))
                .addSubcommand(new SqlCommand(program))
                .addSubcommand(new ScheduleCommand(program))
                .addSubcommand(new DbCommand(program))
                .addSubcommand(new BackupCommand(program))
                .addSubcommand(new RestoreCommand(program))
                .addSubcommand(new DoctorCommand(program))
                .addSubcommand(new ConfigCommand(program))
                .addSubcommand(new CompletionCommand(program));
    }

    private static int execute(Program program, ParseResult parsed, boolean warns) {
        Integer helped = CommandLine.executeHelpRequest(parsed);
        if (helped != null) {
            return helped;
        }
        prepare(program, parsed.commandSpec().commandLine(), warns);
        return new CommandLine.RunLast().execute(parsed);
    }

    /** Refuses wrong settings before anything begins, and says where the log goes before the first logger wakes up. */
    private static void prepare(Program program, CommandLine line, boolean warns) {
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

    private static void documentExitCodes(CommandLine line) {
        Map<String, String> codes = new LinkedHashMap<>();
        Arrays.stream(Exit.values()).forEach(exit -> codes.put(String.valueOf(exit.code()), exit.meaning()));
        codes.put("130,143", "Interrupted; `mengshi rerun` resumes it");
        line.getCommandSpec()
                .usageMessage()
                .exitCodeListHeading("%nExit codes:%n")
                .exitCodeList(codes);
    }

    private static Period period(String code) {
        return Period.parse(code)
                .orElseThrow(() ->
                        new TypeConversionException("\"" + code + "\" is no period; write 2025-06, 2025-Q2 or 2025"));
    }
}
