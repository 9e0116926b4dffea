package mengshi.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import mengshi.files.Failpoint;

/**
 * A copy of the same bureau for every fault: its own database, made from a template, and its own folder. Whatever happens
 * to it happens to no other.
 */
final class Bureau implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 180;

    /**
     * A transaction that is undone uses up numbers, which is no difference to speak of, but would be one in every receipt.
     */
    private static final String GIVE_NUMBERS_BACK = """
            do $$
            declare
                numbered record;
            begin
                for numbered in
                    select
                        format('%I.%I', table_schema, table_name) as place,
                        column_name,
                        pg_get_serial_sequence(
                            format('%I.%I', table_schema, table_name), column_name
                        ) as numbers
                    from information_schema.columns
                    where table_schema in ('ops', 'warehouse')
                        and pg_get_serial_sequence(
                            format('%I.%I', table_schema, table_name), column_name
                        ) is not null
                loop
                    execute format(
                        'select setval(%L, coalesce(max(%I), 0) + 1, false) from %s',
                        numbered.numbers, numbered.column_name, numbered.place
                    );
                end loop;
            end
            $$
            """;

    /** Spring Batch remembers steps of a JVM by their numbers alone, and every database begins with the same. */
    private static final String OWN_NUMBERS = "select setval('batch.batch_%s_seq', %d)";

    private static final String CUT_LOCK = "select count(pg_terminate_backend(pid, 5000)) from pg_locks"
            + " where locktype = 'advisory' and objsubid = 1"
            + " and database = (select oid from pg_database where datname = current_database())";

    private static final AtomicInteger COPIES = new AtomicInteger();

    /** Where the database server is and how to get in. */
    record Server(String url, Path folder) {

        int port() {
            return URI.create(url.substring("jdbc:".length())).getPort();
        }

        /** The same server, reached through another port of this machine. */
        Server through(int port) {
            return new Server(url.replace(":" + port() + "/", ":" + port + "/"), folder);
        }

        String at(String database) {
            return url.substring(0, url.lastIndexOf('/') + 1) + database;
        }

        void tell(String sql) throws SQLException {
            tell("postgres", sql);
        }

        void tell(String database, String sql) throws SQLException {
            try (Connection connection = superuser(database);
                    Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }

        String ask(String database, String sql) throws SQLException {
            try (Connection connection = superuser(database);
                    Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(sql)) {
                row.next();
                return String.valueOf(row.getString(1));
            }
        }

        private Connection superuser(String database) throws SQLException {
            try {
                return World.outside(at(database), "postgres", Files.readString(folder.resolve("postgres.password")));
            } catch (IOException e) {
                throw new SQLException(e);
            }
        }
    }

    private final String database;
    private final Path folder;
    private final Clock clock;
    private final Map<String, String> settings = new HashMap<>();
    private final List<World> worlds = new CopyOnWriteArrayList<>();
    private final List<Thread> threads = new CopyOnWriteArrayList<>();
    private volatile Server server;

    private Bureau(Server server, String database, Path folder, Clock clock) {
        this.server = server;
        this.database = database;
        this.folder = folder;
        this.clock = clock;
        settings.putAll(Shell.logins(server.at(database), server.folder()));
        settings.put("MENGSHI_INBOX_QUIET", "0");
        settings.put("MENGSHI_THREADS", "1");
    }

    /**
     * A copy of what a {@link LittleNight} has prepared.
     *
     * @param name of the copy, in small letters
     */
    static Bureau copyOf(LittleNight night, String name, Path folder, Clock clock) throws Exception {
        String database = night.template() + "_" + name;
        night.server().tell("create database " + database + " template " + night.template() + " owner mengshi_owner");
        for (String numbers : List.of("job_instance", "job_execution", "step_execution")) {
            night.server().ask(database, OWN_NUMBERS.formatted(numbers, COPIES.incrementAndGet() * 1000L));
        }
        copy(night.home(), folder.resolve("var"));
        return new Bureau(night.server(), database, folder, clock);
    }

    Server server() {
        return server;
    }

    String database() {
        return database;
    }

    Path home() {
        return folder.resolve("var");
    }

    /** Sets one of the program's settings for the commands to come. */
    Bureau with(String name, String value) {
        settings.put(name, value);
        return this;
    }

    /** The server is elsewhere now: one that was started again has another port. */
    void follow(Server moved) {
        server = moved;
        reachThrough(moved);
    }

    /** Commands reach the database there, while the test itself goes on where the server is. */
    void reachThrough(Server other) {
        with("MENGSHI_DB_URL", other.at(database));
    }

    Map<String, String> settings() {
        return settings;
    }

    /** Runs a command to its end, or until its world has died; then nothing of it is left but what it committed. */
    Shell.Ended run(World world, String... arguments) throws Exception {
        Lines out = new Lines(world);
        Lines err = new Lines(world);
        FutureTask<Integer> command = new FutureTask<>(() -> {
            world.enter();
            return Mengshi.run(program(out, err), arguments);
        });
        Thread thread = new Thread(command, "night");
        thread.setDaemon(true);
        worlds.add(world);
        threads.add(thread);
        thread.start();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!command.isDone() && !world.awaitDeath(5)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("No end after " + PATIENCE_SECONDS + " s: " + out + err);
            }
        }
        if (world.isDead()) {
            bury();
            return new Shell.Ended(Failpoint.HALTED, out.toString(), err.toString());
        }
        try {
            return new Shell.Ended(command.get(), out.toString(), err.toString());
        } catch (ExecutionException e) {
            throw new AssertionError("The command ended by an error", e.getCause());
        }
    }

    /** The command that an operator types after a fault; where the run had not even begun, the next night takes it all. */
    Shell.Ended goOn() throws Exception {
        Shell.Ended rerun = run(World.calm(), "rerun");
        return rerun.out().startsWith("Nothing to do") ? run(World.calm(), "nightly") : rerun;
    }

    private Program program(Lines out, Lines err) {
        return new Program(
                settings,
                folder,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                clock,
                "UTF-8",
                Program.Terminals.NONE);
    }

    /** What the kernel does with a dead process: its connections end. Its drafts are older than whoever comes next. */
    private void bury() throws Exception {
        server.tell("alter database " + database + " with allow_connections false");
        cut();
        server.tell("alter database " + database + " with allow_connections true");
        giveNumbersBack();
        FileTime past =
                FileTime.fromMillis(ManagementFactory.getRuntimeMXBean().getStartTime() - TimeUnit.MINUTES.toMillis(1));
        for (Path draft : drafts()) {
            Files.setLastModifiedTime(draft, past);
        }
    }

    /** Lets the next rows have the numbers that they would have had if nothing had been undone. */
    void giveNumbersBack() throws SQLException {
        server.tell(database, GIVE_NUMBERS_BACK);
    }

    /** Ends the connection that holds the run lock, and no other. */
    void cutLock() throws SQLException {
        String cut = server.ask(database, CUT_LOCK);
        if (!cut.equals("1")) {
            throw new AssertionError("Cut " + cut + " locks instead of one");
        }
    }

    /** Ends all connections to the database; returns when they are gone. */
    void cut() throws Exception {
        String sessions = " from pg_stat_activity where datname = '" + database + "'";
        String left = "";
        while (!left.equals("0")) {
            server.ask("postgres", "select count(pg_terminate_backend(pid))" + sessions);
            left = server.ask("postgres", "select count(*)" + sessions);
        }
    }

    List<Path> drafts() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(path -> path.getFileName().toString().startsWith(".draft-"))
                    .toList();
        }
    }

    @Override
    public void close() throws Exception {
        worlds.forEach(World::isOver);
        for (Thread thread : threads) {
            thread.join(TimeUnit.SECONDS.toMillis(10));
        }
        server.tell("drop database " + database + " with (force)");
        remove(folder);
    }

    static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.toList()) {
                Path target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(path, target, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
    }

    static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }

    /** What is printed, told to the world line by line. */
    private static final class Lines extends ByteArrayOutputStream {

        private final World world;
        private int begun;

        Lines(World world) {
            this.world = world;
        }

        @Override
        public synchronized void write(int single) {
            write(new byte[] {(byte) single}, 0, 1);
        }

        @Override
        public synchronized void write(byte[] bytes, int offset, int length) {
            super.write(bytes, offset, length);
            for (int place = begun; place < count; place++) {
                if (buf[place] == '\n') {
                    world.printed(new String(buf, begun, place - begun, StandardCharsets.UTF_8));
                    begun = place + 1;
                }
            }
        }

        @Override
        public synchronized String toString() {
            return toString(StandardCharsets.UTF_8);
        }
    }
}
