package mengshi.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import mengshi.operations.JobFile;
import mengshi.report.JsonDocument;
import org.jspecify.annotations.Nullable;

/** Tells those whom the job's file names that a run failed. */
final class FailureNotice {

    private FailureNotice() {}

    /** The failure stays what it is, whether or not anybody could be told of it. */
    static void send(Program program, String failed, Map<String, @Nullable Object> summary) {
        try {
            for (JobFile job : JobFile.all(program.settings().jobs())) {
                if (job.name().equals(failed) && job.onFailure().isPresent()) {
                    job.onFailure().get().tell(new String(JsonDocument.of(summary), StandardCharsets.UTF_8));
                }
            }
        } catch (IOException | RuntimeException e) {
            program.err()
                    .println("Nobody could be told of the failed run: " + e.getMessage() + " · on-failure of jobs/"
                            + failed + ".yaml · mend it; the run itself is as reported");
        }
    }
}
