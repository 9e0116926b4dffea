package mengshi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import mengshi.TestDatabase;
import mengshi.cli.Shell.Ended;
import mengshi.database.Database;
import mengshi.database.RunLock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Each code the program may end with, and who is told when a job fails. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ExitCodesIT {

    private static final Set<Exit> SEEN = EnumSet.noneOf(Exit.class);

    @TempDir
    private static Path folder;

    private static Database database;

    @BeforeAll
    static void open() {
        database = TestDatabase.fresh();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    @Order(1)
    void all_is_done_wrongly_asked_or_not_to_be_had() throws IOException {
        seen(shell(Map.of()).run("targets", "list"), Exit.DONE);
        seen(shell(Map.of()).run("nightly", "--no-such-option"), Exit.USAGE);
        seen(shell(Map.of("MENGSHI_THREADS", "many")).run("status"), Exit.USAGE);
        seen(shell(Map.of()).run("doctor"), Exit.FOUND);
        seen(
                shell(Map.of("MENGSHI_DB_URL", database.url().replaceAll(":\\d+/", ":1/")))
                        .run("runs"),
                Exit.NOT_NOW);
        Path seeds = Files.createDirectories(folder.resolve("seeds"));
        Files.writeString(seeds.resolve("target_2025.csv"), "not,what,is,expected\n1,2,3,4\n");
        Ended broken = shell(Map.of("MENGSHI_SEEDS", seeds.toString())).run("targets", "list");
        seen(broken, Exit.UNEXPECTED);
        assertThat(broken.err()).contains("Something went wrong that should not", "--debug");
    }

    @Test
    @Order(2)
    void another_run_holds_the_lock() {
        try (RunLock lock = database.tryLock("facts").orElseThrow()) {
            assertThat(lock.isHeld()).isTrue();

            seen(shell(Map.of()).run("nightly"), Exit.LOCKED);
        }
    }

    @Test
    @Order(3)
    void a_job_that_fails_is_told_to_those_its_own_file_names() throws Exception {
        AtomicReference<String> posted = new AtomicReference<>("");
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            posted.set(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
        try {
            Path piped = folder.resolve("piped.json");
            Path jobs = Files.createDirectories(folder.resolve("jobs"));
            String address = "http://127.0.0.1:" + server.getAddress().getPort() + "/duty";
            Files.writeString(jobs.resolve("nightly.yaml"), hasty(address));
            Files.writeString(jobs.resolve("backfill.yaml"), hasty("cat > " + piped));
            Path inbox = Files.createDirectories(folder.resolve("history"));
            Files.writeString(inbox.resolve("one.xlsx"), "never opened: the job has no time at all");
            Shell shell = shell(Map.of("MENGSHI_JOBS", jobs.toString()));

            Ended backfill = shell.run("run", "backfill", "inbox=" + inbox, "form=NM-H01");

            seen(backfill, Exit.STEP_FAILED);
            assertThat(piped).content().contains("\"FAILED\"", "\"run\": 1");
            assertThat(posted).hasValue("");

            // What the history left undone is done first, in its own name; then the night fails in its.
            seen(shell.run("rerun"), Exit.STEP_FAILED);
            assertThat(posted).hasValue("");
            seen(shell(Map.of()).run("rerun"), Exit.FOUND);
            Path home = Files.createDirectories(folder.resolve("var/inbox"));
            Files.writeString(home.resolve("two.xlsx"), "never opened either");
            seen(shell.run("nightly"), Exit.STEP_FAILED);
            assertThat(posted.get()).contains("\"FAILED\"", "\"run\": 2");
        } finally {
            server.stop(0);
        }
        Path jobs = folder.resolve("jobs");
        Files.writeString(jobs.resolve("nightly.yaml"), hasty("http://127.0.0.1:1/nobody"));

        Ended untold = shell(Map.of("MENGSHI_JOBS", jobs.toString())).run("rerun");

        seen(untold, Exit.STEP_FAILED);
        assertThat(untold.err()).contains("Nobody could be told of the failed run", "on-failure of jobs/nightly.yaml");
    }

    @Test
    @Order(4)
    void every_code_there_is_was_seen_and_help_names_them_all() {
        Ended help = shell(Map.of()).run("--help");

        assertThat(SEEN).containsExactlyInAnyOrder(Exit.values());
        for (Exit exit : Exit.values()) {
            assertThat(help.out()).contains(exit.code() + "   ").containsIgnoringWhitespaces(exit.meaning());
        }
    }

    private static void seen(Ended ended, Exit exit) {
        assertThat(ended.code()).as(ended.out() + ended.err()).isEqualTo(exit.code());
        SEEN.add(exit);
    }

    private static Shell shell(Map<String, String> more) {
        Map<String, String> environment = new TreeMap<>(Map.of("MENGSHI_INBOX_QUIET", "0"));
        environment.putAll(more);
        return new Shell(database, folder, Clock.systemUTC(), environment);
    }

    private static String hasty(String onFailure) {
        return "purpose: hasty\nschedule: \"-\"\nzone: Asia/Shanghai\nparameters:\n  inbox: {meaning: i}\n"
                + "  form: {meaning: f}\ntimeout: 0m\non-failure: \"" + onFailure + "\"\n";
    }
}
