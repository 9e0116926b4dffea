package mengshi.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mengshi.TestDatabase;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class DatabaseIT {

    private static Database database;

    @BeforeAll
    static void a_database_with_a_fact_and_a_target() {
        database = TestDatabase.fresh();
        JdbcClient owner = as(Login.OWNER);
        owner.sql("create table warehouse.trial_fact (a int)").update();
        owner.sql("create view mart.trial as select a from warehouse.trial_fact")
                .update();
        owner.sql("create table warehouse.trial_target (a int)").update();
        owner.sql("create view mart.trial_progress as select a from warehouse.trial_target")
                .update();
        owner.sql("create view mart.trial_trace as select p.a from mart.trial_progress p")
                .update();
        owner.sql("create function mart.trial_as_known() returns setof int language sql"
                        + " as 'select a from mart.trial_progress join warehouse.trial_target using (a)'")
                .update();
        owner.sql("create table staging.trial (a int generated always as identity, b int)")
                .update();
        database.migrate();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void the_loader_adds_facts_and_can_neither_change_nor_remove_one() {
        JdbcClient loader = as(Login.LOADER);
        int added = loader.sql("insert into warehouse.trial_fact values (1)").update();

        assertThat(added).isEqualTo(1);
        assertForbidden(
                () -> loader.sql("update warehouse.trial_fact set a = 2").update());
        assertForbidden(() -> loader.sql("delete from warehouse.trial_fact").update());
        assertForbidden(() -> loader.sql("truncate warehouse.trial_fact").update());
        assertForbidden(() -> loader.sql("drop table warehouse.trial_fact").update());
        assertForbidden(
                () -> loader.sql("alter table warehouse.trial_fact add b int").update());
        assertForbidden(() -> loader.sql("create table warehouse.other (a int)").update());
        assertForbidden(() -> loader.sql("create table public.other (a int)").update());
    }

    @Test
    void the_loader_works_freely_in_staging_and_in_the_batch_tables() {
        JdbcClient loader = as(Login.LOADER);

        loader.sql("insert into staging.trial (b) values (1)").update();
        int changed = loader.sql("update staging.trial set b = 2").update();
        int removed = loader.sql("delete from staging.trial").update();
        long next = loader.sql("select nextval('batch.batch_JOB_INSTANCE_SEQ')")
                .query(Long.class)
                .single();
        loader.sql("insert into batch.batch_job_instance (job_instance_id, job_name, job_key) values (?, 'a', 'b')")
                .param(next)
                .update();
        int batch = loader.sql("delete from batch.batch_job_instance").update();

        assertThat(List.of(changed, removed, batch)).containsExactly(1, 1, 1);
    }

    @Test
    void the_reader_sees_the_marts_and_writes_nothing() {
        JdbcClient reader = as(Login.READER);

        assertThat(reader.sql("select count(*) from trial").query(Long.class).single())
                .isNotNegative();
        assertThat(reader.sql("select count(*) from mart.trial_progress")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(reader.sql("show statement_timeout").query(String.class).single())
                .isEqualTo("1min");
        assertForbidden(
                () -> reader.sql("select * from warehouse.trial_fact").query().listOfRows());
        assertForbidden(() ->
                reader.sql("select * from ops.flyway_schema_history").query().listOfRows());
        assertThatThrownBy(() -> reader.sql("create table mart.mine (a int)").update())
                .hasMessageContaining("read-only transaction");
        assertThatThrownBy(
                        () -> reader.sql("create temporary table mine (a int)").update())
                .hasMessageContaining("read-only transaction");
    }

    /** Asked of every table there is, so that one that comes later is not forgotten. */
    @Test
    void the_reader_sees_every_mart_and_no_other_table() {
        JdbcClient reader = as(Login.READER);
        List<String> marts = relations("in ('mart')");
        List<String> others = relations("in ('staging', 'warehouse', 'ops', 'batch')");

        assertThat(marts).hasSizeGreaterThan(30).allSatisfy(mart -> assertThat(
                        reader.sql("select * from " + mart + " limit 1").query().listOfRows())
                .hasSizeLessThan(2));
        assertThat(others)
                .hasSizeGreaterThan(60)
                .contains("staging.observation", "ops.submission", "warehouse.fact_observation")
                .allSatisfy(table -> assertForbidden(() -> reader.sql("select 1 from " + table + " limit 1")
                        .query()
                        .listOfRows()));
    }

    @Test
    void the_reader_writes_nothing_in_a_transaction_that_may_write_either() throws SQLException {
        for (String attempt : List.of(
                "create table mart.mine (a int)",
                "create schema mine",
                "insert into mart.trial values (1)",
                "delete from mart.submission",
                "update warehouse.fact_observation set value = 1",
                "select warehouse.prepare_years(2050)",
                "select nextval('batch.batch_job_instance_seq')")) {
            try (Connection connection = database.as(Login.READER).getConnection();
                    Statement statement = connection.createStatement()) {
                connection.setAutoCommit(false);
                statement.execute("set transaction read write");
                assertThatThrownBy(() -> statement.execute(attempt))
                        .as(attempt)
                        .hasMessageMatching("(?s).*(permission denied|cannot (insert|delete)).*");
                connection.rollback();
            }
        }
    }

    @Test
    void the_responder_sees_nothing_that_reads_from_a_target() {
        JdbcClient responder = as(Login.RESPONDER);

        assertThat(responder
                        .sql("select count(*) from mart.trial")
                        .query(Long.class)
                        .single())
                .isNotNegative();
        assertForbidden(
                () -> responder.sql("select * from mart.trial_progress").query().listOfRows());
        assertForbidden(
                () -> responder.sql("select * from mart.trial_trace").query().listOfRows());
        assertForbidden(
                () -> responder.sql("select mart.trial_as_known()").query().listOfRows());
        assertForbidden(() ->
                responder.sql("select * from warehouse.trial_target").query().listOfRows());
    }

    @Test
    void migrating_again_changes_nothing() {
        JdbcClient owner = as(Login.OWNER);
        String history = "select string_agg(concat_ws(' ', installed_rank, version, checksum, success), '; ')"
                + " from ops.flyway_schema_history";
        String before = owner.sql(history).query(String.class).single();

        database.migrate();

        assertThat(owner.sql(history).query(String.class).single()).isEqualTo(before);
    }

    @Test
    void every_table_says_what_a_row_of_it_is() {
        List<String> silent = as(Login.OWNER).sql("""
                        select c.oid::regclass::text
                        from pg_class c
                        join pg_namespace n on n.oid = c.relnamespace
                        where n.nspname in ('staging', 'warehouse', 'mart', 'ops', 'batch')
                          and c.relkind in ('r', 'p', 'v', 'm')
                          and not c.relispartition
                          and c.relname not like '%trial%'
                          and c.relname <> 'flyway_schema_history'
                          and coalesce(obj_description(c.oid, 'pg_class'), '') not like 'One row per %'
                        """).query(String.class).list();

        assertThat(silent).isEmpty();
    }

    @Test
    void a_lock_keeps_a_second_taker_out_until_it_is_given_back() {
        try (RunLock lock = database.tryLock("nightly").orElseThrow()) {
            assertThat(database.tryLock("nightly")).isEmpty();
            assertThat(database.tryLock("other").map(RunLock::isHeld)).contains(true);
            assertThat(lock.isHeld()).isTrue();
        }

        Optional<RunLock> again = database.tryLock("nightly");
        assertThat(again).isPresent();
        again.ifPresent(RunLock::close);
    }

    @Test
    void a_lock_whose_connection_died_is_known_to_be_lost() {
        try (RunLock lock = database.tryLock("doomed").orElseThrow()) {
            as(Login.LOADER)
                    .sql("select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory'"
                            + " and ((classid::bigint << 32) | objid::bigint) = hashtextextended('doomed', 0)")
                    .query()
                    .listOfRows();

            assertThat(lock.isHeld()).isFalse();
            assertThat(database.tryLock("doomed").map(RunLock::isHeld)).contains(true);
        }
    }

    @Test
    void two_test_databases_do_not_see_each_other() {
        try (Database other = TestDatabase.fresh()) {
            assertThat(other.url()).isNotEqualTo(database.url());
            assertThat(JdbcClient.create(other.as(Login.OWNER))
                            .sql("select to_regclass('warehouse.trial_fact') is null")
                            .query(Boolean.class)
                            .single())
                    .isTrue();
        }
    }

    @Test
    void a_server_run_by_others_is_used_with_the_logins_given(@TempDir Path folder) throws IOException {
        Map<Login, DatabaseSettings.Credentials> logins = new EnumMap<>(Login.class);
        try (Database own = Database.open(DatabaseSettings.embedded(folder))) {
            for (Login login : Login.values()) {
                logins.put(
                        login,
                        new DatabaseSettings.Credentials(
                                login.embeddedRole(), folder.resolve(login.embeddedRole() + ".password")));
            }
            DatabaseSettings external = DatabaseSettings.external(own.url(), logins);

            try (Database theirs = Database.open(external)) {
                theirs.migrate();

                assertThat(theirs.embedded()).isFalse();
                assertThat(JdbcClient.create(theirs.as(Login.LOADER))
                                .sql("select current_user")
                                .query(String.class)
                                .single())
                        .isEqualTo("mengshi_loader");
                assertThat(Database.status(external).running()).isTrue();
            }

            Files.writeString(folder.resolve("mengshi_loader.password"), "wrong");
            assertThatThrownBy(() -> Database.open(external))
                    .isInstanceOf(DatabaseUnavailable.class)
                    .hasMessageContaining("password authentication failed")
                    .hasMessageContaining("see that MENGSHI_DB_URL, the users and their password files are right");
        }
    }

    private static JdbcClient as(Login login) {
        return JdbcClient.create(database.as(login));
    }

    private static List<String> relations(String schemas) {
        return as(Login.OWNER)
                .sql("select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace"
                        + " where c.relkind in ('r', 'p', 'v', 'm') and n.nspname " + schemas)
                .query(String.class)
                .list();
    }

    private static void assertForbidden(ThrowingCallable work) {
        assertThatThrownBy(work).rootCause().hasMessageMatching("(?s).*(permission denied|must be owner).*");
    }
}
