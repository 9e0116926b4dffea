package mengshi.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import mengshi.files.DurableFiles;
import mengshi.model.Period;
import mengshi.report.AreaMap;
import mengshi.report.Edition;
import mengshi.report.Language;
import mengshi.report.LeadersBrief;
import mengshi.report.MapRefused;
import mengshi.report.Scorecard;
import mengshi.report.ScorecardLine;
import mengshi.report.ScorecardPage;
import mengshi.report.ScorecardWorkbook;
import mengshi.report.Scorecards;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "scorecard",
        mixinStandardHelpOptions = true,
        description = "Show how the targets stood in a period, and why.")
final class ScorecardCommand implements Callable<Integer> {

    /** A name of seven Chinese characters still tells indicators apart. */
    private static final int LEGIBLE = 14;

    private static final long MOST_OF_A_MAP = 32L << 20;

    private final Program program;

    @Mixin
    private final Output output = new Output();

    @Option(names = "--period", description = "The period: 2025-06 (default: the last one judged).")
    private @Nullable Period period;

    @Option(
            names = "--as-known",
            paramLabel = "T",
            description =
                    "As it was known then: 2025-07-20 (that day's end) or 2025-07-20T09:00, times of Asia/Shanghai"
                            + " unless they have an offset.")
    private @Nullable String asKnown;

    @Option(names = "--csv", paramLabel = "FILE", description = "Write the rows there as CSV (UTF-8) instead.")
    private @Nullable Path csv;

    @Option(
            names = "--html",
            paramLabel = "FILE",
            description = "Write it there as one HTML page that needs neither script nor network, instead.")
    private @Nullable Path html;

    @Option(names = "--xlsx", paramLabel = "FILE", description = "Write it there as a workbook with charts, instead.")
    private @Nullable Path xlsx;

    @Option(
            names = "--brief",
            paramLabel = "FILE",
            description = "Write one A4 page for leaders there (HTML), instead.")
    private @Nullable Path brief;

    @Option(
            names = "--language",
            paramLabel = "zh|en",
            defaultValue = "zh",
            description = "The language of page, workbook and brief: zh or en (default: zh).")
    private String language = "zh";

    @Option(
            names = "--map",
            paramLabel = "FILE",
            description =
                    "Draw the areas on the page (--html) as they lie in this GeoJSON file, which must be an approved"
                            + " map; every league and city is one feature with its code or Chinese name.")
    private @Nullable Path map;

    @Option(
            names = "--map-approval",
            paramLabel = "NUMBER",
            description = "The number under which the map was approved (审图号), like GS(2024)0650号; printed below it.")
    private @Nullable String approval;

    ScorecardCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() throws IOException {
        Instant moment = asKnown == null ? null : Moment.of("--as-known", asKnown, program.clock());
        Language words = language();
        requireWholeMap();
        Edition edition = program.ask(marts -> {
            Scorecards scorecards = new Scorecards(marts);
            return scorecards.edition(scorecards.of(period, moment), words);
        });
        Scorecard scorecard = edition.card();
        if (scorecard.isEmpty()) {
            program.err()
                    .println("Nothing is judged" + (period == null ? "" : " for " + period)
                            + (asKnown == null ? " yet" : " as of " + asKnown) + ".");
        }
        boolean written = write(csv, scorecard::csv);
        written |= write(html, () -> page(edition));
        written |= write(xlsx, new ScorecardWorkbook(edition)::xlsx);
        written |= write(brief, new LeadersBrief(edition)::html);
        output.print(program, scorecard.document(), written || scorecard.isEmpty() ? List.of() : lines(edition));
        return Exit.DONE.code();
    }

    private byte[] page(Edition edition) {
        try {
            return new ScorecardPage(edition, edition.card().isEmpty() ? null : drawn(edition)).html();
        } catch (MapRefused e) {
            throw new WrongUsage(map + ": " + e.getMessage(), e.whatToDo());
        }
    }

    private @Nullable AreaMap drawn(Edition edition) {
        if (map == null || approval == null) {
            return null;
        }
        Path file = program.folder().resolve(map);
        try {
            if (Files.size(file) > MOST_OF_A_MAP) {
                throw new WrongUsage(file + " is larger than 32 MB", "give a map with fewer points");
            }
            return edition.map(Files.readAllBytes(file), approval);
        } catch (IOException e) {
            throw new WrongUsage("The map " + file + " cannot be read: " + e, "give the path of a GeoJSON file");
        }
    }

    /** A map for the public must be one that was approved, and say so. */
    private void requireWholeMap() {
        if (map != null && approval == null) {
            throw new WrongUsage(
                    "--map is given without --map-approval",
                    "add the map's approval number (审图号), or leave the map out: the tiles need none");
        }
        if (approval != null && map == null) {
            throw new WrongUsage("--map-approval is given without --map", "add the map, or leave the number out");
        }
        if (map != null && html == null) {
            throw new WrongUsage("--map is drawn on the page alone", "add --html FILE");
        }
    }

    private Language language() {
        try {
            return Language.of(language);
        } catch (IllegalArgumentException e) {
            throw new WrongUsage("--language " + language + " is not known", "give zh or en");
        }
    }

    /** Writes it if it was asked for, and tells whether it was. */
    private boolean write(@Nullable Path asked, Supplier<byte[]> content) throws IOException {
        if (asked == null) {
            return false;
        }
        Path file = program.folder().resolve(asked);
        DurableFiles.write(file, content.get());
        program.err().println("Written: " + file);
        return true;
    }

    private List<String> lines(Edition edition) {
        Scorecard scorecard = edition.card();
        List<String> lines = new ArrayList<>();
        lines.add("记分卡 " + Objects.toString(scorecard.period(), "") + "   发布 "
                + scorecard.publication().getOrDefault("publication_id", "-") + "   数据截止 "
                + new Texts(scorecard.publication()).minute("facts_closed_at"));
        lines.add("");
        Table table = new Table("编号", "指标", "目标", "实际", "完成", "按时间应达", "按上年应达", "评判", "覆盖", "说明")
                .right(3, 4, 5, 6)
                .whole(0, 2, 7)
                .atLeast(1, LEGIBLE)
                .spare(9, 8, 5, 6, 4);
        String before = "";
        for (ScorecardLine line : scorecard.lines()) {
            if (!line.text("section").equals(before)) {
                before = line.text("section");
                table.heading(edition.title(before));
            }
            table.row(
                    line.text("target_id"),
                    line.text("indicator_zh"),
                    (line.text("is_aspiration").equals("true") ? "力争" : "") + line.target(),
                    line.actual(),
                    line.percent("completion"),
                    line.duePercent("expected_time"),
                    line.duePercent("expected_profile"),
                    line.verdict().sign() + " " + line.verdict().chinese(),
                    line.text("coverage"),
                    line.reason());
        }
        lines.addAll(table.lines(program.width()));
        lines.add("");
        lines.add(scorecard.counts().entrySet().stream()
                .map(entry -> entry.getKey().sign() + " " + entry.getKey().chinese() + " " + entry.getValue())
                .collect(Collectors.joining("   ")));
        return lines;
    }
}
