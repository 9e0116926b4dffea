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
        RunContext context = RunContext.of(contribution.getStepExecution());
        for (Taken taken : registered) {
            moveAway(taken);
        }
        registered.clear();
        List<Arrival> group = new ArrayList<>();
        while (!waiting.isEmpty() && group.size() < GROUP) {
            group.add(waiting.remove());
        }
        Map<String, String> known =
                arrivals.known(group.stream().map(Receive::lying).toList());
        for (Arrival arrival : group) {
            String sha256 = known.get(pathOf(arrival));
            if (sha256 == null) {
                keep(arrival);
            } else {
                moveAway(new Taken(arrival, sha256));
            }
        }
        register(runs.find(context.runId()).orElseThrow());
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

    /** Takes the file into the store; one that is gone, or being written again, is left alone. */
    private void keep(Arrival arrival) throws IOException {
        try {
            registered.add(new Taken(arrival, store.keep(arrival.path()).sha256()));
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

    private void moveAway(Taken taken) throws IOException {
        Arrival arrival = taken.arrival();
        if (!arrival.isStillThere()) {
            // Somebody has put another file in its place: that one is the next run's.
            return;
        }
        Path folder = arrival.path().toAbsolutePath().getParent();
        if (!Files.exists(store.locate(taken.sha256()))) {
            // The store lost it; what lies in the inbox is now the only copy.
            store.keep(arrival.path());
        }
        if (folder != null && Files.isWritable(folder)) {
            DurableFiles.delete(arrival.path());
        }
    }

    private static String pathOf(Arrival arrival) {
        return arrival.path().toAbsolutePath().normalize().toString();
    }
}
