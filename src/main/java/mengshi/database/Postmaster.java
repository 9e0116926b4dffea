package mengshi.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import mengshi.files.DurableFiles;

/** The server process over one data folder. Every call needs the start lock. */
final class Postmaster {

    private static final String SUPERUSER = "postgres";
    private static final int STARTS = 10;
    private static final int RECOVERY_SECONDS = 600;
    private static final long LOG_LIMIT = 10L * 1024 * 1024;
    private static final int BUILTIN_LOCALE_SINCE = 17;
    private static final String CANNOT_CONNECT_NOW = "57P03";

    /** Of the server's note about itself: the port on the fourth line, its state on the last. */
    private static final int PORT_LINE = 3;

    private static final int NOTE_LINES = 8;

    private static final String CONFIGURATION = """

            # mengshi
            fsync = on
            synchronous_commit = on
            max_connections = 60
            jit = off
            timezone = 'Asia/Shanghai'
            log_timezone = 'Asia/Shanghai'
            log_checkpoints = off
            log_line_prefix = '%m [%p] %q%u@%d '
            password_encryption = 'scram-sha-256'
            """;

    /** Said at every start, so that data written by an older program are served as well as new ones. */
    private static final String OPTIONS = " -c listen_addresses=127.0.0.1 -c unix_socket_directories=''"
            + " -c shared_buffers=512MB -c work_mem=64MB -c max_wal_size=4GB -c checkpoint_timeout=15min";

    private final StateFolder state;

    Postmaster(StateFolder state) {
        this.state = state;
    }

    /**
     * What a look at the server gave.
     *
     * @param starting it is there and not ready yet, as after a crash while it recovers
     * @param version empty unless it answered
     * @param trouble why it is of no use, for people
     */
    record Answer(boolean starting, long pid, int port, String version, String trouble) {
        static final Answer NONE = none("no server runs");

        static Answer none(String trouble) {
            return new Answer(false, 0, 0, "", trouble);
        }

        boolean isReady() {
            return !version.isEmpty();
        }
    }

    static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    static Account superuser(StateFolder state, int port, String database) {
        return new Account(url(port, database), SUPERUSER, state.password(SUPERUSER));
    }

    /** Whether a server runs over our data folder and takes our password. */
    Answer ask() throws IOException {
        List<String> note = state.postmasterNote();
        if (note.size() <= PORT_LINE || !Files.exists(state.passwordFile(SUPERUSER))) {
            return Answer.NONE;
        }
        try {
            long pid = Long.parseLong(note.get(0).strip());
            int port = Integer.parseInt(note.get(PORT_LINE).strip());
            return ask(pid, port);
        } catch (NumberFormatException e) {
            return Answer.NONE;
        }
    }

    private Answer ask(long pid, int port) throws IOException {
        try (Connection connection = superuser(state, port, SUPERUSER).connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select current_setting('data_directory'), current_setting('server_version')")) {
            row.next();
            // Another server may have got the port of one that is gone.
            boolean ours = Path.of(row.getString(1)).equals(state.data());
            return ours
                    ? new Answer(false, pid, port, row.getString(2), "")
                    : Answer.none("another server answers on port " + port);
        } catch (SQLException e) {
            String trouble = String.valueOf(e.getMessage());
            boolean starting = CANNOT_CONNECT_NOW.equals(e.getSQLState());
            return starting ? new Answer(true, pid, port, "", trouble) : Answer.none(trouble);
        }
    }

    /**
     * The port of a server that by its own note is ready, and by the kernel's word works in our data folder. It costs nothing
     * beside a connection; where the kernel does not tell, the server has to be asked.
     */
    private OptionalInt known() {
        List<String> note = state.postmasterNote();
        if (note.size() < NOTE_LINES || !note.get(NOTE_LINES - 1).strip().equals("ready")) {
            return OptionalInt.empty();
        }
        try {
            Path workingFolder = Path.of("/proc", note.get(0).strip(), "cwd");
            return Files.isSameFile(workingFolder, state.data())
                    ? OptionalInt.of(Integer.parseInt(note.get(PORT_LINE).strip()))
                    : OptionalInt.empty();
        } catch (IOException | NumberFormatException e) {
            return OptionalInt.empty();
        }
    }

    /** Makes and starts the server unless it runs; returns its port. */
    int serve() throws IOException {
        OptionalInt known = known();
        if (known.isPresent()) {
            return known.getAsInt();
        }
        Answer answer = ask();
        if (answer.isReady()) {
            return answer.port();
        }
        if (!answer.starting()) {
            Path home = ServerBinaries.unpacked(state);
            start(prepare(home));
            ServerBinaries.sweepOthers(state, home);
        }
        int refusals = 0;
        for (int second = 0; second < RECOVERY_SECONDS && refusals < STARTS; second++) {
            answer = ask();
            if (answer.isReady()) {
                return answer.port();
            }
            refusals += answer.starting() ? 0 : 1;
            pause();
        }
        throw new IOException("the server runs and does not let us in: " + answer.trouble());
    }

    /** Stops the server; it lets nobody finish. Does nothing when none runs. */
    void halt() throws IOException {
        Answer answer = ask();
        if (answer.isReady() || answer.starting()) {
            Commands commands = Commands.of(state, ServerBinaries.unpacked(state));
            commands.program("pg_ctl", "-D", state.data().toString(), "-m", "fast", "-w", "-t", "120", "stop");
        }
    }

    private Commands prepare(Path home) throws IOException {
        Commands commands = Commands.of(state, home);
        int major = commands.majorVersion();
        if (!Files.isDirectory(state.data())) {
            initialise(commands, major);
        }
        String found = Files.readString(state.data().resolve("PG_VERSION")).strip();
        if (!found.equals(Integer.toString(major))) {
            throw new DatabaseUnavailable(
                    "The data were written by PostgreSQL " + found + ", this program brings PostgreSQL " + major,
                    state.data(),
                    "go back to the program that wrote them, take a backup there, and restore it into a new MENGSHI_HOME",
                    "nothing was changed",
                    null);
        }
        if (!Files.exists(state.passwordFile(SUPERUSER))) {
            throw new DatabaseUnavailable(
                    "The embedded database's password is gone",
                    state.passwordFile(SUPERUSER),
                    "put the file back from a backup of the folder",
                    "the data are whole",
                    null);
        }
        return commands;
    }

    private void initialise(Commands commands, int major) throws IOException {
        state.sweep("data.init-", "");
        state.password(SUPERUSER);
        Path draft = state.root().resolve("data.init-" + ProcessHandle.current().pid());
        List<String> arguments = new ArrayList<>(List.of("-D", draft.toString(), "-U", SUPERUSER));
        arguments.addAll(List.of("--pwfile", state.passwordFile(SUPERUSER).toString(), "-A", "scram-sha-256"));
        arguments.addAll(List.of("-E", "UTF8", "--locale=C", "--data-checksums"));
        if (major >= BUILTIN_LOCALE_SINCE) {
            arguments.addAll(List.of("--locale-provider=builtin", "--builtin-locale=C.UTF-8"));
        }
        commands.program("initdb", arguments.toArray(String[]::new));
        Path configuration = draft.resolve("postgresql.conf");
        String text = Files.readString(configuration) + CONFIGURATION;
        DurableFiles.write(configuration, text.getBytes(StandardCharsets.UTF_8));
        state.belongs(configuration);
        Files.move(draft, state.data(), StandardCopyOption.ATOMIC_MOVE);
        try (FileChannel folder = FileChannel.open(state.root(), StandardOpenOption.READ)) {
            folder.force(true);
        }
    }

    /** Tries for a while: a server killed a moment ago may still be a zombie, or its port be taken meanwhile. */
    private void start(Commands commands) throws IOException {
        turnLog();
        for (int attempt = 1; ; attempt++) {
            forgetForeignProcess();
            String options = "-p " + freePort() + OPTIONS;
            try {
                commands.program(
                        "pg_ctl",
                        "-D",
                        state.data().toString(),
                        "-l",
                        state.log().toString(),
                        "-w",
                        "-t",
                        Integer.toString(RECOVERY_SECONDS),
                        "-o",
                        options,
                        "start");
                return;
            } catch (IOException e) {
                if (attempt == STARTS) {
                    throw e;
                }
                pause();
            }
        }
    }

    /** A process that got the number of a dead server would keep ours from starting for ever. */
    private void forgetForeignProcess() throws IOException {
        List<String> note = state.postmasterNote();
        if (note.isEmpty() || !note.get(0).strip().matches("\\d{1,9}")) {
            return;
        }
        boolean foreign = ProcessHandle.of(Long.parseLong(note.get(0).strip()))
                .flatMap(process -> process.info().command())
                .filter(command -> !command.contains("/postgres"))
                .isPresent();
        if (foreign) {
            Files.deleteIfExists(state.postmasterFile());
        }
    }

    private void turnLog() throws IOException {
        if (Files.exists(state.log()) && Files.size(state.log()) > LOG_LIMIT) {
            Files.move(state.log(), state.root().resolve("server.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    static void pause() throws IOException {
        try {
            TimeUnit.SECONDS.sleep(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while waiting for the database", e);
        }
    }
}
