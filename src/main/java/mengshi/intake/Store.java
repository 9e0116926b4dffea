package mengshi.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import mengshi.files.DurableFiles;
import mengshi.files.Shelves;

/**
 * Every file that ever arrived, unchanged, under its content's SHA-256: {@code ab/<sha256>}. Keeping is idempotent and
 * nothing is ever overwritten with other content.
 */
public final class Store {

    private static final int LARGEST_HELD = 1 << 20;

    private final Shelves shelves;

    private Store(Path folder) {
        this.shelves = new Shelves(folder);
    }

    /** The store in {@code folder}, which is made if it does not exist. */
    public static Store open(Path folder) throws IOException {
        Files.createDirectories(folder);
        return new Store(folder);
    }

    /**
     * Keeps a copy; the source stays where it is. When the call returns the copy is on the disk. What stands there already
     * is read and not believed: the source may be the only sound copy, and is about to be deleted.
     *
     * @throws mengshi.files.SourceChangedException if the file changed meanwhile; nothing was kept
     */
    public StoredFile keep(Path source) throws IOException {
        byte[] content = read(source, LARGEST_HELD + 1);
        return content.length <= LARGEST_HELD ? keep(source, content) : keepInPieces(source);
    }

    /** A digest costs far more than a second look: a file that can be held is digested once and its bytes compared. */
    private StoredFile keep(Path source, byte[] content) throws IOException {
        Fingerprint fingerprint = Fingerprint.of(content);
        Path target = shelves.place(fingerprint.sha256());
        if (Files.isRegularFile(target) && Arrays.equals(read(target, content.length + 1), content)) {
            return new StoredFile(fingerprint, target, false);
        }
        DurableFiles.copyVerified(source, target, content);
        return new StoredFile(fingerprint, target, true);
    }

    private static byte[] read(Path file, int most) throws IOException {
        try (InputStream input = Files.newInputStream(file)) {
            return input.readNBytes(most);
        }
    }

    private StoredFile keepInPieces(Path source) throws IOException {
        Fingerprint fingerprint = Fingerprint.of(source);
        Path target = shelves.place(fingerprint.sha256());
        if (isSound(target, fingerprint)) {
            return new StoredFile(fingerprint, target, false);
        }
        DurableFiles.copyVerified(source, target, Fingerprint.newDigest(), fingerprint.bytes());
        return new StoredFile(fingerprint, target, true);
    }

    /**
     * Where the content stands, if it was ever kept.
     *
     * @throws IllegalArgumentException if this is no SHA-256 in lower-case hexadecimal digits
     */
    public Path locate(String sha256) {
        return shelves.place(sha256);
    }

    private static boolean isSound(Path target, Fingerprint fingerprint) throws IOException {
        return Files.isRegularFile(target) && Fingerprint.of(target).equals(fingerprint);
    }
}
