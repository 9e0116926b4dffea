package mengshi.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The database, open for this program.
 *
 * <p>Closing it matters: the last program that closes it stops the embedded server. A program that dies without leaves the
 * server running, and the next one joins it.
 */
public final class Database implements AutoCloseable {

    private static final int OLDEST_VERSION = 150000;
    private static final String READER_OPTIONS = "-c default_transaction_read_only=on -c search_path=mart";
    private static final Duration READER_STATEMENT = Duration.ofSeconds(60);
    private static final Duration VALIDATION = Duration.ofSeconds(3);

    private final Map<Login, Account> accounts;
    private final DatabaseSettings settings;
    private final @Nullable EmbeddedServer server;
    private final Map<Login, WaryPool> pools = new EnumMap<>(Login.class);

    private Database(DatabaseSettings settings, Map<Login, Account> accounts, @Nullable EmbeddedServer server) {
        this.settings = settings;
        this.accounts = accounts;
        this.server = server;
    }

    /**
     * Opens the database: starts or joins the embedded server and makes its logins, or reaches the external one.
     *
     * @throws DatabaseUnavailable if that cannot be done now
     */
    public static Database open(DatabaseSettings settings) {
        if (settings.server() instanceof DatabaseSettings.Embedded embedded) {
            EmbeddedServer server = EmbeddedServer.attach(embedded.folder());
            try {
                return new Database(settings, Provisioning.provision(server, embedded.database()), server);
            } catch (RuntimeException e) {
                server.close();
                throw e;
            }
        }
        Map<Login, Account> accounts = external((DatabaseSettings.External) settings.server());
        Database database = new Database(settings, accounts, null);
        requireVersion(database.account(Login.LOADER));
        return database;
    }

    /** How the database stands; starts nothing. */
    public static ServerStatus status(DatabaseSettings settings) {
        if (settings.server() instanceof DatabaseSettings.Embedded embedded) {
            return EmbeddedServer.status(embedded.folder(), embedded.database());
        }
        DatabaseSettings.External external = (DatabaseSettings.External) settings.server();
        Account loader = external(external).get(Login.LOADER);
        String version = loader == null ? "" : version(loader);
        return new ServerStatus(
                false, !version.isEmpty(), external.url(), version, null, 0, !version.isEmpty(), !version.isEmpty());
    }

    /** Starts the embedded server, unless it runs, and leaves it running until {@link #stop}. */
    public static ServerStatus startAndLeave(DatabaseSettings settings) {
        try (Database database = open(settings)) {
            database.keepRunning();
        }
        return status(settings);
    }

    /** Stops an embedded server that was told to keep running; while a program uses it, that one stops it at its end. */
    public static ServerStatus stop(DatabaseSettings settings) {
        if (settings.server() instanceof DatabaseSettings.Embedded embedded) {
            EmbeddedServer.stop(embedded.folder());
        }
        return status(settings);
    }

    /** What is done to files. */
    @FunctionalInterface
    public interface Work {
        void run() throws IOException;
    }

    /**
     * Works on the embedded database's files while its server rests and nobody can start it.
     *
     * @throws DatabaseUnavailable if a program uses it
     */
    public static void whileAtRest(DatabaseSettings settings, Work work) {
        if (!(settings.server() instanceof DatabaseSettings.Embedded embedded)) {
            throw new IllegalArgumentException("Only our own server can be put to rest");
        }
        EmbeddedServer.whileAtRest(embedded.folder(), work);
    }

    /** From now on the embedded server outlives the programs that use it, until {@link #stop}. */
    public void keepRunning() {
        if (server != null) {
            server.keepRunning();
        }
    }

    /** Brings the database to this program's version. Changes nothing when it is; may run in several programs at once. */
    public void migrate() {
        new Migrations(accounts).run();
    }

    /** The changes of the schema that {@link #migrate} would make; none once it has. */
    public List<String> pendingMigrations() {
        return new Migrations(accounts).pending();
    }

    /** A pool of connections with that login's rights, opened when first asked for and closed with the database. */
    public DataSource as(Login login) {
        synchronized (pools) {
            WaryPool pool = pools.get(login);
            if (pool == null) {
                pool = pool(login, account(login));
                pools.put(login, pool);
            }
            return pool;
        }
    }

    /** Takes the named lock for this program if nobody has it; on a connection of its own. */
    public Optional<RunLock> tryLock(String name) {
        Account loader = account(Login.LOADER);
        try {
            return RunLock.take(loader, name);
        } catch (SQLException e) {
            throw unreachable(loader, e);
        }
    }

    /** Whether a program holds the named lock now; every login may ask that. */
    public boolean isLocked(String name, Login asking) {
        DataSource pool = as(asking);
        try {
            return RunLock.isTaken(pool, name);
        } catch (SQLException e) {
            throw unreachable(account(asking), e);
        }
    }

    /** The JDBC address, without user and password. */
    public String url() {
        return account(Login.LOADER).url();
    }

    /** Whether the server is our own. */
    public boolean embedded() {
        return server != null;
    }

    @Override
    public void close() {
        synchronized (pools) {
            pools.values().forEach(WaryPool::close);
            pools.clear();
        }
        if (server != null) {
            server.close();
        }
    }

    static DatabaseUnavailable unreachable(Account account, Exception cause) {
        DatabaseFault fault = DatabaseFault.behind(cause).orElse(DatabaseFault.UNREACHABLE);
        return new DatabaseUnavailable(
                "The database does not let us in · " + fault.sentence(cause),
                account,
                fault.whatToDo(),
                "nothing was begun",
                cause);
    }

    private WaryPool pool(Login login, Account account) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("mengshi-" + login.placeholder());
        config.setJdbcUrl(account.url());
        config.setUsername(account.user());
        config.setPassword(account.password());
        config.setMaximumPoolSize(login == Login.LOADER ? settings.loaderConnections() : 2);
        // The connection that tries the login stays, to be the first that is asked for.
        config.setMinimumIdle(1);
        Patience patience = settings.patience();
        config.setConnectionTimeout(patience.connect().toMillis());
        config.setValidationTimeout(VALIDATION.toMillis());
        Properties properties = login == Login.READER
                ? new Patience(patience.connect(), READER_STATEMENT, patience.lock(), patience.idle())
                        .properties(READER_OPTIONS)
                : patience.properties("");
        config.setDataSourceProperties(properties);
        try {
            HikariDataSource pool = new HikariDataSource(config);
            pool.setMinimumIdle(0);
            return new WaryPool(pool, account);
        } catch (PoolInitializationException e) {
            throw unreachable(account, e);
        }
    }

    private Account account(Login login) {
        Account account = accounts.get(login);
        if (account == null) {
            throw new IllegalStateException("No login " + login);
        }
        return account;
    }

    private static Map<Login, Account> external(DatabaseSettings.External external) {
        Map<Login, Account> accounts = new EnumMap<>(Login.class);
        external.logins().keySet().forEach(login -> accounts.put(login, account(external, login)));
        return accounts;
    }

    /** One of the logins of a server that somebody else runs. */
    static Account account(DatabaseSettings.External external, Login login) {
        DatabaseSettings.Credentials credentials = external.logins().get(login);
        if (credentials == null) {
            throw new IllegalStateException("No login " + login);
        }
        try {
            String password = Files.readString(credentials.passwordFile()).strip();
            return new Account(external.url(), credentials.user(), password);
        } catch (IOException e) {
            throw new DatabaseUnavailable(
                    "The password of " + credentials.user() + " cannot be read: " + e,
                    credentials.passwordFile(),
                    "make the file, readable for this user only",
                    "nothing was begun",
                    e);
        }
    }

    private static void requireVersion(Account account) {
        try (Connection connection = account.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select current_setting('server_version_num')::int")) {
            row.next();
            if (row.getInt(1) < OLDEST_VERSION) {
                throw new DatabaseUnavailable(
                        "The server is older than PostgreSQL 15",
                        account,
                        "point MENGSHI_DB_URL to a PostgreSQL 15 or newer",
                        "nothing was begun",
                        null);
            }
        } catch (SQLException e) {
            throw unreachable(account, e);
        }
    }

    private static String version(Account account) {
        try (Connection connection = account.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select current_setting('server_version')")) {
            row.next();
            return row.getString(1);
        } catch (SQLException e) {
            return "";
        }
    }
}
