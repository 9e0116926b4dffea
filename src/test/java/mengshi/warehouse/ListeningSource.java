package mengshi.warehouse;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Listens to the statements that go to a login: how often each was executed, and for how long. */
final class ListeningSource extends DelegatingDataSource {

    /** What was heard of a statement. */
    record Heard(int times, long nanos) {

        private Heard and(Heard other) {
            return new Heard(times + other.times, nanos + other.nanos);
        }
    }

    private final Map<String, Heard> heard = new TreeMap<>();

    ListeningSource(DataSource source) {
        super(source);
    }

    @Override
    public Connection getConnection() throws SQLException {
        return listen(super.getConnection());
    }

    /** How many statements were executed, the same one as often as it was. */
    int statements() {
        return heard.values().stream().mapToInt(Heard::times).sum();
    }

    /** How often each statement was executed. */
    Map<String, Integer> counts() {
        return heard.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue()
                .times()));
    }

    void forget() {
        heard.clear();
    }

    /** The statements that took longest, a line to each. */
    String slowest(int count) {
        return heard.entrySet().stream()
                .sorted(Comparator.comparingLong((Map.Entry<String, Heard> entry) ->
                                entry.getValue().nanos())
                        .reversed())
                .limit(count)
                .map(entry -> String.format(
                        Locale.ROOT,
                        "%7.0f ms %3d × %s",
                        entry.getValue().nanos() / 1e6,
                        entry.getValue().times(),
                        title(entry.getKey())))
                .collect(Collectors.joining(System.lineSeparator()));
    }

    private static String title(String sql) {
        String line = sql.replaceAll("\\s+", " ");
        return line.substring(0, Math.min(90, line.length()));
    }

    private Connection listen(Connection connection) {
        return proxy(Connection.class, (self, method, arguments) -> {
            Object answer = call(() -> method.invoke(connection, arguments));
            return method.getName().equals("prepareStatement")
                    ? listen((PreparedStatement) answer, (String) arguments[0])
                    : answer;
        });
    }

    private PreparedStatement listen(PreparedStatement statement, String sql) {
        return proxy(PreparedStatement.class, (self, method, arguments) -> {
            long start = System.nanoTime();
            try {
                return call(() -> method.invoke(statement, arguments));
            } finally {
                if (method.getName().startsWith("execute")) {
                    heard.merge(sql, new Heard(1, System.nanoTime() - start), Heard::and);
                }
            }
        });
    }

    private interface Call {
        Object now() throws IllegalAccessException, InvocationTargetException;
    }

    private static Object call(Call call) throws Throwable {
        try {
            return call.now();
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
