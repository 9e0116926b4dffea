package mengshi.jobs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import mengshi.feedback.Conversation;
import mengshi.feedback.Decision;
import mengshi.feedback.Problem;
import mengshi.feedback.Settled;
import mengshi.model.Measure;
import mengshi.model.Severity;
import mengshi.warehouse.Replies;
import mengshi.warehouse.Rows;
import org.jspecify.annotations.Nullable;

/** What the responder reads, as what the answers are written from. */
final class SettledRows {

    private SettledRows() {}

    private static List<Long> ids(Rows answers) {
        return answers.rows().stream().map(row -> number(row, "submission_id")).toList();
    }

    /** A first version has nothing to change. */
    private static List<Long> corrections(Rows answers) {
        return answers.rows().stream()
                .filter(row -> row.get("version") instanceof Integer version && version > 1)
                .map(row -> number(row, "submission_id"))
                .toList();
    }

    /** All that is to be said to the submissions in {@code answers}. */
    static List<Settled> of(Rows answers, Replies replies) {
        List<Long> ids = ids(answers);
        Map<Long, List<Problem>> problems = grouped(replies.findings(ids), SettledRows::problem);
        Map<Long, List<Conversation.Heard>> heard = grouped(replies.heard(ids), SettledRows::heard);
        Map<Long, List<Conversation.Fixed>> fixed = grouped(replies.fixed(ids), SettledRows::fixed);
        List<Long> corrections = corrections(answers);
        Map<Long, List<Conversation.Change>> changes =
                corrections.isEmpty() ? Map.of() : grouped(replies.changes(corrections), SettledRows::change);
        List<Settled> settled = new ArrayList<>();
        for (Map<String, @Nullable Object> row : answers.rows()) {
            long id = number(row, "submission_id");
            settled.add(settled(
                    row,
                    problems.getOrDefault(id, List.of()),
                    new Conversation(
                            heard.getOrDefault(id, List.of()),
                            fixed.getOrDefault(id, List.of()),
                            changes.getOrDefault(id, List.of()))));
        }
        return settled;
    }

    private static <T> Map<Long, List<T>> grouped(Rows rows, Function<Map<String, @Nullable Object>, T> taken) {
        Map<Long, List<T>> bySubmission = new LinkedHashMap<>();
        for (Map<String, @Nullable Object> row : rows.rows()) {
            bySubmission
                    .computeIfAbsent(number(row, "submission_id"), id -> new ArrayList<>())
                    .add(taken.apply(row));
        }
        return bySubmission;
    }

    private static Conversation.Heard heard(Map<String, @Nullable Object> row) {
        return new Conversation.Heard(
                needed(row, "finding_id"),
                needed(row, "text"),
                Conversation.Outcome.valueOf(needed(row, "outcome")),
                needed(row, "sheet") + "!" + needed(row, "cell"));
    }

    private static Conversation.Fixed fixed(Map<String, @Nullable Object> row) {
        return new Conversation.Fixed(
                needed(row, "finding_id"), Severity.valueOf(needed(row, "severity")), needed(row, "message_zh"));
    }

    private static Conversation.Change change(Map<String, @Nullable Object> row) {
        return new Conversation.Change(
                needed(row, "indicator_name"),
                Measure.valueOf(needed(row, "measure")),
                needed(row, "line_code"),
                needed(row, "sheet") + "!" + needed(row, "cell"),
                needed(row, "old_value"),
                text(row, "new_value"),
                needed(row, "unit"));
    }

    private static Settled settled(
            Map<String, @Nullable Object> row, List<Problem> problems, Conversation conversation) {
        return new Settled(
                number(row, "submission_id"),
                new Settled.SentFile(
                        needed(row, "file_name"),
                        needed(row, "file_sha256"),
                        needed(row, "received_at"),
                        Boolean.TRUE.equals(row.get("has_namesake"))),
                new Settled.Whose(
                        text(row, "area_code"),
                        needed(row, "area_name"),
                        text(row, "form_code"),
                        text(row, "period"),
                        (Integer) row.get("version")),
                new Settled.Outcome(
                        Decision.valueOf(needed(row, "state")), text(row, "reason_code"), text(row, "original_name")),
                problems,
                conversation);
    }

    private static Problem problem(Map<String, @Nullable Object> row) {
        String indicator = text(row, "indicator_name");
        String measure = text(row, "measure");
        return new Problem(
                needed(row, "finding_id"),
                new Problem.Rule(needed(row, "code"), text(row, "edit_id"), Severity.valueOf(needed(row, "severity"))),
                needed(row, "state"),
                new Problem.Where(text(row, "sheet"), text(row, "cell")),
                indicator == null
                        ? null
                        : new Problem.About(indicator, measure == null ? null : Measure.valueOf(measure)),
                new Problem.Values(text(row, "observed"), text(row, "expected")),
                new Problem.Words(needed(row, "message_zh"), needed(row, "advice_zh")));
    }

    private static long number(Map<String, @Nullable Object> row, String column) {
        return Long.parseLong(needed(row, column));
    }

    private static String needed(Map<String, @Nullable Object> row, String column) {
        return Objects.requireNonNull(text(row, column), column);
    }

    private static @Nullable String text(Map<String, @Nullable Object> row, String column) {
        Object value = row.get(column);
        return value == null ? null : value.toString();
    }
}
