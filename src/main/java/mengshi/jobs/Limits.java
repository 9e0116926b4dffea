package mengshi.jobs;

import java.time.Duration;

/**
 * How much a run takes upon itself at once, and how long it waits.
 *
 * @param threads how many partitions are worked on at once
 * @param quiet how long a file must have lain unchanged in the inbox before it is taken; zero does not look
 */
public record Limits(int threads, Duration quiet) {

    /** Nothing is waited for. */
    public static Limits threads(int threads) {
        return new Limits(threads, Duration.ZERO);
    }
}
