package mengshi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import mengshi.TestDatabase;
import mengshi.Unsound;
import mengshi.cli.Shell.Ended;
import mengshi.database.Database;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A night that an operator stops and goes on with, and everything that can be asked afterwards. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Unsound(rules = "published_still_staged", because = "the doctor is shown a broken row")
class OperatingIT {

    private static final Clock CLOCK =
            Clock.offset(Clock.systemUTC(), Duration.between(Instant.now(), Instant.parse("2025-07-20T02:00:00Z")));

    /** Ends by a signal alone; ScheduleIT sends it. */
    private static final String STAYS = "mengshi schedule";

    @TempDir
    private static Path folder;

    private static Database database;
    private static Shell shell;

    @BeforeAll
    static void opened() {
        database = TestDatabase.fresh();
        shell = new Shell(database, folder, CLOCK.withZone(ZoneOffset.UTC));
    }

    @AfterAll
    static void closed() {
        database.close();
    }

    @Test
    @Order(1)
    void a_run_that_is_asked_to_stop_does_so_at_its_next_commit_and_goes_on_later() throws Exception {
        CompletableFuture<Ended> night = CompletableFuture.supplyAsync(() -> shell.run("nightly", "--sample"));

        Ended early = shell.run("stop", "1");
        Ended asked = early;
        while (asked.code() == Exit.USAGE.code() && !night.isDone()) {
            asked = shell.run("stop", "1", "--json");
        }
        Ended stopped = night.get(2, TimeUnit.MINUTES);

        assertThat(early.err()).startsWith("There is no run 1 · ").endsWith("nothing was changed\n");
        assertThat(asked.code()).as(asked.err()).isZero();
        assertThat(Schemas.faults("stop", asked.json())).isEmpty();
        assertThat(stopped.code()).as(stopped.out() + stopped.err()).isEqualTo(143);
        assertThat(stopped.out()).contains("run 1  STOPPED");
        assertThat(stopped.lastLine()).isEqualTo("Next: mengshi rerun 1");
        assertThat(shell.run("stop", "1").err())
                .isEqualTo(
                        "Run 1 is not running (STOPPED) · `mengshi rerun 1` goes on with it · nothing was changed\n");

        Ended gone = shell.run("rerun", "1", "--json");

        assertThat(gone.code()).as(gone.err()).isEqualTo(Exit.FOUND.code());
        assertThat(gone.json().at("/status").asString()).isEqualTo("COMPLETED");
        assertThat(gone.json().at("/published").asInt()).isPositive();
        assertThat(folder.resolve("var/reports/metrics.prom"))
                .content()
                .contains(
                        "mengshi_last_run_good{job=\"nightly\"} 1.0\n",
                        "mengshi_last_run_files{job=\"nightly\"} "
                                + gone.json().at("/received").asInt() + ".0\n",
                        "mengshi_last_run_facts{job=\"nightly\"} "
                                + gone.json().at("/facts").asInt() + ".0\n",
                        "mengshi_last_run_step_items{job=\"nightly\",step=\"report\"} 6.0\n");
        assertThat(shell.run("stop", "1").err()).startsWith("Run 1 is not running (COMPLETED) · ");
    }

    @Test
    @Order(2)
    void a_machine_that_is_not_fit_is_told_so() throws IOException {
        Path home = Files.writeString(folder.resolve("no-folder"), "");
        Ended refused = new Shell(database, folder, CLOCK, Map.of("MENGSHI_HOME", home.toString())).run("doctor");

        assertThat(refused.code()).isEqualTo(Exit.USAGE.code());
        assertThat(refused.err()).contains("MENGSHI_HOME");
    }

    /** Whoever has only the help types what it shows; whoever has only the schema reads what that says. */
    @Test
    @Order(3)
    void every_example_of_the_help_works_and_every_command_prints_json_as_its_schema_says() throws Exception {
        prepare();
        Shell embedded = embedded("embedded");
        assertThat(embedded.run("db", "migrate").code()).isZero();
        Set<String> examined = new TreeSet<>(Set.of("stop"));
        Map<String, Object> unlike = new TreeMap<>();
        for (String line : Examples.all()) {
            TypedExample example = TypedExample.of(typed(line));
            Shell here = example.command().equals("backup")
                    ? embedded
                    : example.command().equals("restore") ? embedded("restored") : shell;
            if (STAYS.equals(line)) {
                continue;
            }
            if (examined.add(example.command())) {
                Ended told = example.by(here, "--json");
                assertWorked(line, told);
                unlike.put(line, Schemas.faults(example.command(), told.json()));
                assertThat(told.out()).as(line).endsWith("\n").doesNotContain("\u001b");
            } else {
                assertWorked(line, example.by(here));
            }
        }

        assertThat(unlike).allSatisfy((line, faults) -> assertThat(faults).isEqualTo(List.of()));
        assertThat(examined)
                .isEqualTo(commands(Mengshi.commandLine(Program.real())))
                .isEqualTo(Schemas.commands());
    }

    @Test
    @Order(5)
    void the_schemas_say_what_each_field_means_and_the_run_s_summary_keeps_to_that_of_the_night() throws Exception {
        List<String> unsaid = new ArrayList<>();
        for (String command : Schemas.commands()) {
            assertThat(Schemas.of(command).at("/title").asString()).isEqualTo("mengshi " + command + " --json");
            unsaid(command, Schemas.of(command), unsaid);
        }
        Path summary = folder.resolve("var/reports/run-summary-1.json");

        assertThat(unsaid).isEmpty();
        assertThat(Schemas.faults("nightly", JsonMapper.shared().readTree(Files.readString(summary))))
                .isEmpty();
    }

    /** A line too long is broken by the terminal in the middle of a row. */
    @Test
    @Order(6)
    void tables_fit_a_terminal_of_80_columns() {
        Shell narrow = new Shell(database, folder, CLOCK, Map.of("COLUMNS", "80"));
        for (String command : List.of(
                "runs",
                "show 1",
                "submissions --run 1",
                "due --all",
                "quality --year 2025",
                "scorecard",
                "targets list",
                "rules list",
                "rules coverage",
                "form list",
                "sample --defects")) {
            Ended ended = narrow.run(command.split(" "));

            assertThat(ended.out().lines().filter(line -> !line.startsWith("report ")))
                    .as(command)
                    .hasSizeGreaterThan(2)
                    .allSatisfy(
                            line -> assertThat(DisplayWidth.of(line)).as(line).isLessThanOrEqualTo(80));
        }
    }

    private static void unsaid(String place, JsonNode schema, List<String> unsaid) {
        schema.path("properties").forEachEntry((name, field) -> {
            if (field.path("description").asString("").isBlank()) {
                unsaid.add(place + "/" + name);
            }
        });
        schema.forEachEntry((name, part) -> unsaid(place + "/" + name, part, unsaid));
    }

    /** A hard finding is looked at or waived, a soft one explained. */
    private static String typed(String line) {
        if (!line.contains("FINDING")) {
            return line;
        }
        Ended findings = shell.run("findings", "--json", "--severity", line.contains("--text") ? "warning" : "error");
        return line.replace("FINDING", findings.json().at("/0/finding_id").asString());
    }

    /** What the examples take for there. */
    private static void prepare() throws IOException {
        Files.createDirectories(folder.resolve("submissions"));
        Files.createDirectories(folder.resolve("history"));
        Files.copy(Path.of("seeds/edit.csv"), folder.resolve("edit.csv"));
        Files.copy(Path.of("src/test/resources/report/report-2031.txt"), folder.resolve("report.txt"));
    }

    private static void assertWorked(String line, Ended ended) {
        int stopped = line.startsWith("mengshi stop") ? Exit.USAGE.code() : Exit.DONE.code();
        assertThat(ended.code())
                .as(line + "\n" + ended.out() + ended.err())
                .isIn(Exit.DONE.code(), Exit.FOUND.code(), stopped);
    }

    /** Every command that prints for programs. */
    private static Set<String> commands(CommandLine line) {
        Set<String> commands = new TreeSet<>();
        if (line.getCommandSpec().findOption("--json") != null) {
            commands.add(line.getCommandSpec().qualifiedName().replaceFirst("^mengshi ", ""));
        }
        line.getSubcommands().values().forEach(each -> commands.addAll(commands(each)));
        return commands;
    }

    /** With a database that comes with the program, in a home of its own. */
    private static Shell embedded(String home) {
        return new Shell(
                null, folder, CLOCK, Map.of("MENGSHI_HOME", folder.resolve(home).toString()));
    }
}
