package mengshi.jobs;

import java.time.Duration;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;

/** Passes on what Spring Batch counted. */
final class ProgressListener implements StepExecutionListener {

    private static final Logger LOG = LoggerFactory.getLogger(ProgressListener.class);

    private final Progress progress;

    ProgressListener(Progress progress) {
        this.progress = progress;
    }

    @Override
    public @Nullable ExitStatus afterStep(StepExecution step) {
        LocalDateTime start = step.getStartTime();
        Duration took = start == null
                ? Duration.ZERO
                : Duration.between(start, LocalDateTime.now(java.time.ZoneId.systemDefault()));
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
