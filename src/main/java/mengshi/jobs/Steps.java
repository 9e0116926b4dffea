package mengshi.jobs;

import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.transaction.PlatformTransactionManager;

/** How the jobs' steps are built: each supervised, and telling how far it is. */
final class Steps {

    private final JobResources resources;
    private final JobRepository repository;
    private final PlatformTransactionManager transactions;
    private final StepFaults faults;

    Steps(
            JobResources resources,
            JobRepository repository,
            PlatformTransactionManager transactions,
            StepFaults faults) {
        this.resources = resources;
        this.repository = repository;
        this.transactions = transactions;
        this.faults = faults;
    }

    JobBuilder job(String name) {
        return new JobBuilder(name, repository);
    }

    /** Takes in what lies in the inbox. */
    Step receive() {
        Receive receive = new Receive(resources);
        return step("receive", receive, receive::look);
    }

    /** The edits of the rule book. */
    Step check() {
        Check check = new Check(resources);
        return step("check", check, step -> check.tasks());
    }

    /** Several partitions at once. */
    Step partitioned(String name, Partitioner partitioner, Tasklet tasklet, ProgressListener.Extent extent) {
        SimpleAsyncTaskExecutor pool = new SimpleAsyncTaskExecutor(name + "-");
        pool.setConcurrencyLimit(resources.threads());
        return new StepBuilder(name, repository)
                .partitioner(name + "Partition", partitioner)
                .step(new StepBuilder(name + "Partition", repository)
                        .tasklet(new Supervised(name, tasklet, resources), transactions)
                        .listener(faults)
                        .build())
                .taskExecutor(pool)
                .listener(faults)
                .listener(new ProgressListener(resources.progress(), extent))
                .build();
    }

    Step step(String name, Tasklet tasklet) {
        return step(name, tasklet, step -> Progress.UNKNOWN);
    }

    private Step step(String name, Tasklet tasklet, ProgressListener.Extent extent) {
        return new StepBuilder(name, repository)
                .tasklet(new Supervised(name, tasklet, resources), transactions)
                .listener(faults)
                .listener(new ProgressListener(resources.progress(), extent))
                .build();
    }
}
