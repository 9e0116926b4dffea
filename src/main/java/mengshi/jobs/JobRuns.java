package mengshi.jobs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import mengshi.database.DatabaseFault;
import mengshi.intake.Inbox;
import mengshi.model.Period;
import mengshi.warehouse.Arrivals;
import mengshi.warehouse.Manifest;
import mengshi.warehouse.Publishing;
import mengshi.warehouse.ReferenceData;
import mengshi.warehouse.Run;
import mengshi.warehouse.Runs;
import mengshi.warehouse.SeedVersions;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * What operators and the clock start: new runs, and the rest of those that did not end. Whoever runs something holds the
 * run lock.
 */
public final class JobRuns {

    /** A run with the way it ended. */
    public record Ended(Run run, boolean resumed, BatchEngine.Ending ending) {

        public long runId() {
            return run.runId();
        }
    }

    /**
     * What a run would find to do.
     *
     * @param unfinished an earlier run that has to end first
     * @param newFiles files in the inbox that were never registered
     * @param leftovers registered files that only have to leave the inbox
     * @param waiting submissions received and not read, or to be looked at again
     * @param catalogueChanged whether the targets are not those judged last
     */
    public record Work(Optional<Run> unfinished, int newFiles, int leftovers, long waiting, boolean catalogueChanged) {

        public boolean isNothing() {
            return unfinished.isEmpty() && isNothingNew();
        }

        private boolean isNothingNew() {
            return newFiles == 0 && leftovers == 0 && waiting == 0 && !catalogueChanged;
        }
    }

    private static final Logger LOG = LoggerFactory.getLogger(JobRuns.class);

    /** Each pause is so many times the one before it; the first is a second. */
    private static final int BACK_OFF = 4;

    private static final int LONGEST_PAUSE_SECONDS = 64;

    private final JobResources resources;
    private final ReferenceData reference;
    private final String program;
    private final String startedBy;
    private final Runs runs;

    /** @param startedBy who or what started it, for the ledger */
    public JobRuns(JobResources resources, int targetYear, String program, String startedBy) {
        this.resources = resources;
        this.reference = new ReferenceData(resources.loader(), resources.seeds(), targetYear);
        this.program = program;
        this.startedBy = startedBy;
        this.runs = new Runs(resources.loader(), resources.clock());
    }

    /** What there is to do now; changes nothing. */
    public Work work(Path inbox) throws IOException {
        SeedVersions versions = reference.versions();
        int newFiles = 0;
        int leftovers = 0;
        if (Files.isDirectory(inbox)) {
            Arrivals arrivals = new Arrivals(resources.loader(), resources.clock());
            List<Arrivals.Lying> lying =
                    Inbox.list(inbox).arrivals().stream().map(Receive::lying).toList();
            int known = arrivals.known(lying).size();
            newFiles = lying.size() - known;
            leftovers = Files.isWritable(inbox) ? known : 0;
        }
        boolean catalogueChanged = new Publishing(resources.loader(), resources.clock())
                .lastCatalogueVersion()
                .filter(version -> !version.equals(versions.catalogue()))
                .isPresent();
        long waiting = new Manifest(resources.loader()).waiting(versions.readWith(program));
        return new Work(runs.unfinished(), newFiles, leftovers, waiting, catalogueChanged);
    }

    /** Finishes what an earlier run left, then takes what is new. Empty where there was nothing to do. */
    public List<Ended> nightly(Path inbox, @Nullable Period period) throws IOException {
        List<Ended> ended = new ArrayList<>(finishUnfinished());
        if (!ended.isEmpty() && !isCompleted(ended.get(ended.size() - 1))) {
            return ended;
        }
        if (!work(inbox).isNothingNew()) {
            Map<String, String> parameters = new LinkedHashMap<>();
            if (period != null) {
                parameters.put("period", period.code());
            }
            ended.add(begin(NightlyJob.NAME, inbox, parameters));
        }
        return ended;
    }

    /**
     * Finishes what an earlier run left, then loads what lies in a folder as one form's history. Empty where there was
     * nothing to do.
     *
     * @param form the code of a form that exists
     */
    public List<Ended> backfill(Path inbox, String form) throws IOException {
        List<Ended> ended = new ArrayList<>(finishUnfinished());
        boolean mayGoOn = ended.isEmpty() || isCompleted(ended.get(ended.size() - 1));
        if (mayGoOn && work(inbox).newFiles() > 0) {
            ended.add(begin(BackfillJob.NAME, inbox, Map.of("form", form)));
        }
        return ended;
    }

    private Ended begin(String job, Path inbox, Map<String, String> more) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("inbox", inbox.toAbsolutePath().normalize().toString());
        parameters.putAll(more);
        return execute(runs.begin(job, parameters, startedBy, program, reference.load()), false);
    }

    /** Goes on with every run that did not end well, where it stood. Empty where there is none. */
    public List<Ended> finishUnfinished() {
        List<Ended> ended = new ArrayList<>();
        for (Optional<Run> next = runs.unfinished(); next.isPresent(); next = runs.unfinished()) {
            ended.add(execute(resume(next.get()), true));
            if (!isCompleted(ended.get(ended.size() - 1))) {
                break;
            }
        }
        return ended;
    }

    /** The run that was begun last, if it ended well. */
    public Optional<Ended> lastGood() {
        return runs.last()
                .filter(run -> run.status().equals("COMPLETED"))
                .map(run -> new Ended(run, runs.attempt(run.runId()) > 1, BatchEngine.Ending.well(run.status())));
    }

    /**
     * Does an unfinished run over from its first step: files are read and checked once more, also those that it read.
     *
     * @return empty if its facts are published already, so that no beginning is left to go back to
     */
    public Optional<Ended> fromStart(long runId) {
        if (new Publishing(resources.loader(), resources.clock()).isClosed(runId)) {
            return Optional.empty();
        }
        Run run = resume(runs.find(runId).orElseThrow());
        try (BatchEngine engine = BatchEngine.start(resources)) {
            engine.startOver(run.job(), runId);
        }
        new Manifest(resources.loader()).forgetReadings(runId);
        return Optional.of(execute(run, true));
    }

    /**
     * Asks the program that executes a run to stop it at its next commit; needs no lock.
     *
     * @return whether the run was running
     */
    public boolean askToStop(long runId) {
        try (BatchEngine engine = BatchEngine.start(resources)) {
            String job = runs.find(runId).map(Run::job).orElse(NightlyJob.NAME);
            return engine.askToStop(job, runId);
        }
    }

    /**
     * A fault of the database that may pass is waited out a few times: each step does the transaction over that was not
     * committed, as it would after a crash. Only while the run is ours, since another program may have taken it otherwise.
     */
    private Ended execute(Run run, boolean resumed) {
        MDC.put("run", String.valueOf(run.runId()));
        try {
            Ended ended = attempt(run, resumed);
            int pause = 1;
            for (int retry = 0; retry < resources.limits().retries(); retry++) {
                boolean mayPass =
                        ended.ending().fault().filter(DatabaseFault::mayPass).isPresent();
                if (!mayPass || !resources.ownership().isHeld()) {
                    return ended;
                }
                LOG.warn(
                        "Run {} is tried again in {} s, from its last commit on: {}",
                        run.runId(),
                        pause,
                        ended.ending().failure().orElse(""));
                TimeUnit.SECONDS.sleep(pause);
                pause = Math.min(pause * BACK_OFF, LONGEST_PAUSE_SECONDS);
                ended = attempt(resume(run), resumed);
            }
            return ended;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RunLeft(run, "Interrupted while waiting for it", e);
        } finally {
            MDC.remove("run");
        }
    }

    /** Takes the run over, with today's seeds. */
    private Run resume(Run run) {
        try {
            return runs.resume(run.runId(), program, reference.load());
        } catch (RuntimeException e) {
            if (DatabaseFault.behind(e).isPresent()) {
                throw new RunLeft(run, StepFaults.plain(e), e);
            }
            throw e;
        }
    }

    private Ended attempt(Run run, boolean resumed) {
        int attempt = runs.attempt(run.runId());
        BatchEngine.Ending ending;
        try (BatchEngine engine = BatchEngine.start(resources)) {
            ending = engine.run(
                    run.job(),
                    new RunContext(
                            run.runId(),
                            attempt,
                            run.parameter("inbox").map(Path::of),
                            run.parameter("period").map(Period::of)));
        } catch (RuntimeException e) {
            ending = new StepFaults().endedBy(e);
        }
        try {
            runs.end(run.runId(), attempt, ending.status(), ending.failure().orElse(null));
        } catch (RuntimeException e) {
            throw new RunLeft(run, ending.failure().orElseGet(() -> StepFaults.plain(e)), e);
        }
        return new Ended(run, resumed, ending);
    }

    private static boolean isCompleted(Ended ended) {
        return ended.ending().status().equals("COMPLETED");
    }
}
