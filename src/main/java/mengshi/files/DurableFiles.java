package mengshi.files;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The one door for writing files: whole or not at all, and on the disk when the call returns.
 *
 * <p>A nearly full disk accepts part of a buffer without an exception, so every write loops until the buffer is empty;
 * the file is synchronised before it gets its name, and the folder after.
 */
public final class DurableFiles {

    private static final int BUFFER = 64 * 1024;
    private static final String DRAFT = ".draft-";
    private static final String PART = ".part";

    private DurableFiles() {}

    /** Writes {@code content} to {@code target}, replacing what stood there in one step. */
    public static void write(Path target, byte[] content) throws IOException {
        write(target, draft -> draft.drain(ByteBuffer.wrap(content)));
    }

    /** Writes what {@code content} has up to its end to {@code target}; if reading it fails, {@code target} is left as it was. */
    public static void write(Path target, InputStream content) throws IOException {
        write(target, draft -> draft.pour(content));
    }

    /** Copies {@code source} to {@code target}, replacing what stood there in one step. */
    public static void copy(Path source, Path target) throws IOException {
        try (InputStream input = Files.newInputStream(source)) {
            write(target, input);
        }
    }

    /**
     * Copies {@code source} to {@code target} as {@link #copy} does, but only if the bytes copied have the digest named.
     *
     * @throws SourceChangedException if they have not; {@code target} is left as it was
     */
    public static void copyVerified(Path source, Path target, MessageDigest digest, byte[] expected)
            throws IOException {
        write(target, draft -> {
            try (InputStream input = new DigestInputStream(Files.newInputStream(source), digest)) {
                draft.pour(input);
            }
            if (!MessageDigest.isEqual(digest.digest(), expected)) {
                throw new SourceChangedException(source);
            }
        });
    }

    /**
     * Writes {@code content}, which was read from {@code source}, to {@code target} if the source still holds just that.
     *
     * @throws SourceChangedException if it does not; {@code target} is left as it was
     */
    public static void copyVerified(Path source, Path target, byte[] content) throws IOException {
        try (InputStream again = Files.newInputStream(source)) {
            if (!Arrays.equals(again.readNBytes(content.length + 1), content)) {
                throw new SourceChangedException(source);
            }
        }
        write(target, content);
    }

    /** Deletes a file and makes the deletion durable. */
    public static void delete(Path file) throws IOException {
        Failpoint.pass("before deletion");
        Files.deleteIfExists(file);
        synchroniseFolder(parentOf(file));
        Failpoint.pass("after deletion");
    }

    /**
     * Removes drafts that programs which died left behind anywhere below a folder, for whoever knows that nobody else writes
     * there: then what was written before this program began was written by one that is gone.
     *
     * @return how many there were
     */
    public static int removeDrafts(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        Instant began =
                Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime());
        List<Path> drafts;
        try (Stream<Path> files = Files.find(
                folder,
                Integer.MAX_VALUE,
                (file, about) -> isDraft(file)
                        && about.isRegularFile()
                        && about.lastModifiedTime().toInstant().isBefore(began))) {
            drafts = files.toList();
        }
        for (Path draft : drafts) {
            delete(draft);
        }
        return drafts.size();
    }

    private static boolean isDraft(Path file) {
        String name = file.getFileName().toString();
        return name.startsWith(DRAFT) && name.endsWith(PART);
    }

    @FunctionalInterface
    private interface Content {
        void into(Draft draft) throws IOException;
    }

    /**
     * What is written before it gets its name.
     *
     * @param target the name it will get, told in place of its own where writing fails: the system tells none
     */
    private record Draft(Path target, FileChannel channel) {

        void pour(InputStream input) throws IOException {
            byte[] buffer = new byte[BUFFER];
            for (int read = input.read(buffer); read >= 0; read = input.read(buffer)) {
                drain(ByteBuffer.wrap(buffer, 0, read));
            }
        }

        void drain(ByteBuffer buffer) throws IOException {
            try {
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
            } catch (IOException e) {
                throw told(e);
            }
        }

        void synchronise() throws IOException {
            try {
                Failpoint.pass("before synchronising");
                channel.force(true);
            } catch (IOException e) {
                throw told(e);
            }
        }

        private IOException told(IOException fault) {
            FileSystemException told = new FileSystemException(target.toString(), null, fault.getMessage());
            told.initCause(fault);
            return told;
        }
    }

    private static void write(Path target, Content content) throws IOException {
        makeFolder(parentOf(target));
        Path file = target.resolveSibling(DRAFT + UUID.randomUUID() + PART);
        try {
            try (FileChannel channel =
                    FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                Draft draft = new Draft(target, channel);
                content.into(draft);
                draft.synchronise();
            }
            settle(file, target);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /** A new folder is an entry in the one above it, which has to be on the disk as well. */
    private static void makeFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Path above = parentOf(folder);
            makeFolder(above);
            Files.createDirectories(folder);
            synchroniseFolder(above);
        }
    }

    private static void settle(Path draft, Path target) throws IOException {
        Failpoint.pass("file written");
        Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        Failpoint.pass("file moved");
        synchroniseFolder(parentOf(target));
        Failpoint.pass("folder synchronised");
    }

    private static void synchroniseFolder(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static Path parentOf(Path file) {
        Path parent = file.toAbsolutePath().getParent();
        if (parent == null) {
            throw new IllegalArgumentException("Not a file: " + file);
        }
        return parent;
    }
}
