package mengshi.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Runs all contenders in turns and says what each costs as a ratio to the floor; then what only mengshi does. */
public final class Benchmark {

    private static final int FEW = 100;
    private static final int ANSWERED = 200;
    private static final int LOOKS = 5;
    private static final double MILLIS_IN_SECOND = 1000;
    private static final List<String> COMMANDS = List.of("--help", "status", "findings", "targets list");

    private static final String INTRODUCTION = """
            # How fast mengshi is

            Written by `mvn -Pbench verify`; nobody edits it by hand. Every contender is a process of its own, in turns with
            the others, round by round, on the same files and the same server (the embedded one, fsync on). CPU is that of
            the process and of the server together, as the kernel counts it; all figures but memory are ratios to the floor
            of the same round: the median of the rounds, then the least and the most. After every run the rows in the
            database are compared with the rows that lie in the files. The floor only unpacks the workbooks and sends ready
            rows, one a figure, into a table with a key. Only mengshi keeps the files, recognises forms, reads units, checks,
            keeps vintages with their cells, answers the sender and judges; the others load. *Receive … publish* is the part
            of its night that the others do too, the start of the process included.

            """;

    private final Path work;
    private final Plan plan;

    private Benchmark(Path work, Plan plan) {
        this.work = work;
        this.plan = plan;
    }

    /**
     * How much is measured.
     *
     * @param books small workbooks
     * @param rows of the table
     * @param slope up to how many workbooks the cost of a further one is measured
     * @param facts how many lie in the warehouse when growth is measured; 0 leaves that out
     */
    private record Plan(int books, int rounds, int rows, int tableRounds, int slope, int facts) {}

    /** @param arguments the folder to work in, the figures of the plan in their order, the page to write */
    public static void main(String[] arguments) throws IOException, InterruptedException, SQLException {
        int[] figures = new int[arguments.length - 2];
        for (int place = 0; place < figures.length; place++) {
            figures[place] = Integer.parseInt(arguments[place + 1]);
        }
        Plan plan = new Plan(figures[0], figures[1], figures[2], figures[3], figures[4], figures[5]);
        Path work = Files.createDirectories(Path.of(arguments[0]).toAbsolutePath());
        String text = new Benchmark(work, plan).run();
        System.out.println(text);
        Files.writeString(Path.of(arguments[arguments.length - 1]), text, StandardCharsets.UTF_8);
    }

    private String run() throws IOException, InterruptedException, SQLException {
        List<Contender> contenders = Contender.all(work);
        StringBuilder text = new StringBuilder(INTRODUCTION).append(Machine.describe());
        try (Server server = Server.start(work.resolve("home"))) {
            Nights nights = new Nights(server, work.resolve("last.log"));
            Rounds rounds = new Rounds(contenders, server, nights, Ledger.open(work.resolve("readings.tsv")));
            text.append(server.query("postgres", "select version()")).append(".\n");

            Workload small = Workload.small(plan.books(), fresh("small"), false);
            text.append(heading("%,d small workbooks of %d lines, four figures a line", plan.books(), Figures.LINES))
                    .append(rounds.measure(small, plan.rounds()).table(Contender.FLOOR));
            Workload table = Workload.crosstab(plan.rows(), fresh("crosstab"));
            text.append(heading("One table of %,d rows, two figures a row, as `run backfill`", plan.rows(), 0))
                    .append("mengshi runs with `MENGSHI_JAVA_OPTIONS=\"" + Contender.FRUGAL + "\"`.\n\n")
                    .append(rounds.measure(table, plan.tableRounds()).table(Contender.FLOOR));
            Workload year = Workload.year(fresh("year"), server.home());
            // What lies in the sample only its reader knows: the first night says it, and all others must say the same.
            nights.first(year, Integer.MAX_VALUE);
            server.save(Truth.FLAT, year.rows());
            text.append(heading(
                            "The program's own sample of a year, %d files of its four forms, with its planted faults",
                            year.files(), 0))
                    .append("The floor loads the figures that mengshi published.\n\n")
                    .append(rounds.measure(year, plan.rounds()).table(Contender.FLOOR));

            text.append(heading("What else it costs", 0, 0))
                    .append(commands(server, nights))
                    .append(answers(nights))
                    .append(slope(nights))
                    .append(growth(server, nights, small));
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

    /** Seconds of CPU of short commands, on the warehouse that the last workload left. */
    private String commands(Server server, Nights nights) throws IOException, InterruptedException {
        StringBuilder text = new StringBuilder("Seconds of CPU from start to end, process and server, median of ")
                .append(LOOKS)
                .append(":");
        for (String command : COMMANDS) {
            List<Double> seconds = new ArrayList<>();
            for (int look = 0; look <= LOOKS; look++) {
                ProcessBuilder process = Run.in(
                        Path.of("."),
                        Map.of("MENGSHI_HOME", server.home().toString()),
                        Run.mengshi(command.split(" ")));
                double took = nights.meter(List.of(process), Nights.DONE).cpuMillis() / MILLIS_IN_SECOND;
                if (look > 0) {
                    seconds.add(took);
                }
            }
            text.append(String.format(Locale.ROOT, " `%s` %.2f,", command, Tally.median(seconds)));
        }
        text.setLength(text.length() - 1);
        return text.append(".\n").toString();
    }

    /** Workbooks that all have something to be said about, against the least that writing into them takes. */
    private String answers(Nights nights) throws IOException, InterruptedException, SQLException {
        Workload doubtful = Workload.small(ANSWERED, fresh("doubtful"), true);
        long answered = nights.first(doubtful, ANSWERED).steps().getOrDefault("respond", 0L);
        ProcessBuilder least = new ProcessBuilder(Contender.java(List.of(
                        "-cp",
                        System.getProperty("java.class.path"),
                        Repack.class.getName(),
                        doubtful.books().toString())))
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        Process process = least.start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("Packing the workbooks again ended with " + process.exitValue());
        }
        return String.format(
                Locale.ROOT,
                "%nRespond, where every one of %d workbooks has a finding, costs %.2f of reading, unpacking and packing the "
                        + "same workbooks (in memory, warm).%n",
                ANSWERED,
                answered / Double.parseDouble(printed.strip()));
    }

    /** What one more workbook costs at first and later, and where a night's time goes. */
    private String slope(Nights nights) throws IOException, InterruptedException, SQLException {
        Workload many = Workload.small(plan.slope(), fresh("slope"), false);
        long nothing = nights.first(many, 0).whole().cpuMillis();
        long few = nights.first(many, FEW).whole().cpuMillis();
        Nights.Night night = nights.first(many, many.files());
        StringBuilder text = new StringBuilder();
        if (many.files() > FEW) {
            double early = (few - nothing) / (double) FEW;
            double late = (night.whole().cpuMillis() - few) / (double) (many.files() - FEW);
            text.append(String.format(
                    Locale.ROOT,
                    "%nA further workbook costs, from %d to %,d, %.2f of what it costs up to %d (an empty night subtracted, "
                            + "one round; `-Dbench.slope=10000` for more).%n",
                    FEW,
                    many.files(),
                    late / early,
                    FEW));
        }
        text.append("\nOf that night's CPU, process and server, in per cent:");
        long sum = night.steps().values().stream().mapToLong(Long::longValue).sum();
        night.steps()
                .forEach((step, millis) ->
                        text.append(String.format(Locale.ROOT, " %s %.0f,", step, 100.0 * millis / Math.max(1, sum))));
        text.setLength(text.length() - 1);
        return text.append(".\n").toString();
    }

    /** A night on an empty warehouse and on a full one. */
    private String growth(Server server, Nights nights, Workload small)
            throws IOException, InterruptedException, SQLException {
        if (plan.facts() == 0) {
            return "\nNot run: a night on a full warehouse (`-Dbench.facts=10000000`, some minutes).\n";
        }
        // The first workbook makes forms and areas known, without which there is nothing to lay figures of the past
        // upon.
        nights.first(small, 1);
        double empty = nights.next(small, small.files()).whole().cpuMillis();
        nights.first(small, 1);
        long facts = server.fill(plan.facts());
        double full = nights.next(small, small.files()).whole().cpuMillis();
        return String.format(
                Locale.ROOT,
                "%nA night of %,d small workbooks costs, with %,d figures of earlier years in the warehouse, %.2f of what it "
                        + "costs on an empty one (one round).%n",
                small.files(),
                facts,
                full / empty);
    }
}
