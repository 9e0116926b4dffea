package mengshi.jobs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import mengshi.files.DurableFiles;
import mengshi.warehouse.Retention;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/** Lets go of working rows older than they are kept for, and of drafts that programs which died left behind. */
final class Tidy implements Tasklet {

    private final JobResources resources;

    Tidy(JobResources resources) {
        this.resources = resources;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext chunk) throws IOException {
        Folders folders = resources.folders();
        for (Path folder : List.of(folders.store(), folders.outbox(), folders.reports())) {
            contribution.incrementWriteCount(DurableFiles.removeDrafts(folder));
        }
        contribution.incrementWriteCount(new Retention(resources.loader(), resources.clock()).forget());
        return RepeatStatus.FINISHED;
    }
}
