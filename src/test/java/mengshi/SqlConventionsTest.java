package mengshi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mengshi.seeds.Seeds;
import mengshi.warehouse.SelfCheck;
import org.junit.jupiter.api.Test;

class SqlConventionsTest {

    private static final Path SQL = Path.of("sql");
    private static final int WIDTH = 100;

    @Test
    void lines_fit_the_page_and_are_indented_by_spaces() throws IOException {
        Map<String, String> tooWide = new TreeMap<>();
        for (Path file : files(SQL)) {
            boolean isStatement = !file.startsWith(SQL.resolve("views")) && !file.startsWith(SQL.resolve("migrations"));
            int number = 0;
            for (String line : Files.readAllLines(file)) {
                number++;
                // A comment on a table is one literal and cannot be broken.
                boolean isLiteral = line.stripLeading().startsWith("'");
                if ((line.length() > WIDTH && !isLiteral && isStatement) || line.contains("\t") || line.endsWith(" ")) {
                    tooWide.put(file + ":" + number, line);
                }
            }
        }

        assertThat(tooWide).isEmpty();
    }

    @Test
    void a_query_file_holds_one_statement_without_a_semicolon() throws IOException {
        for (String folder : List.of("queries", "edits", "judge", "checks")) {
            List<Path> statements = files(SQL.resolve(folder));

            assertThat(statements).as(folder).isNotEmpty();
            for (Path file : statements) {
                String code = withoutComments(Files.readString(file));
                assertThat(code).as(file.toString()).doesNotContain(";\n").isNotBlank();
                assertThat(code.strip()).as(file.toString()).doesNotEndWith(";");
            }
        }
    }

    @Test
    void every_query_is_used_and_every_one_used_exists() throws IOException {
        String code = files(Path.of("src/main/java")).stream()
                .map(SqlConventionsTest::text)
                .collect(Collectors.joining("\n"));

        for (Path file : files(SQL.resolve("queries"))) {
            String name = file.getFileName().toString().replace(".sql", "");
            assertThat(code.contains(name))
                    .as("who uses " + file + "? Delete it, or name it where it runs")
                    .isTrue();
        }
    }

    @Test
    void every_type_of_edit_has_its_statement_and_every_statement_its_edits() throws IOException {
        TreeSet<String> types = Seeds.builtIn().rows("edit").stream()
                .map(row -> row.text("type"))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(names(SQL.resolve("edits"))).hasSizeGreaterThanOrEqualTo(6).isEqualTo(types);
    }

    @Test
    void every_kind_of_target_has_its_judgement() throws IOException {
        TreeSet<String> kinds = Seeds.builtIn().rows("target_2025").stream()
                .map(row -> row.text("kind"))
                .collect(Collectors.toCollection(TreeSet::new));
        // What is set elsewhere has nothing to be judged by, and says so in the catalogue.
        kinds.remove("external");

        assertThat(names(SQL.resolve("judge"))).containsAll(kinds);
    }

    @Test
    void every_check_of_the_data_says_what_must_hold_and_is_made() throws IOException {
        assertThat(names(SQL.resolve("checks"))).containsExactlyInAnyOrderElementsOf(SelfCheck.RULES);
        assertThat(SelfCheck.RULES)
                .allSatisfy(rule -> assertThat(SelfCheck.sentence(rule)).matches("[A-Z].+\\."));
    }

    /**
     * Amounts of areas may be added up, of one period and over the same areas; rates only by their weights, months of a
     * cumulative never. Whoever adds something new writes down here what it is.
     */
    @Test
    void only_what_may_be_added_up_is_added_up() throws IOException {
        Map<String, String> known = Map.ofEntries(
                Map.entry("led.amount", "the areas' amounts of one period"),
                Map.entry("grown.value", "the areas' amounts of one period"),
                Map.entry("grown.base", "the areas' bases of one period"),
                Map.entry("level", "the areas' amounts of one period"),
                Map.entry("base", "the areas' bases of one period"),
                Map.entry("coalesce(base, base_then) * rate", "rates by the weight of their bases"),
                Map.entry("coalesce(base, base_then)", "the weights of rates"),
                Map.entry("published", "the region's months of a rate, whose mean the target speaks of"),
                Map.entry("numerator", "the areas' numerators, never ratios"),
                Map.entry("denominator", "the areas' denominators"),
                Map.entry("revision.revision", "sizes of revisions of one indicator"),
                Map.entry("abs(revision.revision)", "sizes of revisions of one indicator"),
                Map.entry("outcome.passed", "a count"),
                Map.entry("outcome.failed", "a count"),
                Map.entry("outcome.not_checkable", "a count"),
                Map.entry("run_step.items", "a count"),
                Map.entry("run_step.seconds", "how long a step took over its attempts"),
                Map.entry("errors", "a count"),
                Map.entry("warnings", "a count"));
        Pattern adding = Pattern.compile("\\b(?:sum|avg)\\(((?:[^()]|\\([^()]*\\))*)\\)");
        TreeSet<String> added = new TreeSet<>();
        for (String place : List.of("views", "judge", "queries/marts", "queries/feedback")) {
            for (Path file : files(SQL.resolve(place))) {
                adding.matcher(withoutComments(Files.readString(file)))
                        .results()
                        .forEach(found -> added.add(found.group(1).strip()));
            }
        }

        assertThat(added).isEqualTo(new TreeSet<>(known.keySet()));
    }

    @Test
    void what_answers_submitters_names_no_target() throws IOException {
        for (String place :
                List.of("edits", "queries/feedback", "views/R__310_answers.sql", "views/R__340_quality.sql")) {
            List<Path> answering = files(SQL.resolve(place));

            assertThat(answering).as(place).isNotEmpty();
            for (Path file : answering) {
                assertThat(withoutComments(Files.readString(file)))
                        .as(file + " would let a target reach a submitter (统计法)")
                        .doesNotContainIgnoringCase("target_progress")
                        .doesNotContainIgnoringCase("dim_target");
            }
        }
    }

    @Test
    void migrations_are_numbered_without_gaps() throws IOException {
        Pattern name = Pattern.compile("V(\\d{4})__[a-z0-9_]+\\.sql");
        List<Integer> numbers = files(SQL.resolve("migrations")).stream()
                .map(file -> name.matcher(file.getFileName().toString()))
                .filter(Matcher::matches)
                .map(matcher -> Integer.parseInt(matcher.group(1)))
                .toList();

        assertThat(numbers).hasSizeGreaterThanOrEqualTo(6);
        assertThat(numbers)
                .isEqualTo(Stream.iterate(1, n -> n + 1).limit(numbers.size()).toList());
    }

    private static TreeSet<String> names(Path folder) throws IOException {
        return files(folder).stream()
                .map(file -> file.getFileName().toString().replace(".sql", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String withoutComments(String sql) {
        return sql.replaceAll("(?m)--.*$", "");
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
