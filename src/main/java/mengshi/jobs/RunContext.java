package mengshi.jobs;

import java.nio.file.Path;
import java.util.Optional;
import mengshi.model.Period;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.step.StepExecution;

/**
 * What a run was asked to do, as Spring Batch carries it. The run's number alone identifies it.
 *
 * @param inbox where submissions lie; absent if the run only goes on with what was received
 * @param period the only period whose submissions are taken; absent takes all
 */
record RunContext(long runId, Optional<Path> inbox, Optional<Period> period) {

    private static final String RUN = "run_id";
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
                Optional.ofNullable(parameters.getString(INBOX)).map(Path::of),
                Optional.ofNullable(parameters.getString(PERIOD)).map(Period::of));
    }

    JobParameters parameters() {
        JobParametersBuilder builder = new JobParametersBuilder().addLong(RUN, runId);
        inbox.ifPresent(folder -> builder.addString(INBOX, folder.toString(), false));
        period.ifPresent(only -> builder.addString(PERIOD, only.code(), false));
        return builder.toJobParameters();
    }
}
