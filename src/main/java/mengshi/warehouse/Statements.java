package mengshi.warehouse;

import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Runs the statements of {@code sql/} on one login's connections, in the caller's transaction where there is one. */
final class Statements {

    private final JdbcClient jdbc;
    private final DataSource source;

    Statements(DataSource source) {
        this.source = source;
        this.jdbc = JdbcClient.create(source);
    }

    DataSource source() {
        return source;
    }

    /** A statement of {@code sql/queries/warehouse/}. */
    JdbcClient.StatementSpec query(String name) {
        return jdbc.sql(SqlFiles.text("queries/warehouse/" + name));
    }

    /** A question to the marts: a statement of {@code sql/queries/marts/}. */
    JdbcClient.StatementSpec mart(String name) {
        return file("queries/marts/" + name);
    }

    /**
     * A statement of {@code sql/queries/warehouse/} about what the edits of a type say.
     *
     * @param type its statement is {@code sql/edits/<type>.sql}
     */
    JdbcClient.StatementSpec about(String type, String name) {
        String evaluation =
                SqlFiles.text("queries/warehouse/evaluation").replace("${edits}", SqlFiles.text("edits/" + type));
        return jdbc.sql(SqlFiles.text("queries/warehouse/" + name).replace("${evaluation}", evaluation));
    }

    /** The statement of a kind of judgement. */
    JdbcClient.StatementSpec file(String path) {
        return jdbc.sql(SqlFiles.text(path));
    }
}
