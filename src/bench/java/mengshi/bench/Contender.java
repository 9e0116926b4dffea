package mengshi.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
 */
record Contender(String name, Optional<String> missing, Commands commands, Set<Integer> good, Database database) {

    /** Where the rows lie afterwards. */
    enum Database {
        MENGSHI,
        PEERS
    }

    /** The command lines for one workload. */
    interface Commands {
        List<ProcessBuilder> of(Workload workload, Server server) throws IOException;
    }

    /** Exit codes 0 and 3: done, and done with findings. */
    private static final Set<Integer> DONE = Set.of(0, 3);

    private static final Path PEERS = Path.of("src/bench/peers").toAbsolutePath();
    private static final String SYSTEM_PYTHON = "/usr/bin/python3";

    /** Ourselves, then the floor, then the peers; each also where it cannot run, so that its absence is told. */
    static List<Contender> all(Path work) throws IOException, InterruptedException {
        return List.of(mengshi(), floor(), conventional(work), sheetJs(work), pandas(), xlsx2csv());
    }

    private static Contender mengshi() {
        return new Contender(
                "mengshi",
                Optional.empty(),
                (workload, server) -> {
                    Path inbox = server.home().resolve("inbox");
                    Files.createDirectories(inbox);
                    return List.of(Run.in(
                            Path.of("."),
                            Map.of(
                                    "MENGSHI_HOME",
                                    server.home().toString(),
                                    "MENGSHI_SEEDS",
                                    workload.seeds().toString()),
                            Run.mengshi("nightly")));
                },
                DONE,
                Database.MENGSHI);
    }

    private static Contender floor() {
        return new Contender(
                "floor (inflate, then COPY of ready rows)",
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
                Database.PEERS);
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
                Database.PEERS);
    }

    private static List<String> conventional(Path jar, Workload workload, Server server) {
        List<String> command = new ArrayList<>(List.of(javaProgram(), "-Dbooks=" + workload.books(), "-jar"));
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
                    List.of("npm", "install", "--silent", "--no-audit", "--no-fund"),
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
                                workload.books().toString()))),
                Set.of(0),
                Database.PEERS);
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
                                workload.books().toString()))),
                Set.of(0),
                Database.PEERS);
    }

    private static Contender xlsx2csv() {
        return new Contender(
                "xlsx2csv | awk | psql \\copy",
                lacking("xlsx2csv").or(() -> lacking("psql")),
                (workload, server) -> List.of(peer(
                        server,
                        List.of(
                                PEERS.resolve("xlsx2csv/load.sh").toString(),
                                workload.books().toString()))),
                Set.of(0),
                Database.PEERS);
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

    private static List<String> java(List<String> arguments) {
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
