package mengshi.cli;

import java.io.IOException;
import java.util.Optional;
import javax.sql.DataSource;
import mengshi.database.Database;
import mengshi.database.Login;
import mengshi.database.RunLock;
import mengshi.intake.Store;
import mengshi.jobs.Folders;
import mengshi.jobs.JobResources;
import mengshi.jobs.JobRuns;
import mengshi.jobs.Logins;
import mengshi.jobs.Progress;
import mengshi.operations.Home;
import mengshi.operations.ProgramVersion;
import mengshi.operations.Settings;
import mengshi.warehouse.Answers;
import mengshi.warehouse.Checking;
import mengshi.warehouse.Marts;
import mengshi.warehouse.ReferenceData;
import mengshi.warehouse.RuleTrial;
import mengshi.warehouse.Runs;
import org.jspecify.annotations.Nullable;

/** Everything a command needs that works on the data: the open database and, if it will change something, the run lock. */
final class Workplace implements AutoCloseable {

    /** One lock for all jobs that write facts. */
    private static final String LOCK = "facts";

    private final Program program;
    private final Settings settings;
    private final Database database;
    private final @Nullable RunLock lock;
    private final JobRuns runs;

    private Workplace(Program program, Database database, @Nullable RunLock lock, JobRuns runs) {
        this.program = program;
        this.settings = program.settings();
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
    static Workplace open(Program program, Output output, String command) throws IOException {
        Settings settings = program.settings();
        Database database = Database.open(settings.database());
        try {
            database.migrate();
            Optional<RunLock> lock = database.tryLock(LOCK);
            if (lock.isEmpty()) {
                throw new Locked(database.url());
            }
            return new Workplace(
                    program, database, lock.get(), jobRuns(program, database, command, progress(program, output)));
        } catch (RuntimeException | IOException e) {
            database.close();
            throw e;
        }
    }

    /** To look only: no lock, nothing is laid out. */
    static Workplace look(Program program, Output output) throws IOException {
        program.requireDatabase();
        Database database = Database.open(program.settings().database());
        try {
            return new Workplace(
                    program, database, null, jobRuns(program, database, "look", progress(program, output)));
        } catch (RuntimeException | IOException e) {
            database.close();
            throw e;
        }
    }

    JobRuns runs() {
        return runs;
    }

    Runs ledger() {
        return new Runs(database.as(Login.LOADER), program.clock());
    }

    /** Whether somebody, we or another program, holds the lock of those who write facts. */
    boolean isAnybodyAtWork() {
        return database.isLocked(LOCK);
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

    Home home() {
        return settings.home();
    }

    Settings settings() {
        return settings;
    }

    @Override
    public void close() {
        if (lock != null) {
            lock.close();
        }
        database.close();
    }

    private static JobRuns jobRuns(Program program, Database database, String command, Progress progress)
            throws IOException {
        Settings settings = program.settings();
        JobResources resources = new JobResources(
                new Logins(database.as(Login.LOADER), database.as(Login.READER), database.as(Login.RESPONDER)),
                settings.seeds(),
                Store.open(settings.home().store()),
                new Folders(settings.home().reports(), settings.home().outbox()),
                program.clock(),
                settings.threads(),
                progress,
                settings.fileLimits());
        String startedBy =
                program.environment().getOrDefault("USER", System.getProperty("user.name", "unknown")) + ": " + command;
        return new JobRuns(resources, settings.targetYear(), ProgramVersion.current(), startedBy);
    }

    private static Progress progress(Program program, Output output) {
        if (output.isForPrograms()) {
            return (step, items, took) -> {};
        }
        return (step, items, took) -> {
            if (!step.contains("Partition:")) {
                program.err().printf("  %-8s %6d  %6.1f s%n", step, items, took.toMillis() / 1000.0);
            }
        };
    }
}
