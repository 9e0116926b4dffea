package mengshi.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.StreamSupport;
import mengshi.TestDatabase;
import mengshi.cli.Shell.Ended;
import mengshi.database.Database;
import mengshi.database.Login;
import mengshi.sample.Defect;
import mengshi.sample.SampleSubmissions;
import mengshi.seeds.Seeds;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** From a held file to its publication: somebody looks, answers, waives, and the next night takes it up. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AnswersIT {

    private static final String ENOUGH = "法人单位变更，分项待下月调整";

    @TempDir
    private static Path folder;

    private static Database database;
    private static Shell shell;
    private static String held;

    @BeforeAll
    static void a_night_with_held_files() throws IOException {
        database = TestDatabase.fresh();
        shell = new Shell(database, folder, Clock.fixed(Instant.parse("2025-07-20T02:00:00Z"), ZoneOffset.UTC));
        SampleSubmissions samples = SampleSubmissions.of(
                Seeds.builtIn(), SampleInbox.SEED, SampleSubmissions.FIRST, SampleSubmissions.LAST);
        Path inbox = Files.createDirectories(folder.resolve("inbox"));
        List<String> wanted = samples.defects().stream().map(Defect::file).toList();
        for (var file : samples.files()) {
            if (wanted.contains(file.name())) {
                Files.write(inbox.resolve(file.name()), file.bytes());
            }
        }
        Ended night = shell.run("nightly", "--inbox", "inbox", "--json");

        assertThat(night.code()).as(night.out() + night.err()).isEqualTo(Exit.FOUND.code());
        held = findings("ERROR", "TOTAL_NOT_SUM_OF_PARTS").get(0);
    }

    @AfterAll
    static void closed() {
        database.close();
    }

    @Test
    @Order(1)
    void a_finding_is_shown_whole() {
        Ended shown = shell.run("explain", held);
        JsonNode document = shell.run("explain", held, "--json").json();

        assertThat(shown.code()).isZero();
        assertThat(shown.out())
                .startsWith(held + "  TOTAL_NOT_SUM_OF_PARTS  ERROR  OPEN\n")
                .contains("审核规则", "负责", "处理", "版本  文件状态  问题状态");
        assertThat(shown.err())
                .isEqualTo("Next: a corrected file, or mengshi waive " + held + " --reason R --by NAME\n");
        assertThat(document.at("/finding/finding_id").asString()).isEqualTo(held);
        assertThat(document.at("/edit/edit_type").asString()).isEqualTo("balance");
        assertThat(document.at("/history/0/submission_state").asString()).isEqualTo("HELD");
        assertThat(document.at("/answers")).isEmpty();
    }

    @Test
    @Order(2)
    void what_is_no_reason_or_no_finding_is_refused() {
        List<Ended> refused = List.of(
                shell.run("waive", held, "--reason", "核实无误", "--by", "张三"),
                shell.run("waive", held, "--reason", "可以", "--by", "张三"),
                shell.run("waive", held, "--reason", ENOUGH, "--by", " "),
                shell.run("waive", "F0", "--reason", ENOUGH, "--by", "张三"),
                shell.run("explain", "F0"),
                shell.run("explain", held, "--text", ENOUGH));

        assertThat(refused).allSatisfy(ended -> {
            assertThat(ended.code()).as(ended.err()).isEqualTo(Exit.USAGE.code());
            assertThat(ended.err()).endsWith("nothing was changed\n");
        });
        assertThat(refused.get(0).err()).startsWith("\"核实无误\" is not accepted, because it is a set phrase");
        assertThat(stateOf(held)).isEqualTo("OPEN");
    }

    @Test
    @Order(3)
    void an_explanation_leaves_a_hard_finding_open_and_settles_a_soft_one() {
        String soft =
                ask("select finding_id as id from finding where severity = 'WARNING' and state = 'OPEN' order by 1")
                        .get(0);

        Ended hard = shell.run("explain", held, "--text", ENOUGH, "--by", "李四");
        Ended waived = shell.run("waive", soft, "--reason", ENOUGH, "--by", "李四");
        Ended settled = shell.run("explain", soft, "--text", ENOUGH, "--by", "李四");

        assertThat(hard.code()).as(hard.err()).isZero();
        assertThat(stateOf(held)).isEqualTo("OPEN");
        assertThat(waived.err()).contains("is no hard one (WARNING)");
        assertThat(settled.code()).as(settled.err()).isZero();
        assertThat(stateOf(soft)).isEqualTo("EXPLAINED");
    }

    @Test
    @Order(3)
    void the_same_words_do_not_answer_two_findings_of_a_file() {
        String copy = "FCOPY";
        JdbcClient.create(database.as(Login.LOADER))
                .sql(
                        "insert into warehouse.fact_finding (submission_id, finding_id, run_id, source, code, level, severity,"
                                + " state, message_zh, message_en, advice_zh, advice_en, found_at)"
                                + " select submission_id, ?, run_id, source, code, level, 'WARNING', 'OPEN', message_zh, message_en,"
                                + " advice_zh, advice_en, found_at from warehouse.fact_finding where finding_id = ?")
                .params(copy, held)
                .update();

        Ended first = shell.run("explain", copy, "--text", "两条问题同一段说明文字", "--by", "李四");
        Ended second = shell.run("explain", held, "--text", "两条问题，同一段说明文字。", "--by", "李四");

        assertThat(first.code()).as(first.err()).isZero();
        assertThat(second.code()).isEqualTo(Exit.USAGE.code());
        assertThat(second.err()).contains("another finding of the same file has been answered with the same words");
    }

    @Test
    @Order(4)
    void while_a_run_is_at_work_nothing_is_answered() {
        try (var lock = database.tryLock("facts").orElseThrow()) {
            assertThat(lock.isHeld()).isTrue();
            Ended locked = shell.run("waive", held, "--reason", ENOUGH, "--by", "张三");

            assertThat(locked.code()).isEqualTo(Exit.LOCKED.code());
        }
        assertThat(stateOf(held)).isEqualTo("OPEN");
    }

    @Test
    @Order(5)
    void a_file_whose_last_hard_finding_is_waived_is_published_by_the_next_night() {
        String file = shell.run("explain", held, "--json")
                .json()
                .at("/finding/file_name")
                .asString();
        assertThat(shell.run("nightly", "--json").json().at("/status").asString())
                .isEqualTo("NOTHING_NEW");

        Ended waived = shell.run("waive", held, "--reason", "统计制度变更，自治区同意放行", "--by", "张三");
        long stillOpen = openErrorsOf(file).size();
        for (String other : openErrorsOf(file)) {
            shell.run("waive", other, "--reason", "同一原因造成，编号" + other, "--by", "张三");
        }
        Ended dry = shell.run("nightly", "--dry-run", "--json");
        Ended night = shell.run("nightly", "--json");
        Ended again = shell.run("nightly", "--json");

        assertThat(waived.code()).as(waived.err()).isZero();
        assertThat(waived.out()).contains("WAIVED", stillOpen + " hard findings still open");
        assertThat(dry.json().at("/waiting").asInt()).isEqualTo(1);
        assertThat(night.json().at("/status").asString()).as(night.err()).isEqualTo("COMPLETED");
        assertThat(night.json().at("/facts").asInt()).isPositive();
        JsonNode history = shell.run("explain", held, "--json").json();
        assertThat(history.at("/history/0/submission_state").asString()).isEqualTo("PUBLISHED");
        assertThat(history.at("/finding/state").asString()).isEqualTo("WAIVED");
        assertThat(history.at("/answers").findValuesAsString("kind")).containsExactly("EXPLANATION", "WAIVER");
        assertThat(history.at("/answers").findValuesAsString("given_by")).containsExactly("李四", "张三");
        assertThat(again.json().at("/status").asString()).isEqualTo("NOTHING_NEW");
        assertThat(shell.run("waive", held, "--reason", ENOUGH, "--by", "张三").err())
                .startsWith("Finding " + held + " is settled already: WAIVED");
    }

    @Test
    @Order(6)
    void who_answered_is_nothing_for_submitters() {
        JdbcClient responder = JdbcClient.create(database.as(Login.RESPONDER));

        assertThatThrownBy(() -> responder
                        .sql("select given_by from mart.answer")
                        .query()
                        .listOfRows())
                .hasStackTraceContaining("permission denied for view answer");
    }

    @Test
    @Order(7)
    void a_run_is_exported_as_a_validation_report() throws IOException {
        long run = ask("select min(run_id) as id from run").stream()
                .mapToLong(Long::parseLong)
                .sum();
        Ended printed = shell.run("export", "validation-report", String.valueOf(run));
        Ended written = shell.run("export", "validation-report", "-o", "report.json");
        JsonNode report = printed.json();

        assertThat(printed.code()).isZero();
        assertThat(written.err()).startsWith("Written: ");
        assertThat(Files.readString(folder.resolve("report.json")))
                .startsWith("[")
                .endsWith("]\n");
        assertThat(report.isArray()).isTrue();
        assertThat(report).allSatisfy(item -> {
            assertThat(item.at("/event/time").asString()).isNotEmpty();
            assertThat(item.at("/event/actor").asString()).startsWith("mengshi ");
            assertThat(item.at("/data/source").isArray()).isTrue();
            assertThat(item.at("/data/target").isArray()).isTrue();
            assertThat(item.at("/type").asString()).isIn("validation", "aggregation");
        });
        List<JsonNode> validations = StreamSupport.stream(report.spliterator(), false)
                .filter(item -> item.at("/type").asString().equals("validation"))
                .toList();
        assertThat(validations).extracting(item -> item.at("/id").asString()).doesNotHaveDuplicates();
        assertThat(validations).allSatisfy(item -> {
            assertThat(item.at("/value").asString()).isIn("0", "NA");
            assertThat(item.at("/rule/severity").asString()).isIn("error", "warning", "information");
            assertThat(item.at("/rule/expression").asString()).isNotEmpty();
        });
        assertThat(validations)
                .filteredOn(item -> item.at("/mengshi/finding_id").asString().equals(held))
                .singleElement()
                .satisfies(item -> {
                    assertThat(item.at("/value").asString()).isEqualTo("0");
                    assertThat(item.at("/rule/severity").asString()).isEqualTo("error");
                    assertThat(item.at("/mengshi/cell").asString()).matches("[A-Z]+[0-9]+");
                    assertThat(item.at("/mengshi/observed").asString()).isNotEmpty();
                    assertThat(item.at("/mengshi/expected").asString()).isNotEmpty();
                    assertThat(item.at("/data/source/0").asString()).contains(" › ");
                });
        assertThat(report)
                .filteredOn(item -> item.at("/id").asString().equals(run + "-L1-BALANCE-NM-M01-001-passed"))
                .singleElement()
                .satisfies(item -> assertThat(item.at("/value").asInt()).isPositive());
    }

    @Test
    @Order(7)
    void findings_are_exported_as_rows_and_the_reporting_as_a_page() throws IOException {
        Ended rows = shell.run("export", "findings", "--area", "乌海");
        Ended quality = shell.run("quality", "--year", "2025", "--area", "乌海", "--json");
        Ended page = shell.run("quality", "--year", "2025", "--area", "乌海", "--html", "quality.html");

        assertThat(rows.out())
                .startsWith("finding_id,submission_id,file_name,area_code,")
                .contains("150300");
        assertThat(quality.json()).isNotEmpty().allSatisfy(row -> {
            assertThat(row.at("/area_code").asString()).isEqualTo("150300");
            assertThat(row.at("/due_on").asString()).startsWith("2025-");
        });
        assertThat(page.code()).as(page.err()).isZero();
        assertThat(Files.readString(folder.resolve("quality.html")))
                .contains("乌海市 2025年报送质量", "逐期情况", "审核问题分类", "未报")
                .doesNotContain("<script");
    }

    private static List<String> openErrorsOf(String file) {
        return ask("select finding_id as id from finding where file_name = '" + file
                + "' and severity = 'ERROR' and state in ('OPEN', 'PERSISTING')");
    }

    private static List<String> findings(String severity, String code) {
        return ask("select finding_id as id from finding where severity = '" + severity + "' and code = '" + code
                + "' and state = 'OPEN' order by 1");
    }

    private static String stateOf(String finding) {
        return ask("select state as id from finding where finding_id = '" + finding + "'")
                .get(0);
    }

    private static List<String> ask(String query) {
        return shell.run("sql", query, "--json").json().findValuesAsString("id");
    }
}
