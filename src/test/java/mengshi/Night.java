package mengshi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import mengshi.database.Database;
import mengshi.database.Login;
import mengshi.jobs.Folders;
import mengshi.jobs.JobResources;
import mengshi.jobs.JobRuns;
import mengshi.jobs.Limits;
import mengshi.jobs.Logins;
import mengshi.seeds.Seeds;
import mengshi.warehouse.Marts;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A bureau of its own for a test: a fresh database, an inbox, a store, and a clock that stands in August 2025. */
public final class Night implements AutoCloseable {

    private final Database database = TestDatabase.fresh();
    private final Path home;
    private String program = "test";
    private Clock clock = Clock.fixed(Instant.parse("2025-08-01T18:30:00Z"), ZoneOffset.UTC);

    private Night(Path home) {
        this.home = home;
    }

    public static Night in(Path home) throws IOException {
        Files.createDirectories(home.resolve("inbox"));
        return new Night(home);
    }

    public Path inbox() {
        return home.resolve("inbox");
    }

    Path reports() {
        return home.resolve("reports");
    }

    Path outbox() {
        return home.resolve("outbox");
    }

    Path store() {
        return home.resolve("store");
    }

    void send(Path file) throws IOException {
        Files.copy(file, inbox().resolve(file.getFileName().toString()));
    }

    /** A new version of the program is put in place. */
    void upgrades(String version) {
        program = version;
    }

    /** One night passes; what was in the inbox is taken. */
    public List<JobRuns.Ended> falls() throws IOException {
        List<JobRuns.Ended> ended = runs().nightly(inbox(), null);
        clock = Clock.offset(clock, Duration.ofDays(1));
        return ended;
    }

    JobRuns runs() {
        JobResources resources = new JobResources(
                new Logins(database.as(Login.LOADER), database.as(Login.READER), database.as(Login.RESPONDER)),
                Seeds.builtIn(),
                new Folders(store(), reports(), home.resolve("outbox")),
                clock,
                Limits.threads(2),
                (step, items, took) -> {});
        return new JobRuns(resources, 2025, program, "test");
    }

    /** Asks the marts, as any reader may. */
    public List<Map<String, Object>> ask(String sql) {
        return JdbcClient.create(database.as(Login.READER)).sql(sql).query().listOfRows();
    }

    Marts marts() {
        return new Marts(database.as(Login.READER));
    }

    @Override
    public void close() {
        database.close();
    }
}
