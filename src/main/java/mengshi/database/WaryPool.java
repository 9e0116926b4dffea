package mengshi.database;

import com.zaxxer.hikari.HikariDataSource;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * A pool that lets nobody wait twice for a server that is gone: after the first wait was in vain the next ones only knock,
 * and wait again once somebody opened. What a run has to write down at its end would otherwise take minutes to fail.
 */
final class WaryPool implements DataSource, AutoCloseable {

    private static final int KNOCK_SECONDS = 2;

    private final HikariDataSource pool;
    private final Account account;
    private volatile boolean waitedInVain;

    WaryPool(HikariDataSource pool, Account account) {
        this.pool = pool;
        this.account = account;
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (waitedInVain) {
            account.connect(KNOCK_SECONDS).close();
            waitedInVain = false;
        }
        try {
            return pool.getConnection();
        } catch (SQLException e) {
            waitedInVain = true;
            throw e;
        }
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException("A pool belongs to one login");
    }

    @Override
    public void close() {
        pool.close();
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return pool.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        pool.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        pool.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return pool.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        return pool.getParentLogger();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return pool.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return pool.isWrapperFor(type);
    }
}
