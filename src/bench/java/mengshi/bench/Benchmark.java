package mengshi.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

/** Runs all contenders in turns and prints what each costs as a ratio to the floor. */
public final class Benchmark {

    private static final String FLOOR = "floor (inflate, then COPY of ready rows)";

    private final Path work;
    private final int rounds;

    private Benchmark(Path work, int rounds) {
        this.work = work;
        this.rounds = rounds;
    }

    /** @param arguments the folder to work in, the number of small workbooks, the number of rounds */
    public static void main(String[] arguments) throws IOException, InterruptedException, SQLException {
        Path work = Files.createDirectories(Path.of(arguments[0]).toAbsolutePath());
        Benchmark benchmark = new Benchmark(work, Integer.parseInt(arguments[2]));
        String text = benchmark.run(Integer.parseInt(arguments[1]));
        System.out.println(text);
        if (arguments.length > 3) {
            Files.writeString(Path.of(arguments[3]), text, StandardCharsets.UTF_8);
        }
    }

    private String run(int files) throws IOException, InterruptedException, SQLException {
        List<Contender> contenders = Contender.all(work);
        StringBuilder text = new StringBuilder(Machine.describe());
        Server.delete(work.resolve("small"));
        Workload small = Workload.small(files, work.resolve("small"));
        Server.delete(work.resolve("home"));
        try (Server server = Server.start(work.resolve("home"))) {
            text.append("\n## ")
                    .append(files)
                    .append(" small workbooks of ")
                    .append(Figures.LINES)
                    .append(" lines\n\n");
            text.append(measure(small, contenders, server).table(FLOOR));
        }
        for (Contender contender : contenders) {
            contender.missing().ifPresent(what -> text.append("\nNot run: ")
                    .append(contender.name())
                    .append(" (")
                    .append(what)
                    .append(").\n"));
        }
        return text.toString();
    }

    private Tally measure(Workload workload, List<Contender> contenders, Server server)
            throws IOException, InterruptedException, SQLException {
        Tally tally = new Tally();
        String truth = null;
        // Round 0 warms the disk's and the server's memory and is not counted.
        for (int round = 0; round <= rounds; round++) {
            for (Contender contender : contenders) {
                if (contender.missing().isPresent()) {
                    continue;
                }
                server.reset();
                Meter.Reading reading = once(workload, contender, server, round);
                if (contender.name().equals(FLOOR) && truth == null) {
                    truth = Truth.of(contender.database(), server);
                } else if (truth != null) {
                    Truth.check(truth, contender, server);
                }
                if (round > 0) {
                    tally.add(contender.name(), reading);
                }
                System.err.printf(
                        "round %d  %-28.28s cpu %7d ms  wall %7d ms%n",
                        round, contender.name(), reading.cpuMillis(), reading.wallMillis());
            }
        }
        return tally;
    }

    private Meter.Reading once(Workload workload, Contender contender, Server server, int round)
            throws IOException, InterruptedException {
        if (contender.database() == Contender.Database.MENGSHI) {
            copy(workload.books(), server.home().resolve("inbox"));
        }
        List<ProcessBuilder> commands = contender.commands().of(workload, server);
        Path log = work.resolve("last-" + round + ".log");
        return new Meter(server.postmaster()).measure(() -> {
            long peak = 0;
            for (ProcessBuilder command : commands) {
                peak = Math.max(peak, Run.toEnd(command, log, contender.good()));
            }
            return peak;
        });
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> books = Files.list(from)) {
            for (Path book : books.toList()) {
                Files.write(to.resolve(book.getFileName()), Files.readAllBytes(book));
            }
        }
    }
}
