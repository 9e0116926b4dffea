package mengshi.database;

import org.jspecify.annotations.Nullable;

/** The database cannot be used now: not started, not reachable, not ours. Nothing of the work was done. */
public final class DatabaseUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DatabaseUnavailable(String what, Object where, String whatToDo, String state, @Nullable Throwable cause) {
        super(what + " · " + where + " · " + whatToDo + " · " + state, cause);
    }
}
