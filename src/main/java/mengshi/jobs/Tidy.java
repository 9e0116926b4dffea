package mengshi.jobs;

import mengshi.warehouse.Retention;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/** Lets go of working rows older than they are kept for. */
final class Tidy implements Tasklet {

    private final JobResources resources;

    Tidy(JobResources resources) {
        this.resources = resources;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext chunk) {
        contribution.incrementWriteCount(new Retention(resources.loader(), resources.clock()).forget());
        return RepeatStatus.FINISHED;
    }
}
