package mengshi.jobs;

import java.util.ArrayList;
import java.util.List;
import mengshi.validation.RuleBook;
import mengshi.warehouse.Checking;
import mengshi.warehouse.Manifest;
import mengshi.warehouse.ReturnedWorkbooks;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/**
 * Runs the rule book, one type of edits to a transaction; resumes with the type that was not finished, or from the
 * beginning if the server lost its working tables in a crash.
 */
final class Check implements Tasklet {

    private static final String NEXT = "next";

    private interface Task {
        void run(long runId);
    }

    private final Manifest manifest;
    private final Checking checking;
    private final List<Task> tasks = new ArrayList<>();

    Check(JobResources resources) {
        this.manifest = new Manifest(resources.loader());
        this.checking = new Checking(resources.loader(), resources.clock());
        List<RuleBook.EditType> types = RuleBook.from(resources.seeds()).types();
        ReturnedWorkbooks returned = new ReturnedWorkbooks(resources.loader(), resources.clock());
        tasks.add(returned::recognise);
        tasks.add(checking::prepare);
        types.stream().filter(type -> !type.looksAtOthers()).forEach(type -> tasks.add(run(checking, type)));
        tasks.add(checking::settleLevels);
        types.stream().filter(RuleBook.EditType::looksAtOthers).forEach(type -> tasks.add(run(checking, type)));
        tasks.add(checking::record);
        tasks.add(returned::judge);
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext chunk) {
        long runId = RunContext.of(contribution.getStepExecution()).runId();
        ExecutionContext state = contribution.getStepExecution().getExecutionContext();
        int next = next(contribution.getStepExecution(), runId);
        if (next == 0) {
            refuseUnread(runId);
        }
        tasks.get(next).run(runId);
        contribution.incrementReadCount();
        state.putInt(NEXT, next + 1);
        return RepeatStatus.continueIf(next + 1 < tasks.size());
    }

    private int next(StepExecution step, long runId) {
        int next = step.getExecutionContext().getInt(NEXT, 0);
        boolean isResumed = step.getCommitCount() == 0;
        return isResumed && !checking.isLaidOut(runId) ? 0 : next;
    }

    int tasks() {
        return tasks.size();
    }

    private void refuseUnread(long runId) {
        long unread = manifest.unread(runId);
        if (unread > 0) {
            throw new IllegalStateException(unread + " submissions of run " + runId
                    + " are still unread although reading ended. Nothing was checked; `mengshi rerun " + runId
                    + "` reads them.");
        }
    }

    private static Task run(Checking checking, RuleBook.EditType type) {
        return runId -> checking.run(runId, type.name());
    }
}
