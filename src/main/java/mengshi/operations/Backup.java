package mengshi.operations;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import mengshi.files.DurableFiles;

/**
 * A copy of everything a home keeps, with the SHA-256 of every file in {@code MANIFEST.sha256}, which {@code sha256sum -c}
 * understands. The manifest is written last: a copy without one is not whole.
 *
 * <p>The embedded database is copied by its files, which mean something only together, so its server must rest. Of a server
 * that somebody else runs the copy is one file, {@code database.dump}.
 */
public final class Backup {

    private static final String MANIFEST = "MANIFEST.sha256";
    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64})  (.+)");
    private static final String DATABASE = "pg";
    private static final String DATA = "pg/data";
    private static final String DUMP = "database.dump";
    private static final List<String> FILES = List.of("store", "outbox", "reports");

    /** What was copied. */
    public record Copied(Path folder, int files) {}

    /** Something that writes a whole file, or reads one. */
    @FunctionalInterface
    public interface DumpWork {
        void on(Path file) throws IOException;
    }

    private Backup() {}

    /**
     * Copies a home with its embedded database into a new folder and reads the copy again.
     *
     * @throws IOException if the copy is not what was read; then it has no manifest
     */
    public static Copied write(Home home, Path backup) throws IOException {
        begin(backup);
        Map<String, String> manifest = new TreeMap<>();
        copy(home, DATA, backup, manifest);
        for (Path path : home.passwordFiles()) {
            copy(home.root(), path, backup, manifest);
        }
        return finish(home, backup, manifest);
    }

    /**
     * Copies a home whose database is on another server into a new folder and reads the copy again.
     *
     * @param dump writes the database
     * @throws IOException if the copy is not what was read; then it has no manifest
     */
    public static Copied write(Home home, Path backup, DumpWork dump) throws IOException {
        begin(backup);
        Path file = backup.resolve(DUMP);
        dump.on(file);
        Map<String, String> manifest = new TreeMap<>();
        manifest.put(DUMP, hash(file));
        return finish(home, backup, manifest);
    }

    /** For nobody else to look into: it holds passwords, and whom the forms name. */
    private static void begin(Path backup) throws IOException {
        Files.createDirectories(
                backup, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }

    /** Whether a backup's database was on another server. */
    public static boolean isOfServer(Path backup) throws IOException {
        return manifest(backup).containsKey(DUMP);
    }

    private static Copied finish(Home home, Path backup, Map<String, String> manifest) throws IOException {
        for (String folder : FILES) {
            copy(home, folder, backup, manifest);
        }
        requireWhole(backup, manifest);
        StringBuilder lines = new StringBuilder();
        manifest.forEach(
                (name, hash) -> lines.append(hash).append("  ").append(name).append('\n'));
        DurableFiles.write(backup.resolve(MANIFEST), lines.toString().getBytes(StandardCharsets.UTF_8));
        return new Copied(backup, manifest.size());
    }

    private static void copy(Home home, String folder, Path backup, Map<String, String> manifest) throws IOException {
        for (Path path : inside(home.root().resolve(folder))) {
            copy(home.root(), path, backup, manifest);
        }
    }

    /**
     * Puts a backup's files into a home that has none of them, after all of them were found whole.
     *
     * @param dump puts the database into its server, all or nothing of it, and first: a server refuses sooner than a disk;
     *     not asked if the backup has the embedded database
     * @throws SettingsRefused if the backup is not whole, or the home is not empty; then nothing was changed
     */
    public static Copied restore(Path backup, Home home, DumpWork dump) throws IOException {
        Map<String, String> manifest = manifest(backup);
        for (String folder : Stream.concat(Stream.of(DATA), FILES.stream()).toList()) {
            if (!inside(home.root().resolve(folder)).isEmpty()) {
                throw refused(
                        "There is something already in " + folder, home.root(), "set MENGSHI_HOME to a new folder");
            }
        }
        try {
            requireWhole(backup, manifest);
        } catch (IOException e) {
            throw refused(String.valueOf(e.getMessage()), backup, "take another backup; this one is damaged");
        }
        boolean isOfServer = manifest.remove(DUMP) != null;
        if (isOfServer) {
            dump.on(backup.resolve(DUMP));
        }
        Map<String, String> copied = new TreeMap<>();
        for (Path path : inside(backup)) {
            if (Files.isDirectory(path)
                    || manifest.containsKey(backup.relativize(path).toString())) {
                copy(backup, path, home.root(), copied);
            }
        }
        requireWhole(home.root(), manifest);
        return new Copied(home.root(), copied.size() + (isOfServer ? 1 : 0));
    }

    private static Map<String, String> manifest(Path backup) throws IOException {
        Path file = backup.resolve(MANIFEST);
        if (!Files.isRegularFile(file)) {
            throw refused("This is no whole backup: it has no " + MANIFEST, backup, "name a folder `backup` made");
        }
        Map<String, String> manifest = new TreeMap<>();
        for (String line : Files.readAllLines(file)) {
            Matcher matcher = LINE.matcher(line);
            if (!matcher.matches()) {
                throw refused("The manifest is damaged: " + line, file, "take another backup");
            }
            manifest.put(matcher.group(2), matcher.group(1));
        }
        return manifest;
    }

    private static List<Path> inside(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(path -> !path.equals(folder)).sorted().toList();
        }
    }

    private static void copy(Path from, Path path, Path into, Map<String, String> manifest) throws IOException {
        String name = from.relativize(path).toString();
        Path target = into.resolve(name);
        boolean isPrivate = name.equals(DATABASE) || name.startsWith(DATABASE + "/");
        if (Files.isDirectory(path)) {
            Files.createDirectories(target);
        } else {
            String hash = hash(path);
            DurableFiles.copyVerified(path, target, sha256(), HexFormat.of().parseHex(hash));
            manifest.put(name, hash);
        }
        if (isPrivate) {
            boolean isFolder = Files.isDirectory(target);
            Files.setPosixFilePermissions(
                    target, PosixFilePermissions.fromString(isFolder ? "rwx------" : "rw-------"));
            // PostgreSQL refuses data that others may enter.
            Path above = target.getParent();
            if (above != null && !above.equals(into)) {
                Files.setPosixFilePermissions(above, PosixFilePermissions.fromString("rwx------"));
            }
        }
    }

    private static void requireWhole(Path root, Map<String, String> manifest) throws IOException {
        List<String> spoilt = new ArrayList<>();
        for (Map.Entry<String, String> entry : manifest.entrySet()) {
            Path file = root.resolve(entry.getKey());
            if (!Files.isRegularFile(file)) {
                spoilt.add(entry.getKey() + " is missing");
            } else if (!hash(file).equals(entry.getValue())) {
                spoilt.add(entry.getKey() + " has changed");
            }
        }
        if (!spoilt.isEmpty()) {
            throw new IOException("The copy is not whole: " + String.join(", ", spoilt));
        }
    }

    private static String hash(Path file) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream input = new DigestInputStream(Files.newInputStream(file), digest)) {
            input.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static SettingsRefused refused(String what, Path where, String whatToDo) {
        return new SettingsRefused(what, where.toString(), whatToDo + " · nothing was changed", null);
    }
}
