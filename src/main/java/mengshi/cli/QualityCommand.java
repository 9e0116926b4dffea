package mengshi.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import mengshi.database.Database;
import mengshi.database.Login;
import mengshi.files.DurableFiles;
import mengshi.jobs.QualityPages;
import mengshi.warehouse.Rows;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "quality",
        mixinStandardHelpOptions = true,
        description = {
            "Show how areas reported: in time, how often corrected, what was found, what was answered.",
            "It is about the reporting alone; nothing of it says how a figure stands to a target."
        })
final class QualityCommand implements Callable<Integer> {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final Program program;

    @Mixin
    private final Output output = new Output();

    @Option(names = "--area", description = "Only this area: code or name, 150100 or 呼市.")
    private @Nullable String area;

    @Option(names = "--year", paramLabel = "Y", required = true, description = "The year of the reporting periods.")
    private int year;

    @Option(
            names = "--html",
            paramLabel = "FILE",
            description = "Write the area's page there instead: one HTML file without script. Needs --area.")
    private @Nullable Path html;

    QualityCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() throws IOException {
        String code = new Areas(program.settings().seeds()).code(area);
        if (html != null) {
            return write(code, html);
        }
        LocalDate today = LocalDate.ofInstant(program.clock().instant(), SHANGHAI);
        Rows quality = program.ask(marts -> marts.reportingQuality(code, year, today));
        Table table = new Table(
                        "盟市", "报告期", "报表", "应报日期", "收到日期", "迟报", "状态", "版本", "更正", "强制性", "核实性", "提示", "待处理", "采纳")
                .right(5, 7, 8, 9, 10, 11, 12, 13)
                .whole(0, 1, 2, 3, 4, 6)
                .spare(11, 13, 8, 7, 4, 10);
        quality.rows().stream()
                .map(Texts::new)
                .forEach(row -> table.row(
                        row.of("area_name"),
                        row.of("period"),
                        row.of("form_code"),
                        row.of("due_on"),
                        row.of("first_received_on"),
                        row.of("days_late"),
                        row.of("state"),
                        row.of("versions"),
                        row.of("corrections"),
                        row.of("errors"),
                        row.of("warnings"),
                        row.of("informations"),
                        row.of("still_open"),
                        row.of("answers_accepted") + "/" + row.of("answers")));
        output.print(program, quality, table, quality.rows().size() + " submissions were due or came");
        return Exit.DONE.code();
    }

    private int write(@Nullable String code, Path asked) throws IOException {
        if (code == null) {
            throw new WrongUsage("--html needs --area", "a page is about one area, and goes to that one");
        }
        program.requireDatabase();
        try (Database database = Database.open(program.settings().database())) {
            byte[] page = new QualityPages(database.as(Login.RESPONDER), program.clock())
                    .html(code, year)
                    .orElseThrow(() -> new WrongUsage(
                            "Nothing was due from " + code + " in " + year + " and nothing came",
                            "`mengshi quality --year Y` shows what there is"));
            Path file = program.folder().resolve(asked);
            DurableFiles.write(file, page);
            program.err().println("Written: " + file);
        }
        return Exit.DONE.code();
    }
}
