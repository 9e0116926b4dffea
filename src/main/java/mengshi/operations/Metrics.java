package mengshi.operations;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mengshi.model.Severity;
import mengshi.warehouse.Rows;
import mengshi.warehouse.Vitals;
import org.jspecify.annotations.Nullable;

/**
 * The work in figures that Prometheus takes, under names that stay. They come from the ledger and not from this program's own
 * life: a command that ends after a minute says the same as a service that has run for a year.
 */
public final class Metrics {

    /** Also those of which there are none today: a series that comes and goes cannot be watched. */
    private static final List<String> STATES =
            List.of("RECEIVED", "READ", "HELD", "REJECTED", "PUBLISHED", "SUPERSEDED", "DUPLICATE", "ANSWERED");

    private final MeterRegistry registry;

    private Metrics(MeterRegistry registry) {
        this.registry = registry;
    }

    /**
     * The text that node_exporter's textfile collector reads, in UTF-8.
     *
     * @param idle a job that has just looked and found nothing to do, which is a good end without a run
     */
    public static byte[] text(Vitals vitals, Optional<String> idle, Instant now) {
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        Metrics metrics = new Metrics(registry);
        vitals.jobs().rows().forEach(metrics::job);
        idle.ifPresent(job -> metrics.lastGood(job, now.getEpochSecond()));
        vitals.jobs().rows().stream()
                .filter(row -> !idle.equals(Optional.of(name(row))))
                .forEach(row -> metrics.lastGood(name(row), row.get("last_good_at")));
        vitals.steps().rows().forEach(metrics::step);
        metrics.counts(vitals.submissions(), "state", "submissions", STATES);
        metrics.counts(vitals.findings(), "severity", "findings", severities());
        metrics.gauge("submissions.missing", "Owed in rounds that others have sent", Tags.empty(), vitals.missing());
        return registry.scrape().getBytes(StandardCharsets.UTF_8);
    }

    private void job(Map<String, @Nullable Object> row) {
        Tags job = Tags.of("job", name(row));
        for (String status : List.of("completed", "unfinished")) {
            gauge("runs", "Runs in the ledger", job.and("status", status), row.get(status));
        }
        gauge("last.run.good", "1 if the last run completed, else 0", job, row.get("is_good") == Boolean.TRUE ? 1 : 0);
        seconds("last.run.start.timestamp", "When the last run began, since 1970", job, row.get("started_at"));
        seconds("last.run.duration", "How long the last run took, over all attempts", job, row.get("seconds"));
        gauge("last.run.files", "Files the last run took in", job, row.get("files"));
        gauge("last.run.facts", "Rows of facts the last run published", job, row.get("facts"));
    }

    private void lastGood(String job, @Nullable Object since) {
        seconds("last.good.timestamp", "When the job last ended well, since 1970", Tags.of("job", job), since);
    }

    private void step(Map<String, @Nullable Object> row) {
        Tags step = Tags.of("job", name(row), "step", String.valueOf(row.get("step")));
        seconds("last.run.step.duration", "How long a step of the last run took", step, row.get("seconds"));
        gauge("last.run.step.items", "What a step of the last run counted", step, row.get("items"));
    }

    private void counts(Rows rows, String tag, String counted, List<String> names) {
        String help =
                counted.equals("findings") ? "Findings that wait for somebody" : "Files ever taken in, as they stand";
        for (String name : names) {
            Object count = rows.rows().stream()
                    .filter(row -> name.equals(row.get(tag)))
                    .map(row -> row.get(counted))
                    .findFirst()
                    .orElse(0L);
            gauge(counted, help, Tags.of(tag, name), count);
        }
    }

    private void seconds(String name, String help, Tags tags, @Nullable Object value) {
        register(Gauge.builder("mengshi." + name, () -> number(value)).baseUnit("seconds"), help, tags, value);
    }

    private void gauge(String name, String help, Tags tags, @Nullable Object value) {
        register(Gauge.builder("mengshi." + name, () -> number(value)), help, tags, value);
    }

    /** What is not known has no series; a zero would be a figure. */
    private void register(Gauge.Builder<?> gauge, String help, Tags tags, @Nullable Object value) {
        if (value != null) {
            gauge.description(help).tags(tags).register(registry);
        }
    }

    private static @Nullable Number number(@Nullable Object value) {
        return value instanceof Number number ? number : null;
    }

    private static List<String> severities() {
        return List.of(Severity.values()).stream().map(Enum::name).toList();
    }

    private static String name(Map<String, @Nullable Object> row) {
        return String.valueOf(row.get("job"));
    }
}
