package mengshi.jobs;

import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.step.Step;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Loads history the way everything comes: receive, plan, read, check, publish, judge, report; nobody is answered. */
@Configuration(proxyBeanMethods = false)
class BackfillJob {

    /** Also the name of its file in {@code jobs/}. */
    static final String NAME = "backfill";

    private final JobResources resources;
    private final Steps steps;

    BackfillJob(JobResources resources, Steps steps) {
        this.resources = resources;
        this.steps = steps;
    }

    @Bean
    Job backfill(Step read) {
        return steps.job(NAME)
                .start(steps.receive())
                .next(steps.step("plan", new Plan(resources)))
                .next(read)
                .next(steps.check())
                .next(steps.step("publish", new Publish(resources)))
                .next(steps.step("judge", new Judge(resources)))
                .next(steps.step("report", new WriteReports(resources)))
                .next(steps.step("tidy", new Tidy(resources)))
                .build();
    }
}
