package mengshi.cli;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import mengshi.model.Measure;
import mengshi.model.Period;
import mengshi.operations.KeptFiles;
import mengshi.report.Recomputation;
import mengshi.report.TargetOrigin;
import mengshi.warehouse.Origins;
import mengshi.warehouse.Signers;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "trace",
        mixinStandardHelpOptions = true,
        description =
                "Show where a number comes from: a target's verdict, or an area's figure, down to the cell of the file"
                        + " it was read from. Every file is read again in the store and its SHA-256 compared: OK, MISSING or CHANGED.")
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

    @Option(
            names = "--as-known",
            paramLabel = "T",
            description = "As it was known then: 2025-07-20 (that day's end) or 2025-07-20T09:00, Asia/Shanghai.")
    private @Nullable String asKnown;

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
        List<Map<String, @Nullable Object>> facts = new ArrayList<>();
        TargetOrigin origin = program.ask((marts, signers) -> {
                    Origins origins = marts.origins(moment());
                    Optional<TargetOrigin> found = TargetOrigin.of(origins, id, period);
                    found.ifPresent(one -> facts.addAll(examined(one.facts(), origins, signers, kept)));
                    return found;
                })
                .orElseThrow(() -> new WrongUsage(
                        "No verdict on " + id + " in " + period,
                        "`mengshi scorecard --period " + period + "` lists all"));
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("target", origin.target());
        document.put("formula", origin.formula());
        document.put("source", origin.source());
        Recomputation again = origin.recomputed();
        document.put("recomputed", again.figure().orElse(null));
        document.put("parts", again.rows());
        document.put("base", origin.base().row());
        document.put("facts", facts);
        output.print(program, document, TraceLines.of(origin, facts));
        return facts;
    }

    private List<Map<String, @Nullable Object>> traceFigure(String areaSaid, String indicatorSaid, KeptFiles kept) {
        String areaCode = String.valueOf(new Areas(program.settings().seeds()).code(areaSaid));
        String code = indicatorCode(indicatorSaid);
        List<Map<String, @Nullable Object>> facts = program.ask((marts, signers) -> {
            Origins origins = marts.origins(moment());
            return examined(origins.ofFigure(areaCode, code, period, measure).rows(), origins, signers, kept);
        });
        if (facts.isEmpty()) {
            throw new WrongUsage(
                    "Nothing is published of " + code + " for " + areaCode + " in " + period
                            + (measure == null ? "" : " as " + measure),
                    "`mengshi submissions --area " + areaCode + " --period " + period + "` shows what came");
        }
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("facts", facts);
        output.print(program, document, TraceLines.of(facts));
        return facts;
    }

    private @Nullable Instant moment() {
        return asKnown == null ? null : Moment.of("--as-known", asKnown, program.clock());
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

    /** Each fact with the state of its file in the store, who signed it, the edits that looked at it and what they found. */
    private static List<Map<String, @Nullable Object>> examined(
            List<Map<String, @Nullable Object>> rows, Origins origins, Signers signers, KeptFiles kept) {
        Map<Object, Map<String, @Nullable Object>> signed = signers.of(rows.stream()
                .map(row -> row.get("submission_id"))
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        List<Map<String, @Nullable Object>> facts = new ArrayList<>();
        for (Map<String, @Nullable Object> row : rows) {
            Map<String, @Nullable Object> fact = new LinkedHashMap<>(row);
            fact.put("stored", kept.of(String.valueOf(row.get("file_sha256"))).name());
            fact.put("signers", signed.get(row.get("submission_id")));
            fact.put("edits", origins.editsAt(row).rows());
            fact.put("findings", origins.findingsAt(row).rows());
            facts.add(fact);
        }
        return facts;
    }
}
