package mengshi.operations;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mengshi.files.DurableFiles;

/** What the machine must offer before anything can run. */
public final class MachineChecks {

    private static final int OLDEST_JAVA = 17;
    private static final long ENOUGH_BYTES = 1L << 30;
    private static final String PROBE = ".doctor";

    private MachineChecks() {}

    /** @param encoding in which the operating system's file names are read */
    public static List<Check> of(Settings settings, String encoding) {
        Home home = settings.home();
        return List.of(
                Check.of("java", "install a JDK 17 or newer", MachineChecks::java),
                Check.of("encoding", "export LC_ALL=C.UTF-8", () -> encoding(encoding)),
                Check.of("home", "let this user write there, or set MENGSHI_HOME", () -> home(home.root())),
                Check.of("folders", "let this user write there", () -> folders(home)),
                Check.of("passwords", "chmod 600", () -> passwords(settings)),
                Check.of("disk", "make room, or move MENGSHI_HOME", () -> disk(home.root())),
                Check.of("inbox", "let this user read and empty the inbox", () -> inbox(home.inbox())));
    }

    private static Optional<Check.Complaint> java() {
        int version = Integer.parseInt(System.getProperty("java.specification.version", "0"));
        return Check.wrongIf(
                version < OLDEST_JAVA, "Java " + version + " runs the program", "install a JDK 17 or newer");
    }

    private static Optional<Check.Complaint> encoding(String encoding) {
        return Check.wrongIf(
                !encoding.equalsIgnoreCase(StandardCharsets.UTF_8.name()),
                "File names are read as " + encoding + ", which has no Chinese",
                "export LC_ALL=C.UTF-8");
    }

    private static Optional<Check.Complaint> home(Path root) throws Exception {
        Path probe = root.resolve(PROBE);
        DurableFiles.write(probe, "盟市".getBytes(StandardCharsets.UTF_8));
        DurableFiles.delete(probe);
        return Check.fine();
    }

    private static Optional<Check.Complaint> folders(Home home) {
        List<Path> unfit = Stream.of(home.store(), home.outbox(), home.reports(), home.logs())
                .filter(Files::exists)
                .filter(folder -> !Files.isDirectory(folder) || !Files.isWritable(folder))
                .toList();
        return Check.wrongIf(
                !unfit.isEmpty(),
                "Nothing can be written into " + unfit,
                "let this user write there (chown, chmod u+rwx), or take away what is in the place of a folder");
    }

    /** Whoever reads a password file has the database. */
    private static Optional<Check.Complaint> passwords(Settings settings) throws IOException {
        List<Path> open = new ArrayList<>();
        for (Path file : settings.passwordFiles()) {
            Set<PosixFilePermission> rights = Files.getPosixFilePermissions(file);
            if (rights.stream().anyMatch(right -> !right.name().startsWith("OWNER_"))) {
                open.add(file);
            }
        }
        return Check.wrongIf(
                !open.isEmpty(),
                "Other users can read the passwords in " + open,
                "chmod 600 " + open.stream().map(Path::toString).collect(Collectors.joining(" ")));
    }

    private static Optional<Check.Complaint> disk(Path root) throws Exception {
        Path there = root;
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        long free = Files.getFileStore(there).getUsableSpace();
        return Check.wrongIf(
                free < ENOUGH_BYTES,
                (free >> 20) + " MB are free at " + there + "; a night wants 1024 MB",
                "make room, or move MENGSHI_HOME");
    }

    private static Optional<Check.Complaint> inbox(Path inbox) {
        boolean isThere = Files.exists(inbox);
        return Check.wrongIf(
                isThere && !(Files.isDirectory(inbox) && Files.isReadable(inbox) && Files.isWritable(inbox)),
                inbox + " cannot be read and emptied",
                "let this user read and write it; from a folder that cannot be written, files are taken but stay");
    }
}
