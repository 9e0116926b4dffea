package mengshi.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mengshi.warehouse.Rows;
import mengshi.warehouse.Vitals;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MetricsTest {

    private static final Instant NOW = Instant.parse("2025-07-20T18:30:00Z");

    private static final Vitals VITALS = new Vitals(
            rows("job is_good started_at seconds files facts completed unfinished last_good_at", new Object[] {
                "nightly", false, new BigDecimal("1752863400.5"), null, 28L, 4000L, 7L, 1L, new BigDecimal("1752777000")
            }),
            rows("job step seconds items", new Object[] {"nightly", "read", new BigDecimal("12.5"), 28L}),
            rows("state submissions", new Object[] {"HELD", 3L}),
            rows("severity findings", new Object[] {"ERROR", 5L}),
            2);

    @Test
    void every_figure_has_its_name_its_labels_and_its_help() {
        assertThat(text(Optional.empty()).lines())
                .contains(
                        "# HELP mengshi_last_run_good 1 if the last run completed, else 0",
                        "# TYPE mengshi_last_run_good gauge",
                        "mengshi_last_run_good{job=\"nightly\"} 0.0",
                        "mengshi_runs{job=\"nightly\",status=\"completed\"} 7.0",
                        "mengshi_runs{job=\"nightly\",status=\"unfinished\"} 1.0",
                        "mengshi_last_run_start_timestamp_seconds{job=\"nightly\"} 1.7528634005E9",
                        "mengshi_last_run_files{job=\"nightly\"} 28.0",
                        "mengshi_last_run_facts{job=\"nightly\"} 4000.0",
                        "mengshi_last_run_step_duration_seconds{job=\"nightly\",step=\"read\"} 12.5",
                        "mengshi_last_run_step_items{job=\"nightly\",step=\"read\"} 28.0",
                        "mengshi_last_good_timestamp_seconds{job=\"nightly\"} 1.752777E9",
                        "mengshi_submissions_missing 2.0");
    }

    @Test
    void a_state_of_which_there_are_none_is_zero_and_what_is_not_known_is_not_there() {
        assertThat(text(Optional.empty()).lines())
                .contains(
                        "mengshi_submissions{state=\"HELD\"} 3.0",
                        "mengshi_submissions{state=\"REJECTED\"} 0.0",
                        "mengshi_findings{severity=\"ERROR\"} 5.0",
                        "mengshi_findings{severity=\"WARNING\"} 0.0")
                .noneMatch(line -> line.startsWith("mengshi_last_run_duration_seconds"));
    }

    @Test
    void a_night_with_nothing_new_is_a_good_one() {
        assertThat(text(Optional.of("nightly")).lines())
                .contains("mengshi_last_good_timestamp_seconds{job=\"nightly\"} " + NOW.getEpochSecond() / 1e9 + "E9");
        assertThat(text(Optional.of("backfill")).lines())
                .contains(
                        "mengshi_last_good_timestamp_seconds{job=\"nightly\"} 1.752777E9",
                        "mengshi_last_good_timestamp_seconds{job=\"backfill\"} " + NOW.getEpochSecond() / 1e9 + "E9");
    }

    private static String text(Optional<String> idle) {
        return new String(Metrics.text(VITALS, idle, NOW), StandardCharsets.UTF_8);
    }

    private static Rows rows(String columns, @Nullable Object[]... values) {
        List<String> names = List.of(columns.split(" "));
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (@Nullable Object[] value : values) {
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            for (int i = 0; i < names.size(); i++) {
                row.put(names.get(i), value[i]);
            }
            rows.add(row);
        }
        return new Rows(names, rows);
    }
}
