package mengshi.warehouse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mengshi.model.Finding;
import mengshi.model.Observation;
import mengshi.model.Period;
import mengshi.model.Reading;
import mengshi.model.SubmissionKey;
import mengshi.warehouse.Staging.Read;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.datasource.DataSourceUtils;

/**
 * Takes a table into staging while it is told: its submissions are registered as they turn up, its figures copied piece by
 * piece, so that none of it is held for long. Of a table that is refused in the end nothing stays.
 */
final class TableStaging implements Reading.Compiled.Listener {

    /** So many figures and findings are held before they are sent. */
    private static final int PIECE = 2_000;

    /** One figure or finding that waits to be sent. */
    private record Told(
            Part whose,
            @Nullable Observation observation,
            @Nullable Finding finding) {}

    /** One submission of the table. */
    private static final class Part {
        private final SubmissionKey key;

        /** Unknown until the part is registered, and for good if it is published already and not read again. */
        private @Nullable Long submissionId;

        private int findings;

        private Part(SubmissionKey key) {
            this.key = key;
        }
    }

    /** A registered submission of the table. */
    private record Registered(long submissionId, String areaCode, String period) {}

    private final Statements statements;
    private final StagedRows rows;
    private final Run run;
    private final Manifest.Item file;
    private final @Nullable Period onlyPeriod;
    private final Map<SubmissionKey, Part> parts = new LinkedHashMap<>();
    private final Map<String, Part> unregistered = new LinkedHashMap<>();
    private final List<Told> waiting = new ArrayList<>(PIECE);

    /** The part last told of: tables stay with one for a while. */
    private @Nullable Part last;

    /** @param onlyPeriod figures of other periods are left out; null takes all */
    TableStaging(Statements statements, Run run, Manifest.Item file, @Nullable Period onlyPeriod) {
        this.statements = statements;
        this.rows = new StagedRows(statements.source());
        this.run = run;
        this.file = file;
        this.onlyPeriod = onlyPeriod;
    }

    /** @return the table's submissions, whose rows are staged already; or the one refusal */
    List<Read> stage(Reading.Compiled table) {
        Connection connection = DataSourceUtils.getConnection(statements.source());
        try {
            Savepoint before = connection.setSavepoint();
            Reading.Compiled.Ending ending = table.tell(this);
            if (ending.refused()) {
                connection.rollback(before);
                return List.of(refusal(ending.findings()));
            }
            send();
            connection.releaseSavepoint(before);
            return submissions(ending);
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("A table could not be staged; nothing of it was kept", e);
        } catch (IOException e) {
            throw new UncheckedIOException(file.fileName() + " cannot be read in the store; nothing of it was kept", e);
        } finally {
            DataSourceUtils.releaseConnection(connection, statements.source());
        }
    }

    private Read refusal(List<Finding> why) {
        clear(new Long[] {file.submissionId()});
        int ordinal = 0;
        for (Finding finding : why) {
            rows.add(file.submissionId(), ordinal++, finding);
        }
        rows.copy();
        return new Read(file, new Reading.Refused(why));
    }

    /** What is wrong with the table as a whole stands with its first submission. */
    private List<Read> submissions(Reading.Compiled.Ending ending) {
        List<Read> reads = new ArrayList<>();
        for (Part part : parts.values()) {
            if (part.submissionId != null) {
                if (reads.isEmpty() && isWanted(part.key)) {
                    for (Finding finding : ending.findings()) {
                        rows.add(part.submissionId, part.findings++, finding);
                    }
                }
                reads.add(new Read(
                        file.of(part.submissionId),
                        new Reading.Submitted(part.key, ending.frame(), List.of(), List.of())));
            }
        }
        rows.copy();
        return reads;
    }

    @Override
    public void observation(SubmissionKey whose, Observation observation) {
        take(new Told(part(whose), observation, null));
    }

    @Override
    public void finding(SubmissionKey whose, Finding finding) {
        take(new Told(part(whose), null, finding));
    }

    /** The first of a table's submissions is the file's own, the others stand beside it. */
    private Part part(SubmissionKey key) {
        Part before = last;
        if (before != null && before.key == key) {
            return before;
        }
        Part now = known(key);
        last = now;
        return now;
    }

    private Part known(SubmissionKey key) {
        return parts.computeIfAbsent(key, first -> {
            Part part = new Part(key);
            if (parts.isEmpty()) {
                part.submissionId = file.submissionId();
                clear(new Long[] {file.submissionId()});
            } else {
                unregistered.put(key.area().code() + " " + key.period().code(), part);
            }
            return part;
        });
    }

    private void take(Told told) {
        if (isWanted(told.whose().key)) {
            waiting.add(told);
            if (waiting.size() >= PIECE) {
                send();
            }
        }
    }

    private boolean isWanted(SubmissionKey key) {
        return onlyPeriod == null || key.period().equals(onlyPeriod);
    }

    private void send() {
        register();
        for (Told told : waiting) {
            Part part = told.whose();
            if (part.submissionId == null) {
                continue;
            }
            if (told.observation() != null) {
                rows.add(part.submissionId, told.observation());
            } else if (told.finding() != null) {
                rows.add(part.submissionId, part.findings++, told.finding());
            }
        }
        waiting.clear();
        rows.copy();
    }

    /** Those published already are left alone: they get no number here, and their rows go nowhere. */
    private void register() {
        if (unregistered.isEmpty()) {
            return;
        }
        String keys = Json.of(unregistered.values().stream()
                .map(part -> Map.of(
                        "area_code", part.key.area().code(),
                        "period", part.key.period().code()))
                .toList());
        for (String statement : List.of("register_parts", "take_parts")) {
            statements
                    .query(statement)
                    .param("submission_id", file.submissionId())
                    .param("run_id", run.runId())
                    .param("rows", keys)
                    .update();
        }
        List<Registered> registered = statements
                .query("parts_to_read")
                .param("submission_id", file.submissionId())
                .param("rows", keys)
                .query(Registered.class)
                .list();
        for (Registered one : registered) {
            Part part = unregistered.get(one.areaCode() + " " + one.period());
            if (part != null) {
                part.submissionId = one.submissionId();
            }
        }
        clear(registered.stream().map(Registered::submissionId).toArray(Long[]::new));
        unregistered.clear();
    }

    private void clear(Long[] submissionIds) {
        for (String statement : List.of("clear_observations", "clear_reading_findings")) {
            statements.query(statement).param("submission_ids", submissionIds).update();
        }
    }
}
