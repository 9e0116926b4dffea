package mengshi.jobs;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import mengshi.model.Reading;
import mengshi.warehouse.Manifest;
import mengshi.warehouse.ReturnedWorkbooks;
import mengshi.warehouse.Run;
import mengshi.warehouse.Runs;
import mengshi.warehouse.Staging;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads one partition, a group of submissions to a transaction; resumes with the first submission still unread. That a
 * group is about to be read is committed before, so that a file which ends the program is found out.
 */
final class ReadGroups implements Tasklet {

    private static final Logger LOG = LoggerFactory.getLogger(ReadGroups.class);
    private static final int GROUP = 25;

    private final Manifest manifest;
    private final Staging staging;
    private final ReturnedWorkbooks returnedWorkbooks;
    private final Runs runs;
    private final CautiousReader reader;
    private final TransactionTemplate apart;

    ReadGroups(JobResources resources, PlatformTransactionManager transactions) {
        this.manifest = new Manifest(resources.loader());
        this.staging = new Staging(resources.loader());
        this.returnedWorkbooks = new ReturnedWorkbooks(resources.loader(), resources.clock());
        this.runs = new Runs(resources.loader(), resources.clock());
        SubmissionReader forms = new SubmissionReader(
                resources.store(), resources.limits().file(), resources.seeds(), resources.clock());
        this.reader = new CautiousReader(forms::read);
        this.apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext chunk) throws IOException {
        RunContext context = RunContext.of(contribution.getStepExecution());
        int partition = contribution.getStepExecution().getExecutionContext().getInt(ManifestPartitioner.PARTITION);
        List<Manifest.Item> group = manifest.nextGroup(context.runId(), partition, GROUP);
        if (group.isEmpty()) {
            return RepeatStatus.FINISHED;
        }
        Run run = runs.find(context.runId()).orElseThrow();
        List<Staging.Read> reads = new ArrayList<>();
        List<ReturnedWorkbooks.Returned> returned = new ArrayList<>();
        List<SubmissionReader.ReadFile> files = reader.read(group, ledger(context.runId()));
        for (int place = 0; place < group.size(); place++) {
            Manifest.Item item = group.get(place);
            SubmissionReader.ReadFile file = files.get(place);
            reads.add(new Staging.Read(item, file.reading()));
            log(item, file.reading());
            file.returned()
                    .map(ours -> new ReturnedWorkbooks.Returned(item.submissionId(), ours.answers()))
                    .ifPresent(returned::add);
            contribution.incrementReadCount();
        }
        staging.keep(run, reads, context.period().orElse(null));
        returnedWorkbooks.keep(group.stream().map(Manifest.Item::submissionId).toList(), returned);
        contribution.incrementWriteCount(group.size());
        return RepeatStatus.CONTINUABLE;
    }

    /** What a file says of itself; its signers and telephones stay out of the log. */
    private static void log(Manifest.Item item, Reading reading) {
        try (MDC.MDCCloseable number = MDC.putCloseable("submission", String.valueOf(item.submissionId()))) {
            if (reading instanceof Reading.Submitted submitted) {
                try (MDC.MDCCloseable area =
                        MDC.putCloseable("area", submitted.key().area().code())) {
                    LOG.info(
                            "read {}: {} {}, {} observations, {} findings",
                            item.fileName(),
                            submitted.key().form(),
                            submitted.key().period().code(),
                            submitted.observations().size(),
                            submitted.findings().size());
                }
            } else {
                LOG.info("read {}: no submission", item.fileName());
            }
        }
    }

    private CautiousReader.Ledger ledger(long runId) {
        return new CautiousReader.Ledger() {
            @Override
            public void begin(List<Manifest.Item> group) {
                apart.executeWithoutResult(ours -> manifest.beginReading(runId, group));
            }

            @Override
            public void survived(List<Manifest.Item> group) {
                apart.executeWithoutResult(ours -> manifest.surviveReading(runId, group));
            }
        };
    }
}
