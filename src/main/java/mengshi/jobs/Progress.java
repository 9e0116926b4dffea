package mengshi.jobs;

import java.time.Duration;

/** Told of every step that ends, so that whoever waits sees that the run goes on. */
public interface Progress {

    /** @param items what the step counted: files, submissions, types of edits, groups, periods, reports */
    void stepEnded(String step, long items, Duration took);
}
