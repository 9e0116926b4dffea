package mengshi.jobs;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import mengshi.database.DatabaseFault;
import mengshi.files.DiskFault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.dao.OptimisticLockingFailureException;

/**
 * Runs jobs. Whoever starts one holds the run lock: then a run that still says it is running has no living owner, and is set
 * right before it goes on.
 */
public final class BatchEngine implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BatchEngine.class);
    private static final long STOP_SECONDS = 25;
    private static final int STOP_ATTEMPTS = 10;

    /**
     * How a run ended.
     *
     * @param status COMPLETED, FAILED or STOPPED
     * @param failure what went wrong, in one line
     * @param fault what the database did, if that was it
     * @param disk what a disk did, if that was it
     */
    public record Ending(
            String status, Optional<String> failure, Optional<DatabaseFault> fault, Optional<DiskFault> disk) {

        static Ending well(String status) {
            return new Ending(status, Optional.empty(), Optional.empty(), Optional.empty());
        }

        /** Whether the run failed for want of what others have to bring back, and can then go on as it is. */
        public boolean isOutage() {
            return fault.isPresent() || disk.isPresent();
        }
    }

    private final AnnotationConfigApplicationContext context;

    private BatchEngine(AnnotationConfigApplicationContext context) {
        this.context = context;
    }

    public static BatchEngine start(JobResources resources) {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.registerBean(JobResources.class, () -> resources);
        context.registerBean(StepFaults.class, () -> new StepFaults());
        context.register(BatchConfiguration.class, NightlyJob.class, BackfillJob.class);
        context.refresh();
        return new BatchEngine(context);
    }

    /** Runs a job from its start, or from where this run stopped. */
    Ending run(String name, RunContext run) {
        long runId = run.runId();
        JobParameters parameters = run.parameters();
        Job job = context.getBean(name, Job.class);
        if (isDone(name, parameters)) {
            // All was done, and only that it was could not be entered in the ledger any more.
            return Ending.well("COMPLETED");
        }
        setRight(name, parameters);
        CountDownLatch ended = new CountDownLatch(1);
        Thread onSignal = new Thread(() -> stop(name, parameters, ended), "stop");
        Runtime.getRuntime().addShutdownHook(onSignal);
        try {
            return ending(context.getBean(JobOperator.class).start(job, parameters));
        } catch (RuntimeException e) {
            return context.getBean(StepFaults.class).endedBy(e);
        } catch (JobExecutionException e) {
            throw new IllegalStateException("Run " + runId + " could not be started: " + e.getMessage(), e);
        } finally {
            ended.countDown();
            forget(onSignal);
        }
    }

    /**
     * Stores the signal that makes a run stop at its next commit; it may be another program's, and the caller needs no lock.
     *
     * @return whether the run was running
     */
    public boolean askToStop(String name, long runId) {
        JobParameters parameters = RunContext.identity(runId);
        JobRepository repository = context.getBean(JobRepository.class);
        for (int attempt = 1; ; attempt++) {
            JobExecution running = repository.getLastJobExecution(name, parameters);
            if (running == null || !running.getStatus().isRunning()) {
                return false;
            }
            running.setStatus(BatchStatus.STOPPING);
            try {
                repository.update(running);
                return true;
            } catch (OptimisticLockingFailureException e) {
                // The run wrote its own state in between.
                if (attempt == STOP_ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    /**
     * Forgets how far the run's steps have come: it will take all of them from their beginning. What they committed stays,
     * and is done over by each step as it is after a crash.
     */
    void startOver(String name, long runId) {
        JobParameters parameters = RunContext.identity(runId);
        setRight(name, parameters);
        JobRepository repository = context.getBean(JobRepository.class);
        JobInstance instance = repository.getJobInstance(name, parameters);
        if (instance == null) {
            return;
        }
        for (JobExecution attempt : repository.getJobExecutions(instance)) {
            for (StepExecution step : attempt.getStepExecutions()) {
                // A partition's context says which share it is; how far it came stands in the manifest.
                if (!step.getStepName().contains(":")) {
                    step.setExecutionContext(new ExecutionContext());
                    repository.updateExecutionContext(step);
                }
                step.setStatus(BatchStatus.FAILED);
                step.setExitStatus(ExitStatus.FAILED);
                repository.update(step);
            }
        }
    }

    @Override
    public void close() {
        context.close();
    }

    private boolean isDone(String name, JobParameters parameters) {
        JobExecution last = context.getBean(JobRepository.class).getLastJobExecution(name, parameters);
        return last != null && last.getStatus() == BatchStatus.COMPLETED;
    }

    /**
     * A killed run is left STARTED, one whose database vanished UNKNOWN; both refuse to go on by themselves. Steps and job
     * become FAILED, which is what they are.
     */
    private void setRight(String name, JobParameters parameters) {
        JobRepository repository = context.getBean(JobRepository.class);
        JobInstance instance = repository.getJobInstance(name, parameters);
        if (instance == null) {
            return;
        }
        // Asked for by its parameters, an execution comes without what its steps remember.
        JobExecution last = repository.getLastJobExecution(instance);
        if (last == null) {
            // The framework enters an instance and its first attempt in two transactions, and goes on from neither
            // alone.
            repository.deleteJobInstance(instance);
            return;
        }
        LocalDateTime now = LocalDateTime.now(ZoneId.systemDefault());
        for (StepExecution step : List.copyOf(last.getStepExecutions())) {
            if (isShareless(step)) {
                repository.deleteStepExecution(step);
            } else if (needsSettingRight(step.getStatus())) {
                step.setStatus(BatchStatus.FAILED);
                step.setExitStatus(ExitStatus.FAILED);
                step.setEndTime(now);
                repository.update(step);
            }
        }
        if (needsSettingRight(last.getStatus()) || last.getEndTime() == null) {
            LOG.info("An earlier attempt ended without a word ({}); going on where it stood", last.getStatus());
            last.setStatus(BatchStatus.FAILED);
            last.setExitStatus(ExitStatus.FAILED);
            last.setEndTime(now);
            repository.update(last);
        }
    }

    /** The framework enters a partition and what its share is in two transactions, and goes on with a share of nothing. */
    private static boolean isShareless(StepExecution step) {
        return step.getStepName().contains(":") && step.getExecutionContext().isEmpty();
    }

    private static boolean needsSettingRight(BatchStatus status) {
        return status.isRunning() || status == BatchStatus.UNKNOWN;
    }

    /** At the next commit the run stops and can go on later; the process must not end before. */
    private void stop(String name, JobParameters parameters, CountDownLatch ended) {
        try {
            JobExecution running = context.getBean(JobRepository.class).getLastJobExecution(name, parameters);
            if (running != null && running.getStatus().isRunning()) {
                context.getBean(JobOperator.class).stop(running);
                ended.await(STOP_SECONDS, TimeUnit.SECONDS);
            }
        } catch (JobExecutionException e) {
            LOG.warn("The run could not be stopped in order: {}. `mengshi rerun` goes on with it.", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void forget(Thread onSignal) {
        try {
            Runtime.getRuntime().removeShutdownHook(onSignal);
        } catch (IllegalStateException e) {
            LOG.debug("Already shutting down", e);
        }
    }

    private Ending ending(JobExecution execution) {
        StepFaults faults = context.getBean(StepFaults.class);
        return switch (execution.getStatus()) {
            case COMPLETED -> Ending.well("COMPLETED");
            case STOPPED -> Ending.well("STOPPED");
            default -> new Ending("FAILED", failure(execution, faults), fault(execution, faults), faults.ofDisk());
        };
    }

    private static Optional<String> failure(JobExecution execution, StepFaults faults) {
        return faults.inWords()
                .or(() ->
                        execution.getAllFailureExceptions().stream().findFirst().map(StepFaults::plain));
    }

    /** A step that did its work may still fail to write down that it did. */
    private static Optional<DatabaseFault> fault(JobExecution execution, StepFaults faults) {
        return faults.ofDatabase().or(() -> execution.getAllFailureExceptions().stream()
                .flatMap(fault -> DatabaseFault.behind(fault).stream())
                .findFirst());
    }
}
