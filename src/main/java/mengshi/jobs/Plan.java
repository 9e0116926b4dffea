package mengshi.jobs;

import mengshi.warehouse.Manifest;
import mengshi.warehouse.Run;
import mengshi.warehouse.Runs;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/** Freezes the run's manifest. */
final class Plan implements Tasklet {

    private final JobResources resources;

    Plan(JobResources resources) {
        this.resources = resources;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext chunk) {
        RunContext context = RunContext.of(contribution.getStepExecution());
        Run run = new Runs(resources.loader(), resources.clock())
                .find(context.runId())
                .orElseThrow();
        new Manifest(resources.loader()).freeze(run.runId(), run.readWith(), resources.threads());
        return RepeatStatus.FINISHED;
    }
}
