package mengshi.jobs;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import mengshi.model.Period;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.step.StepExecution;

/**
 * What a run was asked to do, as Spring Batch carries it. The run's number alone identifies it.
 *
 * @param attempt the number by which this owner is told from those before and after it
 * @param inbox where submissions lie; absent if the run only goes on with what was received
 * @param period the only period whose submissions are taken; absent takes all
 */
record RunContext(long runId, int attempt, Optional<Path> inbox, Optional<Period> period) {

    private static final String RUN = "run_id";
    private static final String ATTEMPT = "attempt";
    private static final String INBOX = "inbox";
    private static final String PERIOD = "period";

    static RunContext of(StepExecution step) {
        JobParameters parameters = step.getJobExecution().getJobParameters();
        Long runId = parameters.getLong(RUN);
        if (runId == null) {
            throw new IllegalStateException("The job was started without the parameter " + RUN);
        }
        return new RunContext(
                runId,
                Math.toIntExact(Objects.requireNonNullElse(parameters.getLong(ATTEMPT), 0L)),
                Optional.ofNullable(parameters.getString(INBOX)).map(Path::of),
                Optional.ofNullable(parameters.getString(PERIOD)).map(Period::of));
    }

    /** What identifies the run, and nothing else. */
    static JobParameters identity(long runId) {
        return new JobParametersBuilder().addLong(RUN, runId).toJobParameters();
    }

    JobParameters parameters() {
        JobParametersBuilder builder =
                new JobParametersBuilder(identity(runId)).addLong(ATTEMPT, (long) attempt, false);
        inbox.ifPresent(folder -> builder.addString(INBOX, folder.toString(), false));
        period.ifPresent(only -> builder.addString(PERIOD, only.code(), false));
        return builder.toJobParameters();
    }
}
