package mengshi.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class EmbeddedServerIT {

    @TempDir
    private static Path folder;

    private final DatabaseSettings settings = DatabaseSettings.embedded(folder);

    @AfterEach
    void nothing_runs_afterwards() {
        assertThat(Database.stop(settings).running()).isFalse();
    }

    @Test
    void a_server_is_durable_and_lets_nobody_in_without_a_password() throws IOException {
        try (Database database = Database.open(settings)) {
            JdbcClient loader = JdbcClient.create(database.as(Login.LOADER));

            assertThat(List.of("fsync", "synchronous_commit", "full_page_writes", "listen_addresses", "TimeZone"))
                    .extracting(name -> loader.sql("select current_setting(?)")
                            .param(name)
                            .query(String.class)
                            .single())
                    .startsWith("on", "on", "on", "127.0.0.1");
            assertThatThrownBy(() -> new Account(database.url(), "postgres", "").connect())
                    .isInstanceOf(SQLException.class);
            assertThatThrownBy(() -> new Account(database.url(), "mengshi_owner", "guess").connect())
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
        }

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(folder.resolve("mengshi_loader.password"))))
                .isEqualTo("rw-------");
    }

    @Test
    void two_users_in_one_program_share_the_server_and_the_last_one_stops_it() {
        Database first = Database.open(settings);
        Database second = Database.open(settings);
        assertThat(second.url()).isEqualTo(first.url());

        first.close();
        first.close();

        assertThat(JdbcClient.create(second.as(Login.LOADER))
                        .sql("select 1")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(Database.status(settings))
                .returns(true, ServerStatus::running)
                .returns(true, ServerStatus::inUse)
                .returns(second.url(), ServerStatus::url);

        second.close();

        assertThat(Database.status(settings))
                .returns(false, ServerStatus::running)
                .returns(false, ServerStatus::inUse);
    }

    @Test
    void another_program_joins_and_keeps_the_server_when_we_leave() throws Exception {
        Database ours = Database.open(settings);
        try (OtherProgram other = OtherProgram.on(folder)) {
            assertThat(other.awaitOpen()).isEqualTo(ours.url());

            ours.close();

            assertThat(Database.status(settings))
                    .returns(true, ServerStatus::running)
                    .returns(true, ServerStatus::inUse);
        }

        assertThat(Database.status(settings).running()).isFalse();
    }

    @Test
    void a_stop_waits_for_the_program_that_uses_the_server() {
        try (Database database = Database.open(settings)) {
            database.keepRunning();

            assertThat(Database.stop(settings))
                    .returns(true, ServerStatus::running)
                    .returns(false, ServerStatus::keptRunning);
        }

        assertThat(Database.status(settings).running()).isFalse();
    }

    @Test
    void a_server_told_to_keep_running_outlives_everybody_until_it_is_stopped() throws Exception {
        String url = Database.startAndLeave(settings).url();

        try (OtherProgram other = OtherProgram.on(folder)) {
            assertThat(other.awaitOpen()).isEqualTo(url);
        }

        assertThat(Database.status(settings))
                .returns(true, ServerStatus::running)
                .returns(true, ServerStatus::keptRunning)
                .returns(false, ServerStatus::inUse);
        assertThat(Database.stop(settings))
                .returns(false, ServerStatus::running)
                .returns(false, ServerStatus::keptRunning);
    }

    @Test
    void the_server_of_a_killed_program_is_joined_and_then_stopped() throws Exception {
        OtherProgram other = OtherProgram.on(folder);
        String url = other.awaitOpen();
        other.halt();
        assertThat(Database.status(settings))
                .returns(true, ServerStatus::running)
                .returns(false, ServerStatus::inUse);

        try (Database database = Database.open(settings)) {
            assertThat(database.url()).isEqualTo(url);
        }

        assertThat(Database.status(settings).running()).isFalse();
    }

    @Test
    void committed_rows_survive_the_death_of_the_server() {
        Database dying = Database.open(settings);
        JdbcClient owner = JdbcClient.create(dying.as(Login.OWNER));
        owner.sql("create schema if not exists trial").update();
        owner.sql("drop table if exists trial.kept").update();
        owner.sql("create table trial.kept as select 42 as answer").update();
        ProcessHandle.of(Database.status(settings).pid()).orElseThrow().destroyForcibly();
        dying.close();

        try (Database next = Database.open(settings)) {
            assertThat(JdbcClient.create(next.as(Login.OWNER))
                            .sql("select answer from trial.kept")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(42);
        }
    }

    @Test
    void several_programs_at_once_make_one_server_and_migrate_it_together(@TempDir Path fresh) throws Exception {
        List<OtherProgram> others = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            others.add(OtherProgram.on(fresh));
        }
        List<String> urls = new ArrayList<>();
        for (OtherProgram other : others) {
            urls.add(other.awaitOpen());
        }

        assertThat(urls).hasSize(3).allMatch(url -> url.startsWith("jdbc:postgresql://127.0.0.1:"));
        assertThat(urls).containsOnly(urls.get(0));

        for (OtherProgram other : others) {
            other.close();
        }
        assertThat(Database.status(DatabaseSettings.embedded(fresh)).running()).isFalse();
    }

    @Test
    void an_interrupted_thread_stops_the_server_too() {
        Database database = Database.open(settings);
        Thread.currentThread().interrupt();

        database.close();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(Database.status(settings).running()).isFalse();
    }

    @Test
    void leftovers_of_killed_beginnings_are_swept_away(@TempDir Path fresh) throws IOException {
        Files.createDirectories(fresh.resolve("data.init-1/base"));
        Files.writeString(fresh.resolve("data.init-1/postgresql.conf"), "half");
        Files.createDirectories(fresh.resolve("bin.tmp-1/bin"));

        Database.open(DatabaseSettings.embedded(fresh)).close();

        assertThat(fresh.resolve("data.init-1")).doesNotExist();
        assertThat(fresh.resolve("bin.tmp-1")).doesNotExist();
        assertThat(fresh.resolve("data/PG_VERSION")).exists();
    }

    @Test
    void a_note_left_by_a_dead_server_whose_number_another_process_has_does_not_matter() throws IOException {
        Database.open(settings).close();
        long foreign = ProcessHandle.current().pid();
        Files.writeString(
                folder.resolve("data/postmaster.pid"),
                foreign + "\n" + folder.resolve("data") + "\n1700000000\n1\n\n127.0.0.1\n0 0\nready\n");

        try (Database database = Database.open(settings)) {
            assertThat(Database.status(settings).pid()).isNotEqualTo(foreign);
            assertThat(database.embedded()).isTrue();
        }
    }

    @Test
    void data_of_another_major_version_are_refused_and_left_alone() throws IOException {
        Database.open(settings).close();
        Path version = folder.resolve("data/PG_VERSION");
        String before = Files.readString(version);
        Files.writeString(version, "12\n");

        assertThatThrownBy(() -> Database.open(settings))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("The data were written by PostgreSQL 12")
                .hasMessageEndingWith("nothing was changed");

        Files.writeString(version, before);
        Database.open(settings).close();
    }

    @Test
    void the_status_of_a_database_never_started_makes_nothing() {
        Path nowhere = folder.resolve("nowhere");

        assertThat(Database.status(DatabaseSettings.embedded(nowhere)).running())
                .isFalse();
        assertThat(nowhere).doesNotExist();
    }
}
