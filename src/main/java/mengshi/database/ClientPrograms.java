package mengshi.database;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;

/**
 * PostgreSQL's own programs, asked to work on a server that somebody else runs. They are told where it is and who asks by
 * their environment, which other users cannot see.
 */
final class ClientPrograms {

    private static final String DUMP = "pg_dump";
    private static final Pattern VERSION = Pattern.compile("\\(PostgreSQL\\) (\\d+)");
    private static final int VERSIONS = 10_000;

    /**
     * What the JDBC driver and the programs call by almost the same names. A client's own certificate is not among them: they
     * want its key in different formats.
     */
    private static final Map<String, String> TRANSPORT = Map.of(
            "sslmode", "PGSSLMODE",
            "sslrootcert", "PGSSLROOTCERT",
            "channelBinding", "PGCHANNELBINDING");

    private static final String CONNECT_SECONDS = "10";

    /** A program that did not do what it was asked; the message has its last words. */
    static final class Failed extends IOException {

        private static final long serialVersionUID = 1L;

        Failed(String message) {
            super(message);
        }
    }

    private final Account account;
    private final Path folder;

    private ClientPrograms(Account account, Path folder) {
        this.account = account;
        this.folder = folder;
    }

    /**
     * The programs that can work with that server: of its own version, else the nearest newer one.
     *
     * @param only the one folder to look in; null for the usual ones
     * @param server its version as {@code server_version_num} has it
     * @throws DatabaseUnavailable if there are none
     */
    static ClientPrograms find(Account account, @Nullable Path only, int server) throws IOException {
        int wanted = server / VERSIONS;
        Path found = null;
        int nearest = Integer.MAX_VALUE;
        List<Path> places = only == null ? usualPlaces() : List.of(only);
        for (Path place : places) {
            int version = version(place);
            if (version >= wanted && version < nearest) {
                nearest = version;
                found = place;
            }
        }
        if (found == null) {
            throw new DatabaseUnavailable(
                    "There is no pg_dump of version " + wanted + " or newer",
                    places,
                    "install PostgreSQL's client programs (Debian: postgresql-client-" + wanted
                            + "), or set MENGSHI_DB_PROGRAMS to their folder",
                    "nothing was begun",
                    null);
        }
        return new ClientPrograms(account, found);
    }

    /** The whole database in PostgreSQL's custom format. Its end is reached only if all of it was told, else {@link Failed}. */
    InputStream dump() throws IOException {
        return run(DUMP, "--format=custom", "--no-password", "--lock-wait-timeout=60s");
    }

    /** Reads a dump to its end. */
    void prove(Path dump) throws IOException {
        finish(run("pg_restore", "--file=/dev/null", dump.toString()));
    }

    /** Makes everything a dump holds, or nothing of it. The objects belong to whoever restores them. */
    void restore(Path dump) throws IOException {
        finish(run(
                "pg_restore",
                "--single-transaction",
                "--exit-on-error",
                "--no-owner",
                "--no-password",
                "--dbname=" + address().getProperty("PGDBNAME"),
                dump.toString()));
    }

    private static void finish(InputStream told) throws IOException {
        try (told) {
            told.transferTo(OutputStream.nullOutputStream());
        }
    }

    private InputStream run(String program, String... arguments) throws IOException {
        List<String> line = new ArrayList<>(List.of(folder.resolve(program).toString()));
        line.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(line);
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("PG"));
        environment.put("LC_ALL", "C");
        Properties address = address();
        environment.put("PGHOST", address.getProperty("PGHOST"));
        environment.put("PGPORT", address.getProperty("PGPORT"));
        environment.put("PGDATABASE", address.getProperty("PGDBNAME"));
        environment.put("PGUSER", account.user());
        environment.put("PGPASSWORD", account.password());
        environment.put("PGCLIENTENCODING", "UTF8");
        environment.put("PGCONNECT_TIMEOUT", CONNECT_SECONDS);
        if (Boolean.parseBoolean(address.getProperty("ssl"))) {
            // The driver's short way of saying so.
            environment.put("PGSSLMODE", "verify-full");
        }
        TRANSPORT.forEach((driver, variable) -> {
            if (address.containsKey(driver)) {
                environment.put(variable, address.getProperty(driver));
            }
        });
        return new Told(program, builder.start());
    }

    private Properties address() {
        Properties address = Driver.parseURL(account.url(), null);
        if (address == null) {
            throw new IllegalStateException("Not a PostgreSQL address: " + account.url());
        }
        return address;
    }

    private static List<Path> usualPlaces() throws IOException {
        List<Path> places = new ArrayList<>();
        for (String place : System.getenv().getOrDefault("PATH", "").split(":")) {
            if (!place.isBlank()) {
                places.add(Path.of(place));
            }
        }
        // Where the packages of Debian and of Red Hat lay the versions side by side.
        places.addAll(versionsBelow(Path.of("/usr/lib/postgresql"), "*"));
        places.addAll(versionsBelow(Path.of("/usr"), "pgsql-*"));
        return places;
    }

    private static List<Path> versionsBelow(Path folder, String pattern) throws IOException {
        List<Path> found = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> versions = Files.newDirectoryStream(folder, pattern)) {
                versions.forEach(version -> found.add(version.resolve("bin")));
            }
        }
        return found;
    }

    /** The major version of the pg_dump in a folder; 0 where there is none that runs. */
    private static int version(Path place) throws IOException {
        Path program = place.resolve(DUMP);
        if (!Files.isExecutable(program)) {
            return 0;
        }
        try {
            Matcher version = VERSION.matcher(Commands.run(place, program.toString(), "--version"));
            return version.find() ? Integer.parseInt(version.group(1)) : 0;
        } catch (IOException brokenInstallation) {
            return 0;
        }
    }

    /** What a program prints; at the end it must have ended well. */
    private static final class Told extends FilterInputStream {

        private final String program;
        private final Process process;
        private final CompletableFuture<String> complaints;

        Told(String program, Process process) throws IOException {
            super(process.getInputStream());
            this.program = program;
            this.process = process;
            process.getOutputStream().close();
            this.complaints = CompletableFuture.supplyAsync(() -> {
                try {
                    return new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
                } catch (IOException e) {
                    return e.toString();
                }
            });
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            if (read < 0) {
                requireSuccess();
            }
            return read;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            if (read < 0) {
                requireSuccess();
            }
            return read;
        }

        @Override
        public void close() throws IOException {
            super.close();
            process.destroy();
        }

        private void requireSuccess() throws IOException {
            try {
                if (process.waitFor() != 0) {
                    throw new Failed(program + " ended with " + process.exitValue() + ": "
                            + complaints.join().strip().replaceAll("\\s*\\n\\s*", " · "));
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("Interrupted while " + program + " ran", e);
            }
        }
    }
}
