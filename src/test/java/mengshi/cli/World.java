package mengshi.cli;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import mengshi.files.Failpoints;
import org.jspecify.annotations.Nullable;

/**
 * One command in this JVM, with everything that it does to the disk and the database counted, and a fault at one of these
 * points.
 *
 * <p>A halted world is as dead as a halted process: its threads never return from the point they were at, so nothing is
 * tidied up, not even a {@code finally}; whoever runs it cuts its connections. Only when its case is over are its threads
 * let go, to end by an error in a folder and a database that are gone.
 */
final class World {

    private static final InheritableThreadLocal<@Nullable World> HERE = new InheritableThreadLocal<>();
    private static final ThreadLocal<Boolean> COMMITTING = ThreadLocal.withInitial(() -> false);
    private static final List<String> STEPS =
            List.of("receive", "plan", "read", "check", "publish", "respond", "judge", "report", "tidy", "end");

    /** Ends a thread of a world that is no more. */
    static final class Gone extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** What happens at the point; it may throw what the disk would. */
    @FunctionalInterface
    interface Fault {
        void strike(World world, Point point) throws Exception;
    }

    /**
     * Something done to the disk or the database.
     *
     * @param ours whether the product itself tells of it, so that a process of its own can be halted there
     */
    record Point(String step, String name, boolean ours) {}

    private final long first;
    private final long last;
    private final Fault fault;
    private final List<Point> points = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch died = new CountDownLatch(1);
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile boolean dead;
    private volatile String step = STEPS.get(0);

    static {
        Failpoints.tell(name -> {
            World world = HERE.get();
            if (world != null) {
                COMMITTING.set(name.equals("before commit"));
                world.pass(name, true);
            }
        });
        WatchedDriver.register();
    }

    private World(long first, long last, Fault fault) {
        this.first = first;
        this.last = last;
        this.fault = fault;
    }

    static World calm() {
        return new World(0, 0, (world, point) -> {});
    }

    /** Ends, as if the process were halted, at the given point, counted from one. */
    static World haltedAt(long point) {
        return new World(point, point, (world, there) -> world.die());
    }

    static World struckAt(long point, Fault fault) {
        return new World(point, point, fault);
    }

    /** Struck at the given point and at each one after it. */
    static World struckFrom(long point, Fault fault) {
        return new World(point, Long.MAX_VALUE, fault);
    }

    static @Nullable World here() {
        return HERE.get();
    }

    /** From now on the calling thread, and those it starts, belong to this world. */
    void enter() {
        HERE.set(this);
    }

    static void leave() {
        HERE.remove();
    }

    List<Point> points() {
        synchronized (points) {
            return List.copyOf(points);
        }
    }

    boolean isDead() {
        return dead;
    }

    boolean awaitDeath(long millis) throws InterruptedException {
        return died.await(millis, TimeUnit.MILLISECONDS);
    }

    /** Its threads may go; whatever they still try ends by an error. */
    void isOver() {
        dead = true;
        over.countDown();
    }

    /** A line that the program printed; the lines of steps tell how far it is. */
    void printed(String line) {
        String first = line.strip().split(" ")[0];
        int ended = STEPS.indexOf(first);
        if (ended >= 0 && line.endsWith(" s")) {
            step = STEPS.get(ended + 1);
        }
    }

    /** A commit that the product has told of already is not counted twice. */
    void passUnlessTold(String name) {
        if (!COMMITTING.get()) {
            pass(name, false);
        }
    }

    void requireAlive() {
        if (dead) {
            hang();
        }
    }

    private void pass(String name, boolean ours) {
        requireAlive();
        Point point = new Point(step, name, ours);
        int number;
        synchronized (points) {
            points.add(point);
            number = points.size();
        }
        if (number >= first && number <= last) {
            try {
                fault.strike(this, point);
            } catch (Exception e) {
                throw World.<RuntimeException>asItIs(e);
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static <E extends Exception> E asItIs(Exception e) throws E {
        throw (E) e;
    }

    private void die() {
        dead = true;
        died.countDown();
        hang();
    }

    private void hang() {
        boolean waiting = true;
        while (waiting) {
            try {
                over.await();
                waiting = false;
            } catch (InterruptedException e) {
                // A dead thread hears nothing.
                continue;
            }
        }
        throw new Gone();
    }

    /** For statements about the world from outside of it. */
    static Connection outside(String url, String user, String password) throws SQLException {
        World world = here();
        leave();
        try {
            return DriverManager.getConnection(url, user, password);
        } finally {
            if (world != null) {
                world.enter();
            }
        }
    }
}
