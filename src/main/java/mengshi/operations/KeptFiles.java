package mengshi.operations;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import mengshi.files.Shelves;

/** Proves that files taken in still are what they were: each is read again and its SHA-256 compared with its name. */
public final class KeptFiles {

    /** What became of a file that was kept. */
    public enum State {
        /** It has the content it came with. */
        OK,
        /** It is not there, or cannot be looked for under such a fingerprint. */
        MISSING,
        /** It is there with other content. */
        CHANGED
    }

    private final Shelves store;
    private final Map<String, State> known = new HashMap<>();

    /** @param store the folder that holds every file under {@code ab/<sha256>} */
    public KeptFiles(Path store) {
        this.store = new Shelves(store);
    }

    /**
     * How the file with that fingerprint stands. Each is read once; nothing is changed.
     *
     * @throws UncheckedIOException if it is there and cannot be read
     */
    public State of(String sha256) {
        return known.computeIfAbsent(sha256, this::check);
    }

    /** The fingerprints under which something is kept. */
    public List<String> fingerprints() throws IOException {
        if (!Files.isDirectory(store.folder())) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(store.folder())) {
            return files.filter(Files::isRegularFile)
                    .map(file -> String.valueOf(file.getFileName()))
                    .filter(Shelves::isFingerprint)
                    .toList();
        }
    }

    private State check(String sha256) {
        if (!Shelves.isFingerprint(sha256)) {
            return State.MISSING;
        }
        Path file = store.place(sha256);
        if (!Files.isRegularFile(file)) {
            return State.MISSING;
        }
        return digest(file).equals(sha256) ? State.OK : State.CHANGED;
    }

    private static String digest(Path file) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (InputStream input = new DigestInputStream(Files.newInputStream(file), digest)) {
                input.transferTo(OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "A kept file cannot be read · " + file + " · see who owns it · nothing was changed", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
