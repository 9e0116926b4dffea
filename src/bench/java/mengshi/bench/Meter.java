package mengshi.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Processor time as the kernel accounts for it, in clock ticks of 10 ms: of the children this program has waited for,
 * and of the database server with all its backends, dead or alive.
 */
final class Meter {

    /** Processor time and time on the wall of one process, and the most memory it held. */
    record Reading(long processTicks, long serverTicks, long wallMillis, long peakKilobytes) {

        long cpuMillis() {
            return 10 * (processTicks + serverTicks);
        }
    }

    private static final int USER = 11;
    private static final int SYSTEM = 12;
    private static final int USER_OF_WAITED = 13;
    private static final int SYSTEM_OF_WAITED = 14;

    private final long postmaster;

    Meter(long postmaster) {
        this.postmaster = postmaster;
    }

    /** Runs the work, which starts processes and waits for them. */
    Reading measure(Work work) throws IOException, InterruptedException {
        long process = waitedFor();
        long server = server();
        long begun = System.nanoTime();
        long peak = work.run();
        long wall = (System.nanoTime() - begun) / 1_000_000;
        return new Reading(waitedFor() - process, server() - server, wall, peak);
    }

    /** Something to measure; returns its peak of resident memory in kilobytes. */
    interface Work {
        long run() throws IOException, InterruptedException;
    }

    /** Notes what a process and the server have spent until now. */
    void note(long pid, Trail trail) {
        List<Long> own = fields(pid);
        if (!own.isEmpty()) {
            trail.add(own.get(USER) + own.get(SYSTEM), server());
        }
    }

    private static long waitedFor() {
        return waitedFor(fields(ProcessHandle.current().pid()));
    }

    private static long waitedFor(List<Long> fields) {
        return fields.isEmpty() ? 0 : fields.get(USER_OF_WAITED) + fields.get(SYSTEM_OF_WAITED);
    }

    /**
     * A backend that ends moves what it spent from itself to the postmaster, which must not be looked at in between: then
     * the time of a whole COPY would be seen nowhere. So it is looked again until nothing has moved.
     */
    private long server() {
        while (true) {
            List<Long> before = fields(postmaster);
            long ticks = all(before);
            for (long backend : children(postmaster)) {
                ticks += all(fields(backend));
            }
            if (waitedFor(before) == waitedFor(fields(postmaster))) {
                return ticks;
            }
        }
    }

    private static long all(List<Long> fields) {
        return fields.isEmpty()
                ? 0
                : fields.get(USER) + fields.get(SYSTEM) + fields.get(USER_OF_WAITED) + fields.get(SYSTEM_OF_WAITED);
    }

    private static List<Long> children(long parent) {
        List<Long> children = new ArrayList<>();
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
            for (Path process : processes) {
                long pid = Long.parseLong(process.getFileName().toString());
                List<Long> fields = fields(pid);
                if (!fields.isEmpty() && fields.get(1) == parent) {
                    children.add(pid);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("/proc cannot be listed; the benchmark runs on Linux only", e);
        }
        return children;
    }

    /** The numbers behind the process's name in its stat line; empty once it is gone. */
    private static List<Long> fields(long pid) {
        try {
            String line = Files.readString(Path.of("/proc/" + pid + "/stat"));
            String[] words = line.substring(line.lastIndexOf(')') + 2).split(" ");
            List<Long> numbers = new ArrayList<>();
            numbers.add(0L);
            for (int word = 1; word <= SYSTEM_OF_WAITED; word++) {
                numbers.add(Long.parseLong(words[word]));
            }
            return numbers;
        } catch (IOException gone) {
            return List.of();
        }
    }
}
