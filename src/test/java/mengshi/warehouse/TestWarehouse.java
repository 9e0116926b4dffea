package mengshi.warehouse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import mengshi.TestDatabase;
import mengshi.database.Database;
import mengshi.database.Login;
import mengshi.model.Reading;
import mengshi.seeds.Seeds;
import mengshi.validation.RuleBook;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A real database with the built-in seeds, and nights whose files were read by hand. */
final class TestWarehouse implements AutoCloseable {

    static final Instant START = Instant.parse("2025-07-20T18:00:00Z");

    /** The twelve leagues and cities. */
    static final List<String> AREAS = List.of(
            "150100", "150200", "150300", "150400", "150500", "150600", "150700", "150800", "150900", "152200",
            "152500", "152900");

    /** A finding as the marts show it. */
    record Found(
            String code,
            int level,
            String severity,
            String state,
            @Nullable String sheet,
            @Nullable String cell,
            @Nullable String observed,
            @Nullable String expected) {}

    /** What an edit said of a key that it did not pass. */
    record Result(String outcome, @Nullable String blockedBy) {}

    /** How many keys an edit looked at in a submission. */
    record Count(int passed, int failed, int notCheckable) {}

    private final SettableClock clock = new SettableClock(START);
    private final Database database = TestDatabase.fresh();
    private final DataSource loader = database.as(Login.LOADER);
    private final JdbcClient owner = JdbcClient.create(database.as(Login.OWNER));
    private final JdbcClient reader = JdbcClient.create(database.as(Login.READER));
    private final SeedVersions versions = new ReferenceData(loader, Seeds.builtIn(), 2025).load();
    private final List<RuleBook.EditType> editTypes =
            RuleBook.from(Seeds.builtIn()).types();
    private final Map<String, Reading> store = new HashMap<>();

    SettableClock clock() {
        return clock;
    }

    DataSource loader() {
        return loader;
    }

    /** With every right, to look behind the marts and to bring about what the program itself does not. */
    JdbcClient owner() {
        return owner;
    }

    JdbcClient reader() {
        return reader;
    }

    Marts marts() {
        return new Marts(database.as(Login.READER));
    }

    /** The reader on connections of its own, which take the time zone that this machine has then. */
    DataSource newConnections() {
        try {
            return new DriverManagerDataSource(
                    database.url(),
                    "mengshi_reader",
                    Files.readString(TestDatabase.folder().resolve("mengshi_reader.password")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Night night() {
        return night("1.0");
    }

    Night night(String program) {
        return night(program, versions);
    }

    Night night(String program, SeedVersions seeds) {
        Run run = new Runs(loader, clock).begin("nightly", Map.of(), "test", program, seeds);
        return new Night(this, run);
    }

    SeedVersions versions() {
        return versions;
    }

    Map<String, Reading> store() {
        return store;
    }

    List<RuleBook.EditType> editTypes() {
        return editTypes;
    }

    /** Forgets every run, submission and fact; the seeds stay. */
    void clear() {
        // Facts and counts have no key into the ledger that would take them along, and facts refuse to be emptied.
        TestDatabase.withoutTriggers(
                database, "truncate warehouse.fact_observation, ops.edit_outcome, ops.run, ops.submission cascade");
        owner.sql("truncate staging.observation, staging.reading_finding, staging.edit_result")
                .update();
    }

    String state(long submission) {
        return text("select state from mart.submission where submission_id = " + submission);
    }

    @Nullable
    String reason(long submission) {
        return reader.sql("select reason_code from mart.submission where submission_id = ?")
                .param(submission)
                .query((row, number) -> Optional.ofNullable(row.getString(1)))
                .single()
                .orElse(null);
    }

    int version(long submission) {
        return whole("select version from mart.submission where submission_id = " + submission);
    }

    /** The findings of one code, by their cells. */
    List<Found> findings(long submission, String code) {
        return reader.sql("""
                        select code, level, severity, state, sheet, cell, observed, expected
                        from mart.finding
                        where submission_id = ? and code = ?
                        order by cell, observed""").param(submission).param(code).query(Found.class).list();
    }

    List<String> codes(long submission) {
        return reader.sql("select code from mart.finding where submission_id = ? and state <> 'FIXED' order by code")
                .param(submission)
                .query(String.class)
                .list();
    }

    List<String> messages(long submission) {
        return reader.sql("""
                        select concat_ws(' ', message_zh, message_en, advice_zh, advice_en)
                        from mart.finding
                        where submission_id = ?""").param(submission).query(String.class).list();
    }

    /** What the newest run's edit kept of a key; nothing where it passed, or was not asked. */
    List<Result> results(long submission, String edit, String key) {
        return owner.sql("""
                        select outcome, blocked_by
                        from staging.edit_result
                        where submission_id = ? and edit_id = ? and finding_key = ?
                            and run_id = (select max(run_id) from ops.run)""")
                .param(submission)
                .param(edit)
                .param(key)
                .query(Result.class)
                .list();
    }

    Count count(long submission, String edit) {
        return reader.sql("""
                        select passed, failed, not_checkable
                        from mart.edit_outcome
                        where submission_id = ? and edit_id = ?
                        order by run_id desc
                        limit 1""")
                .param(submission)
                .param(edit)
                .query(Count.class)
                .optional()
                .orElse(new Count(0, 0, 0));
    }

    /** The first cell of the answer, as the reader sees it. */
    String text(String sql) {
        return reader.sql(sql).query(String.class).single();
    }

    int whole(String sql) {
        return reader.sql(sql).query(Integer.class).single();
    }

    List<String> texts(String sql) {
        return reader.sql(sql).query(String.class).list();
    }

    @Override
    public void close() {
        database.close();
    }
}
