package mengshi.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import mengshi.database.Database;
import mengshi.database.Login;
import mengshi.database.RunLock;
import mengshi.jobs.Folders;
import mengshi.jobs.JobResources;
import mengshi.jobs.JobRuns;
import mengshi.jobs.Limits;
import mengshi.jobs.Logins;
import mengshi.jobs.Ownership;
import mengshi.jobs.Progress;
import mengshi.operations.Home;
import mengshi.operations.JobFile;
import mengshi.operations.ProgramVersion;
import mengshi.operations.Settings;
import mengshi.warehouse.Answers;
import mengshi.warehouse.Checking;
import mengshi.warehouse.Marts;
import mengshi.warehouse.ReferenceData;
import mengshi.warehouse.RuleTrial;
import mengshi.warehouse.Runs;
import mengshi.warehouse.ServerCheck;
import mengshi.warehouse.Vitals;
import org.jspecify.annotations.Nullable;

/** Everything a command needs that works on the data: the open database and, if it will change something, the run lock. */
final class Workplace implements AutoCloseable {

    /** One lock for all jobs that write facts. */
    private static final String LOCK = "facts";

    private final Program program;
    private final Settings settings;
    private final Database database;
    private final @Nullable RunLock lock;
    private final Supplier<JobRuns> runs;

    private Workplace(
            Program program, Settings settings, Database database, @Nullable RunLock lock, Supplier<JobRuns> runs) {
        this.program = program;
        this.settings = settings;
        this.database = database;
        this.lock = lock;
        this.runs = runs;
    }

    /**
     * To work.
     *
     * @param command for the ledger
     * @throws Locked if somebody else is at work
     */
    static Workplace open(Program program, Output output, String command) {
        Settings settings = program.settings();
        Database database = Database.open(settings.database());
        try {
            Optional<RunLock> lock = database.tryLock(LOCK);
            if (lock.isEmpty()) {
                throw new Locked(database.url());
            }
            // Not under somebody's run: a newer program would change the tables that it works with.
            database.migrate();
            JobResources resources =
                    resources(program, settings, database, progress(program, output), lock.get()::isHeld);
            JobRuns runs = jobRuns(program, settings, resources, command);
            return new Workplace(program, settings, database, lock.get(), () -> runs);
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /** To look only: no lock, nothing is laid out. */
    static Workplace look(Program program, Output output) {
        Settings settings = program.settings();
        program.requireDatabase();
        Database database = Database.open(settings.database());
        // Most who look ask the marts only; the jobs would want all logins.
        return new Workplace(program, settings, database, null, () -> {
            JobResources resources = resources(program, settings, database, progress(program, output), () -> false);
            return jobRuns(program, settings, resources, "look");
        });
    }

    /** Nobody writes facts until it is closed. */
    record Calm(Database database, RunLock lock) implements AutoCloseable {

        @Override
        public void close() {
            lock.close();
            database.close();
        }
    }

    /** @throws Locked if somebody is at work */
    static Calm calm(Settings settings) {
        Database database = Database.open(settings.database());
        try {
            return new Calm(database, database.tryLock(LOCK).orElseThrow(() -> new Locked(database.url())));
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    JobRuns runs() {
        return runs.get();
    }

    /** Whether the run lock is still held; without it another program may be at work. */
    boolean isOurs() {
        return lock != null && lock.isHeld();
    }

    Runs ledger() {
        return new Runs(database.as(Login.LOADER), program.clock());
    }

    /** Whether somebody, we or another program, holds the lock of those who write facts. */
    boolean isAnybodyAtWork() {
        return database.isLocked(LOCK, Login.READER);
    }

    /** When a program older than this one last spoke to the database as those who write facts do. */
    Optional<Instant> lastSign() {
        return new ServerCheck(database.as(Login.LOADER)).lastSign();
    }

    Answers answers() {
        return new Answers(database.as(Login.LOADER), program.clock());
    }

    /** Where edits are tried out; nothing of it stays. */
    RuleTrial ruleTrial() {
        DataSource loader = database.as(Login.LOADER);
        return new RuleTrial(
                loader,
                new ReferenceData(loader, settings.seeds(), settings.targetYear()),
                new Checking(loader, program.clock()));
    }

    Marts marts() {
        return new Marts(database.as(Login.READER));
    }

    Vitals vitals() {
        return Vitals.read(database.as(Login.READER));
    }

    /** The marts, if this database has any yet. */
    Optional<Marts> laidOutMarts() {
        return Optional.of(marts()).filter(Marts::areLaidOut);
    }

    Home home() {
        return settings.home();
    }

    Settings settings() {
        return settings;
    }

    /** The database's address, without user and password. */
    String url() {
        return database.url();
    }

    @Override
    public void close() {
        if (lock != null) {
            lock.close();
        }
        database.close();
    }

    private static JobResources resources(
            Program program, Settings settings, Database database, Progress progress, Ownership ownership) {
        Home home = settings.home();
        return new JobResources(
                new Logins(database.as(Login.LOADER), database.as(Login.READER), database.as(Login.RESPONDER)),
                settings.seeds(),
                new Folders(home.store(), home.reports(), home.outbox()),
                program.clock(),
                new Limits(
                        settings.threads(),
                        settings.inboxQuiet(),
                        timeouts(settings),
                        settings.databaseRetries(),
                        settings.fileLimits()),
                progress,
                ownership);
    }

    private static Map<String, Duration> timeouts(Settings settings) {
        try {
            return JobFile.all(settings.jobs()).stream().collect(Collectors.toMap(JobFile::name, JobFile::longest));
        } catch (IOException e) {
            throw new UncheckedIOException("The job files cannot be read", e);
        }
    }

    private static JobRuns jobRuns(Program program, Settings settings, JobResources resources, String command) {
        String startedBy =
                program.environment().getOrDefault("USER", System.getProperty("user.name", "unknown")) + ": " + command;
        return new JobRuns(resources, settings.targetYear(), ProgramVersion.current(), startedBy);
    }

    private static Progress progress(Program program, Output output) {
        if (output.isForPrograms()) {
            return (step, items, took) -> {};
        }
        return program.animates() ? new ProgressBars(program) : new ProgressLines(program.err());
    }
}
