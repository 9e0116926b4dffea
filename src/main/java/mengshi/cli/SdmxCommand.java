package mengshi.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import mengshi.files.DurableFiles;
import mengshi.model.Period;
import mengshi.report.SdmxData;
import mengshi.report.SdmxStructure;
import mengshi.warehouse.Marts;
import mengshi.warehouse.Rows;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "sdmx",
        mixinStandardHelpOptions = true,
        description = "Write the figures as SDMX-CSV 2.0 and their structure as SDMX-ML 2.1, two files of one folder.")
final class SdmxCommand implements Callable<Integer> {

    private static final String DATA = "NM_INDICATORS.csv";
    private static final String STRUCTURE = "NM_INDICATORS.structure.xml";

    private final Program program;

    /** Two messages that belong together. */
    private record Exchange(int observations, byte[] data, byte[] structure) {

        static Exchange of(Marts marts, @Nullable Period period, @Nullable Instant asKnown) {
            Rows figures = marts.exchangeFigures(period == null ? null : period.code(), asKnown);
            String prepared = marts.lastPublication(asKnown)
                    .first()
                    .map(publication -> String.valueOf(publication.get("judged_at")))
                    .orElse("1970-01-01T00:00:00+08:00");
            return new Exchange(
                    figures.rows().size(), SdmxData.csv(figures), SdmxStructure.xml(marts.exchangeCodes(), prepared));
        }
    }

    @Mixin
    private final Output output = new Output();

    @Option(
            names = {"-o", "--out"},
            paramLabel = "DIR",
            required = true,
            description = "The folder to write to.")
    private Path folder = Path.of("");

    @Option(names = "--period", description = "Only this period: 2025-06, 2025-Q2 or 2025 (default: all).")
    private @Nullable Period period;

    @Option(
            names = "--as-known",
            paramLabel = "T",
            description = "As it was known then: 2025-07-20 (that day's end) or 2025-07-20T09:00, Asia/Shanghai.")
    private @Nullable String asKnown;

    SdmxCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() throws IOException {
        Instant moment = asKnown == null ? null : Moment.of("--as-known", asKnown, program.clock());
        Exchange exchange = program.ask(marts -> Exchange.of(marts, period, moment));
        Path target = program.folder().resolve(folder);
        DurableFiles.write(target.resolve(STRUCTURE), exchange.structure());
        DurableFiles.write(target.resolve(DATA), exchange.data());
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("observations", exchange.observations());
        document.put("folder", target.toString());
        document.put("files", List.of(DATA, STRUCTURE));
        output.print(program, document, List.of(exchange.observations() + " observations: " + target.resolve(DATA)));
        return Exit.DONE.code();
    }
}
