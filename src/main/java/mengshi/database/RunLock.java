package mengshi.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * A named lock that only one program at a time can hold, held until it is closed or its connection dies.
 *
 * <p>The server drops it with the connection, so a killed program never leaves it behind.
 */
public final class RunLock implements AutoCloseable {

    private static final int PING_SECONDS = 5;
    private static final String HOLDERS = """
            select exists (
                select 1
                from pg_locks
                where locktype = 'advisory'
                    and granted
                    and objsubid = 1
                    and database = (select oid from pg_database where datname = current_database())
                    and (classid::bigint << 32) | objid::bigint = hashtextextended(?, 0)
            )
            """;

    private final Connection connection;

    private RunLock(Connection connection) {
        this.connection = connection;
    }

    /** Empty when another holds it. The connection is the lock's own and is closed with it. */
    static Optional<RunLock> take(Account account, String name) throws SQLException {
        Connection connection = account.connect();
        boolean taken = false;
        try (PreparedStatement statement =
                connection.prepareStatement("select pg_try_advisory_lock(hashtextextended(?, 0))")) {
            statement.setString(1, name);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                taken = row.getBoolean(1);
            }
            return taken ? Optional.of(new RunLock(connection)) : Optional.empty();
        } finally {
            if (!taken) {
                connection.close();
            }
        }
    }

    /** Whether anybody holds the lock now. */
    static boolean isTaken(DataSource login, String name) throws SQLException {
        try (Connection connection = login.getConnection();
                PreparedStatement statement = connection.prepareStatement(HOLDERS)) {
            statement.setString(1, name);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    /** Whether the lock is still ours: asks the server. After {@code false} another may be running already. */
    public synchronized boolean isHeld() {
        try {
            return connection.isValid(PING_SECONDS);
        } catch (SQLException e) {
            return false;
        }
    }

    @Override
    public synchronized void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            // A connection that cannot be closed is gone, and the lock with it.
            return;
        }
    }
}
