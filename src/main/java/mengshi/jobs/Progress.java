package mengshi.jobs;

import java.time.Duration;

/** Told how the steps of a run go on, so that whoever waits sees it. Partitions of a step speak of the step. */
public interface Progress {

    /** The total where nobody knows beforehand. */
    long UNKNOWN = -1;

    /** @param items what the step counted: files, submissions, types of edits, groups, periods, reports */
    void stepEnded(String step, long items, Duration took);

    /** @param total how many items there will be, or {@link #UNKNOWN} */
    default void stepBegan(String step, long total) {}

    /** @param items done since the last time; may be told by several threads at once */
    default void stepWentOn(String step, long items) {}
}
