package mengshi.jobs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import mengshi.feedback.Decision;
import mengshi.feedback.Problem;
import mengshi.feedback.Settled;
import mengshi.model.Measure;
import mengshi.model.Severity;
import mengshi.warehouse.Rows;
import org.jspecify.annotations.Nullable;

/** What the responder reads, as what the answers are written from. */
final class SettledRows {

    private SettledRows() {}

    static List<Long> ids(Rows answers) {
        return answers.rows().stream().map(row -> number(row, "submission_id")).toList();
    }

    /** @param findings those of all the submissions in {@code answers} */
    static List<Settled> of(Rows answers, Rows findings) {
        Map<Long, List<Problem>> problems = new LinkedHashMap<>();
        for (Map<String, @Nullable Object> row : findings.rows()) {
            problems.computeIfAbsent(number(row, "submission_id"), id -> new ArrayList<>())
                    .add(problem(row));
        }
        return answers.rows().stream()
                .map(row -> settled(row, problems.getOrDefault(number(row, "submission_id"), List.of())))
                .toList();
    }

    private static Settled settled(Map<String, @Nullable Object> row, List<Problem> problems) {
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
                problems);
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
