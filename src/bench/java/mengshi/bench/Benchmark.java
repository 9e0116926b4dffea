package mengshi.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Runs all contenders in turns and says what each costs as a ratio to the floor. */
public final class Benchmark {

    private static final int FEW = 100;
    private static final String INTRODUCTION = """
            # How fast mengshi is

            Written by `mvn -Pbench verify`; nobody edits it by hand. Every contender is a process of its own, in turns with
            the others, round by round, on the same files and the same server (the embedded one, fsync on). CPU is that of
            the process and of the server together, as the kernel counts it; all figures but memory are ratios to the floor
            of the same round: the median of the rounds, then the least and the most. After every run the rows in the
            database are compared with the rows that lie in the files. Only mengshi keeps the files, recognises forms,
            reads units, checks, keeps vintages with their cells, answers the sender and judges; the others load.

            """;

    private final Path work;
    private final int rounds;
    private final int tableRounds;
    private final Ledger ledger;
    private final Map<String, Long> steps = new LinkedHashMap<>();

    private Benchmark(Path work, int rounds, int tableRounds) throws IOException {
        this.work = work;
        this.rounds = rounds;
        this.tableRounds = tableRounds;
        this.ledger = Ledger.open(work.resolve("readings.tsv"));
    }

    /**
     * @param arguments the folder to work in, the number of small workbooks, the rounds, the rows of the table, its rounds,
     *     the page to write
     */
    public static void main(String[] arguments) throws IOException, InterruptedException, SQLException {
        Path work = Files.createDirectories(Path.of(arguments[0]).toAbsolutePath());
        Benchmark benchmark = new Benchmark(work, Integer.parseInt(arguments[2]), Integer.parseInt(arguments[4]));
        String text = benchmark.run(Integer.parseInt(arguments[1]), Integer.parseInt(arguments[3]));
        System.out.println(text);
        Files.writeString(Path.of(arguments[5]), text, StandardCharsets.UTF_8);
    }

    private String run(int books, int rows) throws IOException, InterruptedException, SQLException {
        List<Contender> contenders = Contender.all(work);
        StringBuilder text = new StringBuilder(INTRODUCTION).append(Machine.describe());
        try (Server server = Server.start(work.resolve("home"))) {
            text.append(server.query("postgres", "select version()")).append(".\n");
            Workload small = Workload.small(books, fresh("small"));
            text.append(heading("%,d small workbooks of %d lines, four figures a line", books, Figures.LINES))
                    .append(measure(small, contenders, server, rounds).table(Contender.FLOOR))
                    .append(slope(small, server));
            Workload table = Workload.crosstab(rows, fresh("crosstab"));
            text.append(heading("One table of %,d rows, two figures a row, as `run backfill`", rows, 0))
                    .append(measure(table, contenders, server, tableRounds).table(Contender.FLOOR));
            Workload year = Workload.year(fresh("year"), server.home());
            discover(year, contenders, server);
            text.append(heading(
                            "The program's own sample of a year, %d files, with its planted faults", year.files(), 0))
                    .append("The floor loads the figures that mengshi published.\n\n")
                    .append(measure(year, contenders, server, rounds).table(Contender.FLOOR));
        }
        contenders.forEach(contender -> contender.missing().ifPresent(what -> text.append("\nNot run: ")
                .append(contender.name())
                .append(" (")
                .append(what)
                .append(").\n")));
        return text.toString();
    }

    private static String heading(String format, int one, int other) {
        return String.format(Locale.ROOT, "\n## " + format + "\n\n", one, other);
    }

    private Path fresh(String name) throws IOException {
        Server.delete(work.resolve(name));
        return work.resolve(name);
    }

    private Tally measure(Workload workload, List<Contender> contenders, Server server, int times)
            throws IOException, InterruptedException, SQLException {
        Tally tally = new Tally();
        server.reset();
        server.load(workload.rows());
        String truth = Truth.of(Contender.Database.PEERS, server);
        // Round 0 warms the disk's and the server's memory and is not counted, unless there is only one.
        for (int round = times == 1 ? 1 : 0; round <= times; round++) {
            for (Contender contender : contenders) {
                if (contender.missing().isPresent() || !contender.suits().contains(workload.kind())) {
                    continue;
                }
                String what = workload.layout() + " " + workload.files() + " " + contender.name() + " " + round;
                Meter.Reading reading = ledger.reading(what).orElse(null);
                if (reading == null) {
                    reading = once(workload, contender, server);
                    Truth.check(truth, contender, server);
                    ledger.keep(what, reading);
                }
                if (round > 0) {
                    tally.add(contender.name(), reading);
                }
                System.err.printf(
                        Locale.ROOT,
                        "%s round %d  %-28.28s cpu %7d ms  wall %7d ms%n",
                        workload.layout(),
                        round,
                        contender.name(),
                        reading.cpuMillis(),
                        reading.wallMillis());
            }
        }
        return tally;
    }

    private Meter.Reading once(Workload workload, Contender contender, Server server)
            throws IOException, InterruptedException, SQLException {
        server.reset();
        boolean ours = contender.database() == Contender.Database.MENGSHI;
        if (ours) {
            copy(workload.books(), server.home().resolve("inbox"), Integer.MAX_VALUE);
        }
        Trail trail = new Trail();
        Meter.Reading reading = run(contender.commands().of(workload, server), contender.good(), server, trail);
        if (ours) {
            steps.clear();
            steps.putAll(trail.millisOf(server.steps()));
        }
        return reading;
    }

    private Meter.Reading run(List<ProcessBuilder> commands, Set<Integer> good, Server server, Trail trail)
            throws IOException, InterruptedException {
        Meter meter = new Meter(server.postmaster());
        Path log = work.resolve("last.log");
        return meter.measure(() -> {
            long peak = 0;
            for (ProcessBuilder command : commands) {
                peak = Math.max(peak, Run.toEnd(command, log, good, pid -> meter.note(pid, trail)));
            }
            return peak;
        });
    }

    /** What one more workbook costs at first and later, and where a night's time goes. */
    private String slope(Workload small, Server server) throws IOException, InterruptedException, SQLException {
        Map<String, Long> whole = new LinkedHashMap<>();
        long nothing = night(small, 0, server);
        long few = night(small, FEW, server);
        long all = night(small, small.files(), server);
        whole.putAll(steps);
        StringBuilder text = new StringBuilder();
        if (small.files() > FEW) {
            double early = (few - nothing) / (double) FEW;
            double late = (all - few) / (double) (small.files() - FEW);
            text.append(String.format(
                    Locale.ROOT,
                    "%nA further workbook costs, from %d to %,d, %.2f of what it costs up to %d (an empty night subtracted, "
                            + "one round).%n",
                    FEW,
                    small.files(),
                    late / early,
                    FEW));
        }
        if (!whole.isEmpty()) {
            text.append("\nOf a night's CPU, process and server, in per cent:");
            long sum = whole.values().stream().mapToLong(Long::longValue).sum();
            whole.forEach((step, millis) ->
                    text.append(String.format(Locale.ROOT, " %s %.0f,", step, 100.0 * millis / Math.max(1, sum))));
            text.setLength(text.length() - 1);
            text.append(".\n");
        }
        return text.toString();
    }

    private long night(Workload small, int files, Server server)
            throws IOException, InterruptedException, SQLException {
        server.reset();
        copy(small.books(), server.home().resolve("inbox"), files);
        Trail trail = new Trail();
        Meter.Reading reading = run(List.of(Contender.ours(small, server)), Set.of(0, 3), server, trail);
        steps.clear();
        steps.putAll(trail.millisOf(server.steps()));
        return reading.cpuMillis();
    }

    /** What lies in the sample only its reader knows: the first night says it, and all others must say the same. */
    private void discover(Workload year, List<Contender> contenders, Server server)
            throws IOException, InterruptedException, SQLException {
        for (Contender contender : contenders) {
            if (contender.name().equals(Contender.OURS)) {
                once(year, contender, server);
                server.save(Truth.FLAT, year.rows());
            }
        }
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
