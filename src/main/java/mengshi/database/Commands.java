package mengshi.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs the server's own programs, as a user PostgreSQL accepts: it refuses root. */
final class Commands {

    private final StateFolder state;
    private final Path home;
    private final List<String> prefix;

    private Commands(StateFolder state, Path home, List<String> prefix) {
        this.state = state;
        this.home = home;
        this.prefix = prefix;
    }

    static Commands of(StateFolder state, Path home) throws IOException {
        return new Commands(state, home, prefix(state));
    }

    /** The major version of the programs, as the data folder's {@code PG_VERSION} has it. */
    int majorVersion() throws IOException {
        String answer = program("postgres", "--version");
        return Integer.parseInt(answer.replaceAll("(?s)^\\D*(\\d+).*$", "$1"));
    }

    /** Runs one of the server's programs and returns what it printed. */
    String program(String name, String... arguments) throws IOException {
        List<String> line = new ArrayList<>(prefix);
        line.add(home.resolve("bin").resolve(name).toString());
        line.addAll(List.of(arguments));
        return run(state.root(), line.toArray(String[]::new));
    }

    /** @throws IOException with the command's last words if it failed */
    static String run(Path folder, String... line) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(line).directory(folder.toFile()).redirectErrorStream(true);
        // A PGDATA or PGOPTIONS from the operator's shell would point the programs elsewhere.
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IOException(
                        String.join(" ", line) + " ended with " + process.exitValue() + ": " + said.strip());
            }
            return said;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while " + line[0] + " ran", e);
        }
    }

    private static List<String> prefix(StateFolder state) throws IOException {
        if (StateFolder.currentUser() != 0) {
            return List.of();
        }
        if (state.uid() != 0) {
            return List.of("setpriv", "--reuid=" + state.uid(), "--regid=" + state.gid(), "--clear-groups");
        }
        try {
            // Within a user namespace of its own the process is nobody to itself and root to the files.
            run(state.root(), "unshare", "-U", "id", "-un");
            return List.of("unshare", "-U");
        } catch (IOException e) {
            throw new DatabaseUnavailable(
                    "PostgreSQL refuses to run as root, and this system does not let root step aside (unshare -U)",
                    state.root(),
                    "give the folder to another user (chown -R USER), or run the command as an ordinary user",
                    "nothing was changed",
                    e);
        }
    }
}
