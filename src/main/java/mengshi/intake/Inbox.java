package mengshi.intake;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The folder where submissions are dropped, with all its sub-folders. */
public final class Inbox {

    private static final Set<String> SYSTEM_FILES = Set.of("thumbs.db", "desktop.ini", "ehthumbs.db");
    private static final Set<String> SYSTEM_FOLDERS = Set.of("__macosx", "$recycle.bin", "system volume information");

    /** File systems stamp files with the machine's time, by whatever clock a run goes. */
    private static final Clock MACHINE = Clock.systemUTC();

    private Inbox() {}

    /**
     * What lies in the inbox now.
     *
     * @param arrivals files to be taken, ordered by their path below the inbox
     * @param skipped what is left alone, in the same order
     */
    public record Contents(List<Arrival> arrivals, List<Skipped> skipped) {
        public Contents {
            arrivals = List.copyOf(arrivals);
            skipped = List.copyOf(skipped);
        }
    }

    /** Something that is left alone, and why, for the log. */
    public record Skipped(Path path, String reason) {}

    /**
     * Looks through the folder. What cannot be read is skipped with a reason; one bad entry never hides the others.
     *
     * @throws IOException if the folder itself cannot be read
     */
    public static Contents list(Path folder) throws IOException {
        // The walk reports an unreadable folder like any other entry; that the inbox itself is one must be heard.
        Files.newDirectoryStream(folder).close();
        Walk walk = new Walk(folder);
        Files.walkFileTree(folder, walk);
        Comparator<Path> order = Comparator.comparing(path -> relativeName(folder, path));
        walk.arrivals.sort(Comparator.comparing(Arrival::path, order));
        walk.skipped.sort(Comparator.comparing(Skipped::path, order));
        return new Contents(walk.arrivals, walk.skipped);
    }

    /**
     * What lies in the inbox and is no longer being written. Files written to within that time are looked at again after it
     * has passed; those that changed meanwhile are skipped.
     *
     * @param quiet how long a file must lie unchanged; zero takes all as they are
     * @throws IOException if the folder itself cannot be read, or the waiting is interrupted
     */
    public static Contents settled(Path folder, Duration quiet) throws IOException {
        Contents contents = list(folder);
        Instant young = MACHINE.instant().minus(quiet);
        if (quiet.isZero()
                || contents.arrivals().stream()
                        .noneMatch(arrival -> arrival.modified().isAfter(young))) {
            return contents;
        }
        pause(quiet);
        List<Arrival> still = new ArrayList<>();
        List<Skipped> skipped = new ArrayList<>(contents.skipped());
        for (Arrival arrival : contents.arrivals()) {
            if (!arrival.modified().isAfter(young) || arrival.isStillThere()) {
                still.add(arrival);
            } else {
                skipped.add(new Skipped(arrival.path(), "still being written: taken by the next run"));
            }
        }
        return new Contents(still, skipped);
    }

    private static void pause(Duration time) throws IOException {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while a file was still being written. Nothing was taken.");
        }
    }

    private static String relativeName(Path folder, Path path) {
        return folder.relativize(path).toString().replace('\\', '/');
    }

    private static Optional<String> sideFile(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.startsWith("._")) {
            return Optional.of("side file of macOS");
        }
        if (lower.startsWith("~$") || lower.startsWith(".~")) {
            return Optional.of("lock file: somebody has the workbook open");
        }
        if (SYSTEM_FILES.contains(lower) || lower.startsWith(".")) {
            return Optional.of("file of the system, not a submission");
        }
        if (isLeftover(lower)) {
            return Optional.of("backup copy left by a program");
        }
        if (lower.endsWith(".part") || lower.endsWith(".tmp") || lower.endsWith(".crdownload")) {
            return Optional.of("still being written: taken once it has its own name");
        }
        return Optional.empty();
    }

    private static boolean isLeftover(String lower) {
        return lower.endsWith("~")
                || lower.startsWith("#") && lower.endsWith("#")
                || lower.endsWith(".bak")
                || lower.endsWith(".swp")
                || lower.endsWith(".xlk");
    }

    private static final class Walk extends SimpleFileVisitor<Path> {

        private final Path root;
        private final List<Arrival> arrivals = new ArrayList<>();
        private final List<Skipped> skipped = new ArrayList<>();

        private Walk(Path root) {
            this.root = root;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            if (folder.equals(root)) {
                return FileVisitResult.CONTINUE;
            }
            String name = folder.getFileName().toString();
            if (name.startsWith(".") || SYSTEM_FOLDERS.contains(name.toLowerCase(Locale.ROOT))) {
                skipped.add(new Skipped(folder, "folder of the system"));
                return FileVisitResult.SKIP_SUBTREE;
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            String name = file.getFileName().toString();
            Optional<String> side = sideFile(name);
            if (side.isPresent()) {
                skipped.add(new Skipped(file, side.get()));
            } else if (!attributes.isRegularFile()) {
                skipped.add(new Skipped(file, "not a regular file: links are not followed"));
            } else {
                arrivals.add(new Arrival(
                        file,
                        name,
                        attributes.size(),
                        attributes.lastModifiedTime().toInstant()));
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) {
            skipped.add(new Skipped(file, "cannot be read: " + failure.getMessage()));
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) {
            if (failure != null) {
                skipped.add(new Skipped(folder, "cannot be read to its end: " + failure.getMessage()));
            }
            return FileVisitResult.CONTINUE;
        }
    }
}
