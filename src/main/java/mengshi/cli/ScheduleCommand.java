package mengshi.cli;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import mengshi.database.Database;
import mengshi.database.Login;
import mengshi.jobs.JobClock;
import mengshi.operations.JobFile;
import mengshi.operations.ServiceText;
import mengshi.operations.Settings;
import mengshi.operations.TimerText;
import mengshi.warehouse.Runs;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "schedule",
        mixinStandardHelpOptions = true,
        description = {
            "Stay and run every job at the times its file in jobs/ gives, one at a time, until a signal ends it.",
            "Times that passed while nothing ran are made up for by one run. `schedule print` is for those who have a"
                    + " clock already."
        })
final class ScheduleCommand implements Callable<Integer> {

    private static final long STOP_SECONDS = 28;

    /** Which clock is to do it. */
    static final class Kind {
        @Option(names = "--systemd", required = true, description = "A service and a timer for each job.")
        private boolean systemd;

        @Option(names = "--cron", required = true, description = "A line of a crontab for each job.")
        private boolean cron;
    }

    private final Program program;
    private final CountDownLatch signalled = new CountDownLatch(1);

    ScheduleCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() throws IOException {
        List<JobClock.Timed> jobs = timed(program.clock().instant());
        jobs.forEach(job -> program.err().println(job.job() + "  " + next(job)));
        JobClock clock = new JobClock(jobs, program.clock(), this::pause);
        CountDownLatch ended = new CountDownLatch(1);
        Thread onSignal = new Thread(() -> end(ended), "schedule-stop");
        Runtime.getRuntime().addShutdownHook(onSignal);
        try (Heart heart = Heart.begin(program)) {
            clock.run(job -> start(job, heart));
        } finally {
            ended.countDown();
        }
        return Exit.DONE.code();
    }

    @Command(
            name = "print",
            mixinStandardHelpOptions = true,
            description = "Print the schedule for systemd or cron, ready to be put in place.")
    int print(@Mixin Output output, @ArgGroup(exclusive = true, multiplicity = "1") Kind kind) throws IOException {
        List<Map<String, Object>> rows = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        ServiceText text = new ServiceText(
                System.getProperty("user.name", ""),
                program.folder(),
                ServiceText.told(program.settings()),
                System.getProperty("mengshi.launcher", "mengshi"));
        for (JobFile job : JobFile.all(program.settings().jobs())) {
            String schedule = job.schedule().orElse("");
            if (schedule.isEmpty()) {
                continue;
            }
            String times = (kind.systemd ? TimerText.systemd(schedule) : TimerText.cron(schedule))
                    .orElseThrow(() -> new WrongUsage(
                            "\"" + schedule + "\" cannot be said in the words of "
                                    + (kind.systemd ? "systemd" : "cron"),
                            "use `mengshi schedule`, or change jobs/" + job.name() + ".yaml"));
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("job", job.name());
            row.put("schedule", schedule);
            row.put("zone", job.zone().getId());
            row.put(kind.systemd ? "on_calendar" : "cron", times);
            rows.add(row);
            lines.addAll(kind.systemd ? text.units(job, times) : text.crontab(job, times));
        }
        output.print(program, rows, lines);
        return Exit.DONE.code();
    }

    private String next(JobClock.Timed job) {
        Instant next = JobClock.next(job, job.lastStarted()).orElse(null);
        if (next == null) {
            return "never";
        }
        String moment = next.atZone(job.zone()).toString();
        return next.isAfter(program.clock().instant())
                ? "next at " + moment
                : "was due at " + moment + " and begins now";
    }

    /** Ends by an interruption of the caller when a signal came. */
    private void pause(Duration time) throws InterruptedException {
        if (signalled.await(Math.max(1, time.toMillis()), TimeUnit.MILLISECONDS)) {
            throw new InterruptedException("A signal ended the schedule");
        }
    }

    private boolean start(String job, Heart heart) {
        if (signalled.getCount() == 0) {
            return false;
        }
        heart.isAt(job);
        int code = Mengshi.runInside(program, job);
        heart.isAt("");
        if (code == Exit.LOCKED.code() || code == Exit.NOT_NOW.code()) {
            program.err().println(job + " could not begin; it is tried again in a minute");
            return false;
        }
        program.err().println(job + " ended with " + code);
        return true;
    }

    /** A running job stops itself at its next commit, and must not be interrupted in it; here only the waiting ends. */
    private void end(CountDownLatch ended) {
        signalled.countDown();
        try {
            if (!ended.await(STOP_SECONDS, TimeUnit.SECONDS)) {
                System.err.println("The job did not stop in time; `mengshi rerun` goes on with it");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<JobClock.Timed> timed(Instant now) throws IOException {
        Settings settings = program.settings();
        List<JobClock.Timed> timed = new ArrayList<>();
        for (JobFile job : JobFile.all(settings.jobs())) {
            String schedule = job.schedule().orElse("");
            if (schedule.isEmpty()) {
                continue;
            }
            if (!JobClock.isSchedule(schedule)) {
                throw new WrongUsage(
                        "The schedule \"" + schedule + "\" of " + job.name() + " cannot be understood",
                        "write second, minute, hour, day, month and weekday: 0 30 2 * * *");
            }
            timed.add(new JobClock.Timed(
                    job.name(),
                    schedule,
                    job.zone(),
                    lastStart(settings, job.name()).orElse(now)));
        }
        if (timed.isEmpty()) {
            throw new WrongUsage("No job has a schedule", "give one to a file in jobs/");
        }
        return timed;
    }

    private Optional<Instant> lastStart(Settings settings, String job) {
        if (Program.isMissing(settings.database())) {
            return Optional.empty();
        }
        try (Database database = Database.open(settings.database())) {
            database.migrate();
            return new Runs(database.as(Login.LOADER), program.clock()).lastStart(job);
        }
    }
}
