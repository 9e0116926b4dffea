package mengshi.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Runs mengshi and the others, each as the processes a person would start, and meters them. */
final class Nights {

    /** Exit codes 0 and 3: done, and done with findings. */
    static final Set<Integer> DONE = Set.of(0, 3);

    private final Server server;
    private final Path log;

    /** @param log where the output of the last process stands */
    Nights(Server server, Path log) {
        this.server = server;
        this.log = log;
    }

    /**
     * One run of mengshi.
     *
     * @param loading until what came was published; empty if nothing was
     * @param steps what each step cost, in milliseconds of CPU
     */
    record Night(Meter.Reading whole, Optional<Meter.Reading> loading, Map<String, Long> steps) {}

    /** On the first day, with the first {@code files} of the workbooks in the inbox. */
    Night first(Workload workload, int files) throws IOException, InterruptedException, SQLException {
        server.reset();
        return next(workload, files);
    }

    /** As {@link #first}, on whatever the warehouse holds. */
    Night next(Workload workload, int files) throws IOException, InterruptedException, SQLException {
        copy(workload.books(), server.home().resolve("inbox"), files);
        Trail trail = new Trail();
        Meter.Reading whole = meter(List.of(Contender.ours(workload, server)), DONE, trail);
        List<String[]> steps = server.steps();
        return new Night(
                whole,
                trail.until("publish", steps, whole),
                steps.isEmpty() ? new LinkedHashMap<>() : trail.millisOf(steps));
    }

    Meter.Reading meter(List<ProcessBuilder> commands, Set<Integer> good) throws IOException, InterruptedException {
        return meter(commands, good, new Trail());
    }

    private Meter.Reading meter(List<ProcessBuilder> commands, Set<Integer> good, Trail trail)
            throws IOException, InterruptedException {
        Meter meter = new Meter(server.postmaster());
        return meter.measure(() -> {
            long peak = 0;
            for (ProcessBuilder command : commands) {
                peak = Math.max(peak, Run.toEnd(command, log, good, pid -> meter.note(pid, trail)));
            }
            return peak;
        });
    }

    private static void copy(Path from, Path to, int most) throws IOException {
        List<Path> books = new ArrayList<>();
        try (Stream<Path> all = Files.walk(from)) {
            all.filter(Files::isRegularFile).sorted().limit(most).forEach(books::add);
        }
        for (Path book : books) {
            Path copy = to.resolve(from.relativize(book).toString());
            Files.createDirectories(copy.getParent());
            Files.write(copy, Files.readAllBytes(book));
        }
    }
}
