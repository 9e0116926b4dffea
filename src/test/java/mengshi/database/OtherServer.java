package mengshi.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import mengshi.TestDatabase;

/** A server that somebody else runs, as a bureau may have one: it has the four roles, and databases that belong to the owner. */
public final class OtherServer implements AutoCloseable {

    private static final String SUPERUSER = "postgres";

    private final StateFolder state;
    private final Commands commands;
    private final int port;

    private OtherServer(StateFolder state, Commands commands, int port) {
        this.state = state;
        this.commands = commands;
        this.port = port;
    }

    /** Makes one that does not run yet. Its data lie in {@code folder}, and the roles' passwords. */
    public static OtherServer make(Path folder, Path programs) throws IOException {
        StateFolder state = StateFolder.open(folder);
        Commands commands = Commands.of(state, programs);
        state.password(SUPERUSER);
        commands.program(
                "initdb",
                "--pgdata=" + state.data(),
                "--username=" + SUPERUSER,
                "--pwfile=" + state.passwordFile(SUPERUSER),
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--no-sync");
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return new OtherServer(state, commands, socket.getLocalPort());
        }
    }

    /** The programs of this program's own PostgreSQL. */
    public static Path ourPrograms() {
        TestDatabase.fresh().close();
        return ServerBinaries.unpacked(StateFolder.open(TestDatabase.folder()));
    }

    /** The newest PostgreSQL that is installed with its clients. */
    public static Optional<Path> installedPrograms() throws IOException {
        Path folder = Path.of("/usr/lib/postgresql");
        Optional<Path> newest = Optional.empty();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> versions = Files.newDirectoryStream(folder, "[1-9][0-9]")) {
                for (Path version : versions) {
                    boolean isWhole = Files.isExecutable(version.resolve("bin/initdb"))
                            && Files.isExecutable(version.resolve("bin/pg_dump"));
                    boolean isNewer =
                            newest.filter(other -> other.compareTo(version) > 0).isEmpty();
                    newest = isWhole && isNewer ? Optional.of(version) : newest;
                }
            }
        }
        return newest;
    }

    /** Where its configuration lies. */
    public Path data() {
        return state.data();
    }

    /** Where the roles' passwords lie. */
    public Path passwords() {
        return state.root();
    }

    /** Starts it with further settings, each as {@code name=value}, and makes the roles. */
    public OtherServer serve(String... settings) throws IOException, SQLException {
        StringBuilder options = new StringBuilder(
                "-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off");
        for (String setting : settings) {
            options.append(" -c ").append(setting);
        }
        commands.program(
                "pg_ctl",
                "-D",
                state.data().toString(),
                "-l",
                state.log().toString(),
                "-w",
                "-o",
                options.toString(),
                "start");
        for (Login login : Login.values()) {
            String role = login.embeddedRole();
            superuser("create role " + role + " login password '" + state.password(role) + "'");
        }
        return this;
    }

    /** Makes an empty database and returns its address. */
    public String database(String name) throws SQLException {
        superuser("create database " + name + " owner " + Login.OWNER.embeddedRole() + " template template0");
        return Postmaster.url(port, name);
    }

    private void superuser(String sql) throws SQLException {
        try (Connection connection =
                        Postmaster.superuser(state, port, SUPERUSER).connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws IOException {
        commands.program("pg_ctl", "-D", state.data().toString(), "-m", "immediate", "-w", "stop");
    }
}
