package mengshi.jobs;

import java.time.Duration;
import java.util.Map;
import mengshi.model.FileLimits;

/**
 * How much a run takes upon itself at once, and how long it waits.
 *
 * @param threads how many partitions are worked on at once
 * @param quiet how long a file must have lain unchanged in the inbox before it is taken; zero does not look
 * @param timeouts how long one attempt of each job may take, a day if it is not named; after it the run fails at its next
 *     commit, and can go on later
 * @param retries how many times a run whose database was in trouble is tried again before it is left to the operator
 * @param file what one submitted file may weigh
 */
public record Limits(int threads, Duration quiet, Map<String, Duration> timeouts, int retries, FileLimits file) {

    private static final Duration LONG = Duration.ofDays(1);

    /** Nothing is waited for, a day is enough, and a file may weigh what is usual. */
    public static Limits threads(int threads) {
        return new Limits(threads, Duration.ZERO, Map.of(), 3, FileLimits.DEFAULT);
    }

    Duration timeout(String job) {
        return timeouts.getOrDefault(job, LONG);
    }
}
