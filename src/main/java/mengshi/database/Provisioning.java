package mengshi.database;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumMap;
import java.util.Map;
import org.postgresql.PGConnection;

/** Makes the logins and the database on the embedded server; changes nothing where they are there. */
final class Provisioning {

    private static final String LOCK = "select pg_advisory_lock(hashtextextended('mengshi provisioning', 0))";

    private Provisioning() {}

    /** The four logins of {@code database}, ready to connect. */
    static Map<Login, Account> provision(EmbeddedServer server, String database) {
        StateFolder state = server.state();
        try (Connection connection = server.superuser("postgres").connect();
                Statement statement = connection.createStatement()) {
            statement.execute(LOCK);
            Map<Login, Account> accounts = new EnumMap<>(Login.class);
            for (Login login : Login.values()) {
                accounts.put(login, ensureRole(connection, state, login, Postmaster.url(server.port(), database)));
            }
            if (!exists(connection, "select 1 from pg_database where datname = ?", database)) {
                statement.execute("create database \"" + database + "\" owner " + Login.OWNER.embeddedRole()
                        + " template template0");
            }
            return accounts;
        } catch (SQLException | UncheckedIOException e) {
            throw new DatabaseUnavailable(
                    "The logins of the embedded database could not be made: " + e.getMessage(),
                    state.root(),
                    "see " + state.log(),
                    "the next start tries again",
                    e);
        }
    }

    private static Account ensureRole(Connection connection, StateFolder state, Login login, String url)
            throws SQLException {
        String role = login.embeddedRole();
        boolean passwordKnown = Files.exists(state.passwordFile(role));
        Account account = new Account(url, role, state.password(role));
        if (exists(connection, "select 1 from pg_roles where rolname = ?", role)) {
            if (!passwordKnown) {
                setPassword(connection, account);
            }
            return account;
        }
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("create role " + role + " login");
            setPassword(connection, account);
            if (login == Login.READER) {
                // For BI tools too, which do not come through our pools.
                statement.execute("alter role " + role + " set default_transaction_read_only = on");
                statement.execute("alter role " + role + " set search_path = mart");
            }
            connection.commit();
        } catch (SQLException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
        return account;
    }

    private static void setPassword(Connection connection, Account account) throws SQLException {
        connection
                .unwrap(PGConnection.class)
                .alterUserPassword(account.user(), account.password().toCharArray(), "scram-sha-256");
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }
}
