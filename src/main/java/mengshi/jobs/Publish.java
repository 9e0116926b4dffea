package mengshi.jobs;

import mengshi.warehouse.Publishing;
import mengshi.warehouse.Runs;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/** Publishes what passed, group by group, and closes the publication when nothing is left. */
final class Publish implements Tasklet {

    private static final int GROUP = 100;

    private final Publishing publishing;
    private final Runs runs;

    Publish(JobResources resources) {
        this.publishing = new Publishing(resources.loader(), resources.clock());
        this.runs = new Runs(resources.loader(), resources.clock());
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext chunk) {
        long runId = RunContext.of(contribution.getStepExecution()).runId();
        if (!publishing.open(runs.find(runId).orElseThrow())) {
            return RepeatStatus.FINISHED;
        }
        if (publishing.publishGroup(runId, GROUP)) {
            contribution.incrementReadCount();
            return RepeatStatus.CONTINUABLE;
        }
        publishing.close(runId);
        return RepeatStatus.FINISHED;
    }
}
