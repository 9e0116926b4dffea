package mengshi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mengshi.TestDatabase;
import mengshi.cli.Shell.Ended;
import mengshi.database.Database;
import mengshi.database.RunLock;
import mengshi.model.Period;
import mengshi.sample.SampleSubmissions;
import mengshi.seeds.Seeds;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** A database on a server of one's own is lost, and comes back out of its backup. */
class ServerBackupIT {

    private static final String SCORECARD = "scorecard";
    private static final String PROGRAMS = "MENGSHI_DB_PROGRAMS";
    private static final List<String> BACKUP = List.of("backup", "copy");

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
    void without_programs_that_know_the_server_nothing_is_begun() throws Exception {
        Path none = Files.createDirectories(folder.resolve("none"));
        Path old = Files.createDirectories(folder.resolve("old"));
        Path program = old.resolve("pg_dump");
        Files.writeString(program, "#!/bin/sh\necho 'pg_dump (PostgreSQL) 9.6.24'\n", StandardCharsets.UTF_8);
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));

        for (Path programs : List.of(none, old)) {
            Ended ended = shell(database, "home", Map.of(PROGRAMS, programs.toString()))
                    .run(BACKUP.toArray(String[]::new));

            assertThat(ended.code()).isEqualTo(Exit.NOT_NOW.code());
            assertThat(ended.err())
                    .contains("There is no pg_dump of version ")
                    .contains(programs.toString())
                    .contains("postgresql-client-")
                    .contains("nothing was begun");
        }
        assertThat(folder.resolve("copy/database.dump")).doesNotExist();
        assertThat(folder.resolve("copy/MANIFEST.sha256")).doesNotExist();
    }

    @Test
    void while_a_run_is_at_work_nothing_is_copied() {
        try (RunLock lock = database.tryLock("facts").orElseThrow()) {
            assertThat(lock.isHeld()).isTrue();

            Ended ended = shell(database, "home", Map.of()).run(BACKUP.toArray(String[]::new));

            assertThat(ended.code()).isEqualTo(Exit.LOCKED.code());
            assertThat(folder.resolve("copy")).doesNotExist();
        }
    }

    /** With client programs of the server's version: {@code mvn verify -Ppg15 -Dmengshi.programs=/usr/lib/postgresql/15/bin}. */
    @Test
    @EnabledIfSystemProperty(named = "mengshi.programs", matches = ".+")
    void what_is_restored_is_sound_and_prints_the_same_scorecard() throws Exception {
        Map<String, String> programs = Map.of(PROGRAMS, System.getProperty("mengshi.programs", ""));
        Shell lost = shell(database, "lost", programs);
        SampleSubmissions.of(Seeds.builtIn(), 1, Period.of("2025-06"), Period.of("2025-06"))
                .writeTo(folder.resolve("lost/inbox"));
        assertThat(lost.run("nightly").code()).isEqualTo(Exit.FOUND.code());

        Ended kept = lost.run("backup", "kept");
        Ended intoTheSame = shell(database, "again", programs).run("restore", "kept");
        Forked.Said intoEmbedded = Forked.run(
                folder.resolve("again"), "restore", folder.resolve("kept").toString());
        try (Database empty = TestDatabase.empty()) {
            Shell found = shell(empty, "found", programs);
            Ended put = found.run("restore", "kept");
            Ended doctor = found.run("doctor", "--all");

            assertThat(kept.code()).as(kept.err()).isZero();
            assertThat(intoTheSame.code()).isEqualTo(Exit.USAGE.code());
            assertThat(intoTheSame.err()).contains("is not empty");
            assertThat(intoEmbedded.code()).isEqualTo(Exit.USAGE.code());
            assertThat(intoEmbedded.text()).contains("This backup is of a database on a server");
            assertThat(put.code()).as(put.err()).isZero();
            assertThat(put.lastLine()).isEqualTo("Next: mengshi doctor --all");
            assertThat(doctor.code()).as(doctor.out()).isZero();
            assertThat(card(found)).isEqualTo(card(lost)).contains("T2025-");
            assertThat(found.run("nightly").out()).contains("Nothing new.");
        }
    }

    private static String card(Shell shell) {
        Ended card = shell.run(SCORECARD, "--period", "2025-06", "--json");
        assertThat(card.code()).as(card.err()).isZero();
        return card.out();
    }

    private static Shell shell(Database database, String home, Map<String, String> more) {
        Map<String, String> environment = new HashMap<>(more);
        environment.put("MENGSHI_HOME", folder.resolve(home).toString());
        environment.put("MENGSHI_INBOX_QUIET", "0");
        return new Shell(database, folder, Clock.systemUTC(), environment);
    }
}
