package mengshi.database;

import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/**
 * What may befall a database server and says nothing about the work itself, told by the state its message carries
 * (PostgreSQL documentation, Appendix A). None of the transaction in which it happened was committed.
 */
public enum DatabaseFault {
    CONFLICT(
            true,
            "Another transaction stood in the way",
            "see who else works on these tables (`select * from pg_stat_activity`), then go on",
            "40001",
            "40P01",
            "55P03"),
    READ_ONLY(
            false,
            "The database takes no writes: it is a standby, or default_transaction_read_only is on",
            "point MENGSHI_DB_URL to the primary server, or have its operator turn default_transaction_read_only off",
            "25006"),
    DISK_FULL(
            false,
            "The disk of the database server is full",
            "make room where its data lie (`mengshi doctor` names the folder of an embedded one), then go on",
            "53100",
            "53400"),
    MEMORY_SHORT(
            false,
            "The database server has no memory left",
            "end what else takes its memory, or lower MENGSHI_THREADS, then go on",
            "53200"),
    TOO_MANY_CONNECTIONS(
            false,
            "The database server has no connection left for us",
            "end programs that hold some, raise max_connections or the role's limit, or lower MENGSHI_THREADS",
            "53300"),
    SHUT_DOWN(
            true,
            "The server was shut down, or its operator ended our connection",
            "ask who did it, see that the server runs again (`mengshi db status`), then go on",
            "57P01",
            "57P02"),
    STARTING(
            true,
            "The server is starting or going down and lets nobody in",
            "wait until it has recovered (`mengshi db status`), then go on",
            "57P03"),
    STATEMENT_TOO_LONG(
            false,
            "A statement was cancelled: it took longer than MENGSHI_DB_STATEMENT_SECONDS, or somebody cancelled it",
            "see what slows the server (`select * from pg_stat_activity`), or raise the setting, then go on",
            "57014"),
    IDLE_TOO_LONG(
            false,
            "The server ended a transaction that had been idle for longer than MENGSHI_DB_IDLE_SECONDS",
            "see what slows this machine, or raise the setting, then go on",
            "25P03",
            "25P04"),
    LOGIN_REFUSED(
            false,
            "The database server does not know this login or its password",
            "see that MENGSHI_DB_URL, the users and their password files are right (`mengshi config`)",
            "28000",
            "28P01",
            "3D000"),
    STORAGE_BROKEN(
            false,
            "The database server cannot read or write its own files",
            "have its disk looked at before anything else is tried; its log names the file",
            "58030",
            "XX001",
            "XX002"),
    UNTRUSTED(
            false,
            "The server and we cannot agree on a connection that is safe",
            "see sslmode and sslrootcert in MENGSHI_DB_URL, and the server's certificate and pg_hba.conf",
            "08004"),
    STALLED(
            false,
            "The database server was silent for too long; its machine or the network hangs",
            "see that the server answers (`mengshi db status`), or raise MENGSHI_DB_STATEMENT_SECONDS, then go on"),
    UNREACHABLE(
            true,
            "The connection to the database is gone",
            "see that the server runs and the network is up (`mengshi db status`), then go on",
            "08000",
            "08001",
            "08003",
            "08006",
            "08007");

    private static final List<String> CONNECTION_AND_RESOURCES = List.of("08", "53", "57P");

    private final boolean passing;
    private final String what;
    private final String whatToDo;
    private final Set<String> states;

    DatabaseFault(boolean passing, String what, String whatToDo, String... states) {
        this.passing = passing;
        this.what = what;
        this.whatToDo = whatToDo;
        this.states = Set.of(states);
    }

    /** The fault behind an exception, if one of its causes is such; a server's silence goes before what it led to. */
    public static Optional<DatabaseFault> behind(Throwable fault) {
        Optional<DatabaseFault> found = Optional.empty();
        for (@Nullable Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof SocketTimeoutException) {
                return Optional.of(STALLED);
            }
            if (cause instanceof SSLHandshakeException || cause instanceof SSLPeerUnverifiedException) {
                return Optional.of(UNTRUSTED);
            }
            if (found.isEmpty() && cause instanceof SQLException refusal) {
                found = of(refusal);
            }
        }
        return found;
    }

    private static Optional<DatabaseFault> of(SQLException refusal) {
        String state = String.valueOf(refusal.getSQLState());
        for (DatabaseFault fault : values()) {
            if (fault.states.contains(state)) {
                return Optional.of(fault);
            }
        }
        boolean isOutage = CONNECTION_AND_RESOURCES.stream().anyMatch(state::startsWith)
                || refusal instanceof SQLTransientConnectionException;
        return isOutage ? Optional.of(UNREACHABLE) : Optional.empty();
    }

    /**
     * Whether the same transaction may well succeed a moment later without anybody's doing, and repeating it is safe: it
     * ended before its commit was asked for, or a repetition finds out what was committed.
     */
    public boolean mayPass() {
        return passing;
    }

    public String what() {
        return what;
    }

    public String whatToDo() {
        return whatToDo;
    }

    /** What happened in our words and in the server's. */
    public String sentence(Throwable fault) {
        Throwable said = fault;
        for (@Nullable Throwable cause = fault; cause != null; cause = cause.getCause()) {
            said = cause instanceof SQLException ? cause : said;
        }
        return what + ": " + String.valueOf(said.getMessage()).replaceAll("\\s*\\R\\s*", " ");
    }
}
