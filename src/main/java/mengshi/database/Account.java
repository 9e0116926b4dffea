package mengshi.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.postgresql.Driver;

/** A user and its password at one address. */
record Account(String url, String user, String password) {

    private static final Driver DRIVER = new Driver();
    private static final int USUAL_SECONDS = 10;

    /** A connection outside every pool, however long its statements will take. */
    Connection connect() throws SQLException {
        return connect(USUAL_SECONDS);
    }

    /** @param seconds how long it is waited for */
    Connection connect(int seconds) throws SQLException {
        Properties properties = Patience.session("");
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", String.valueOf(seconds));
        properties.setProperty("loginTimeout", String.valueOf(seconds));
        Connection connection = DRIVER.connect(url, properties);
        if (connection == null) {
            throw new SQLException("Not a PostgreSQL address: " + url);
        }
        return connection;
    }

    @Override
    public String toString() {
        return user + " at " + url;
    }
}
