package mengshi.warehouse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import mengshi.model.Finding;
import mengshi.model.Observation;
import mengshi.model.Subject;
import org.postgresql.PGConnection;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.datasource.DataSourceUtils;

/** Observations and reading findings on their way into staging. */
final class StagedRows {

    private final DataSource source;
    private final CopyText observations = new CopyText();
    private final CopyText findings = new CopyText();

    StagedRows(DataSource source) {
        this.source = source;
    }

    void add(long submissionId, Observation observation) {
        observations
                .cell(submissionId)
                .word(observation.place().sheet())
                .cell(observation.place().cell())
                .word(observation.measure().name())
                .word(observation.line())
                .word(observation.indicator())
                .cell(observation.figure().value())
                .cell(observation.figure().text())
                .word(observation.figure().status().name())
                .cell(observation.written().value())
                .word(observation.written().unit())
                .cell(observation.written().factor())
                .cell(observation.written().step())
                .endRow();
    }

    /** @param ordinal the finding's place among those of its submission, from 0 */
    void add(long submissionId, int ordinal, Finding finding) {
        Subject subject = finding.subject();
        findings.cell(submissionId)
                .cell(ordinal)
                .cell(finding.code().name())
                .cell(finding.place().sheetName().orElse(null))
                .cell(finding.place().address().orElse(null))
                .cell(subject.line())
                .cell(subject.indicator())
                .cell(subject.measure() == null ? null : subject.measure().name())
                .cell(Json.of(finding.arguments()))
                .endRow();
    }

    /** Sends what was added, on the transaction's own connection, so that rows and step state commit together. */
    void copy() {
        copy("copy_observations", observations);
        copy("copy_reading_findings", findings);
    }

    private void copy(String statement, CopyText rows) {
        if (rows.isEmpty()) {
            return;
        }
        Connection connection = DataSourceUtils.getConnection(source);
        try {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(SqlFiles.text("queries/warehouse/" + statement), rows.input());
            rows.clear();
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException(statement + " failed; nothing of the group was kept", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            DataSourceUtils.releaseConnection(connection, source);
        }
    }
}
