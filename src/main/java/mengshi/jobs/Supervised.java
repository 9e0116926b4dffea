package mengshi.jobs;

import java.time.Duration;
import mengshi.warehouse.Runs;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/**
 * A step's work, watched: each round is done only while the run is ours, and whoever waits is told how far it has come.
 *
 * <p>The lock alone would not do: it may be lost between the question and the work. So each round's transaction also holds
 * the run's row under the number of our attempt, which a successor has to raise before it does anything.
 */
final class Supervised implements Tasklet {

    private final String step;
    private final Tasklet work;
    private final JobResources resources;
    private final Runs runs;

    /** Steps are built when their attempt begins. Clocks may be set meanwhile; this one is not. */
    private final long begun = System.nanoTime();

    /** @param step the step of which is spoken; several partitions work at the same one */
    Supervised(String step, Tasklet work, JobResources resources) {
        this.step = step;
        this.work = work;
        this.resources = resources;
        this.runs = new Runs(resources.loader(), resources.clock());
    }

    @Override
    public @Nullable RepeatStatus execute(StepContribution contribution, ChunkContext chunk) throws Exception {
        RunContext run = RunContext.of(contribution.getStepExecution());
        try (MDC.MDCCloseable number = MDC.putCloseable("run", String.valueOf(run.runId()));
                MDC.MDCCloseable name = MDC.putCloseable("step", step)) {
            requireOurs(run);
            requireTime(contribution.getStepExecution().getJobExecution());
            long before = contribution.getReadCount();
            RepeatStatus status = work.execute(contribution, chunk);
            resources.progress().stepWentOn(step, contribution.getReadCount() - before);
            return status;
        }
    }

    private void requireTime(JobExecution attempt) {
        Duration most = resources.limits().timeout(attempt.getJobInstance().getJobName());
        if (System.nanoTime() - begun > most.toNanos()) {
            throw new IllegalStateException("The run has taken longer than its job file allows (timeout "
                    + most.toMinutes() + " min) · step " + step
                    + " · look for what slows the machine or raise the timeout, then `mengshi rerun`"
                    + " · what was committed is kept");
        }
    }

    private void requireOurs(RunContext run) {
        resources.requireOurs(run.runId());
        if (!runs.hold(run.runId(), run.attempt())) {
            throw new RunTakenAway(run.runId(), "Another program has taken the run over");
        }
    }
}
