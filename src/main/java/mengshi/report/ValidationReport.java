package mengshi.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mengshi.warehouse.Rows;
import org.jspecify.annotations.Nullable;

/**
 * What a run validated, in the structure of the ESS validation report 1.0.0 (ESSnet ValiDat Integration, 2017): an array of
 * validations, each with event, rule, data and value ({@code 0} failed, {@code NA} not checkable), and of aggregations. What
 * passed is not listed but counted, in one aggregation for each rule and outcome; what the structure has no place for stands
 * under {@code mengshi}.
 *
 * @param run the row of {@code mart.run}
 * @param results rows of {@code mart.validation_result}
 * @param totals a row for each edit of the run: {@code passed}, {@code failed}, {@code not_checkable}
 */
public record ValidationReport(Map<String, @Nullable Object> run, Rows results, Rows totals) {

    private static final List<String> EXTENSION = List.of(
            "finding_id",
            "level",
            "state",
            "file_name",
            "file_sha256",
            "version",
            "sheet",
            "cell",
            "line_code",
            "observed",
            "expected",
            "blocked_by",
            "blocking_findings");

    private static final List<String> OUTCOMES = List.of("passed", "failed", "not_checkable");

    /** The report as a JSON document in UTF-8. */
    public byte[] json() {
        List<Map<String, @Nullable Object>> items = new ArrayList<>();
        results.rows().forEach(row -> items.add(validation(row)));
        for (Map<String, @Nullable Object> row : totals.rows()) {
            OUTCOMES.forEach(outcome -> items.add(aggregation(row, outcome)));
        }
        return JsonDocument.of(items);
    }

    private Map<String, @Nullable Object> validation(Map<String, @Nullable Object> row) {
        Map<String, @Nullable Object> item = new LinkedHashMap<>();
        boolean failed = text(row, "outcome").equals("failed");
        item.put(
                "id",
                text(run, "run_id") + "-" + text(row, "submission_id") + "-" + text(row, "rule_id") + "-"
                        + text(row, "finding_id"));
        item.put("type", "validation");
        item.put("event", event());
        item.put("rule", rule(row));
        item.put("data", data(row));
        item.put("value", failed ? "0" : "NA");
        Map<String, @Nullable Object> own = new LinkedHashMap<>();
        EXTENSION.forEach(column -> own.put(column, row.get(column)));
        item.put("mengshi", own);
        return item;
    }

    private Map<String, @Nullable Object> aggregation(Map<String, @Nullable Object> row, String outcome) {
        Map<String, @Nullable Object> aggregate = new LinkedHashMap<>();
        aggregate.put("language", "mengshi");
        aggregate.put("expression", "count(" + text(row, "edit_id") + ", " + outcome + ")");
        aggregate.put("description", text(row, "edit_type"));
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("source", List.of("run " + text(run, "run_id")));
        data.put("target", List.of("run " + text(run, "run_id")));
        Map<String, @Nullable Object> item = new LinkedHashMap<>();
        item.put("id", text(run, "run_id") + "-" + text(row, "edit_id") + "-" + outcome);
        item.put("type", "aggregation");
        item.put("event", event());
        item.put("aggregate", aggregate);
        item.put("data", data);
        item.put("value", text(row, outcome));
        return item;
    }

    private Map<String, @Nullable Object> event() {
        Map<String, @Nullable Object> event = new LinkedHashMap<>();
        event.put("time", text(run, "started_at"));
        event.put("actor", "mengshi " + text(run, "program_version"));
        event.put("agent", "run " + text(run, "run_id"));
        event.put("trigger", text(run, "job"));
        return event;
    }

    private static Map<String, @Nullable Object> rule(Map<String, @Nullable Object> row) {
        Map<String, @Nullable Object> rule = new LinkedHashMap<>();
        rule.put("language", "mengshi " + text(row, "rule_type"));
        rule.put("expression", (text(row, "rule_id") + " " + text(row, "expression")).strip());
        rule.put("severity", text(row, "severity").toLowerCase(Locale.ROOT));
        rule.put("description", text(row, "description"));
        if (row.get("message_zh") != null) {
            rule.put("explanation", text(row, "message_zh"));
        }
        return rule;
    }

    /** The figure as population, time and variable, and the cell it stands in. */
    private static Map<String, @Nullable Object> data(Map<String, @Nullable Object> row) {
        String series = Stream.of("area_code", "form_code", "period", "indicator_code", "measure")
                .map(column -> text(row, column))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("|"));
        String place = Stream.of("file_name", "sheet", "cell")
                .map(column -> text(row, column))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" › "));
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("source", List.of(place));
        data.put("target", List.of(series.isEmpty() ? place : series));
        return data;
    }

    private static String text(Map<String, @Nullable Object> row, String column) {
        return Objects.toString(row.get(column), "");
    }
}
