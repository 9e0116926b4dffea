package mengshi.jobs;

import java.time.Duration;
import mengshi.model.FileLimits;

/**
 * How much a run takes upon itself at once, and how long it waits.
 *
 * @param threads how many partitions are worked on at once
 * @param quiet how long a file must have lain unchanged in the inbox before it is taken; zero does not look
 * @param timeout how long one attempt may take; after it the run fails at its next commit, and can go on later
 * @param file what one submitted file may weigh
 */
public record Limits(int threads, Duration quiet, Duration timeout, FileLimits file) {

    private static final Duration LONG = Duration.ofDays(1);

    /** Nothing is waited for, a day is enough, and a file may weigh what is usual. */
    public static Limits threads(int threads) {
        return new Limits(threads, Duration.ZERO, LONG, FileLimits.DEFAULT);
    }
}
