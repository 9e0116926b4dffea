package mengshi.cli;

import java.util.Map;
import java.util.function.BooleanSupplier;
import mengshi.database.DatabaseFault;
import mengshi.database.DatabaseUnavailable;
import mengshi.files.DiskFault;
import mengshi.jobs.RunLeft;
import mengshi.operations.SettingsRefused;
import mengshi.warehouse.AnswerRefused;
import mengshi.warehouse.QueryRefused;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns what went wrong into one line for the person and one code for the shell. */
final class Failures implements IParameterExceptionHandler, IExecutionExceptionHandler {

    private final Program program;
    private final BooleanSupplier debug;

    Failures(Program program, BooleanSupplier debug) {
        this.program = program;
        this.debug = debug;
    }

    /** Arguments that cannot be understood. */
    @Override
    public int handleParseException(ParameterException fault, String[] arguments) {
        CommandLine command = fault.getCommandLine();
        boolean bare = !(fault instanceof MissingParameterException)
                && command.getParseResult() != null
                && command.getParseResult().originalArgs().isEmpty();
        if (bare) {
            command.usage(command.getErr());
            return Exit.USAGE.code();
        }
        program.err().println(fault.getMessage());
        UnmatchedArgumentException.printSuggestions(fault, command.getErr());
        program.err().println("`" + command.getCommandSpec().qualifiedName() + " --help` says how it is used.");
        return Exit.USAGE.code();
    }

    /** A command that ended by an exception. */
    @Override
    public int handleExecutionException(Exception fault, CommandLine command, ParseResult parsed) {
        Exit exit = exit(fault);
        if (exit == Exit.UNEXPECTED) {
            program.err()
                    .println("Something went wrong that should not: " + plain(fault) + " · `"
                            + command.getCommandSpec().qualifiedName()
                            + "` · see " + System.getProperty("mengshi.logs", "the log")
                            + ", or run it again with --debug · what was committed before is kept");
            // The console has its line already, so this logger goes to the file only.
            LoggerFactory.getLogger("mengshi.failures").error("Unexpected", fault);
        } else {
            program.err().println(isOfDatabase(fault) ? outage(fault) : plain(fault));
            DatabaseFault.behind(fault).ifPresent(known -> LoggerFactory.getLogger("mengshi.failures")
                    .error("{}", known, fault));
        }
        if (fault instanceof RunLeft left) {
            FailureNotice.send(program, left.job(), Map.of("status", "LEFT", "failure", plain(fault)));
        }
        if (debug.getAsBoolean()) {
            fault.printStackTrace(program.err());
        }
        return exit.code();
    }

    /** Whether nobody has yet put into words what the database did. */
    private static boolean isOfDatabase(Throwable fault) {
        boolean isTold = fault instanceof RunLeft || fault instanceof DatabaseUnavailable || exit(fault) == Exit.USAGE;
        return !isTold && DatabaseFault.behind(fault).isPresent();
    }

    private String outage(Throwable fault) {
        return DatabaseFault.behind(fault)
                .map(known -> known.sentence(fault) + " · "
                        + program.settings().database().place() + " · " + known.whatToDo()
                        + " · what was committed before is kept")
                .orElseGet(() -> plain(fault));
    }

    private static Exit exit(Throwable fault) {
        if (isOutage(fault)) {
            return Exit.NOT_NOW;
        }
        if (fault instanceof Locked) {
            return Exit.LOCKED;
        }
        boolean isUsage = fault instanceof SettingsRefused
                || fault instanceof QueryRefused
                || fault instanceof AnswerRefused
                || fault instanceof WrongUsage;
        return isUsage ? Exit.USAGE : Exit.UNEXPECTED;
    }

    private static boolean isOutage(Throwable fault) {
        for (@Nullable Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof DatabaseUnavailable || cause instanceof NotNow) {
                return true;
            }
        }
        return DatabaseFault.behind(fault).isPresent()
                || DiskFault.behind(fault).isPresent();
    }

    private static String plain(Throwable fault) {
        String message = fault.getMessage();
        return message == null ? fault.getClass().getName() : message.replaceAll("\\s*\\R\\s*", " ");
    }
}
