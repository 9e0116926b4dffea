package mengshi.warehouse;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;

/** Tells whether work ended because the server went away or has no room left, and not because of the work itself. */
public final class Outage {

    private Outage() {}

    /** Looks through the fault and all its causes. */
    public static boolean isBehind(Throwable fault) {
        for (@Nullable Throwable cause = fault; cause != null; cause = cause.getCause()) {
            boolean isServer = cause instanceof SQLException refusal && isOutage(String.valueOf(refusal.getSQLState()));
            if (isServer || cause instanceof DataAccessResourceFailureException) {
                return true;
            }
        }
        return false;
    }

    /** Classes of PostgreSQL's states: 08 connection, 53 resources such as the disk, 57P operator (a shutdown). */
    private static boolean isOutage(String state) {
        return state.startsWith("08") || state.startsWith("53") || state.startsWith("57P");
    }
}
