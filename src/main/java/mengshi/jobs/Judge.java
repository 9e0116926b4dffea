package mengshi.jobs;

import java.util.Optional;
import mengshi.warehouse.Judging;
import mengshi.warehouse.Publishing;
import mengshi.warehouse.Run;
import mengshi.warehouse.Runs;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/** Judges the targets, one period to a transaction. */
final class Judge implements Tasklet {

    private final Publishing publishing;
    private final Judging judging;
    private final Runs runs;

    Judge(JobResources resources) {
        this.publishing = new Publishing(resources.loader(), resources.clock());
        this.judging = new Judging(resources.loader(), resources.clock());
        this.runs = new Runs(resources.loader(), resources.clock());
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext chunk) {
        Run run = runs.find(RunContext.of(contribution.getStepExecution()).runId())
                .orElseThrow();
        Optional<Long> publication = publishing.publicationOf(run.runId());
        if (publication.isEmpty()) {
            return RepeatStatus.FINISHED;
        }
        if (contribution.getStepExecution().getCommitCount() == 0) {
            boolean catalogueIsNew = publishing
                    .lastCatalogueVersion()
                    .filter(version -> version.equals(run.catalogueVersion()))
                    .isEmpty();
            judging.plan(run.runId(), publication.get(), catalogueIsNew);
            return RepeatStatus.CONTINUABLE;
        }
        Optional<Judging.JudgedPeriod> next = judging.next(run.runId());
        if (next.isPresent()) {
            judging.judge(run.runId(), publication.get(), next.get());
            contribution.incrementReadCount();
            return RepeatStatus.CONTINUABLE;
        }
        judging.close(run.runId());
        return RepeatStatus.FINISHED;
    }
}
