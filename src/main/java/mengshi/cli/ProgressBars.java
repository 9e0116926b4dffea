package mengshi.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarConsumer;
import me.tongfei.progressbar.ProgressBarStyle;
import mengshi.jobs.Progress;
import org.jspecify.annotations.Nullable;

/** A moving bar for the step at work, and a line in its place once the step has ended. */
final class ProgressBars implements Progress {

    private static final int OFTEN_MILLIS = 100;
    private static final int NAME_WIDTH = 8;

    private final ProgressLines lines;
    private final OneLine line;
    private @Nullable ProgressBar bar;

    ProgressBars(Program program) {
        this.lines = new ProgressLines(program.err());
        this.line = new OneLine(program.err(), program.screen() - 1);
    }

    @Override
    public synchronized void stepBegan(String step, long total) {
        bar = new ProgressBarBuilder()
                .setTaskName("  " + step + " ".repeat(Math.max(0, NAME_WIDTH - step.length())))
                .setInitialMax(total)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(OFTEN_MILLIS)
                .setSpeedUnit(ChronoUnit.SECONDS)
                .hideEta()
                .setConsumer(line)
                .build();
    }

    @Override
    public synchronized void stepWentOn(String step, long items) {
        if (bar != null) {
            bar.stepBy(items);
        }
    }

    @Override
    public synchronized void stepEnded(String step, long items, Duration took) {
        if (bar != null) {
            bar.close();
            bar = null;
        }
        lines.stepEnded(step, items, took);
    }

    /** One line of the terminal, drawn over and over and wiped in the end. */
    private record OneLine(PrintStream err, int width) implements ProgressBarConsumer {

        private static final String WIPE = "\r\u001b[K";

        @Override
        public int getMaxRenderedLength() {
            return width;
        }

        @Override
        public void accept(String drawn) {
            err.print("\r" + drawn);
            err.flush();
        }

        @Override
        public void clear() {
            err.print(WIPE);
            err.flush();
        }

        @Override
        public void close() {
            clear();
        }
    }
}
