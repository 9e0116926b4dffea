package mengshi.jobs;

/** Whether the run lock is still ours: its connection may die under a living run, and then another may begin. */
@FunctionalInterface
public interface Ownership {

    boolean isHeld();
}
