package mengshi.cli;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import mengshi.database.Database;
import mengshi.database.DatabaseSettings;
import mengshi.database.ServerStatus;
import mengshi.jobs.WaitingFiles;
import mengshi.operations.Heartbeat;
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
     * @param lastSign when a program at work last spoke to the database; empty if none is
     */
    private record Standing(
            Map<String, @Nullable Object> lastRun,
            Map<String, @Nullable Object> submissions,
            Map<String, @Nullable Object> findings,
            long missing,
            long released,
            boolean atWork,
            Optional<Instant> lastSign) {

        static final Standing NOTHING = new Standing(Map.of(), Map.of(), Map.of(), 0, 0, false, Optional.empty());

        static Standing of(Marts marts, boolean atWork, Optional<Instant> lastSign) {
            Rows last = marts.runs(1);
            return new Standing(
                    last.first().orElse(Map.of()),
                    ShowCommand.counts(marts.states(), "state", "submissions"),
                    ShowCommand.counts(marts.openFindings(), "severity", "findings"),
                    marts.missing(),
                    marts.released(),
                    atWork,
                    lastSign);
        }

        boolean has(String state) {
            return submissions.containsKey(state);
        }
    }

    private static final ZoneOffset SHANGHAI = ZoneOffset.ofHours(8);

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
        Optional<Heartbeat> clock = Heartbeat.last(settings.home().heartbeat());
        Map<String, @Nullable Object> document = document(server, standing, waiting, next);
        document.put("schedule", clock.map(this::columns).orElse(null));
        List<String> lines = lines(server, standing, waiting);
        clock.map(this::columns)
                .map(Texts::new)
                .ifPresent(row -> lines.add("时钟      "
                        + String.join(
                                        "  ",
                                        row.of("state"),
                                        "pid " + row.of("pid"),
                                        "自 " + row.minute("since"),
                                        row.of("at"))
                                .strip()));
        output.print(program, document, lines);
        if (!output.isForPrograms()) {
            program.err().println("Next: " + next);
        }
        return Exit.DONE.code();
    }

    private Standing standing() {
        try (Workplace workplace = Workplace.look(program, output)) {
            return workplace
                    .laidOutMarts()
                    .map(marts -> standing(workplace, marts))
                    .orElse(Standing.NOTHING);
        }
    }

    private static Standing standing(Workplace workplace, Marts marts) {
        boolean atWork = workplace.isAnybodyAtWork();
        return Standing.of(marts, atWork, atWork ? workplace.lastSign() : Optional.empty());
    }

    private Map<String, @Nullable Object> columns(Heartbeat clock) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("state", clock.isFresh(program.clock().instant()) ? "running" : "silent");
        row.put("pid", clock.pid());
        row.put("since", moment(clock.since()));
        row.put("beat_at", moment(clock.beat()));
        row.put("at", clock.at().isEmpty() ? null : clock.at());
        return row;
    }

    private static String moment(Instant moment) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                moment.truncatedTo(ChronoUnit.SECONDS).atOffset(SHANGHAI));
    }

    private static Map<String, @Nullable Object> document(
            ServerStatus server, Standing standing, long waiting, String next) {
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("last_run", standing.lastRun().isEmpty() ? null : standing.lastRun());
        document.put("at_work", standing.atWork());
        document.put(
                "last_sign_at", standing.lastSign().map(StatusCommand::moment).orElse(null));
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
        standing.lastSign()
                .ifPresent(sign -> lines.add("最近动静  " + new Texts(Map.of("sign", moment(sign))).minute("sign")));
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
