package mengshi.warehouse;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import mengshi.model.AnswerText;
import mengshi.model.ReturnedAnswer;
import mengshi.model.Severity;
import org.jspecify.annotations.Nullable;

/**
 * Takes what submitters wrote into the workbooks that were returned to them: tells whether such a workbook brings new
 * figures, judges every answer, and archives those that are one.
 */
public final class ReturnedWorkbooks {

    /** The answers in a workbook of ours that came back. */
    public record Returned(long submissionId, List<ReturnedAnswer> answers) {}

    /** What an answer came to; the names stand in the table and in the receipt. */
    enum Outcome {
        /** The finding is explained. */
        ACCEPTED,
        /** Kept, but a hard finding cannot be talked away. */
        HARD,
        EMPTY,
        TOO_SHORT,
        SET_PHRASE,
        REPEATED,
        /** The finding is mended or waived already. */
        SETTLED,
        /** The finding is one of another area, form or period. */
        OTHER_SUBMISSION,
        /** Nobody ever found that. */
        UNKNOWN_FINDING;

        static Outcome of(AnswerText.Fault fault) {
            return valueOf(fault.name());
        }
    }

    /** An answer as it was read, with the finding it speaks of, if this submission has it. */
    private record Unjudged(
            Long submissionId,
            Integer ordinal,
            String findingId,
            String text,
            String signer,
            Boolean isKnown,
            Asked asked) {}

    /** @param saidBefore what this finding was explained with before; empty if it was not */
    private record Asked(@Nullable Long submissionId, Severity severity, String state, String saidBefore) {}

    private final Statements statements;
    private final Clock clock;

    public ReturnedWorkbooks(DataSource loader, Clock clock) {
        this.statements = new Statements(loader);
        this.clock = clock;
    }

    /**
     * Replaces what is kept of these submissions, in the caller's transaction.
     *
     * @param read every submission of the group
     * @param returned those of them that are workbooks of ours
     */
    public void keep(List<Long> read, List<Returned> returned) {
        Long[] ids = read.toArray(Long[]::new);
        statements.query("clear_returned_answers").param("submission_ids", ids).update();
        statements
                .query("keep_returned")
                .param("submission_ids", ids)
                .param(
                        "returned_ids",
                        returned.stream().map(Returned::submissionId).toArray(Long[]::new))
                .update();
        statements
                .query("keep_returned_answers")
                .param(
                        "rows",
                        Json.of(returned.stream()
                                .flatMap(one -> rows(one).stream())
                                .toList()))
                .update();
    }

    private static List<Map<String, Object>> rows(Returned returned) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (ReturnedAnswer answer : returned.answers()) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("submission_id", returned.submissionId());
            row.put("ordinal", rows.size());
            row.put("sheet", answer.at().sheet());
            row.put("cell", answer.at().cell());
            row.put("finding_id", answer.findingId());
            row.put("text", answer.text());
            rows.add(row);
        }
        return rows;
    }

    /** Takes out of the run what came back with the figures it answers; comes before versions are numbered. */
    public void recognise(long runId) {
        statements.query("recognise_returned").param("run_id", runId).update();
        statements.query("clear_unchanged").param("run_id", runId).update();
    }

    /** Judges the answers the run read; comes when its findings are recorded. */
    public void judge(long runId) {
        List<Unjudged> answers = statements
                .query("unjudged_answers")
                .param("run_id", runId)
                .query((row, number) -> new Unjudged(
                        row.getLong("submission_id"),
                        row.getInt("ordinal"),
                        row.getString("finding_id"),
                        row.getString("text"),
                        row.getString("signer"),
                        row.getBoolean("is_known"),
                        new Asked(
                                row.getObject("asked_of", Long.class),
                                Optional.ofNullable(row.getString("severity"))
                                        .map(Severity::valueOf)
                                        .orElse(Severity.INFORMATION),
                                Optional.ofNullable(row.getString("state")).orElse(""),
                                row.getString("said_before"))))
                .list();
        for (Unjudged answer : answers) {
            settle(runId, answer, outcome(answer, answers));
        }
    }

    private Outcome outcome(Unjudged answer, List<Unjudged> all) {
        Asked asked = answer.asked();
        if (asked.submissionId() == null) {
            return answer.isKnown() ? Outcome.OTHER_SUBMISSION : Outcome.UNKNOWN_FINDING;
        }
        if (asked.state().equals("FIXED") || asked.state().equals("WAIVED")) {
            return Outcome.SETTLED;
        }
        if (asked.state().equals("EXPLAINED") && asked.saidBefore().equals(answer.text())) {
            return Outcome.ACCEPTED;
        }
        List<String> others = new ArrayList<>(statements
                .query("other_answers")
                .param("submission_id", asked.submissionId())
                .param("finding_id", answer.findingId())
                .query(String.class)
                .list());
        all.stream()
                .filter(other -> other.submissionId().equals(answer.submissionId()))
                .filter(other -> !other.findingId().equals(answer.findingId()))
                .map(Unjudged::text)
                .forEach(others::add);
        return AnswerText.fault(answer.text(), others)
                .map(Outcome::of)
                .orElse(asked.severity() == Severity.ERROR ? Outcome.HARD : Outcome.ACCEPTED);
    }

    private void settle(long runId, Unjudged answer, Outcome outcome) {
        OffsetDateTime now = Moments.of(clock.instant());
        statements
                .query("keep_answer_outcome")
                .param("submission_id", answer.submissionId())
                .param("ordinal", answer.ordinal())
                .param("outcome", outcome.name())
                .param("judged_at", now)
                .param("run_id", runId)
                .update();
        Asked asked = answer.asked();
        boolean isSaidAnew = !asked.saidBefore().equals(answer.text());
        if ((outcome == Outcome.ACCEPTED || outcome == Outcome.HARD) && isSaidAnew) {
            statements
                    .query("give_answer")
                    .param("submission_id", asked.submissionId())
                    .param("finding_id", answer.findingId())
                    .param("kind", "EXPLANATION")
                    .param("text", answer.text())
                    .param("given_by", answer.signer())
                    .param("given_at", now)
                    .param("given_in", answer.submissionId())
                    .update();
        }
        if (outcome == Outcome.ACCEPTED && !asked.state().equals("EXPLAINED")) {
            statements
                    .query("settle_finding")
                    .param("submission_id", asked.submissionId())
                    .param("finding_id", answer.findingId())
                    .param("state", "EXPLAINED")
                    .param("closed_at", now)
                    .update();
        }
    }
}
