package mengshi.jobs;

import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/** A step's work, watched: whoever waits is told after each round how far it has come. */
final class Supervised implements Tasklet {

    private final String step;
    private final Tasklet work;
    private final Progress progress;

    /** @param step the step of which is spoken; several partitions work at the same one */
    Supervised(String step, Tasklet work, Progress progress) {
        this.step = step;
        this.work = work;
        this.progress = progress;
    }

    @Override
    public @Nullable RepeatStatus execute(StepContribution contribution, ChunkContext chunk) throws Exception {
        long before = contribution.getReadCount();
        RepeatStatus status = work.execute(contribution, chunk);
        progress.stepWentOn(step, contribution.getReadCount() - before);
        return status;
    }
}
