package mengshi.jobs;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;

/** Passes on what Spring Batch counted. */
final class ProgressListener implements StepExecutionListener {

    /** Knows beforehand how much there is to do. */
    @FunctionalInterface
    interface Extent {
        long of(StepExecution step);
    }

    private static final Logger LOG = LoggerFactory.getLogger(ProgressListener.class);

    private final Progress progress;
    private final Extent extent;

    ProgressListener(Progress progress, Extent extent) {
        this.progress = progress;
        this.extent = extent;
    }

    @Override
    public void beforeStep(StepExecution step) {
        progress.stepBegan(step.getStepName(), extent.of(step));
    }

    @Override
    public @Nullable ExitStatus afterStep(StepExecution step) {
        LocalDateTime start = step.getStartTime();
        // Spring Batch stamps its steps with the machine's own time.
        LocalDateTime end = LocalDateTime.ofInstant(Clock.systemUTC().instant(), ZoneId.systemDefault());
        Duration took = start == null ? Duration.ZERO : Duration.between(start, end);
        LOG.info(
                "step {} {} {} items, {} ms",
                step.getStepName(),
                step.getStatus(),
                step.getReadCount(),
                took.toMillis());
        progress.stepEnded(step.getStepName(), step.getReadCount(), took);
        return null;
    }
}
