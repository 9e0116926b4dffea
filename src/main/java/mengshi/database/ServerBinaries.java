package mengshi.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The PostgreSQL programs that travel in the class path, unpacked once per version. */
final class ServerBinaries {

    private static final String PREFIX = "bin-";
    private static final int OWNER_EXECUTES = 0100;

    private ServerBinaries() {}

    /** The folder that holds {@code bin/}, {@code lib/} and {@code share/}; only to be called under the start lock. */
    static Path unpacked(StateFolder state) {
        URL archive = archive();
        try {
            String name = PREFIX + fingerprint(archive);
            Path home = state.root().resolve(name);
            if (!Files.isDirectory(home)) {
                Path draft = state.root()
                        .resolve("bin.tmp-" + ProcessHandle.current().pid());
                state.sweep("bin.tmp-", "");
                unpack(archive, draft, state);
                flush(draft);
                Files.move(draft, home, StandardCopyOption.ATOMIC_MOVE);
            }
            return home;
        } catch (IOException e) {
            throw new DatabaseUnavailable(
                    "The embedded PostgreSQL could not be unpacked: " + e,
                    state.root(),
                    "check the disk's free space (it takes 60 MB) and the folder's rights",
                    "the database itself was not touched",
                    e);
        }
    }

    /** Removes the programs of earlier versions; only while no server runs out of them. */
    static void sweepOthers(StateFolder state, Path home) throws IOException {
        state.sweep(PREFIX, String.valueOf(home.getFileName()));
    }

    private static URL archive() {
        String machine =
                switch (System.getProperty("os.arch", "").toLowerCase(Locale.ROOT)) {
                    case "amd64", "x86_64" -> "x86_64";
                    case "aarch64", "arm64" -> "arm_64";
                    default -> System.getProperty("os.arch", "unknown");
                };
        String name = "/postgres-linux-" + machine + ".txz";
        URL archive = ServerBinaries.class.getResource(name);
        if (archive == null) {
            throw new DatabaseUnavailable(
                    "The program carries no PostgreSQL for this kind of machine",
                    name,
                    "set MENGSHI_DB_URL to a PostgreSQL 15 or newer",
                    "nothing was changed",
                    null);
        }
        return archive;
    }

    private static String fingerprint(URL archive) throws IOException {
        URLConnection connection = archive.openConnection();
        if (connection instanceof JarURLConnection inJar) {
            return Long.toHexString(inJar.getJarEntry().getCrc());
        }
        return Long.toHexString(connection.getContentLengthLong());
    }

    private static void unpack(URL archive, Path into, StateFolder state) throws IOException {
        Files.createDirectories(into);
        state.belongs(into);
        try (InputStream input = archive.openStream();
                TarArchiveInputStream tar =
                        new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(input)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path target = into.resolve(entry.getName()).normalize();
                if (!target.startsWith(into)) {
                    throw new IOException("An entry points out of the archive: " + entry.getName());
                }
                unpack(tar, entry, target);
                state.belongs(target);
            }
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path target) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.resolveSibling("."));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        try (OutputStream output = Channels.newOutputStream(
                FileChannel.open(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE))) {
            tar.transferTo(output);
        }
        boolean program = (entry.getMode() & OWNER_EXECUTES) != 0;
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
    }

    /** One flush of the file system instead of a thousand single ones: a power cut must not leave half a program. */
    private static void flush(Path draft) throws IOException {
        Commands.run(draft, "sync", "-f", draft.toString());
    }
}
