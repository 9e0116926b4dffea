package mengshi.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import mengshi.database.Database;
import mengshi.database.DatabaseSettings;
import mengshi.database.ServerStatus;
import mengshi.jobs.WaitingFiles;
import mengshi.operations.Settings;
import mengshi.warehouse.Marts;
import mengshi.warehouse.Rows;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description =
                "Show where things stand: the last run, what waits, what is held or missing, and what to do next.")
final class StatusCommand implements Callable<Integer> {

    /**
     * Where things stand.
     *
     * @param lastRun empty before the first
     * @param missing owed in rounds that others have sent
     * @param released held submissions that only wait for the next nightly
     * @param atWork whether a program holds the run lock now
     */
    private record Standing(
            Map<String, @Nullable Object> lastRun,
            Map<String, @Nullable Object> submissions,
            Map<String, @Nullable Object> findings,
            long missing,
            long released,
            boolean atWork) {

        static final Standing NOTHING = new Standing(Map.of(), Map.of(), Map.of(), 0, 0, false);

        static Standing of(Marts marts, boolean atWork) {
            Rows last = marts.runs(1);
            return new Standing(
                    last.first().orElse(Map.of()),
                    ShowCommand.counts(marts.states(), "state", "submissions"),
                    ShowCommand.counts(marts.openFindings(), "severity", "findings"),
                    marts.missing(),
                    marts.released(),
                    atWork);
        }

        boolean has(String state) {
            return submissions.containsKey(state);
        }
    }

    private final Program program;

    @Mixin
    private final Output output = new Output();

    StatusCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() throws IOException {
        Settings settings = program.settings();
        DatabaseSettings database = settings.database();
        // Asked before the database is opened, which would start it.
        ServerStatus server = Database.status(database);
        Standing standing = Program.isMissing(database) ? Standing.NOTHING : standing();
        long waiting = WaitingFiles.in(settings.home().inbox()).count();
        String next = next(standing, waiting);
        output.print(program, document(server, standing, waiting, next), lines(server, standing, waiting));
        if (!output.isForPrograms()) {
            program.err().println("Next: " + next);
        }
        return Exit.DONE.code();
    }

    private Standing standing() {
        try (Workplace workplace = Workplace.look(program, output)) {
            return workplace
                    .laidOutMarts()
                    .map(marts -> Standing.of(marts, workplace.isAnybodyAtWork()))
                    .orElse(Standing.NOTHING);
        }
    }

    private static Map<String, @Nullable Object> document(
            ServerStatus server, Standing standing, long waiting, String next) {
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("last_run", standing.lastRun().isEmpty() ? null : standing.lastRun());
        document.put("at_work", standing.atWork());
        document.put("inbox", waiting);
        document.put("submissions", standing.submissions());
        document.put("findings", standing.findings());
        document.put("released", standing.released());
        document.put("missing", standing.missing());
        document.put("database", DbCommand.document(server));
        document.put("next", next);
        return document;
    }

    private static String next(Standing standing, long waiting) {
        String last = new Texts(standing.lastRun()).of("status");
        if (standing.atWork()) {
            return "mengshi show " + standing.lastRun().get("run_id");
        }
        if (!last.isEmpty() && !last.equals("COMPLETED")) {
            return "mengshi rerun";
        }
        if (waiting > 0 || standing.released() > 0 || standing.has("RECEIVED") || standing.has("READ")) {
            return "mengshi nightly";
        }
        if (standing.submissions().isEmpty()) {
            return "mengshi nightly --sample";
        }
        if (standing.has("HELD") || standing.has("REJECTED")) {
            return "mengshi findings --severity ERROR";
        }
        return standing.missing() > 0 ? "mengshi due" : "mengshi scorecard";
    }

    private static List<String> lines(ServerStatus server, Standing standing, long waiting) {
        List<String> lines = new ArrayList<>();
        Texts run = new Texts(standing.lastRun());
        lines.add("最近批次  "
                + (standing.lastRun().isEmpty()
                        ? "-"
                        : String.join("  ", run.of("run_id"), run.of("job"), run.of("status"), run.minute("started_at"))
                                + (standing.atWork() ? "  运行中" : "")));
        if (!run.of("failure").isEmpty()) {
            lines.add("失败原因  " + Table.printable(run.of("failure")));
        }
        lines.add("收件箱    " + waiting);
        lines.add("报送      " + counted(standing.submissions()));
        if (standing.released() > 0) {
            lines.add("已放行    " + standing.released() + "（下一次 nightly 入库）");
        }
        lines.add("未报      " + standing.missing());
        lines.add("待处理    " + counted(standing.findings()));
        lines.add("数据库    " + (server.embedded() ? "embedded" : "external") + "  "
                + (server.running() ? "running " + server.version() + "  " + server.url() : "at rest"));
        return lines;
    }

    private static String counted(Map<String, @Nullable Object> counts) {
        return counts.isEmpty()
                ? "-"
                : counts.entrySet().stream()
                        .map(entry -> entry.getKey() + " " + entry.getValue())
                        .collect(Collectors.joining("  "));
    }
}
