package mengshi.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import mengshi.files.DurableFiles;
import mengshi.operations.Heartbeat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Beats while the clock of a home lives, also while a job runs; of two clocks for one home the second gives way. */
final class Heart implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Heart.class);

    private final Program program;
    private final Path file;
    private final Instant since;
    private final ScheduledExecutorService beats = new ScheduledThreadPoolExecutor(1, work -> {
        Thread thread = new Thread(work, "heart");
        thread.setDaemon(true);
        return thread;
    });
    private String at = "";
    private boolean isStopped;

    private Heart(Program program, Path file) {
        this.program = program;
        this.file = file;
        this.since = program.clock().instant();
    }

    /** @throws Locked if another clock is alive */
    static Heart begin(Program program) throws IOException {
        Path file = program.settings().home().heartbeat();
        Optional<Heartbeat> other = Heartbeat.last(file)
                .filter(last -> last.isFresh(program.clock().instant()))
                .filter(Heart::isAlive);
        if (other.isPresent()) {
            throw Locked.byClock(other.get());
        }
        Heart heart = new Heart(program, file);
        long every = Heartbeat.EVERY.toMillis();
        heart.beats.scheduleAtFixedRate(heart::beat, 0, every, TimeUnit.MILLISECONDS);
        return heart;
    }

    /** A clock that was killed need not be waited for. */
    private static boolean isAlive(Heartbeat last) {
        boolean isOurs = last.pid() == ProcessHandle.current().pid();
        return !isOurs && ProcessHandle.of(last.pid()).isPresent();
    }

    /** Tells at which job the clock is; with an empty name that it waits. */
    synchronized void isAt(String job) {
        at = job;
        beat();
    }

    /** A clock goes on though the disk is full; whoever looks sees that its sign grows old. */
    private synchronized void beat() {
        if (isStopped) {
            return;
        }
        Instant now = program.clock().instant();
        try {
            new Heartbeat(ProcessHandle.current().pid(), since, now, at).leave(file);
        } catch (IOException e) {
            LOG.warn("The clock's sign of life could not be written: {} ({})", file, e.getMessage());
        }
    }

    @Override
    public synchronized void close() throws IOException {
        isStopped = true;
        beats.shutdownNow();
        DurableFiles.delete(file);
    }
}
