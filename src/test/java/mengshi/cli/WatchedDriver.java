package mengshi.cli;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL's driver, watched: connections made within a {@link World} tell it of every commit, and of every statement
 * that commits by itself.
 */
final class WatchedDriver implements Driver {

    private static final Pattern WRITES =
            Pattern.compile("\\b(insert|update|delete|merge|truncate|prepare_years)\\b", Pattern.CASE_INSENSITIVE);
    private static final Set<String> HARMLESS = Set.of(
            "close",
            "isClosed",
            "isValid",
            "rollback",
            "clearWarnings",
            "setAutoCommit",
            "getAutoCommit",
            "abort",
            "setNetworkTimeout",
            "getNetworkTimeout",
            "setReadOnly",
            "setTransactionIsolation",
            "equals",
            "hashCode",
            "toString");

    private final Driver real;

    private WatchedDriver(Driver real) {
        this.real = real;
    }

    static synchronized void register() {
        try {
            for (Driver driver : Collections.list(DriverManager.getDrivers())) {
                if (driver instanceof WatchedDriver) {
                    return;
                }
                if (driver.getClass().getName().startsWith("org.postgresql")) {
                    DriverManager.deregisterDriver(driver);
                }
            }
            DriverManager.registerDriver(new WatchedDriver(new org.postgresql.Driver()));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public @Nullable Connection connect(String url, Properties properties) throws SQLException {
        World world = World.here();
        if (world != null) {
            world.requireAlive();
        }
        Connection connection = real.connect(url, properties);
        return world == null || connection == null
                ? connection
                : proxy(Connection.class, new Watched(world, connection, connection, ""));
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(WatchedDriver.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    /** A connection or one of its statements. */
    private record Watched(World world, Connection connection, Object target, String sql) implements InvocationHandler {

        @Override
        public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
            String name = method.getName();
            if (world.isDead() && HARMLESS.contains(name)) {
                return name.equals("isValid") || name.equals("getAutoCommit")
                        ? Boolean.TRUE
                        : name.equals("isClosed")
                                ? Boolean.FALSE
                                : method.getReturnType() == int.class ? Integer.valueOf(0) : plain(method, arguments);
            }
            world.requireAlive();
            String point = point(name, arguments);
            if (!point.isEmpty()) {
                world.passUnlessTold("before " + point);
            }
            Object result = call(method, arguments);
            if (!point.isEmpty()) {
                world.passUnlessTold("after " + point);
            }
            return watched(result, name.startsWith("prepare") && arguments != null ? String.valueOf(arguments[0]) : "");
        }

        private String point(String name, Object @Nullable [] arguments) throws SQLException {
            if (name.equals("commit")) {
                return "commit";
            }
            if (!name.startsWith("execute") || !connection.getAutoCommit()) {
                return "";
            }
            String said = arguments != null && arguments.length > 0 ? String.valueOf(arguments[0]) : sql;
            return WRITES.matcher(said.toLowerCase(Locale.ROOT)).find() ? "statement" : "";
        }

        private @Nullable Object plain(Method method, Object @Nullable [] arguments) throws Throwable {
            return switch (method.getName()) {
                case "equals", "hashCode", "toString" -> call(method, arguments);
                default -> null;
            };
        }

        private @Nullable Object call(Method method, Object @Nullable [] arguments) throws Throwable {
            try {
                return method.invoke(target, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause() == null ? e : e.getCause();
            }
        }

        private @Nullable Object watched(@Nullable Object result, String statement) {
            if (result instanceof CallableStatement) {
                return proxy(CallableStatement.class, new Watched(world, connection, result, statement));
            }
            if (result instanceof PreparedStatement) {
                return proxy(PreparedStatement.class, new Watched(world, connection, result, statement));
            }
            return result instanceof Statement
                    ? proxy(Statement.class, new Watched(world, connection, result, ""))
                    : result;
        }
    }

    @Override
    public boolean acceptsURL(String url) throws SQLException {
        return real.acceptsURL(url);
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties properties) throws SQLException {
        return real.getPropertyInfo(url, properties);
    }

    @Override
    public int getMajorVersion() {
        return real.getMajorVersion();
    }

    @Override
    public int getMinorVersion() {
        return real.getMinorVersion();
    }

    @Override
    public boolean jdbcCompliant() {
        return real.jdbcCompliant();
    }

    @Override
    public Logger getParentLogger() throws java.sql.SQLFeatureNotSupportedException {
        return real.getParentLogger();
    }
}
