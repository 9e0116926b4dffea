package mengshi.warehouse;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import mengshi.model.Finding;
import mengshi.model.Observation;
import mengshi.model.Period;
import mengshi.model.Reading;
import mengshi.model.Subject;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.datasource.DataSourceUtils;

/** Takes what was read: observations and findings by COPY, outcomes by one update. */
public final class Staging {

    /** A submission with what reading it gave. */
    public record Read(Manifest.Item item, Reading reading) {

        private boolean isOf(@Nullable Period period) {
            return period == null
                    || reading.submitted()
                            .map(submitted -> submitted.key().period().equals(period))
                            .orElse(true);
        }
    }

    /** A submission that is one of several in its file. */
    private record Part(long submissionId, String areaCode, String period) {}

    private final Statements statements;

    public Staging(DataSource loader) {
        this.statements = new Statements(loader);
    }

    /**
     * Replaces whatever is staged for these submissions, in the caller's transaction.
     *
     * @param onlyPeriod submissions of other periods stay as received; null takes all
     */
    public void keep(Run run, List<Read> files, @Nullable Period onlyPeriod) {
        List<Read> reads = new ArrayList<>(files);
        files.forEach(file -> reads.addAll(parts(run, file)));
        Long[] ids = reads.stream().map(read -> read.item().submissionId()).toArray(Long[]::new);
        statements.query("clear_observations").param("submission_ids", ids).update();
        statements.query("clear_reading_findings").param("submission_ids", ids).update();

        CopyText observations = new CopyText();
        CopyText findings = new CopyText();
        for (Read read : reads) {
            if (read.isOf(onlyPeriod)) {
                writeObservations(read, observations);
                writeFindings(read, findings);
            }
        }
        copy("copy_observations", observations);
        copy("copy_reading_findings", findings);

        statements
                .query("keep_readings")
                .param(
                        "rows",
                        Json.of(reads.stream()
                                .map(read -> outcome(read, onlyPeriod))
                                .toList()))
                .param("read_with", run.readWith())
                .update();
        statements
                .query("keep_read_outcomes")
                .param(
                        "rows",
                        Json.of(reads.stream()
                                .map(read -> manifestOutcome(read, onlyPeriod))
                                .toList()))
                .param("run_id", run.runId())
                .update();
    }

    /** The further submissions of a file, registered beside its first one; those published already are left alone. */
    private List<Read> parts(Run run, Read file) {
        Map<String, Reading.Submitted> byKey = new LinkedHashMap<>();
        file.reading().further().forEach(part -> byKey.put(key(part), part));
        if (byKey.isEmpty()) {
            return List.of();
        }
        String rows = Json.of(byKey.values().stream()
                .map(part -> Map.of(
                        "area_code", part.key().area().code(),
                        "period", part.key().period().code()))
                .toList());
        for (String statement : List.of("register_parts", "take_parts")) {
            statements
                    .query(statement)
                    .param("submission_id", file.item().submissionId())
                    .param("run_id", run.runId())
                    .param("rows", rows)
                    .update();
        }
        List<Read> parts = new ArrayList<>();
        for (Part part : statements
                .query("parts_to_read")
                .param("submission_id", file.item().submissionId())
                .query(Part.class)
                .list()) {
            Reading.Submitted reading = byKey.get(part.areaCode() + " " + part.period());
            if (reading != null) {
                parts.add(new Read(file.item().of(part.submissionId()), reading));
            }
        }
        return parts;
    }

    private static String key(Reading.Submitted part) {
        return part.key().area().code() + " " + part.key().period().code();
    }

    private static void writeObservations(Read read, CopyText rows) {
        List<Observation> observations =
                read.reading().submitted().map(Reading.Submitted::observations).orElse(List.of());
        for (Observation observation : observations) {
            rows.cell(read.item().submissionId())
                    .cell(observation.place().sheet())
                    .cell(observation.place().cell())
                    .cell(observation.measure().name())
                    .cell(observation.line())
                    .cell(observation.indicator())
                    .cell(observation.figure().value())
                    .cell(observation.figure().text())
                    .cell(observation.figure().status().name())
                    .cell(observation.written().value())
                    .cell(observation.written().unit())
                    .cell(observation.written().factor())
                    .cell(observation.written().step())
                    .endRow();
        }
    }

    private static void writeFindings(Read read, CopyText rows) {
        int ordinal = 0;
        for (Finding finding : read.reading().findings()) {
            Subject subject = finding.subject();
            rows.cell(read.item().submissionId())
                    .cell(ordinal++)
                    .cell(finding.code().name())
                    .cell(finding.place().sheetName().orElse(null))
                    .cell(finding.place().address().orElse(null))
                    .cell(subject.line())
                    .cell(subject.indicator())
                    .cell(subject.measure() == null ? null : subject.measure().name())
                    .cell(Json.of(finding.arguments()))
                    .endRow();
        }
    }

    private static Map<String, Object> outcome(Read read, @Nullable Period onlyPeriod) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("submission_id", read.item().submissionId());
        row.put("frame", Map.of());
        if (!read.isOf(onlyPeriod)) {
            row.put("state", "RECEIVED");
            return row;
        }
        read.reading()
                .submitted()
                .ifPresentOrElse(
                        submitted -> {
                            row.put("state", "READ");
                            row.put("area_code", submitted.key().area().code());
                            row.put("form_code", submitted.key().form());
                            row.put("period", submitted.key().period().code());
                            row.put("frame", submitted.frame());
                        },
                        () -> {
                            row.put("state", "REJECTED");
                            row.put(
                                    "reason_code",
                                    read.reading().findings().get(0).code().name());
                        });
        return row;
    }

    private static Map<String, Object> manifestOutcome(Read read, @Nullable Period onlyPeriod) {
        String outcome = !read.isOf(onlyPeriod)
                ? "OTHER_PERIOD"
                : read.reading().submitted().isPresent() ? "READ" : "REJECTED";
        return Map.of("submission_id", read.item().submissionId(), "read_outcome", outcome);
    }

    /** On the transaction's own connection, so that rows and step state commit together. */
    private void copy(String statement, CopyText rows) {
        if (rows.isEmpty()) {
            return;
        }
        DataSource source = statements.source();
        Connection connection = DataSourceUtils.getConnection(source);
        try {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(SqlFiles.text("queries/warehouse/" + statement), new ByteArrayInputStream(rows.bytes()));
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException(statement + " failed; nothing of the group was kept", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            DataSourceUtils.releaseConnection(connection, source);
        }
    }
}
