package mengshi.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import mengshi.model.Period;
import mengshi.sample.Defect;
import mengshi.sample.SampleSubmissions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "sample",
        mixinStandardHelpOptions = true,
        description = "Write synthetic submissions, some of them with a defect, to try the whole way: all months of the"
                + " year before and the year's first six. The same seed gives the same bytes.")
final class SampleCommand implements Callable<Integer> {

    private static final int FIRST_YEAR = 2011;
    private static final int LAST_YEAR = 2060;

    private final Program program;

    @Mixin
    private final Output output = new Output();

    @Option(
            names = "--year",
            paramLabel = "Y",
            defaultValue = "2025",
            description = "The year the samples lead up to (default: ${DEFAULT-VALUE}).")
    private int year;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "" + SampleInbox.SEED,
            description = "Another number invents other figures (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--inbox",
            paramLabel = "DIR",
            description = "Write them there; made when it is not there. Default: inbox in MENGSHI_HOME.")
    private @Nullable Path inbox;

    @Option(
            names = "--defects",
            description = "Write nothing; list what is wrong in which file, and what must be found.")
    private boolean defects;

    SampleCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() throws IOException {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw new WrongUsage(
                    "--year " + year + " cannot be done", "give one from " + FIRST_YEAR + " to " + LAST_YEAR);
        }
        SampleSubmissions samples = SampleSubmissions.of(
                program.settings().seeds(),
                seed,
                Period.month(year - 1, SampleSubmissions.FIRST.endMonth()),
                Period.month(year, SampleSubmissions.LAST.endMonth()));
        if (defects) {
            list(samples.defects());
        } else {
            write(samples);
        }
        return Exit.DONE.code();
    }

    private void list(List<Defect> found) {
        Table table = new Table("缺陷", "应发现", "严重性", "位置", "文件", "说明");
        found.forEach(defect -> {
            Texts place = new Texts(columns(defect));
            table.row(
                    defect.name(),
                    defect.expectedCode(),
                    defect.severity(),
                    place.place(),
                    defect.file(),
                    defect.what());
        });
        output.print(program, found.stream().map(SampleCommand::columns).toList(), table.lines(program.width()));
    }

    private void write(SampleSubmissions samples) throws IOException {
        Path folder = inbox == null
                ? program.settings().home().inbox()
                : program.folder().resolve(inbox).normalize();
        SampleInbox.write(samples, folder);
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("inbox", folder.toString());
        document.put("files", samples.files().size());
        document.put("defects", samples.defects().size());
        document.put("missing", samples.missing().size());
        output.print(program, document, List.of(samples.files().size() + " files in " + folder));
        if (!output.isForPrograms()) {
            program.err().println("Next: mengshi nightly" + (inbox == null ? "" : " --inbox " + folder));
        }
    }

    /** {@code sheet} and {@code cell} as the mart of findings has them. */
    private static Map<String, @Nullable Object> columns(Defect defect) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("name", defect.name());
        row.put("file_name", defect.file());
        row.put("code", defect.expectedCode());
        row.put("severity", defect.severity().name());
        row.put("sheet", defect.sheet());
        row.put("cell", defect.cell());
        row.put("what", defect.what());
        return row;
    }
}
