package mengshi.database;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import mengshi.files.DurableFiles;
import org.jspecify.annotations.Nullable;

/**
 * The database on a server that somebody else runs, copied by PostgreSQL's own programs of a version that knows the server.
 * A copy holds all tables with their rights, and neither roles nor passwords.
 */
public final class ServerDump {

    private static final String TAKEN = """
            select exists (
                select 1 from pg_namespace where nspname in ('ops', 'staging', 'warehouse', 'mart', 'batch')
            )
            """;

    private final Account owner;
    private final @Nullable Path programs;

    /** @param programs the folder of {@code pg_dump} and {@code pg_restore}; null for the usual ones */
    public ServerDump(DatabaseSettings.External server, @Nullable Path programs) {
        this.owner = Database.account(server, Login.OWNER);
        this.programs = programs;
    }

    /**
     * Writes the database into a file and reads that again.
     *
     * @throws DatabaseUnavailable if the server or the programs for it are not there, or they give up; then there is no copy
     * @throws IOException if the file cannot be written
     */
    public void write(Path file) throws IOException {
        ClientPrograms client = client();
        try (InputStream dump = client.dump()) {
            DurableFiles.write(file, dump);
            client.prove(file);
        } catch (ClientPrograms.Failed e) {
            throw new DatabaseUnavailable(
                    "The database could not be copied: " + e.getMessage(),
                    owner,
                    "mend what its words name, then start again with a new folder",
                    "the database is as it was",
                    e);
        }
    }

    /** @throws DatabaseUnavailable if the server or the programs for it are not there */
    public void requirePrograms() throws IOException {
        client();
    }

    /** Whether the database holds nothing of ours, so that a copy can be put into it. */
    public boolean isFree() {
        return !ask(TAKEN, row -> row.getBoolean(1));
    }

    /**
     * Puts a copy into the free database: all of it, or nothing.
     *
     * @throws DatabaseUnavailable if the server or the programs for it are not there, or the server refuses the copy
     */
    public void restore(Path file) throws IOException {
        try {
            client().restore(file);
        } catch (ClientPrograms.Failed e) {
            throw new DatabaseUnavailable(
                    "The server does not take the copy: " + e.getMessage(),
                    owner,
                    "the same four roles must be there as where the copy was made, and the database must belong to the owner",
                    "the database is as it was",
                    e);
        }
        // Who may enter the database is no part of it.
        ask("select ops.let_logins_in()", row -> true);
    }

    private ClientPrograms client() throws IOException {
        return ClientPrograms.find(
                owner, programs, ask("select current_setting('server_version_num')::int", row -> row.getInt(1)));
    }

    private interface Cell<T> {
        T of(ResultSet row) throws SQLException;
    }

    private <T> T ask(String sql, Cell<T> cell) {
        try (Connection connection = owner.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return cell.of(row);
        } catch (SQLException e) {
            throw Database.unreachable(owner, e);
        }
    }
}
