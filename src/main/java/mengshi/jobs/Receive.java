package mengshi.jobs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mengshi.files.DurableFiles;
import mengshi.intake.Arrival;
import mengshi.intake.Inbox;
import mengshi.intake.StoredFile;
import mengshi.warehouse.Arrivals;
import mengshi.warehouse.Run;
import mengshi.warehouse.Runs;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/**
 * Takes in what lies in the inbox, a group of files to a transaction. A file leaves the inbox only in the round after the
 * one that registered it, when that registration is committed: a crash in between leaves a known arrival, whose move is
 * all that is left to do.
 */
final class Receive implements Tasklet {

    private static final Logger LOG = LoggerFactory.getLogger(Receive.class);
    private static final int GROUP = 200;

    private final JobResources resources;
    private final Arrivals arrivals;
    private final Runs runs;

    Receive(JobResources resources) {
        this.resources = resources;
        this.arrivals = new Arrivals(resources.loader(), resources.clock());
        this.runs = new Runs(resources.loader(), resources.clock());
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext chunk) throws IOException {
        RunContext context = RunContext.of(contribution.getStepExecution());
        Optional<Path> inbox = context.inbox().filter(Files::isDirectory);
        if (inbox.isEmpty()) {
            return RepeatStatus.FINISHED;
        }
        Run run = runs.find(context.runId()).orElseThrow();
        Inbox.Contents contents = Inbox.list(inbox.get());
        List<Arrival> fresh = new ArrayList<>();
        for (Arrival arrival : contents.arrivals()) {
            Optional<String> known = arrivals.known(pathOf(arrival), arrival.size(), arrival.modified());
            if (known.isPresent()) {
                moveAway(arrival, known.get());
            } else if (fresh.size() < GROUP) {
                fresh.add(arrival);
            }
        }
        for (Arrival arrival : fresh) {
            register(arrival, run);
            contribution.incrementReadCount();
        }
        if (fresh.isEmpty()) {
            contents.skipped().forEach(skipped -> LOG.info("left alone: {} ({})", skipped.path(), skipped.reason()));
            return RepeatStatus.FINISHED;
        }
        return RepeatStatus.CONTINUABLE;
    }

    private void register(Arrival arrival, Run run) throws IOException {
        StoredFile stored = resources.store().keep(arrival.path());
        Arrivals.Registration outcome = arrivals.register(
                new Arrivals.SeenFile(
                        pathOf(arrival), arrival.name(), stored.sha256(), arrival.size(), arrival.modified()),
                run.runId(),
                run.readWith());
        LOG.debug("{} {}", outcome, arrival.path());
    }

    private void moveAway(Arrival arrival, String sha256) throws IOException {
        Path folder = arrival.path().toAbsolutePath().getParent();
        if (!Files.exists(resources.store().locate(sha256))) {
            // The store lost it; what lies in the inbox is now the only copy.
            resources.store().keep(arrival.path());
        }
        if (folder != null && Files.isWritable(folder)) {
            DurableFiles.delete(arrival.path());
        }
    }

    private static String pathOf(Arrival arrival) {
        return arrival.path().toAbsolutePath().normalize().toString();
    }
}
