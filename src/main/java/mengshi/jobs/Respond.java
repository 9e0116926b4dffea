package mengshi.jobs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import mengshi.feedback.Feedback;
import mengshi.feedback.Settled;
import mengshi.intake.Store;
import mengshi.warehouse.Replies;
import mengshi.warehouse.Responses;
import mengshi.warehouse.Rows;
import mengshi.warehouse.Run;
import mengshi.warehouse.Runs;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/**
 * Replies a share of the run's submissions, a group to a transaction; resumes with the first that has no answer. Files
 * written in a group that did not commit are written once more, with the same content.
 */
final class Respond implements Tasklet {

    private static final Logger LOG = LoggerFactory.getLogger(Respond.class);
    private static final int GROUP = 50;

    private final JobResources resources;
    private final Replies answers;
    private final Responses responses;
    private final Runs runs;
    private final Store store;

    Respond(JobResources resources) {
        this.resources = resources;
        this.answers = new Replies(resources.logins().responder());
        this.responses = new Responses(resources.loader(), resources.clock());
        this.runs = new Runs(resources.loader(), resources.clock());
        this.store = resources.store();
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext chunk) throws IOException {
        long runId = RunContext.of(contribution.getStepExecution()).runId();
        Path outbox = resources.folders().outbox();
        ExecutionContext context = contribution.getStepExecution().getExecutionContext();
        Rows group = answers.next(
                runId, context.getInt(AnswerPartitioner.SHARE), context.getInt(AnswerPartitioner.SHARES), GROUP);
        if (group.isEmpty()) {
            if (context.getInt(AnswerPartitioner.SHARE) == 0) {
                // What they tell is settled before anybody is answered, so any one share may write them.
                new QualityPages(resources.logins().responder(), resources.clock())
                        .write(runId, outbox, () -> resources.requireOurs(runId));
            }
            return RepeatStatus.FINISHED;
        }
        Run run = runs.find(runId).orElseThrow();
        Feedback feedback = new Feedback(outbox, run.programVersion());
        List<Responses.Response> written = new ArrayList<>();
        for (Settled settled : SettledRows.of(group, answers)) {
            resources.requireOurs(runId);
            Feedback.Written answer =
                    feedback.answer(settled, store.locate(settled.file().sha256()));
            written.add(new Responses.Response(settled.submissionId(), answer.path(), answer.sha256()));
            log(settled, answer);
            contribution.incrementReadCount();
        }
        responses.record(runId, written);
        contribution.incrementWriteCount(written.size());
        return RepeatStatus.CONTINUABLE;
    }

    private static void log(Settled settled, Feedback.Written answer) {
        String whose = Objects.requireNonNullElse(settled.whose().areaCode(), "unrecognised");
        try (MDC.MDCCloseable number = MDC.putCloseable("submission", String.valueOf(settled.submissionId()));
                MDC.MDCCloseable area = MDC.putCloseable("area", whose)) {
            LOG.info("answered {}: {}", settled.file().name(), answer.path());
        }
    }
}
