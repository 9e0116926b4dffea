package mengshi.warehouse;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Questions to the server about itself and about what a login may do there; they change nothing. */
public final class ServerCheck {

    /**
     * How the server is set up.
     *
     * @param versionNumber such as 150018
     * @param standby it only follows another server
     * @param readOnly {@code on} if it takes no writes unless asked to
     * @param now its own clock
     */
    public record Standing(
            int versionNumber,
            String encoding,
            boolean standby,
            String readOnly,
            String fsync,
            String fullPageWrites,
            String synchronousCommit,
            Instant now) {}

    private final Statements statements;

    /** @param login who asks */
    public ServerCheck(DataSource login) {
        this.statements = new Statements(login);
    }

    public Standing standing() {
        return statements
                .query("server_settings")
                .query((row, number) -> new Standing(
                        row.getInt("version_number"),
                        row.getString("encoding"),
                        row.getBoolean("is_standby"),
                        row.getString("read_only"),
                        row.getString("fsync"),
                        row.getString("full_page_writes"),
                        row.getString("synchronous_commit"),
                        row.getTimestamp("now").toInstant()))
                .single();
    }

    /** By how many seconds the zone's clocks are ahead of UTC at that moment, as the server sees it. */
    public int offset(String zone, Instant moment) {
        return statements
                .query("zone_offset")
                .param("zone", zone)
                .param("moment", Moments.of(moment))
                .query(Integer.class)
                .single();
    }

    /** When a program older than the asking one last did something here as the same login; empty if there is none. */
    public Optional<Instant> lastSign() {
        return statements
                .query("last_sign_of_life")
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    /** What the asking login needs and lacks, each as the statement by which the owner gives it. */
    public List<String> lacking(String login) {
        return statements
                .query("rights_missing")
                .param("login", login)
                .query((row, number) -> "grant " + row.getString("privilege") + " on " + row.getString("relation")
                        + " to " + row.getString("login"))
                .list();
    }

    /** Powers over the whole server that the asking login has; the work needs none. */
    public List<String> powers() {
        return statements.query("role_powers").query(String.class).list();
    }

    /** What the asking login, the owner, does not own of what it must change. */
    public List<String> notOwned() {
        return statements.query("not_owned").query(String.class).list();
    }

    /** Those of these contents of the store that the ledger has never heard of. */
    public List<String> unknown(Collection<String> kept) {
        return statements
                .query("unknown_to_ledger")
                .param("kept", kept.toArray(String[]::new))
                .query(String.class)
                .list();
    }
}
