package mengshi.operations;

import java.util.Arrays;
import java.util.Optional;

/** Everything that can be set: its name, what it means, what holds without it, and what follows from it. */
public enum Setting {
    MENGSHI_CONFIG(
            "",
            "a readable file",
            "A properties file with further settings, by these same names",
            "What the environment says goes before what the file says"),
    MENGSHI_HOME(
            "var",
            "a folder; made when it is not there",
            "The folder of inbox, store, outbox, reports, logs and the embedded database (pg)",
            "Another folder is another, empty system"),
    MENGSHI_SEEDS(
            "",
            "an existing folder",
            "CSV files that go before the built-in reference data of the same name",
            "A changed form, rule book or catalogue has held files looked at again and periods judged anew"),
    MENGSHI_JOBS(
            "",
            "an existing folder",
            "YAML files that go before the built-in jobs of the same name",
            "Their schedules and parameters hold from the next start on"),
    MENGSHI_DB_URL(
            "",
            "jdbc:postgresql://host:port/database, without user and password",
            "A PostgreSQL 15 or newer that somebody else runs",
            "Without it the embedded PostgreSQL serves; with it all four logins below are needed"),
    MENGSHI_DB_OWNER_USER(
            "", "a role's name", "Who owns the tables and runs the migrations", "Only with MENGSHI_DB_URL"),
    MENGSHI_DB_OWNER_PASSWORD_FILE("", "a readable file", "The owner's password", "Only with MENGSHI_DB_URL"),
    MENGSHI_DB_LOADER_USER("", "a role's name", "Who runs the jobs and appends facts", "Only with MENGSHI_DB_URL"),
    MENGSHI_DB_LOADER_PASSWORD_FILE("", "a readable file", "The loader's password", "Only with MENGSHI_DB_URL"),
    MENGSHI_DB_READER_USER("", "a role's name", "Who reads the marts and writes nothing", "Only with MENGSHI_DB_URL"),
    MENGSHI_DB_READER_PASSWORD_FILE("", "a readable file", "The reader's password", "Only with MENGSHI_DB_URL"),
    MENGSHI_DB_RESPONDER_USER(
            "", "a role's name", "Who reads what goes back to submitters, and no target", "Only with MENGSHI_DB_URL"),
    MENGSHI_DB_RESPONDER_PASSWORD_FILE("", "a readable file", "The responder's password", "Only with MENGSHI_DB_URL"),
    MENGSHI_DB_PROGRAMS(
            "",
            "an existing folder",
            "Where pg_dump and pg_restore for that server lie, for backup and restore",
            "Without it they are looked for in PATH and where packages lay them"),
    MENGSHI_DB_CONNECT_SECONDS(
            "10",
            "a whole number from 1 to 120",
            "How long is waited for a connection to the database",
            "A server that is gone ends the run with 6 soon after; `mengshi rerun` goes on with it"),
    MENGSHI_DB_STATEMENT_SECONDS(
            "900",
            "a whole number from 1 to 86400",
            "How long a single statement of a job may take",
            "A longer one is cancelled, a server silent for 15 s more is given up, and the run ends with 6"),
    MENGSHI_DB_LOCK_SECONDS(
            "60",
            "a whole number from 1 to 86400",
            "How long is waited for a row or table that another program holds",
            "After it the step is tried again a few times, then the run ends with 6"),
    MENGSHI_DB_IDLE_SECONDS(
            "3600",
            "a whole number from 1 to 86400",
            "After how long the server ends a transaction in which nothing was asked",
            "A program that hangs holds its rows no longer; 25 files are read in one transaction"),
    MENGSHI_DB_RETRIES(
            "3",
            "a whole number from 0 to 10",
            "How many times a run goes on by itself after a cut connection, a deadlock or a lock it could not get",
            "From its last commit on, after 1, 4, 16, 64 s …, and only while it holds the run lock; then it ends with 6"),
    MENGSHI_THREADS(
            "2",
            "a whole number from 1 to 16",
            "How many submissions are read or answered at the same time",
            "Each takes a processor, two database connections and up to 256 MB"),
    MENGSHI_TARGET_YEAR(
            "2025",
            "a year from 2010 to 2060 of which there is a target_YEAR.csv",
            "Whose Government Work Report is judged",
            "Verdicts of other years stay as they are"),
    MENGSHI_MAX_FILE_MB(
            "20",
            "a whole number from 1 to 1000",
            "The largest file that is taken, in megabytes",
            "A larger one is refused unread; .xls and odd .xlsx files are held in memory whole"),
    MENGSHI_MAX_UNPACKED_MB(
            "256",
            "a whole number from 4 to 8000",
            "The most an .xlsx may unpack to, in megabytes; a single part to a quarter of it",
            "Keeps bombs out; a file that unpacks to more is refused"),
    MENGSHI_MAX_CELLS(
            "200000",
            "a whole number from 1000 to 20000000",
            "The most cells of a file, formatted blank ones included; half as many rows",
            "What is over 200000 is read from plain .xlsx files only, and answered without a copy of the workbook"),
    MENGSHI_MAX_TEXTS(
            "200000",
            "a whole number from 1000 to 5000000",
            "The most different texts of an .xlsx",
            "They are held in memory while the file is read"),
    MENGSHI_MAX_SHEETS(
            "100", "a whole number from 1 to 1000", "The most sheets of a file", "A file with more is refused"),
    MENGSHI_MAX_SECONDS(
            "60",
            "a whole number from 1 to 3600",
            "How long one file may be read",
            "A file that takes longer is refused, and the run goes on with the next"),
    MENGSHI_MAX_TABLE_CELLS(
            "10000000",
            "a whole number from 1000 to 20000000",
            "The most cells of a table that `run backfill` loads; bytes and seconds grow with it",
            "Such a table is read row by row and takes no more memory for being long"),
    MENGSHI_INBOX_QUIET(
            "1",
            "seconds from 0 to 3600",
            "How long a file must have lain unchanged in the inbox before it is taken",
            "A file still being copied waits for the next run; 0 takes everything as it lies there"),
    MENGSHI_LOG_FORMAT(
            "plain",
            "plain or ecs",
            "How the log file is written: for people, or as JSON lines of the Elastic Common Schema",
            "Run, step, submission and area stand in each line either way"),
    MENGSHI_JAVA_OPTIONS(
            "",
            "options of the Java machine, parted by blanks",
            "With which options jobs/mengshi starts Java; the program itself does not read it",
            "They replace the launcher's own, which suit short runs; only from the environment");

    private final String standard;
    private final String allowed;
    private final String meaning;
    private final String consequence;

    Setting(String standard, String allowed, String meaning, String consequence) {
        this.standard = standard;
        this.allowed = allowed;
        this.meaning = meaning;
        this.consequence = consequence;
    }

    /** The setting of that name, if there is one. */
    public static Optional<Setting> named(String name) {
        return Arrays.stream(values())
                .filter(setting -> setting.variable().equals(name))
                .findFirst();
    }

    /** The name of the environment variable. */
    public String variable() {
        return name();
    }

    /** What holds when nothing is set; empty for nothing. */
    public String standard() {
        return standard;
    }

    public String allowed() {
        return allowed;
    }

    public String meaning() {
        return meaning;
    }

    public String consequence() {
        return consequence;
    }

    /** The value as it may be shown: an address into which somebody has written a password is not. */
    String printable(String value) {
        boolean tellsSecret = this == MENGSHI_DB_URL && (value.contains("password") || value.contains("@"));
        return tellsSecret ? "(an address with a secret in it)" : value;
    }
}
