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

    /** The statement of an edit type or of a kind of judgement. */
    JdbcClient.StatementSpec file(String path) {
        return jdbc.sql(SqlFiles.text(path));
    }
}
