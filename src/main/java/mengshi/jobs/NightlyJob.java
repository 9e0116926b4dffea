package mengshi.jobs;

import mengshi.warehouse.Manifest;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.core.step.Step;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** The whole way of the data: receive, plan, read, check, publish, respond, judge, report; then tidy. */
@Configuration(proxyBeanMethods = false)
class NightlyJob {

    /** Also the name of its file in {@code jobs/}. */
    static final String NAME = "nightly";

    private final JobResources resources;
    private final PlatformTransactionManager transactions;
    private final Steps steps;

    NightlyJob(JobResources resources, PlatformTransactionManager transactions, Steps steps) {
        this.resources = resources;
        this.transactions = transactions;
        this.steps = steps;
    }

    @Bean
    Job nightly(Step read, Step respond) {
        return steps.job(NAME)
                .start(steps.receive())
                .next(steps.step("plan", new Plan(resources)))
                .next(read)
                .next(steps.check())
                .next(steps.step("publish", new Publish(resources)))
                .next(respond)
                .next(steps.step("judge", new Judge(resources)))
                .next(steps.step("report", new WriteReports(resources)))
                .next(steps.step("tidy", new Tidy(resources)))
                .build();
    }

    /** A parallel step, and one that further machines can take part in. */
    @Bean
    Step read(Partitioner manifestPartitioner) {
        Manifest manifest = new Manifest(resources.loader());
        return steps.partitioned(
                "read",
                manifestPartitioner,
                new ReadGroups(resources, transactions),
                step -> manifest.unread(RunContext.of(step).runId()));
    }

    /** The other one. */
    @Bean
    Step respond(Partitioner answerPartitioner) {
        return steps.partitioned("respond", answerPartitioner, new Respond(resources), step -> Progress.UNKNOWN);
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
}
