package mengshi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mengshi.TestDatabase;
import mengshi.cli.Shell.Ended;
import mengshi.database.Database;
import mengshi.database.OtherServer;
import mengshi.database.RunLock;
import mengshi.model.Period;
import mengshi.sample.SampleSubmissions;
import mengshi.seeds.Seeds;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database on a server of one's own is lost, and comes back out of its backup. */
class ServerBackupIT {

    private static final String PROGRAMS = "MENGSHI_DB_PROGRAMS";

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
        Path old = programs("old", "echo 'pg_dump (PostgreSQL) 9.6.24'");

        for (Path programs : List.of(none, old)) {
            Ended ended = shell(Map.of(PROGRAMS, programs.toString())).run("backup", "unbegun");

            assertThat(ended.code()).isEqualTo(Exit.NOT_NOW.code());
            assertThat(ended.err())
                    .contains("There is no pg_dump of version ")
                    .contains(programs.toString())
                    .contains("postgresql-client-")
                    .contains("nothing was begun");
        }
        assertThat(folder.resolve("unbegun")).doesNotExist();
    }

    @Test
    void while_a_run_is_at_work_nothing_is_copied() throws IOException {
        Path programs = programs("new", "echo 'pg_dump (PostgreSQL) 99.1'");
        try (RunLock lock = database.tryLock("facts").orElseThrow()) {
            assertThat(lock.isHeld()).isTrue();

            Ended ended = shell(Map.of(PROGRAMS, programs.toString())).run("backup", "hasty");

            assertThat(ended.code()).isEqualTo(Exit.LOCKED.code());
            assertThat(folder.resolve("hasty")).doesNotExist();
        }
    }

    /** The programs are told where to go by their environment: command lines can be read by everybody on the machine. */
    @Test
    void a_copy_that_breaks_off_is_none_and_the_password_is_on_no_command_line() throws Exception {
        Path told = folder.resolve("told");
        Path programs = programs(
                "broken",
                "if [ \"$1\" = --version ]; then echo 'pg_dump (PostgreSQL) 99.1'; exit; fi",
                "echo \"arguments $*\" > '" + told + "'; env | grep ^PG >> '" + told + "'",
                "echo 'half of a dump'; echo 'the server closed the connection' >&2; exit 1");

        Ended ended = shell(Map.of(PROGRAMS, programs.toString())).run("backup", "broken-off");

        assertThat(ended.code()).isEqualTo(Exit.NOT_NOW.code());
        assertThat(ended.err())
                .contains("The database could not be copied: pg_dump ended with 1: the server closed the connection")
                .contains("the database is as it was");
        assertThat(folder.resolve("broken-off")).isEmptyDirectory();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("broken-off"))))
                .isEqualTo("rwx------");
        String password = Files.readString(TestDatabase.folder().resolve("mengshi_owner.password"));
        assertThat(Files.readAllLines(told))
                .contains(
                        "PGPASSWORD=" + password,
                        "PGUSER=mengshi_owner",
                        "PGHOST=127.0.0.1",
                        "PGDATABASE=" + database.url().replaceAll("^.*/", ""))
                .first()
                .asString()
                .contains("--format=custom")
                .doesNotContain(password);
    }

    /** On a server of the machine's own PostgreSQL, whose clients are there with it; ours comes without. */
    @Test
    void what_is_restored_is_sound_and_prints_the_same_scorecard() throws Exception {
        Path programs = OtherServer.installedPrograms()
                .orElseGet(() -> Assumptions.abort("NOT PROVED: no PostgreSQL with its clients is installed"));
        try (OtherServer server =
                OtherServer.make(folder.resolve("server"), programs).serve()) {
            restores(server);
        }
    }

    private static void restores(OtherServer server) throws Exception {
        Shell lost = shell(server, "first", "lost");
        SampleSubmissions.of(Seeds.builtIn(), 1, Period.of("2025-06"), Period.of("2025-06"))
                .writeTo(folder.resolve("lost/inbox"));
        assertThat(lost.run("nightly").code()).isEqualTo(Exit.FOUND.code());
        Ended kept = lost.run("backup", "kept");
        Ended intoTheSame = lost.run("restore", "kept");
        Forked.Said intoEmbedded = Forked.run(
                folder.resolve("embedded"), "restore", folder.resolve("kept").toString());
        Shell found = shell(server, "second", "found");
        Ended put = found.run("restore", "kept");
        Ended doctor = found.run("doctor", "--all", "--json");

        assertThat(kept.code()).as(kept.err()).isZero();
        assertThat(intoTheSame.code()).isEqualTo(Exit.USAGE.code());
        assertThat(intoTheSame.err()).contains("is not empty");
        assertThat(intoEmbedded.code()).isEqualTo(Exit.USAGE.code());
        assertThat(intoEmbedded.text()).contains("This backup is of a database on a server");
        assertThat(put.code()).as(put.err()).isZero();
        assertThat(put.lastLine()).isEqualTo("Next: mengshi doctor --all");
        assertThat(doctor.json().valueStream())
                .filteredOn(check -> !check.at("/outcome").asString().equals("OK"))
                .extracting(check -> check.at("/check").asString())
                .as("the test's own server would not survive a power cut")
                .containsExactly("durability");
        assertThat(card(found)).isEqualTo(card(lost)).contains("T2025-");
        assertThat(found.run("nightly").out()).contains("Nothing new.");
    }

    private static String card(Shell shell) {
        Ended card = shell.run("scorecard", "--period", "2025-06", "--json");
        assertThat(card.code()).as(card.err()).isZero();
        return card.out();
    }

    /** A folder with a pg_dump that does what these lines say. */
    private static Path programs(String name, String... lines) throws IOException {
        Path program = Files.createDirectories(folder.resolve(name)).resolve("pg_dump");
        Files.writeString(program, "#!/bin/sh\n" + String.join("\n", lines) + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        return program.resolveSibling("");
    }

    private static Shell shell(Map<String, String> more) {
        Map<String, String> environment = new HashMap<>(more);
        environment.put("MENGSHI_HOME", folder.resolve("home").toString());
        return new Shell(database, folder, Clock.systemUTC(), environment);
    }

    /** Before a database of that name on the server, from a home of its own. */
    private static Shell shell(OtherServer server, String name, String home) throws SQLException {
        Map<String, String> environment = Shell.logins(server.database(name), server.passwords());
        environment.put("MENGSHI_HOME", folder.resolve(home).toString());
        environment.put("MENGSHI_INBOX_QUIET", "0");
        return new Shell(database, folder, Clock.systemUTC(), environment);
    }
}
