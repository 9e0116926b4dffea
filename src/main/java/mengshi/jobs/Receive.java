package mengshi.jobs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mengshi.files.DurableFiles;
import mengshi.files.SourceChangedException;
import mengshi.intake.Arrival;
import mengshi.intake.Inbox;
import mengshi.intake.Store;
import mengshi.warehouse.Arrivals;
import mengshi.warehouse.Run;
import mengshi.warehouse.Runs;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/**
 * Takes in what lies in the inbox when the step begins, a group of files to a transaction. A file leaves the inbox only in
 * the round after the one that registered it, when that registration is committed: a crash in between leaves a known
 * arrival, whose move is all that is left to do.
 */
final class Receive implements Tasklet {

    private static final Logger LOG = LoggerFactory.getLogger(Receive.class);
    private static final int GROUP = 200;

    /** A file that is kept and registered, and may leave the inbox once that is committed. */
    private record Taken(Arrival arrival, String sha256) {}

    private final JobResources resources;
    private final Arrivals arrivals;
    private final Runs runs;
    private final Store store;
    private final Deque<Arrival> waiting = new ArrayDeque<>();
    private final List<Taken> registered = new ArrayList<>();

    Receive(JobResources resources) {
        this.resources = resources;
        this.arrivals = new Arrivals(resources.loader(), resources.clock());
        this.runs = new Runs(resources.loader(), resources.clock());
        this.store = resources.store();
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext chunk) throws IOException {
        Run run = runs.find(RunContext.of(contribution.getStepExecution()).runId())
                .orElseThrow();
        for (Taken taken : registered) {
            letGo(taken.arrival(), run);
        }
        registered.clear();
        List<Arrival> group = new ArrayList<>();
        while (!waiting.isEmpty() && group.size() < GROUP) {
            group.add(waiting.remove());
        }
        Map<String, String> known =
                arrivals.known(group.stream().map(Receive::lying).toList());
        for (Arrival arrival : group) {
            keep(arrival, known.get(pathOf(arrival)), run);
        }
        register(run);
        registered.forEach(taken -> contribution.incrementReadCount());
        return RepeatStatus.continueIf(!waiting.isEmpty() || !registered.isEmpty());
    }

    /** Looks into the inbox, once, when the step begins; what comes later is the next run's. Returns how many files lie there. */
    long look(StepExecution step) {
        Optional<Path> inbox = RunContext.of(step).inbox().filter(Files::isDirectory);
        if (inbox.isPresent()) {
            try {
                Inbox.Contents contents =
                        Inbox.settled(inbox.get(), resources.limits().quiet());
                contents.skipped()
                        .forEach(skipped -> LOG.info("left alone: {} ({})", skipped.path(), skipped.reason()));
                waiting.addAll(contents.arrivals());
            } catch (IOException e) {
                throw new UncheckedIOException(
                        "The inbox cannot be read · " + inbox.get() + " · let this user read it · nothing was taken",
                        e);
            }
        }
        return waiting.size();
    }

    /**
     * Takes the file into the store; one that is gone, or being written again, is left alone.
     *
     * @param known the SHA-256 of what was registered before with this path, size and time: what is still the same, to the
     *     byte, only leaves the inbox
     */
    private void keep(Arrival arrival, @Nullable String known, Run run) throws IOException {
        if (known != null && !mayLeave(arrival)) {
            return;
        }
        resources.requireOurs(run.runId());
        try {
            String sha256 = store.keep(arrival.path()).sha256();
            if (sha256.equals(known)) {
                letGo(arrival, run);
            } else {
                registered.add(new Taken(arrival, sha256));
            }
        } catch (SourceChangedException | NoSuchFileException e) {
            LOG.info("left alone: {} (changed while it was being taken; the next run looks again)", arrival.path());
        }
    }

    private void register(Run run) {
        if (registered.isEmpty()) {
            return;
        }
        List<Arrivals.SeenFile> files = registered.stream()
                .map(taken -> new Arrivals.SeenFile(
                        lying(taken.arrival()), taken.arrival().name(), taken.sha256()))
                .toList();
        List<Arrivals.Registration> outcomes = arrivals.register(files, run.runId(), run.readWith());
        for (int place = 0; place < files.size(); place++) {
            LOG.debug("{} {}", outcomes.get(place), files.get(place).lying().path());
        }
    }

    static Arrivals.Lying lying(Arrival arrival) {
        return new Arrivals.Lying(pathOf(arrival), arrival.size(), arrival.modified());
    }

    /** Only what is committed may leave. If somebody has put another file in its place, that one is the next run's. */
    private void letGo(Arrival arrival, Run run) throws IOException {
        if (arrival.isStillThere() && mayLeave(arrival)) {
            resources.requireOurs(run.runId());
            DurableFiles.delete(arrival.path());
        }
    }

    private static boolean mayLeave(Arrival arrival) {
        Path folder = arrival.path().toAbsolutePath().getParent();
        return folder != null && Files.isWritable(folder);
    }

    private static String pathOf(Arrival arrival) {
        return arrival.path().toAbsolutePath().normalize().toString();
    }
}
