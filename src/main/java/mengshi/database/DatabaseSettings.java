package mengshi.database;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Which database to use.
 *
 * @param loaderConnections the most connections the jobs' pool opens; the other logins never need more than two
 */
public record DatabaseSettings(Server server, int loaderConnections, Patience patience) {

    private static final Pattern DATABASE_NAME = Pattern.compile("[a-z_][a-z0-9_]{0,62}");

    public DatabaseSettings {
        if (loaderConnections < 2 || loaderConnections > 40) {
            throw new IllegalArgumentException("The jobs' pool has 2 to 40 connections, not " + loaderConnections);
        }
    }

    /** With the patience that is usual. */
    public DatabaseSettings(Server server, int loaderConnections) {
        this(server, loaderConnections, Patience.USUAL);
    }

    /** Where it is: the folder of the embedded server, or the address of another one. */
    public String place() {
        return server instanceof Embedded embedded ? embedded.folder().toString() : ((External) server).url();
    }

    /** The embedded server, its state in {@code folder}, with the database {@code mengshi} and eight connections. */
    public static DatabaseSettings embedded(Path folder) {
        return new DatabaseSettings(new Embedded(folder, "mengshi"), 8);
    }

    /** A server that somebody else runs, with eight connections for the jobs. */
    public static DatabaseSettings external(String url, Map<Login, Credentials> logins) {
        return new DatabaseSettings(new External(url, logins), 8);
    }

    /** Where the database lives. */
    public sealed interface Server permits Embedded, External {}

    /**
     * The PostgreSQL that travels with the program.
     *
     * @param folder everything the server keeps: binaries, data, passwords, log
     * @param database created when it is not there
     */
    public record Embedded(Path folder, String database) implements Server {
        public Embedded {
            if (!DATABASE_NAME.matcher(database).matches()) {
                throw new IllegalArgumentException(
                        "A database name has lower-case letters, digits and _ only: " + database);
            }
        }
    }

    /**
     * A PostgreSQL 15 or newer that somebody else runs; its roles and the database exist already.
     *
     * @param url {@code jdbc:postgresql://host:port/database?…}, without user and password
     * @param logins all four, each another role
     */
    public record External(String url, Map<Login, Credentials> logins) implements Server {
        public External {
            if (!url.startsWith("jdbc:postgresql:")) {
                throw new IllegalArgumentException("A database address begins with jdbc:postgresql:, not " + url);
            }
            if (url.contains("password=")) {
                throw new IllegalArgumentException(
                        "The database address holds a password; put it into the login's password file instead");
            }
            logins = Map.copyOf(logins);
            Map<Login, String> users = new EnumMap<>(Login.class);
            logins.forEach((login, credentials) -> users.put(login, credentials.user()));
            if (new HashSet<>(users.values()).size() < Login.values().length) {
                throw new IllegalArgumentException(
                        "An external database needs four different logins (owner, loader, reader, responder), not "
                                + users);
            }
        }
    }

    /** @param passwordFile read when the database is opened; a line break at its end is no part of the password */
    public record Credentials(String user, Path passwordFile) {}
}
