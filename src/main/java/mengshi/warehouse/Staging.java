package mengshi.warehouse;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import mengshi.model.Finding;
import mengshi.model.Period;
import mengshi.model.Reading;
import org.jspecify.annotations.Nullable;

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

    /** So many outcomes travel together. */
    private static final int AT_ONCE = 1_000;

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
        List<Read> reads = new ArrayList<>();
        for (Read file : files) {
            if (!(file.reading() instanceof Reading.Compiled)) {
                reads.add(file);
            }
        }
        stage(reads, onlyPeriod);
        for (Read file : files) {
            if (file.reading() instanceof Reading.Compiled table) {
                reads.addAll(new TableStaging(statements, run, file.item(), onlyPeriod).stage(table));
            }
        }
        for (int from = 0; from < reads.size(); from += AT_ONCE) {
            keepOutcomes(run, reads.subList(from, Math.min(reads.size(), from + AT_ONCE)), onlyPeriod);
        }
    }

    private void stage(List<Read> reads, @Nullable Period onlyPeriod) {
        Long[] ids = reads.stream().map(read -> read.item().submissionId()).toArray(Long[]::new);
        statements.query("clear_observations").param("submission_ids", ids).update();
        statements.query("clear_reading_findings").param("submission_ids", ids).update();
        StagedRows rows = new StagedRows(statements.source());
        for (Read read : reads) {
            if (read.isOf(onlyPeriod)) {
                long id = read.item().submissionId();
                read.reading().submitted().map(Reading.Submitted::observations).orElse(List.of()).stream()
                        .forEach(observation -> rows.add(id, observation));
                int ordinal = 0;
                for (Finding finding : read.reading().findings()) {
                    rows.add(id, ordinal++, finding);
                }
            }
        }
        rows.copy();
    }

    private void keepOutcomes(Run run, List<Read> reads, @Nullable Period onlyPeriod) {
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
}
