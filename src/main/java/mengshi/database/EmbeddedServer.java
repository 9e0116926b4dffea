package mengshi.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A program's place at the embedded server: it starts the server or joins one that runs, and the last one out stops it.
 *
 * <p>Two lock files say who is there. {@code start.lock} is held while somebody starts, joins or leaves;
 * {@code clients.lock} is shared by all who use the server. The kernel drops both when a program dies, however it dies, so
 * nothing has to be tidied up by hand. A server whose program was killed lives on and is joined by the next one.
 */
final class EmbeddedServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServer.class);

    private static final int LOCK_PATIENCE_SECONDS = 180;

    /** File locks belong to the whole JVM: a second channel on a lock file would fail, and closing it drop the first. */
    private static final Map<Path, Seat> SEATS = new HashMap<>();

    private final StateFolder state;
    private final Seat seat;
    private final int port;
    private boolean left;

    private EmbeddedServer(StateFolder state, Seat seat, int port) {
        this.state = state;
        this.seat = seat;
        this.port = port;
    }

    /** One shared lock on {@code clients.lock} for all users within this JVM. */
    private static final class Seat {
        private final FileChannel channel;
        private final FileLock shared;
        private int users;

        private Seat(FileChannel channel) throws IOException {
            this.channel = channel;
            this.shared = channel.lock(0, Long.MAX_VALUE, true);
        }
    }

    /** Joins the server of {@code folder}; starts it, and makes it, when there is none. */
    static EmbeddedServer attach(Path folder) {
        StateFolder state = StateFolder.open(folder);
        synchronized (SEATS) {
            try (FileChannel gate = passGate(state)) {
                Seat seat = SEATS.get(state.root());
                if (seat == null) {
                    seat = new Seat(state.openLockFile("clients.lock"));
                    SEATS.put(state.root(), seat);
                }
                try {
                    int port = new Postmaster(state).serve();
                    seat.users++;
                    return new EmbeddedServer(state, seat, port);
                } finally {
                    if (seat.users == 0) {
                        SEATS.remove(state.root());
                        seat.channel.close();
                    }
                }
            } catch (IOException | UncheckedIOException e) {
                throw unusable(state, e);
            }
        }
    }

    StateFolder state() {
        return state;
    }

    int port() {
        return port;
    }

    /** The server's superuser in {@code database}. */
    Account superuser(String database) {
        return Postmaster.superuser(state, port, database);
    }

    /** From now on the server outlives the programs that use it, until {@link #stop}. */
    void keepRunning() {
        state.keepRunning(true);
    }

    /** Leaves; stops the server if nobody else is there and nobody asked to keep it. */
    @Override
    public void close() {
        // An interrupted thread cannot read a file, and would leave the server running.
        boolean interrupted = Thread.interrupted();
        synchronized (SEATS) {
            if (!left) {
                left = true;
                seat.users--;
                if (seat.users == 0) {
                    SEATS.remove(state.root());
                    leave();
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void leave() {
        try (FileChannel clients = seat.channel;
                FileChannel gate = passGate(state)) {
            seat.shared.release();
            if (!state.keepsRunning() && isAlone(clients)) {
                new Postmaster(state).halt();
            }
        } catch (IOException | UncheckedIOException | DatabaseUnavailable e) {
            // The work is committed; a server left running is joined by the next program.
            LOG.warn("The embedded database was left running: {}", e.getMessage());
        }
    }

    /** Takes back {@link #keepRunning} and stops the server, unless a program still uses it: then that one will. */
    static void stop(Path folder) {
        if (!folder.toFile().isDirectory()) {
            return;
        }
        StateFolder state = StateFolder.open(folder);
        synchronized (SEATS) {
            try (FileChannel gate = passGate(state)) {
                state.keepRunning(false);
                if (!isInUse(state)) {
                    new Postmaster(state).halt();
                }
            } catch (IOException | UncheckedIOException e) {
                throw unusable(state, e);
            }
        }
    }

    /** Works on the server's files while it rests and nobody can start it; starts it again if it was kept running. */
    static void whileAtRest(Path folder, Database.Work work) {
        StateFolder state = StateFolder.open(folder);
        synchronized (SEATS) {
            try (FileChannel gate = passGate(state)) {
                if (isInUse(state)) {
                    throw new DatabaseUnavailable(
                            "Another program uses the embedded database",
                            state.root(),
                            "wait until it ends (`mengshi status`) and start again",
                            "nothing was changed",
                            null);
                }
                Postmaster postmaster = new Postmaster(state);
                boolean served = postmaster.ask().isReady() && state.keepsRunning();
                postmaster.halt();
                try {
                    work.run();
                } finally {
                    if (served) {
                        postmaster.serve();
                    }
                }
            } catch (IOException | UncheckedIOException e) {
                throw unusable(state, e);
            }
        }
    }

    /** How the server of {@code folder} stands; starts and makes nothing. */
    static ServerStatus status(Path folder, String database) {
        if (!folder.toFile().isDirectory()) {
            return new ServerStatus(true, false, "", "", folder, 0, false, false);
        }
        StateFolder state = StateFolder.open(folder);
        synchronized (SEATS) {
            try (FileChannel gate = passGate(state)) {
                Postmaster.Answer answer = new Postmaster(state).ask();
                boolean running = answer.isReady();
                return new ServerStatus(
                        true,
                        running,
                        running ? Postmaster.url(answer.port(), database) : "",
                        answer.version(),
                        state.root(),
                        running ? answer.pid() : 0,
                        state.keepsRunning(),
                        isInUse(state));
            } catch (IOException | UncheckedIOException e) {
                throw unusable(state, e);
            }
        }
    }

    private static boolean isInUse(StateFolder state) throws IOException {
        if (SEATS.containsKey(state.root())) {
            return true;
        }
        try (FileChannel clients = state.openLockFile("clients.lock")) {
            return !isAlone(clients);
        }
    }

    private static boolean isAlone(FileChannel clients) throws IOException {
        FileLock alone = clients.tryLock();
        if (alone == null) {
            return false;
        }
        alone.release();
        return true;
    }

    /** The returned channel holds the start lock until it is closed. */
    private static FileChannel passGate(StateFolder state) throws IOException {
        FileChannel gate = state.openLockFile("start.lock");
        try {
            for (int second = 0; second < LOCK_PATIENCE_SECONDS; second++) {
                if (gate.tryLock() != null) {
                    return gate;
                }
                Postmaster.pause();
            }
        } catch (IOException e) {
            gate.close();
            throw e;
        }
        gate.close();
        throw new DatabaseUnavailable(
                "Another program has been starting or stopping the embedded database for " + LOCK_PATIENCE_SECONDS
                        + " seconds",
                state.root(),
                "look with `ps` what it waits for, end it, and start again",
                "nothing was changed",
                null);
    }

    private static DatabaseUnavailable unusable(StateFolder state, Exception cause) {
        return new DatabaseUnavailable(
                "The embedded database cannot be used: " + cause.getMessage(),
                state.root(),
                "check the disk's free space, the folder's rights and " + state.log(),
                "what was committed before is kept",
                cause);
    }
}
