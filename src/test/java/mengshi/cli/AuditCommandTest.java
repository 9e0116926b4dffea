package mengshi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Needs no database: an audit reads a text and the seeds. */
class AuditCommandTest {

    private static final Path RESOURCES = Path.of("src/test/resources").toAbsolutePath();
    private static final String KNOWN =
            RESOURCES.resolve("report/report-2031.txt").toString();
    private static final String NEXT_YEAR =
            RESOURCES.resolve("report/report-2032.txt").toString();

    @TempDir
    private Path folder;

    private record Ended(int code, String out, String err) {}

    @Test
    void a_report_that_is_accounted_for_ends_with_0_and_a_table_that_fits_the_page() {
        Ended ended = audit(RESOURCES.resolve("seeds-report"), "--report", KNOWN);

        assertThat(ended.code()).isZero();
        assertThat(ended.err())
                .contains("2031: 33 numerals, 100.0 % classified; 11 targets and 6 results read again; 0 complaints");
        assertThat(ended.out().lines()).hasSize(8).allMatch(line -> DisplayWidth.of(line) <= 80);
        assertThat(ended.out()).contains("二（二）").contains("未分类");
    }

    @Test
    void programs_get_counts_coverage_and_complaints() {
        Ended ended = audit(RESOURCES.resolve("seeds-report"), "--report", KNOWN, "--json");

        JsonNode json = JsonMapper.shared().readTree(ended.out());
        assertThat(ended.err()).isEmpty();
        assertThat(json.get("year").asInt()).isEqualTo(2031);
        assertThat(json.get("numerals").asInt()).isEqualTo(33);
        assertThat(json.get("classified").asInt()).isEqualTo(33);
        assertThat(json.get("coverage").get(1).get("heading").asString()).isEqualTo("一");
        assertThat(json.get("coverage").get(1).get("result").asInt()).isEqualTo(5);
        assertThat(json.get("complaints").size()).isZero();
    }

    @Test
    void another_year_s_report_fails_with_a_list_to_classify_and_the_next_command() {
        Ended ended = audit(RESOURCES.resolve("seeds-report"), "--report", NEXT_YEAR, "--year", "2032");

        assertThat(ended.code()).isEqualTo(3);
        assertThat(ended.out())
                .contains("UNCLASSIFIED  五十一万亩  第3段 39  去年全州造林[五十一万亩]，新增就业2.6")
                .contains("NO_SEEDS  target_2032");
        assertThat(ended.err().strip())
                .endsWith("mengshi targets audit --report " + NEXT_YEAR
                        + " --year 2032 --draft -o numeral_2032_draft.csv");
    }

    @Test
    void a_draft_taken_over_classifies_everything() throws IOException {
        Path seeds = folder.resolve("seeds");
        Files.createDirectories(seeds);

        Ended first = audit(seeds, "--report", NEXT_YEAR, "--year", "2032", "--draft", "-o", "seeds/numeral_2032.csv");
        Ended report =
                audit(seeds, "--report", NEXT_YEAR, "--year", "2032", "--draft=report", "-o", "seeds/report.csv");
        Ended then = audit(seeds, "--report", NEXT_YEAR, "--json");

        assertThat(first.code()).isEqualTo(3);
        assertThat(report.code()).isEqualTo(3);
        assertThat(Files.readString(seeds.resolve("numeral_2032.csv")))
                .startsWith(
                        "numeral_id,paragraph,offset,text,class,refers_to,reason\nN2032-0001,1,3,2032年,date,,draft\n")
                .contains("N2032-0011,5,116,\"1,250公里\",context,,draft\n")
                .contains(",一,idiom,,draft\n");
        JsonNode json = JsonMapper.shared().readTree(then.out());
        assertThat(json.get("year").asInt()).isEqualTo(2032);
        assertThat(json.get("classified").asInt())
                .isEqualTo(json.get("numerals").asInt());
        assertThat(json.get("complaints").valueStream().map(row -> row.get("subject")
                        .asString()))
                .containsExactly("actual_2031", "target_2032");
    }

    @Test
    void the_year_is_the_one_whose_text_it_is_else_the_newest_there_is() {
        Ended unknown = audit(RESOURCES.resolve("seeds-report"), "--report", NEXT_YEAR, "--json");

        JsonNode json = JsonMapper.shared().readTree(unknown.out());
        assertThat(unknown.code()).isEqualTo(3);
        assertThat(json.get("year").asInt()).isEqualTo(2031);
        assertThat(json.get("complaints").get(0).get("code").asString()).isEqualTo("TEXT_DIFFERS");
        assertThat(json.get("complaints").get(0).get("what_to_do").asString()).contains("--year");
    }

    @Test
    void wrong_usage_ends_with_2_and_says_what_to_do() throws IOException {
        Path latin = folder.resolve("latin.txt");
        Files.write(latin, new byte[] {(byte) 0xE9, 'x'});

        assertThat(audit(folder, "--report", "nowhere.txt"))
                .returns(2, Ended::code)
                .extracting(Ended::err)
                .asString()
                .contains("There is no report at " + folder.resolve("nowhere.txt"));
        assertThat(audit(folder, "--report", latin.toString()).err()).contains("is not UTF-8");
        assertThat(audit(folder, "--report", KNOWN, "-o", "x.csv")).returns(2, Ended::code);
        assertThat(audit(folder, "--report", KNOWN, "--draft", "--json")).returns(2, Ended::code);
        assertThat(audit(folder)).returns(2, Ended::code);
    }

    private Ended audit(Path seeds, String... arguments) {
        String[] words = new String[arguments.length + 2];
        words[0] = "targets";
        words[1] = "audit";
        System.arraycopy(arguments, 0, words, 2, arguments.length);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Program program = new Program(
                Map.of("MENGSHI_SEEDS", seeds.toString()),
                folder,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Clock.systemUTC(),
                "UTF-8",
                Program.Terminals.NONE);
        int code = Mengshi.run(program, words);
        return new Ended(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
