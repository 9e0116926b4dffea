package mengshi.files;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * A point at which power may fail. Tests that prove what a death there leaves behind start the program with
 * {@code -Dmengshi.failpoint=NAME#N}: it then halts, without a word and without any cleaning up, when such a point is
 * passed for the Nth time. {@code any} stands for every name; with a zero for N it does not halt but tells at its end how
 * many there were. Without the property nothing is done.
 */
public final class Failpoint {

    /** The program's end when it fails on purpose; no command ends with it. */
    public static final int HALTED = 99;

    private static final String ORDER = System.getProperty("mengshi.failpoint", "");
    private static final int MARK = ORDER.lastIndexOf('#');
    private static final String NAME = MARK < 0 ? ORDER : ORDER.substring(0, MARK);
    private static final long TIME = MARK < 0 ? 1 : Long.parseLong(ORDER.substring(MARK + 1));
    private static final AtomicLong PASSED = new AtomicLong();
    private static final Consumer<String> NOBODY = name -> {};

    private static volatile Consumer<String> told = NOBODY;

    static {
        if (TIME == 0) {
            Runtime.getRuntime()
                    .addShutdownHook(new Thread(() -> System.err.println("failpoints passed: " + PASSED.get())));
        }
    }

    private Failpoint() {}

    /** From now on somebody in this JVM is told of every point; what is thrown at it is thrown where it is passed. */
    static void tell(Consumer<String> whom) {
        told = whom;
    }

    /** @param name what has just happened or is about to */
    public static void pass(String name) {
        told.accept(name);
        boolean counts = !NAME.isEmpty() && (NAME.equals("any") || NAME.equals(name));
        if (counts && PASSED.incrementAndGet() == TIME) {
            Runtime.getRuntime().halt(HALTED);
        }
    }
}
