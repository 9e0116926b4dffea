package mengshi.jobs;

import java.util.ArrayList;
import java.util.List;
import mengshi.validation.RuleBook;
import mengshi.warehouse.Checking;
import mengshi.warehouse.Manifest;
import mengshi.warehouse.ReturnedWorkbooks;
import mengshi.warehouse.Runs;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/**
 * Runs the rule book, one type of edits to a transaction; resumes with the type that was not finished, or from the
 * beginning if the server lost its working tables in a crash, or under another rule book or program than it began with: its
 * tasks are known by their place in the order.
 */
final class Check implements Tasklet {

    private static final String NEXT = "next";
    private static final String BEGUN_WITH = "begun_with";

    private interface Task {
        void run(long runId);
    }

    private final Manifest manifest;
    private final Checking checking;
    private final Runs runs;
    private final List<Task> tasks = new ArrayList<>();

    Check(JobResources resources) {
        this.manifest = new Manifest(resources.loader());
        this.runs = new Runs(resources.loader(), resources.clock());
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
        String readWith = runs.find(runId).orElseThrow().readWith();
        int next = next(contribution.getStepExecution(), runId, readWith);
        if (next == tasks.size()) {
            // All was done, and only that it was could not be written down any more.
            return RepeatStatus.FINISHED;
        }
        if (next == 0) {
            refuseUnread(runId);
        }
        tasks.get(next).run(runId);
        contribution.incrementReadCount();
        state.putInt(NEXT, next + 1);
        state.putString(BEGUN_WITH, readWith);
        return RepeatStatus.continueIf(next + 1 < tasks.size());
    }

    private int next(StepExecution step, long runId, String readWith) {
        ExecutionContext state = step.getExecutionContext();
        boolean isResumed = step.getCommitCount() == 0;
        boolean isLost = isResumed && !checking.isLaidOut(runId);
        boolean isSame = state.getString(BEGUN_WITH, "").equals(readWith);
        return isLost || !isSame ? 0 : state.getInt(NEXT, 0);
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
