package mengshi.jobs;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import mengshi.files.Failpoint;
import mengshi.form.SentAs;
import mengshi.model.FindingCode;
import mengshi.warehouse.Manifest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Reads files of which a reading may die: for want of memory, or together with the whole program. A suspect is read while
 * nothing else is, so that no other file is blamed for its end; of the second death it is refused, and the others go on.
 */
final class CautiousReader {

    private static final Logger LOG = LoggerFactory.getLogger(CautiousReader.class);
    private static final int DEATHS = 2;

    /** Reads one file. */
    @FunctionalInterface
    interface Reading {
        SubmissionReader.ReadFile read(SentAs sent, String sha256, @Nullable String expectedForm) throws IOException;
    }

    /** Commits what is begun and what came to an end, apart from the step's own transaction. */
    interface Ledger {
        void begin(List<Manifest.Item> group);

        void survived(List<Manifest.Item> group);
    }

    private final ReentrantReadWriteLock machine = new ReentrantReadWriteLock();
    private final Reading reading;

    CautiousReader(Reading reading) {
        this.reading = reading;
    }

    /** @throws IOException if the store cannot be read, which says nothing about the files */
    List<SubmissionReader.ReadFile> read(List<Manifest.Item> group, Ledger ledger) throws IOException {
        boolean isSuspect = group.stream().anyMatch(item -> item.readingsBegun() > 0);
        Lock share = isSuspect ? machine.writeLock() : machine.readLock();
        List<SubmissionReader.ReadFile> files = new ArrayList<>();
        share.lock();
        try {
            ledger.begin(group);
            for (Manifest.Item item : group) {
                files.add(read(item, share));
            }
            if (isSuspect) {
                ledger.survived(group);
            }
            return files;
        } finally {
            share.unlock();
        }
    }

    private SubmissionReader.ReadFile read(Manifest.Item item, Lock share) throws IOException {
        if (item.readingsBegun() >= DEATHS) {
            LOG.warn("set aside unread: {}; reading it ended the program twice", item.fileName());
            return died(item, "程序退出 / the program ended");
        }
        try {
            return once(item);
        } catch (OutOfMemoryError | StackOverflowError e) {
            LOG.warn(
                    "{} while reading {}; it is tried once more, alone",
                    e.getClass().getSimpleName(),
                    item.fileName());
        }
        return alone(item, share);
    }

    /** Another file may have taken the memory: only what happens while nothing else is read is held against this one. */
    private SubmissionReader.ReadFile alone(Manifest.Item item, Lock share) throws IOException {
        share.unlock();
        machine.writeLock().lock();
        try {
            return once(item);
        } catch (OutOfMemoryError | StackOverflowError e) {
            String error = e.getClass().getSimpleName();
            LOG.warn("set aside: {}; reading it ended twice with {}", item.fileName(), error);
            return died(item, error);
        } finally {
            share.lock();
            machine.writeLock().unlock();
        }
    }

    private SubmissionReader.ReadFile once(Manifest.Item item) throws IOException {
        try (MDC.MDCCloseable number = MDC.putCloseable("submission", String.valueOf(item.submissionId()))) {
            Failpoint.pass("read " + item.fileName());
            return reading.read(new SentAs(item.fileName(), item.folder()), item.fileSha256(), item.expectedForm());
        }
    }

    private static SubmissionReader.ReadFile died(Manifest.Item item, String detail) {
        return SubmissionReader.refusal(item.fileName(), FindingCode.READING_DIED, detail);
    }
}
