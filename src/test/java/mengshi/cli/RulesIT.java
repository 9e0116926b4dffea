package mengshi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import mengshi.TestDatabase;
import mengshi.cli.Shell.Ended;
import mengshi.database.Database;
import mengshi.database.Login;
import mengshi.seeds.Seeds;
import mengshi.validation.RuleBook;
import mengshi.validation.RuleCases;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rule book put to the test by the people who own it. */
class RulesIT {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2025-07-20T02:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private static Path folder;

    private static Database database;
    private static Shell shell;

    @BeforeAll
    static void opened() {
        database = TestDatabase.fresh();
        shell = new Shell(database, folder, CLOCK);
    }

    @AfterAll
    static void closed() {
        database.close();
    }

    @Test
    void every_edit_passes_fails_and_abstains_where_it_must() {
        Ended test = shell.run("rules", "test", "--json");

        assertThat(test.json().get("wrong")).as(test.out()).isEmpty();
        assertThat(test.code()).isZero();
        assertThat(test.json().get("edits").asInt()).isGreaterThanOrEqualTo(120);
    }

    @Test
    void every_edit_but_those_of_the_frame_has_three_cases() {
        Seeds seeds = Seeds.builtIn();
        RuleCases cases = new RuleCases(seeds);

        assertThat(RuleBook.from(seeds).edits()).isNotEmpty().allSatisfy(edit -> assertThat(cases.of(edit))
                .as(edit.id())
                .hasSize(edit.type().equals("frame") ? 2 : 3));
    }

    @Test
    void trying_leaves_nothing_behind() throws IOException {
        shell.run("db", "migrate");
        JdbcClient loader = JdbcClient.create(database.as(Login.LOADER));
        String everything = "select (select count(*) from warehouse.dim_edit) + (select count(*) from staging.series)"
                + " + (select count(*) from ops.seed_version) + (select count(*) from staging.edit_result)";
        long before = loader.sql(everything).query(Long.class).single();

        Ended tried = shell.run("rules", "try", book(List.of()).toString(), "--json");

        assertThat(tried.code()).as(tried.err()).isZero();
        assertThat(loader.sql(everything).query(Long.class).single()).isEqualTo(before);
    }

    /** A total that need not be the sum of its parts, as far as its rule goes: the case it must fail is passed. */
    @Test
    void an_edit_that_does_not_bite_fails_the_test() throws IOException {
        String toothless = line("L1-BALANCE-NM-M01-001").replace("+BUDGET_NON_TAX,,,,", "+BUDGET_NON_TAX,,,999999999,");

        Ended test = shell.run("rules", "test", book(List.of(toothless)).toString(), "--json");

        assertThat(test.code()).isEqualTo(Exit.FOUND.code());
        assertThat(test.json().get("wrong")).singleElement().satisfies(row -> {
            assertThat(row.get("edit_id").asString()).isEqualTo("L1-BALANCE-NM-M01-001");
            assertThat(row.get("expected").asString()).isEqualTo("failed");
            assertThat(row.get("said").asString()).isEqualTo("passed");
        });
    }

    @Test
    void a_rule_book_of_an_unknown_type_is_refused() throws IOException {
        String odd = line("L1-BALANCE-NM-M01-001").replace(",balance,", ",astrology,");

        Ended test = shell.run("rules", "test", book(List.of(odd)).toString());

        assertThat(test.code()).isEqualTo(Exit.USAGE.code());
        assertThat(test.err()).contains("there is no type astrology").contains("balance");
    }

    @Test
    void the_list_names_every_edit_with_its_owner() {
        Ended list = shell.run("rules", "list", "--form", "NM-Q01", "--type", "balance");

        assertThat(list.code()).isZero();
        assertThat(list.out())
                .contains("L1-BALANCE-NM-Q01-001")
                .contains("平衡关系")
                .contains("国民经济核算处")
                .doesNotContain("NM-M01");
    }

    @Test
    void coverage_names_what_never_ran_and_no_line_is_without_an_edit() {
        shell.run("db", "migrate");

        Ended coverage = shell.run("rules", "coverage", "--json");

        assertThat(coverage.code()).isZero();
        assertThat(coverage.json().get("lines_without_edit")).isEmpty();
    }

    private static String line(String edit) throws IOException {
        return lines().filter(line -> line.startsWith(edit + ",")).findFirst().orElseThrow();
    }

    private static Path book(List<String> edits) throws IOException {
        Path file = folder.resolve("book-" + Math.abs(edits.hashCode()) + ".csv");
        String header = lines().findFirst().orElseThrow();
        return Files.write(
                file, Stream.concat(Stream.of(header), edits.stream()).toList());
    }

    private static Stream<String> lines() throws IOException {
        return Files.readString(Path.of("seeds/edit.csv")).lines();
    }
}
