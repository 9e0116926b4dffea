package mengshi.jobs;

import mengshi.warehouse.Manifest;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.transaction.PlatformTransactionManager;

/** The whole way of the data: receive, plan, read, check, publish, respond, judge, report; then tidy. */
@Configuration(proxyBeanMethods = false)
class NightlyJob {

    /** Also the name of its file in {@code jobs/}. */
    static final String NAME = "nightly";

    private final JobResources resources;
    private final JobRepository repository;
    private final PlatformTransactionManager transactions;

    NightlyJob(JobResources resources, JobRepository repository, PlatformTransactionManager transactions) {
        this.resources = resources;
        this.repository = repository;
        this.transactions = transactions;
    }

    @Bean
    Job nightly(Step read, Step respond) {
        return new JobBuilder(NAME, repository)
                .start(receive())
                .next(step("plan", new Plan(resources)))
                .next(read)
                .next(check())
                .next(step("publish", new Publish(resources)))
                .next(respond)
                .next(step("judge", new Judge(resources)))
                .next(step("report", new WriteReports(resources)))
                .next(step("tidy", new Tidy(resources)))
                .build();
    }

    /** A parallel step, and one that further machines can take part in. */
    @Bean
    Step read(Partitioner manifestPartitioner) {
        Manifest manifest = new Manifest(resources.loader());
        return partitioned(
                "read",
                manifestPartitioner,
                new ReadGroups(resources, transactions),
                step -> manifest.unread(RunContext.of(step).runId()));
    }

    /** The other one. */
    @Bean
    Step respond(Partitioner answerPartitioner) {
        return partitioned("respond", answerPartitioner, new Respond(resources), step -> Progress.UNKNOWN);
    }

    @Bean
    @StepScope
    Partitioner manifestPartitioner(@Value("#{jobParameters['run_id']}") long runId) {
        return new ManifestPartitioner(new Manifest(resources.loader()), runId);
    }

    @Bean
    @StepScope
    Partitioner answerPartitioner(@Value("#{jobParameters['run_id']}") long runId) {
        return new AnswerPartitioner(new Manifest(resources.loader()), runId);
    }

    private Step receive() {
        Receive receive = new Receive(resources);
        return step("receive", receive, receive::look);
    }

    private Step check() {
        Check check = new Check(resources);
        return step("check", check, step -> check.tasks());
    }

    private Step partitioned(String name, Partitioner partitioner, Tasklet tasklet, ProgressListener.Extent extent) {
        SimpleAsyncTaskExecutor pool = new SimpleAsyncTaskExecutor(name + "-");
        pool.setConcurrencyLimit(resources.threads());
        return new StepBuilder(name, repository)
                .partitioner(name + "Partition", partitioner)
                .step(new StepBuilder(name + "Partition", repository)
                        .tasklet(new Supervised(name, tasklet, resources), transactions)
                        .build())
                .taskExecutor(pool)
                .listener(new ProgressListener(resources.progress(), extent))
                .build();
    }

    private Step step(String name, Tasklet tasklet) {
        return step(name, tasklet, step -> Progress.UNKNOWN);
    }

    private Step step(String name, Tasklet tasklet, ProgressListener.Extent extent) {
        return new StepBuilder(name, repository)
                .tasklet(new Supervised(name, tasklet, resources), transactions)
                .listener(new ProgressListener(resources.progress(), extent))
                .build();
    }
}
