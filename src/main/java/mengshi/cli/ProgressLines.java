package mengshi.cli;

import java.io.PrintStream;
import java.time.Duration;
import mengshi.jobs.Progress;

/** A line for each step that has ended, for a log or a pipe. */
record ProgressLines(PrintStream err) implements Progress {

    private static final double MILLIS = 1000.0;

    @Override
    public void stepEnded(String step, long items, Duration took) {
        err.printf("  %-8s %6d  %6.1f s%n", step, items, took.toMillis() / MILLIS);
    }
}
