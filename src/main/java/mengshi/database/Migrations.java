package mengshi.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Brings the database to the program's version: {@code sql/migrations} once each, {@code sql/views} when changed. */
final class Migrations {

    private static final String LOCK = "select pg_advisory_lock(hashtextextended('mengshi migrations', 0))";

    private final Map<Login, Account> accounts;

    Migrations(Map<Login, Account> accounts) {
        this.accounts = new EnumMap<>(accounts);
    }

    void run() {
        Account owner = account(Login.OWNER);
        try (Connection connection = owner.connect();
                Statement statement = connection.createStatement()) {
            // Flyway's own lock begins with the history table, which two programs may be creating at once.
            statement.execute(LOCK);
            flyway(owner).migrate();
        } catch (SQLException e) {
            throw Database.unreachable(owner, e);
        } catch (FlywayException e) {
            throw new IllegalStateException(
                    "The database could not be brought to this program's version · " + owner
                            + " · mend what the cause names, then `mengshi db migrate`"
                            + " · every migration is whole or not at all: those before the failed one are done",
                    e);
        }
    }

    /** What the program would still change, by the names of its files. */
    List<String> pending() {
        try {
            return Arrays.stream(flyway(account(Login.OWNER)).info().pending())
                    .map(migration -> String.valueOf(migration.getScript()))
                    .toList();
        } catch (FlywayException e) {
            throw new IllegalStateException("The database does not tell its version: " + e.getMessage(), e);
        }
    }

    private Flyway flyway(Account owner) {
        Map<String, String> roles = new HashMap<>();
        for (Login login : Login.values()) {
            roles.put(login.placeholder(), quoted(account(login).user()));
        }
        return Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(owner.url(), owner.user(), owner.password())
                .locations("classpath:sql/migrations", "classpath:sql/views")
                .defaultSchema("ops")
                .placeholders(roles)
                .validateMigrationNaming(true)
                // A file of views may be named anew or parted; what an earlier one made, the later ones make again.
                .ignoreMigrationPatterns("repeatable:missing")
                .loggers("slf4j")
                .load();
    }

    private Account account(Login login) {
        Account account = accounts.get(login);
        if (account == null) {
            throw new IllegalStateException("No login " + login);
        }
        return account;
    }

    private static String quoted(String role) {
        return '"' + role.replace("\"", "\"\"") + '"';
    }
}
