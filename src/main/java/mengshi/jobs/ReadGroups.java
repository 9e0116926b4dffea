package mengshi.jobs;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import mengshi.form.SentAs;
import mengshi.warehouse.Manifest;
import mengshi.warehouse.ReturnedWorkbooks;
import mengshi.warehouse.Run;
import mengshi.warehouse.Runs;
import mengshi.warehouse.Staging;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/** Reads one partition, a group of submissions to a transaction; resumes with the first submission still unread. */
final class ReadGroups implements Tasklet {

    private static final int GROUP = 25;

    private final Manifest manifest;
    private final Staging staging;
    private final ReturnedWorkbooks returnedWorkbooks;
    private final Runs runs;
    private final SubmissionReader reader;

    ReadGroups(JobResources resources) {
        this.manifest = new Manifest(resources.loader());
        this.staging = new Staging(resources.loader());
        this.returnedWorkbooks = new ReturnedWorkbooks(resources.loader(), resources.clock());
        this.runs = new Runs(resources.loader(), resources.clock());
        this.reader = new SubmissionReader(
                resources.store(), resources.limits().file(), resources.seeds(), resources.clock());
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
        for (Manifest.Item item : group) {
            SubmissionReader.ReadFile file =
                    reader.read(new SentAs(item.fileName(), item.folder()), item.fileSha256(), item.expectedForm());
            reads.add(new Staging.Read(item, file.reading()));
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
}
