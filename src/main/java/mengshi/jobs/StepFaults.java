package mengshi.jobs;

import java.nio.file.FileSystemException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import mengshi.database.DatabaseFault;
import mengshi.files.DiskFault;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.transaction.TransactionSystemException;

/** Why steps and their partitions failed; of a partition's fault Spring Batch tells the job no more than that it failed. */
final class StepFaults implements StepExecutionListener {

    private final List<Throwable> faults = new ArrayList<>();

    @Override
    public synchronized @Nullable ExitStatus afterStep(StepExecution step) {
        step.getFailureExceptions().stream().map(StepFaults::behindRollback).forEach(faults::add);
        return null;
    }

    /** On a cut connection rolling back fails too, and Spring then shows that instead of what came first. */
    private static Throwable behindRollback(Throwable fault) {
        return fault instanceof TransactionSystemException rollback && rollback.getApplicationException() != null
                ? rollback.getApplicationException()
                : fault;
    }

    /** What the database did, if it is behind any of it; what cannot pass goes before what may. */
    synchronized Optional<DatabaseFault> ofDatabase() {
        return faults.stream()
                .flatMap(fault -> DatabaseFault.behind(fault).stream())
                .min(Comparator.comparing(DatabaseFault::mayPass));
    }

    /** What a disk of ours did, if it is behind any of it. */
    synchronized Optional<DiskFault> ofDisk() {
        return faults.stream()
                .flatMap(fault -> DiskFault.behind(fault).stream())
                .findFirst();
    }

    /** What went wrong, in one line. */
    synchronized Optional<String> inWords() {
        Optional<DatabaseFault> ofDatabase = ofDatabase();
        return faults.stream()
                .filter(fault ->
                        ofDatabase.isEmpty() || DatabaseFault.behind(fault).equals(ofDatabase))
                .map(fault -> ofDatabase
                        .map(behind -> behind.sentence(fault) + " · " + behind.whatToDo())
                        .orElseGet(() -> plain(fault)))
                .min(Comparator.comparing(words -> words.startsWith(JobExecutionException.class.getSimpleName())));
    }

    /** How a job ended whose end could not even be written down. */
    BatchEngine.Ending endedBy(RuntimeException fault) {
        Throwable first = behindRollback(fault);
        DatabaseFault behind =
                ofDatabase().or(() -> DatabaseFault.behind(first)).orElseThrow(() -> fault);
        String words = inWords().orElseGet(() -> behind.sentence(first) + " · " + behind.whatToDo());
        return new BatchEngine.Ending("FAILED", Optional.of(words), Optional.of(behind), ofDisk());
    }

    static String plain(Throwable fault) {
        Optional<DiskFault> disk = DiskFault.behind(fault);
        return disk.isPresent() ? disk.get().sentence(fault) : rootOf(fault);
    }

    private static String rootOf(Throwable fault) {
        Throwable cause = fault;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String words = cause.getClass().getSimpleName() + ": " + cause.getMessage();
        return cause instanceof FileSystemException
                ? words + " · `mengshi doctor` says which folder or disk is in the way"
                : words;
    }
}
