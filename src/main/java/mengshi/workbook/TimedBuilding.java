package mengshi.workbook;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * POI builds a workbook in one go and cannot be asked to stop. So it does it on a thread of its own, for which is waited
 * until the file's time is over and no longer. What is then still being built is given up: the thread ends with its next
 * access to the file or when the workbook is built, keeps nobody from leaving, and tells nobody anything.
 */
final class TimedBuilding {

    private TimedBuilding() {}

    /** @throws WorkbookRefused if the file's time is over */
    static <T> T build(Callable<T> building, Weight weight) throws WorkbookRefused, IOException {
        FutureTask<T> task = new FutureTask<>(building);
        Thread builder = new Thread(task, "building-" + Thread.currentThread().getName());
        builder.setDaemon(true);
        builder.start();
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return task.get(weight.nanosLeft(), TimeUnit.NANOSECONDS);
                } catch (InterruptedException e) {
                    // A file is read to its end: half of it says nothing.
                    interrupted = true;
                }
            }
        } catch (TimeoutException e) {
            builder.interrupt();
            throw weight.overtime();
        } catch (ExecutionException e) {
            throw rethrown(e.getCause());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static IOException rethrown(@Nullable Throwable cause) throws WorkbookRefused {
        if (cause instanceof WorkbookRefused refused) {
            throw refused;
        }
        if (cause instanceof RuntimeException fault) {
            throw fault;
        }
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof IOException failure ? failure : new IOException(cause);
    }
}
