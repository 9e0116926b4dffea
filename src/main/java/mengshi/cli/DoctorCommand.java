package mengshi.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import mengshi.database.Database;
import mengshi.form.AreaCatalogue;
import mengshi.form.FormCatalogue;
import mengshi.form.UnitCatalogue;
import mengshi.jobs.JobClock;
import mengshi.jobs.WaitingFiles;
import mengshi.operations.Check;
import mengshi.operations.DatabaseChecks;
import mengshi.operations.Heartbeat;
import mengshi.operations.JobFile;
import mengshi.operations.MachineChecks;
import mengshi.operations.ServerChecks;
import mengshi.operations.Settings;
import mengshi.seeds.Seeds;
import mengshi.targets.ActualCatalogue;
import mengshi.targets.TargetCatalogue;
import mengshi.validation.RuleBook;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = {
            "Look whether everything is in order: the machine, the settings, the database, the data. Changes nothing.",
            "Ends with 0 when it is, with 3 when something is wrong; then says what and what to do."
        })
final class DoctorCommand implements Callable<Integer> {

    /** @param outcome OK, WRONG or SKIPPED */
    private record Examined(String check, String outcome, Optional<Check.Complaint> complaint) {}

    private static final int SAMPLE = 20;

    private final Program program;

    @Option(names = "--all", description = "Read every file of the store again, not only some; that takes a while.")
    private boolean all;

    private final List<Examined> examined = new ArrayList<>();

    @Mixin
    private final Output output = new Output();

    DoctorCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        Settings settings = program.settings();
        MachineChecks.of(settings, program.encoding()).forEach(this::examine);
        examine(Check.of("seeds", "mend the seed file that is named", () -> seeds(settings)));
        examine(Check.of("schedule", "mend the job file that is named", () -> schedule(settings)));
        examineDatabase(settings);
        output.print(program, examined.stream().map(DoctorCommand::columns).toList(), lines());
        long wrong =
                examined.stream().filter(one -> one.complaint().isPresent()).count();
        if (!output.isForPrograms()) {
            program.err().println(examined.size() + " checks, " + wrong + " found something");
        }
        return wrong == 0 ? Exit.DONE.code() : Exit.FOUND.code();
    }

    private void examineDatabase(Settings settings) {
        if (Program.isMissing(settings.database())) {
            examined.add(
                    new Examined("database (not made yet; the first nightly makes it)", "SKIPPED", Optional.empty()));
            return;
        }
        int place = examined.size();
        examine(Check.of("database", "mengshi db status", () -> {
            try (Database database = Database.open(settings.database())) {
                ServerChecks server = new ServerChecks(database, settings, program.clock());
                server.ofServer().forEach(this::examine);
                DatabaseChecks checks =
                        new DatabaseChecks(database, settings, program.clock(), all ? Integer.MAX_VALUE : SAMPLE);
                List<Check> others = Stream.concat(server.ofRights().stream(), checks.all().stream())
                        .toList();
                if (examine(checks.migrations())) {
                    others.forEach(this::examine);
                } else {
                    others.forEach(check -> examined.add(new Examined(check.name(), "SKIPPED", Optional.empty())));
                }
            }
            return Check.fine();
        }));
        // It is known last, but the others stand on it.
        examined.add(place, examined.remove(examined.size() - 1));
    }

    private boolean examine(Check check) {
        Optional<Check.Complaint> complaint;
        try {
            complaint = check.examination().look();
        } catch (Exception e) {
            throw new IllegalStateException("A check must not fail: " + check.name(), e);
        }
        examined.add(new Examined(check.name(), complaint.isEmpty() ? "OK" : "WRONG", complaint));
        return complaint.isEmpty();
    }

    /** A job whose time came twice while files were waiting for it has nobody who starts it. */
    private Optional<Check.Complaint> schedule(Settings settings) throws IOException {
        Path sign = settings.home().heartbeat();
        Optional<Heartbeat> old = Heartbeat.last(sign)
                .filter(last -> !last.isFresh(program.clock().instant()));
        if (old.isPresent()) {
            return Optional.of(new Check.Complaint(
                    "`mengshi schedule` (process " + old.get().pid() + ") gave its last sign of life at "
                            + old.get().beat(),
                    "start `mengshi schedule` again; if another clock does its work now: rm " + sign));
        }
        Optional<Instant> waiting = WaitingFiles.longest(settings.home().inbox());
        for (JobFile job : JobFile.all(settings.jobs())) {
            String cron = job.schedule().orElse("");
            if (cron.isEmpty()) {
                continue;
            }
            if (!JobClock.isSchedule(cron)) {
                return Optional.of(new Check.Complaint(
                        "The schedule \"" + cron + "\" of " + job.name() + " cannot be understood",
                        "write second, minute, hour, day, month and weekday, such as 0 30 2 * * *, in jobs/"
                                + job.name() + ".yaml"));
            }
            Optional<Instant> second = waiting.flatMap(since -> JobClock.next(cron, job.zone(), since))
                    .flatMap(first -> JobClock.next(cron, job.zone(), first));
            if (second.filter(program.clock().instant()::isAfter).isPresent()) {
                return Optional.of(new Check.Complaint(
                        "Files have been waiting since " + waiting.orElseThrow() + ", and the time of " + job.name()
                                + " has come twice since",
                        "mengshi nightly, and see that something starts it: mengshi schedule print --systemd"));
            }
        }
        return Check.fine();
    }

    /** Every catalogue refuses seeds that contradict themselves, and says where. */
    private static Optional<Check.Complaint> seeds(Settings settings) {
        Seeds seeds = settings.seeds();
        FormCatalogue.from(seeds);
        AreaCatalogue.from(seeds);
        UnitCatalogue.from(seeds);
        RuleBook.from(seeds);
        TargetCatalogue.from(seeds, settings.targetYear());
        ActualCatalogue.from(seeds, settings.targetYear() - 1);
        return Check.fine();
    }

    private static Map<String, @Nullable Object> columns(Examined one) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("check", one.check());
        row.put("outcome", one.outcome());
        row.put("found", one.complaint().map(Check.Complaint::found).orElse(null));
        row.put("what_to_do", one.complaint().map(Check.Complaint::whatToDo).orElse(null));
        return row;
    }

    private List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (Examined one : examined) {
            lines.add(String.format("%-8s %s", one.outcome(), one.check()));
            one.complaint().ifPresent(complaint -> {
                lines.add("         " + Table.printable(complaint.found()));
                lines.add("         To do: " + Table.printable(complaint.whatToDo()));
            });
        }
        return lines;
    }
}
