package mengshi.cli;

import java.util.Arrays;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

/**
 * The commands below the program's name. To take a command apart means to look at every option and parameter of its and of
 * its subcommands, and takes longer than most commands work; so it is done for the one that was typed, and the others are no
 * more than what a list of commands says of them.
 */
final class Commands {

    /** Every command there is, in the order in which help lists them. */
    static final List<String> NAMES = List.of(
            "nightly",
            "run",
            "rerun",
            "stop",
            "status",
            "runs",
            "show",
            "submissions",
            "due",
            "findings",
            "explain",
            "waive",
            "quality",
            "scorecard",
            "trace",
            "diff",
            "targets",
            "rules",
            "form",
            "sample",
            "export",
            "sql",
            "schedule",
            "db",
            "backup",
            "restore",
            "doctor",
            "config",
            "completion");

    private Commands() {}

    /** Every command with all its options. */
    static void addAll(CommandLine line, Program program) {
        NAMES.forEach(name -> line.addSubcommand(name, whole(name, program)));
    }

    /** The command that was typed; where none can be told, what a list says of each. */
    static void addTyped(CommandLine line, Program program, String... arguments) {
        if (Arrays.stream(arguments).anyMatch(argument -> argument.startsWith("@"))) {
            // A file of further arguments, any of which may be the command.
            addAll(line, program);
            return;
        }
        // The program's own options take no values, so that the first word is the command.
        Arrays.stream(arguments)
                .filter(argument -> !argument.startsWith("-"))
                .findFirst()
                .filter(NAMES::contains)
                .ifPresentOrElse(
                        name -> line.addSubcommand(name, whole(name, program)),
                        () -> NAMES.forEach(name -> line.addSubcommand(name, outline(name, program))));
    }

    private static CommandLine whole(String name, Program program) {
        CommandLine command = new CommandLine(of(name, program));
        switch (name) {
            case "targets" -> command.addSubcommand(new AuditCommand(program));
            case "export" -> command.addSubcommand(new SdmxCommand(program));
            default -> {}
        }
        return command;
    }

    private static CommandSpec outline(String name, Program program) {
        CommandSpec outline = CommandSpec.create();
        outline.usageMessage()
                .description(of(name, program)
                        .getClass()
                        .getAnnotation(Command.class)
                        .description());
        return outline;
    }

    private static Object of(String name, Program program) {
        return switch (name) {
            case "nightly" -> new NightlyCommand(program);
            case "run" -> new RunCommand(program);
            case "rerun" -> new RerunCommand(program);
            case "stop" -> new StopCommand(program);
            case "status" -> new StatusCommand(program);
            case "runs" -> new RunsCommand(program);
            case "show" -> new ShowCommand(program);
            case "submissions" -> new SubmissionsCommand(program);
            case "due" -> new DueCommand(program);
            case "findings" -> new FindingsCommand(program);
            case "explain" -> new ExplainCommand(program);
            case "waive" -> new WaiveCommand(program);
            case "quality" -> new QualityCommand(program);
            case "scorecard" -> new ScorecardCommand(program);
            case "trace" -> new TraceCommand(program);
            case "diff" -> new DiffCommand(program);
            case "targets" -> new TargetsCommand(program);
            case "rules" -> new RulesCommand(program);
            case "form" -> new FormCommand(program);
            case "sample" -> new SampleCommand(program);
            case "export" -> new ExportCommand(program);
            case "sql" -> new SqlCommand(program);
            case "schedule" -> new ScheduleCommand(program);
            case "db" -> new DbCommand(program);
            case "backup" -> new BackupCommand(program);
            case "restore" -> new RestoreCommand(program);
            case "doctor" -> new DoctorCommand(program);
            case "config" -> new ConfigCommand(program);
            case "completion" -> new CompletionCommand(program);
            default -> throw new IllegalArgumentException(name);
        };
    }
}
