package mengshi.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import mengshi.files.DurableFiles;

/** Everything the embedded server keeps on disk. Readable by its owner only, for it holds the passwords. */
final class StateFolder {

    private static final int PASSWORD_BYTES = 24;

    private final Path root;
    private final int uid;
    private final int gid;

    private StateFolder(Path root) throws IOException {
        this.root = root;
        this.uid = (int) Files.getAttribute(root, "unix:uid");
        this.gid = (int) Files.getAttribute(root, "unix:gid");
    }

    /** Makes the folder when it is not there. */
    static StateFolder open(Path folder) {
        try {
            boolean fresh = !Files.isDirectory(folder);
            Path root = Files.createDirectories(folder).toRealPath();
            StateFolder state = new StateFolder(root);
            int me = currentUser();
            if (me != 0 && state.uid != me) {
                throw new DatabaseUnavailable(
                        "The embedded database's folder belongs to another user (uid " + state.uid + ", this is uid "
                                + me + ")",
                        root,
                        "run the command as that user, or choose another MENGSHI_HOME",
                        "nothing was changed",
                        null);
            }
            if (fresh || me == state.uid) {
                Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx------"));
            }
            return state;
        } catch (IOException e) {
            throw new DatabaseUnavailable(
                    "The embedded database's folder cannot be used: " + e,
                    folder,
                    "check the disk and the folder's rights, or choose another MENGSHI_HOME",
                    "nothing was changed",
                    e);
        }
    }

    static int currentUser() throws IOException {
        return (int) Files.getAttribute(Path.of("/proc/self"), "unix:uid");
    }

    Path root() {
        return root;
    }

    int uid() {
        return uid;
    }

    int gid() {
        return gid;
    }

    Path data() {
        return root.resolve("data");
    }

    Path log() {
        return root.resolve("server.log");
    }

    Path passwordFile(String role) {
        return root.resolve(role + ".password");
    }

    /** The role's password, chosen at random the first time it is asked for. */
    String password(String role) {
        Path file = passwordFile(role);
        try {
            if (!Files.exists(file)) {
                byte[] random = new byte[PASSWORD_BYTES];
                new SecureRandom().nextBytes(random);
                DurableFiles.write(file, HexFormat.of().formatHex(random).getBytes(StandardCharsets.US_ASCII));
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
                belongs(file);
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the server is to outlive the programs that use it. */
    boolean keepsRunning() {
        return Files.exists(keepRunningMark());
    }

    void keepRunning(boolean keep) {
        try {
            if (keep) {
                DurableFiles.write(keepRunningMark(), new byte[0]);
                belongs(keepRunningMark());
            } else {
                DurableFiles.delete(keepRunningMark());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The postmaster's own note about itself, line by line; empty when none runs. */
    List<String> postmasterNote() {
        try {
            Path note = postmasterFile();
            return Files.exists(note) ? Files.readAllLines(note) : List.of();
        } catch (IOException e) {
            return List.of();
        }
    }

    Path postmasterFile() {
        return data().resolve("postmaster.pid");
    }

    FileChannel openLockFile(String name) {
        Path file = root.resolve(name);
        try {
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            belongs(file);
            return channel;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gives what root made in somebody else's folder to that somebody. */
    void belongs(Path made) throws IOException {
        if (uid != 0 && currentUser() == 0) {
            Files.setAttribute(made, "unix:uid", uid, LinkOption.NOFOLLOW_LINKS);
            Files.setAttribute(made, "unix:gid", gid, LinkOption.NOFOLLOW_LINKS);
        }
    }

    /** Removes what begins with {@code prefix}: leftovers of killed programs and earlier versions. */
    void sweep(String prefix, String exceptFor) throws IOException {
        try (Stream<Path> children = Files.list(root)) {
            for (Path child : children.toList()) {
                String name = child.getFileName().toString();
                if (name.startsWith(prefix) && !name.equals(exceptFor)) {
                    removeTree(child);
                }
            }
        }
    }

    private static void removeTree(Path tree) throws IOException {
        try (Stream<Path> all = Files.walk(tree)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }

    private Path keepRunningMark() {
        return root.resolve("keep-running");
    }
}
