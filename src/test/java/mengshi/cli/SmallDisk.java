package mengshi.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/**
 * A folder on a disk of its own that can be filled up: a file system in memory, which only root may mount. It is full as
 * disks are: what fits of a buffer is still written, and only the next byte is refused.
 */
final class SmallDisk implements AutoCloseable {

    private static final int LARGEST_WRITE = 1 << 20;

    private final Path folder;
    private final Path ballast;

    private SmallDisk(Path folder) {
        this.folder = folder;
        this.ballast = folder.resolve(".ballast");
    }

    /** What lies in the folder is there afterwards too. Ends the test, told as skipped, where there can be no such disk. */
    static SmallDisk at(Path folder, int megabytes) throws Exception {
        Optional<SmallDisk> disk = ifAllowed(folder, megabytes);
        Assumptions.assumeTrue(disk.isPresent(), "only root may mount a small disk");
        return disk.orElseThrow();
    }

    /** Empty, and said so, where this user may not mount one. */
    static Optional<SmallDisk> ifAllowed(Path folder, int megabytes) throws Exception {
        Path aside = folder.resolveSibling(folder.getFileName() + ".aside");
        Files.createDirectories(folder);
        Bureau.copy(folder, aside);
        try {
            if (!command("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", folder.toString())) {
                System.out.println("NOT PROVED: a full disk, for this user may not mount one");
                return Optional.empty();
            }
            Bureau.copy(aside, folder);
            return Optional.of(new SmallDisk(folder));
        } finally {
            Bureau.remove(aside);
        }
    }

    /** Leaves so much room, rounded up to whole blocks, and no more. */
    void fillUpTo(long bytes) throws IOException {
        makeRoom();
        FileStore store = Files.getFileStore(folder);
        try (OutputStream output = Files.newOutputStream(ballast)) {
            for (long left = store.getUsableSpace(); left > bytes; left = store.getUsableSpace()) {
                output.write(new byte[(int) Math.min(LARGEST_WRITE, left - bytes)]);
            }
        }
    }

    void makeRoom() throws IOException {
        Files.deleteIfExists(ballast);
    }

    @Override
    public void close() throws Exception {
        if (!command("umount", folder.toString())) {
            // Somebody is still about to leave it.
            command("umount", "--lazy", folder.toString());
        }
    }

    private static boolean command(String... words) throws Exception {
        Process process = new ProcessBuilder(List.of(words))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        return process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0;
    }
}
