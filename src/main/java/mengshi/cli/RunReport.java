package mengshi.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mengshi.files.DurableFiles;
import mengshi.jobs.JobRuns;
import mengshi.operations.Metrics;
import mengshi.report.JsonDocument;
import mengshi.warehouse.Marts;
import mengshi.warehouse.Rows;
import org.jspecify.annotations.Nullable;

/** What a run came to: a line per area, totals, and the command to type next. */
final class RunReport {

    private static final List<String> COUNTS =
            List.of("files", "published", "held", "rejected", "duplicates", "missing", "errors", "warnings");
    private static final int INTERRUPTED = 143;

    /** Where node_exporter's textfile collector finds it. */
    private static final String METRICS = "metrics.prom";

    private final Program program;
    private final Output output;
    private final Workplace workplace;
    private final Marts marts;
    private final Path reports;

    RunReport(Program program, Output output, Workplace workplace) {
        this.program = program;
        this.output = output;
        this.workplace = workplace;
        this.marts = workplace.marts();
        this.reports = workplace.home().reports();
    }

    /**
     * Prints the last of the runs and returns the exit code that it earns.
     *
     * @param nothing what is said where there was nothing to do
     * @param asked the job that was to run, if a certain one was
     */
    int print(List<JobRuns.Ended> ended, String nothing, Optional<String> asked) throws IOException {
        if (ended.isEmpty()) {
            output.print(program, nothingDone(), List.of(nothing));
            workplace
                    .runs()
                    .lastGood()
                    .filter(last -> !Files.exists(summary(last)))
                    .ifPresent(this::summarise);
            measure(asked);
            return Exit.DONE.code();
        }
        JobRuns.Ended last = ended.get(ended.size() - 1);
        Rows areas = marts.areasOfRun(last.runId());
        Map<String, Long> totals = totals(areas);
        Map<String, @Nullable Object> result = result(last);
        Map<String, @Nullable Object> document = document(last, result, totals, areas);
        output.print(program, document, lines(ended, result, totals, areas));
        if (last.ending().status().equals("FAILED")) {
            FailureNotice.send(program, last.run().job(), document);
        }
        if (workplace.isOurs()) {
            // Whoever took the run over writes the same files, and knows more.
            keep(summary(last), JsonDocument.of(document));
            measure(Optional.empty());
        }
        return exit(last, totals);
    }

    /** For a program that died, or found no room, when all but this was done. */
    private void summarise(JobRuns.Ended last) {
        Rows areas = marts.areasOfRun(last.runId());
        keep(summary(last), JsonDocument.of(document(last, result(last), totals(areas), areas)));
    }

    private Path summary(JobRuns.Ended run) {
        return reports.resolve("run-summary-" + run.runId() + ".json");
    }

    private Map<String, @Nullable Object> result(JobRuns.Ended run) {
        return marts.resultOfRun(run.runId()).first().orElse(Map.of());
    }

    private void measure(Optional<String> idle) {
        Instant now = program.clock().instant();
        keep(reports.resolve(METRICS), Metrics.text(workplace.vitals(), idle, now));
        tidy();
    }

    /** All this is written after a run has tidied, so that what a program left that died meanwhile lies here still. */
    private void tidy() {
        try {
            DurableFiles.removeDrafts(reports);
        } catch (IOException | UncheckedIOException e) {
            program.err()
                    .println("Drafts in " + reports + " could not be removed: " + e.getMessage()
                            + " · let this user write there; the next run tries again");
        }
    }

    /** A run that failed for want of space must be heard of though there is none for its summary. */
    private void keep(Path file, byte[] content) {
        try {
            DurableFiles.write(file, content);
        } catch (IOException e) {
            program.err()
                    .println(file.getFileName() + " could not be written: " + e.getMessage()
                            + " · make room; `mengshi show` tells the same · the run itself is as reported");
        }
    }

    private Map<String, @Nullable Object> nothingDone() {
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("run", null);
        document.put("status", "NOTHING_NEW");
        for (String count : List.of("received", "published", "held", "rejected", "duplicates")) {
            document.put(count, 0);
        }
        document.put("missing", marts.missing());
        for (String count : List.of("errors", "warnings", "facts", "targets_judged")) {
            document.put(count, 0);
        }
        document.put("report", null);
        return document;
    }

    private Map<String, @Nullable Object> document(
            JobRuns.Ended last, Map<String, @Nullable Object> result, Map<String, Long> totals, Rows areas) {
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("run", last.runId());
        document.put("status", last.ending().status());
        document.put("received", result.get("received"));
        for (String count : List.of("published", "held", "rejected", "duplicates", "missing", "errors", "warnings")) {
            document.put(count, totals.get(count));
        }
        document.put("facts", result.get("facts"));
        document.put("targets_judged", result.get("targets_judged"));
        document.put("report", report(result));
        document.put("resumed", last.resumed());
        document.put("failure", last.ending().failure().orElse(null));
        document.put("next", next(last, totals));
        document.put("areas", areas.rows());
        return document;
    }

    private List<String> lines(
            List<JobRuns.Ended> ended, Map<String, @Nullable Object> result, Map<String, Long> totals, Rows areas) {
        Table table = new Table("盟市", "文件", "入库", "退回", "拒收", "重复", "未报", "强制", "核实").right(1, 2, 3, 4, 5, 6, 7, 8);
        for (Map<String, @Nullable Object> area : areas.rows()) {
            List<@Nullable Object> cells = new ArrayList<>();
            cells.add(area.get("area_name"));
            COUNTS.forEach(count -> cells.add(area.get(count)));
            table.row(cells.toArray());
        }
        List<@Nullable Object> sum = new ArrayList<>();
        sum.add("合计");
        COUNTS.forEach(count -> sum.add(totals.get(count)));
        table.row(sum.toArray());
        List<String> lines = new ArrayList<>(table.lines(program.width()));
        lines.add("");
        JobRuns.Ended last = ended.get(ended.size() - 1);
        for (JobRuns.Ended one : ended) {
            lines.add("run " + one.runId() + "  " + one.ending().status() + (one.resumed() ? "  (resumed)" : ""));
        }
        last.ending().failure().ifPresent(failure -> lines.add("failure  " + Table.printable(failure)));
        lines.add("facts " + result.get("facts") + "  targets judged " + result.get("targets_judged"));
        Optional.ofNullable(report(result)).ifPresent(report -> lines.add("report " + report));
        lines.add("Next: " + next(last, totals));
        return lines;
    }

    private @Nullable String report(Map<String, @Nullable Object> result) {
        Object period = result.get("last_period");
        return period == null
                ? null
                : reports.resolve("scorecard-" + period + ".json").toString();
    }

    private static String next(JobRuns.Ended last, Map<String, Long> totals) {
        if (!last.ending().status().equals("COMPLETED")) {
            return "mengshi rerun " + last.runId();
        }
        if (totals.getOrDefault("held", 0L) + totals.getOrDefault("rejected", 0L) > 0) {
            return "mengshi findings --severity ERROR";
        }
        return totals.getOrDefault("missing", 0L) > 0 ? "mengshi due" : "mengshi scorecard";
    }

    private static int exit(JobRuns.Ended last, Map<String, Long> totals) {
        return switch (last.ending().status()) {
            case "COMPLETED" ->
                totals.getOrDefault("held", 0L) + totals.getOrDefault("rejected", 0L) > 0
                        ? Exit.FOUND.code()
                        : Exit.DONE.code();
            case "STOPPED" -> INTERRUPTED;
            default -> last.ending().isOutage() ? Exit.NOT_NOW.code() : Exit.STEP_FAILED.code();
        };
    }

    private static Map<String, Long> totals(Rows areas) {
        Map<String, Long> totals = new LinkedHashMap<>();
        for (Map<String, @Nullable Object> area : areas.rows()) {
            for (String count : COUNTS) {
                totals.merge(count, area.get(count) instanceof Number number ? number.longValue() : 0L, Long::sum);
            }
        }
        return totals;
    }
}
