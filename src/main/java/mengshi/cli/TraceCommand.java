package mengshi.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import mengshi.model.Measure;
import mengshi.model.Period;
import mengshi.operations.KeptFiles;
import mengshi.report.TargetOrigin;
import mengshi.warehouse.Origins;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "trace",
        mixinStandardHelpOptions = true,
        description = {
            "Show where a number comes from: a target's verdict, or an area's figure, down to the cell of the file it was"
                    + " read from. Every file is read again in the store and its SHA-256 compared: OK, MISSING or CHANGED.",
            "",
            "  mengshi trace T2025-H05 --period 2025-06",
            "  mengshi trace --area 呼市 --indicator FAI --period 2025-06 --measure YTD"
        })
final class TraceCommand implements Callable<Integer> {

    private final Program program;

    @Mixin
    private final Output output = new Output();

    @Parameters(paramLabel = "TARGET", arity = "0..1", description = "A target's id, as `mengshi scorecard` lists it.")
    private @Nullable String target;

    @Option(names = "--area", description = "An area's figure: code or name, 150100 or 呼市.")
    private @Nullable String area;

    @Option(names = "--indicator", description = "Which: code or name, FAI or 固定资产投资（不含农户）.")
    private @Nullable String indicator;

    @Option(names = "--period", required = true, description = "The period: 2025-06, 2025-Q2 or 2025.")
    private Period period = Period.year(0);

    @Option(names = "--measure", description = "Only this one (default: all): ${COMPLETION-CANDIDATES}.")
    private @Nullable Measure measure;

    TraceCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        KeptFiles kept = new KeptFiles(program.settings().home().store());
        List<Map<String, @Nullable Object>> facts;
        if (target != null && area == null && indicator == null && measure == null) {
            facts = traceTarget(target, kept);
        } else if (target == null && area != null && indicator != null) {
            facts = traceFigure(area, indicator, kept);
        } else {
            throw new WrongUsage(
                    "Either a target or an area's figure can be traced",
                    "write `mengshi trace TARGET --period P` or `mengshi trace --area A --indicator I --period P`");
        }
        long broken = facts.stream()
                .filter(fact -> !KeptFiles.State.OK.name().equals(fact.get("stored")))
                .map(fact -> fact.get("file_sha256"))
                .distinct()
                .count();
        if (broken > 0) {
            program.err()
                    .println(broken + " of the files are not in the store as they came · "
                            + program.settings().home().store()
                            + " · bring them back from a backup; the facts stay as they are");
        }
        return broken > 0 ? Exit.FOUND.code() : Exit.DONE.code();
    }

    private List<Map<String, @Nullable Object>> traceTarget(String id, KeptFiles kept) {
        TargetOrigin origin = program.ask(marts -> TargetOrigin.of(marts.origins(), id, period))
                .orElseThrow(() -> new WrongUsage(
                        "No verdict on " + id + " in " + period,
                        "`mengshi scorecard --period " + period + "` lists all"));
        List<Map<String, @Nullable Object>> facts = checked(origin.facts(), kept);
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("target", origin.target());
        document.put("formula", origin.formula());
        document.put("source", origin.source());
        document.put("recomputed", origin.recomputed().orElse(null));
        document.put("facts", facts);
        output.print(program, document, TraceLines.of(origin, facts));
        return facts;
    }

    private List<Map<String, @Nullable Object>> traceFigure(String areaSaid, String indicatorSaid, KeptFiles kept) {
        String areaCode = String.valueOf(new Areas(program.settings().seeds()).code(areaSaid));
        String code = indicatorCode(indicatorSaid);
        List<Map<String, @Nullable Object>> findings = new ArrayList<>();
        List<Map<String, @Nullable Object>> facts = checked(
                program.ask(marts -> {
                    Origins origins = marts.origins();
                    List<Map<String, @Nullable Object>> rows =
                            origins.ofFigure(areaCode, code, period, measure).rows();
                    rows.forEach(row -> findings.addAll(origins.findingsAt(row).rows()));
                    return rows;
                }),
                kept);
        if (facts.isEmpty()) {
            throw new WrongUsage(
                    "Nothing is published of " + code + " for " + areaCode + " in " + period
                            + (measure == null ? "" : " as " + measure),
                    "`mengshi submissions --area " + areaCode + " --period " + period + "` shows what came");
        }
        List<Map<String, @Nullable Object>> distinct =
                findings.stream().distinct().toList();
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("facts", facts);
        document.put("findings", distinct);
        output.print(program, document, TraceLines.of(facts, distinct));
        return facts;
    }

    private String indicatorCode(String said) {
        return program.settings().seeds().rows("indicator").stream()
                .filter(row -> said.equalsIgnoreCase(row.text("indicator_code"))
                        || said.equals(row.text("name_zh"))
                        || said.equalsIgnoreCase(row.text("name_en")))
                .map(row -> row.text("indicator_code"))
                .findFirst()
                .orElseThrow(() -> new WrongUsage(
                        "No indicator is called " + said,
                        "`mengshi sql \"select indicator_code, indicator_name from mart.indicator\"` lists all"));
    }

    private static List<Map<String, @Nullable Object>> checked(
            List<Map<String, @Nullable Object>> rows, KeptFiles kept) {
        List<Map<String, @Nullable Object>> facts = new ArrayList<>();
        for (Map<String, @Nullable Object> row : rows) {
            Map<String, @Nullable Object> fact = new LinkedHashMap<>(row);
            fact.put("stored", kept.of(String.valueOf(row.get("file_sha256"))).name());
            facts.add(fact);
        }
        return facts;
    }
}
