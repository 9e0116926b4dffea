package mengshi.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One way of getting the workbooks' rows into the database, as the processes a person would start.
 *
 * @param missing what it lacks on this machine; empty if it can run
 * @param commands run one after the other; together they are the measured work
 * @param good exit codes that mean success
 * @param suits the workloads it can load
 * @param patience in how many rounds at most it takes part
 */
record Contender(
        String name,
        Optional<String> missing,
        Commands commands,
        Set<Integer> good,
        Database database,
        Set<Workload.Kind> suits,
        int patience) {

    static final String OURS = "mengshi, the whole night";

    /** The part of it that the others do as well. */
    static final String LOADING = "mengshi, receive … publish";

    static final String FLOOR = "floor (inflate, then COPY of ready rows)";

    private static final Set<Workload.Kind> ANY = EnumSet.allOf(Workload.Kind.class);
    private static final Set<Workload.Kind> GENERATED = EnumSet.of(Workload.Kind.SMALL, Workload.Kind.CROSSTAB);

    /** A table is read row by row: a small heap is enough. */
    static final String FRUGAL =
            "-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:CompileThresholdScaling=3 -Xmx28m -Xmn5m";

    private static final int ALWAYS = Integer.MAX_VALUE;

    /** Whoever takes half a minute and more would make the benchmark too long to be run. */
    private static final int ONCE = 1;

    /** Where the rows lie afterwards. */
    enum Database {
        MENGSHI,
        PEERS
    }

    /** The command lines for one workload. */
    interface Commands {
        List<ProcessBuilder> of(Workload workload, Server server) throws IOException;
    }

    private static final Path PEERS = Path.of("src/bench/peers").toAbsolutePath();
    private static final String SYSTEM_PYTHON = "/usr/bin/python3";

    /** Ourselves, then the floor, then the peers; each also where it cannot run, so that its absence is told. */
    static List<Contender> all(Path work) throws IOException, InterruptedException {
        return List.of(mengshi(), floor(), conventional(work), sheetJs(work), pandas(), xlsx2csv(), ogr2ogr());
    }

    private static Contender mengshi() {
        return new Contender(
                OURS,
                Optional.empty(),
                (workload, server) -> List.of(ours(workload, server)),
                Nights.DONE,
                Database.MENGSHI,
                ANY,
                ALWAYS);
    }

    /** The command a person would give for the workload. */
    static ProcessBuilder ours(Workload workload, Server server) throws IOException {
        Path inbox = Files.createDirectories(server.home().resolve("inbox"));
        Map<String, String> environment = new HashMap<>();
        environment.put("MENGSHI_HOME", server.home().toString());
        if (workload.seeds() != null) {
            environment.put("MENGSHI_SEEDS", workload.seeds().toString());
        }
        if (workload.kind() != Workload.Kind.CROSSTAB) {
            return Run.in(Path.of("."), environment, Run.mengshi("nightly"));
        }
        environment.put("MENGSHI_JAVA_OPTIONS", FRUGAL);
        return Run.in(
                Path.of("."),
                environment,
                Run.mengshi("run", "backfill", "inbox=" + inbox, "form=" + BenchSeeds.TABLE));
    }

    private static Contender floor() {
        return new Contender(
                FLOOR,
                lacking("psql"),
                (workload, server) -> List.of(
                        peer(
                                server,
                                java(List.of(
                                        "-cp",
                                        System.getProperty("java.class.path"),
                                        Inflate.class.getName(),
                                        workload.books().toString()))),
                        peer(
                                server,
                                List.of(
                                        "psql",
                                        "-q",
                                        "-v",
                                        "ON_ERROR_STOP=1",
                                        "-c",
                                        "\\copy observation from '" + workload.rows() + "'"))),
                Set.of(0),
                Database.PEERS,
                ANY,
                ALWAYS);
    }

    private static Contender conventional(Path work) throws IOException, InterruptedException {
        Path jar = work.resolve("conventional/target/conventional.jar");
        Optional<String> missing = build(
                PEERS.resolve("conventional"),
                work.resolve("conventional"),
                List.of("mvn", "-q", "-B", "package"),
                jar);
        return new Contender(
                "conventional job (spring-batch-excel 0.1.1 streaming, JdbcBatchItemWriter)",
                missing,
                (workload, server) -> List.of(peer(server, conventional(jar, workload, server))),
                Set.of(0),
                Database.PEERS,
                GENERATED,
                ALWAYS);
    }

    private static List<String> conventional(Path jar, Workload workload, Server server) {
        List<String> command = new ArrayList<>(
                List.of(javaProgram(), "-Dbooks=" + workload.books(), "-Dlayout=" + workload.layout(), "-jar"));
        command.add(jar.toString());
        command.add("--spring.datasource.url=jdbc:postgresql://127.0.0.1:" + server.port() + "/peers");
        command.add("--spring.datasource.username=postgres");
        command.add("--spring.datasource.password=" + server.password());
        command.add("--spring.batch.jdbc.initialize-schema=always");
        command.add("at=" + System.nanoTime());
        return command;
    }

    private static Contender sheetJs(Path work) throws IOException, InterruptedException {
        Path folder = work.resolve("sheetjs");
        Optional<String> missing = lacking("node").or(() -> lacking("npm"));
        if (missing.isEmpty()) {
            missing = build(
                    PEERS.resolve("sheetjs"),
                    folder,
                    List.of("npm", "ci", "--silent", "--no-audit", "--no-fund"),
                    folder.resolve("node_modules/pg/package.json"));
        }
        return new Contender(
                "SheetJS 0.18.5 + pg-copy-streams",
                missing,
                (workload, server) -> List.of(peer(
                        server,
                        List.of(
                                "node",
                                folder.resolve("load.mjs").toString(),
                                workload.books().toString(),
                                workload.layout()))),
                Set.of(0),
                Database.PEERS,
                GENERATED,
                ALWAYS);
    }

    private static Contender pandas() throws IOException, InterruptedException {
        return new Contender(
                "pandas + openpyxl + COPY",
                runs(List.of(SYSTEM_PYTHON, "-c", "import pandas, openpyxl, psycopg2"))
                        ? Optional.empty()
                        : Optional.of("needs python3-pandas, python3-openpyxl and python3-psycopg2"),
                (workload, server) -> List.of(peer(
                        server,
                        List.of(
                                SYSTEM_PYTHON,
                                PEERS.resolve("pandas/load.py").toString(),
                                workload.books().toString(),
                                workload.layout()))),
                Set.of(0),
                Database.PEERS,
                GENERATED,
                ONCE);
    }

    private static Contender xlsx2csv() {
        return new Contender(
                "xlsx2csv | awk | psql \\copy",
                lacking("xlsx2csv").or(() -> lacking("psql")),
                (workload, server) -> List.of(peer(
                        server,
                        List.of(
                                PEERS.resolve("xlsx2csv/load.sh").toString(),
                                workload.books().toString(),
                                workload.layout()))),
                Set.of(0),
                Database.PEERS,
                GENERATED,
                ONCE);
    }

    /** It reads one table well; a process for each of a thousand books would measure how processes start. */
    private static Contender ogr2ogr() {
        return new Contender(
                "ogr2ogr + insert select (table only)",
                lacking("ogr2ogr").or(() -> lacking("psql")),
                (workload, server) -> List.of(peer(
                        server,
                        List.of(
                                PEERS.resolve("ogr2ogr/load.sh").toString(),
                                workload.books().toString()))),
                Set.of(0),
                Database.PEERS,
                EnumSet.of(Workload.Kind.CROSSTAB),
                ALWAYS);
    }

    private static ProcessBuilder peer(Server server, List<String> command) {
        return Run.in(
                Path.of("."),
                Map.of(
                        "PGHOST",
                        "127.0.0.1",
                        "PGPORT",
                        Integer.toString(server.port()),
                        "PGUSER",
                        "postgres",
                        "PGPASSWORD",
                        server.password(),
                        "PGDATABASE",
                        "peers"),
                command);
    }

    static List<String> java(List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(javaProgram(), "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.addAll(arguments);
        return command;
    }

    private static String javaProgram() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** Copies a peer's sources beside the workload and builds them there, so that the project stays as it is. */
    private static Optional<String> build(Path sources, Path folder, List<String> command, Path result)
            throws IOException, InterruptedException {
        if (!Files.exists(result)) {
            try (var files = Files.walk(sources)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Path copy = folder.resolve(sources.relativize(file));
                    Files.createDirectories(copy.getParent());
                    Files.write(copy, Files.readAllBytes(file));
                }
            }
            ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
            // Maven hands its own settings to children, who would then build with them.
            builder.environment().keySet().removeIf(name -> name.startsWith("MAVEN_"));
            builder.redirectErrorStream(true)
                    .redirectOutput(folder.resolve("build.log").toFile());
            if (builder.start().waitFor() != 0) {
                return Optional.of("could not be built; see " + folder.resolve("build.log"));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> lacking(String program) {
        try {
            return runs(List.of(program, "--version")) ? Optional.empty() : Optional.of("needs " + program);
        } catch (IOException e) {
            return Optional.of("needs " + program);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("interrupted");
        }
    }

    private static boolean runs(List<String> command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }
}
