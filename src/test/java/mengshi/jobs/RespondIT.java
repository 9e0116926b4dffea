package mengshi.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import mengshi.TestDatabase;
import mengshi.database.Database;
import mengshi.database.Login;
import mengshi.files.DurableFiles;
import mengshi.intake.Fingerprint;
import mengshi.intake.Store;
import mengshi.model.Period;
import mengshi.sample.SampleFile;
import mengshi.sample.SampleSubmissions;
import mengshi.seeds.SeedRow;
import mengshi.seeds.Seeds;
import mengshi.warehouse.Marts;
import mengshi.warehouse.Rows;
import mengshi.workbook.LocatedCell;
import mengshi.workbook.WorkbookLimits;
import mengshi.workbook.WorkbookReader;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RespondIT {

    /** Stands for every target's value; nothing else in the files looks like it. */
    private static final String SENTINEL = "987654321";

    /** As an .xls stores it. */
    private static final String SENTINEL_AS_NUMBER = new String(
            ByteBuffer.allocate(Double.BYTES)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putDouble(Double.parseDouble(SENTINEL))
                    .array(),
            StandardCharsets.ISO_8859_1);

    private static final List<SampleFile> SAMPLES = SampleSubmissions.of(
                    Seeds.builtIn(), 1, Period.month(2025, 3), Period.month(2025, 6))
            .files();

    @TempDir
    private Path home;

    private Database database;
    private Path inbox;
    private Path outbox;

    @BeforeEach
    void prepared() throws IOException {
        database = TestDatabase.fresh();
        inbox = Files.createDirectories(home.resolve("inbox"));
        outbox = home.resolve("outbox");
    }

    @AfterEach
    void closed() {
        database.close();
    }

    @Test
    void every_submitter_gets_an_answer_and_the_ledger_says_which() throws Exception {
        send("150100_呼和浩特市_NM-M01_2025-03.xlsx");
        send("150300_乌海市_NM-M01_2025-04.xlsx");
        send("150900_乌兰察布市_NM-M02_2025-03.xls");
        send("150400_赤峰市_NM-M01_2025-06_file_corrupt.xlsx");

        assertThat(nightly()).isEqualTo("COMPLETED");

        assertThat(answers())
                .containsExactly(
                        "150100_呼和浩特市/150100_呼和浩特市_NM-M01_2025-03_回执.json",
                        "150100_呼和浩特市/150100_呼和浩特市_NM-M01_2025-03_回执.txt",
                        "150100_呼和浩特市/报送质量_2025.html",
                        "150300_乌海市/150300_乌海市_NM-M01_2025-04_回执.json",
                        "150300_乌海市/150300_乌海市_NM-M01_2025-04_回执.txt",
                        "150300_乌海市/150300_乌海市_NM-M01_2025-04_审核结果.xlsx",
                        "150300_乌海市/报送质量_2025.html",
                        "150900_乌兰察布市/150900_乌兰察布市_NM-M02_2025-03_回执.json",
                        "150900_乌兰察布市/150900_乌兰察布市_NM-M02_2025-03_回执.txt",
                        "150900_乌兰察布市/150900_乌兰察布市_NM-M02_2025-03_审核结果.xls",
                        "150900_乌兰察布市/报送质量_2025.html",
                        "unrecognised/150400_赤峰市_NM-M01_2025-06_file_corrupt_回执.json",
                        "unrecognised/150400_赤峰市_NM-M01_2025-06_file_corrupt_回执.txt",
                        "unrecognised/150400_赤峰市_NM-M01_2025-06_file_corrupt_审核结果.xlsx");
        assertThat(text("150300_乌海市/150300_乌海市_NM-M01_2025-04_回执.txt")).contains("结论：退回。", "强制性 1 个", "主要经济指标!E18");
        Rows ledger = ask("select path, sha256 from run_answer where run_id = 1 order by path");
        assertThat(ledger.rows()).hasSize(4);
        for (Map<String, @Nullable Object> row : ledger.rows()) {
            assertThat(Fingerprint.of(outbox.resolve(String.valueOf(row.get("path"))))
                            .sha256())
                    .isEqualTo(row.get("sha256"));
        }
    }

    @Test
    void a_duplicate_gets_a_receipt_and_leaves_the_first_answer_alone() throws Exception {
        String name = "150300_乌海市_NM-M01_2025-04.xlsx";
        send(name);
        assertThat(nightly()).isEqualTo("COMPLETED");
        byte[] first = Files.readAllBytes(outbox.resolve("150300_乌海市/150300_乌海市_NM-M01_2025-04_审核结果.xlsx"));

        send(name);
        assertThat(nightly()).isEqualTo("COMPLETED");

        assertThat(text("150300_乌海市/150300_乌海市_NM-M01_2025-04_报送2_回执.txt")).contains("结论：重复报送。", "已收到的文件：" + name);
        assertThat(answers()).hasSize(6);
        assertThat(outbox.resolve("150300_乌海市/150300_乌海市_NM-M01_2025-04_审核结果.xlsx"))
                .hasBinaryContent(first);
    }

    @Test
    void a_returned_workbook_sent_back_untouched_is_a_duplicate_answered_under_the_old_name_with_a_number()
            throws Exception {
        send("150300_乌海市_NM-M01_2025-04.xlsx");
        assertThat(nightly()).isEqualTo("COMPLETED");
        String returned = "150300_乌海市_NM-M01_2025-04_审核结果.xlsx";
        byte[] first = Files.readAllBytes(outbox.resolve("150300_乌海市").resolve(returned));

        DurableFiles.write(inbox.resolve(returned), first);
        assertThat(nightly()).isEqualTo("COMPLETED");

        assertThat(answers())
                .contains("150300_乌海市/150300_乌海市_NM-M01_2025-04_报送2_回执.txt")
                .hasSize(6);
        assertThat(text("150300_乌海市/150300_乌海市_NM-M01_2025-04_报送2_回执.txt")).contains("结论：重复报送。");
        assertThat(outbox.resolve("150300_乌海市").resolve(returned)).hasBinaryContent(first);
        assertThat(ask("select state from submission order by submission_id").rows())
                .extracting(row -> row.get("state"))
                .containsExactly("HELD", "DUPLICATE");
        assertThat(ask("select code, cell from finding").rows())
                .extracting(row -> row.get("code"), row -> row.get("cell"))
                .containsExactly(org.assertj.core.groups.Tuple.tuple("FORMULA_WITHOUT_VALUE", "E18"));
    }

    @Test
    void an_interrupted_run_answers_the_rest_when_it_goes_on() throws Exception {
        send("150100_呼和浩特市_NM-M01_2025-03.xlsx");
        send("150300_乌海市_NM-M01_2025-04.xlsx");
        DurableFiles.write(outbox.resolve("150300_乌海市"), new byte[0]);

        assertThat(nightly()).isEqualTo("FAILED");
        assertThat(ask("select * from run where status = 'FAILED'").rows()).hasSize(1);
        DurableFiles.delete(outbox.resolve("150300_乌海市"));
        assertThat(nightly()).isEqualTo("COMPLETED");

        assertThat(answers()).hasSize(7);
        assertThat(ask("select * from run_answer where answered_at is not null").rows())
                .hasSize(2);
    }

    @Test
    void no_target_reaches_a_submitter() throws Exception {
        for (SampleFile file : SAMPLES) {
            if (file.name().contains("2025-06")
                    || file.name().contains("2025-03") && file.name().matches("15[0-9]+_.*NM-M0[12].*")) {
                DurableFiles.write(inbox.resolve(file.name()), file.bytes());
            }
        }

        assertThat(nightly()).isEqualTo("COMPLETED");

        assertThat(ask("select 1 from target_progress where target_value_as_written = " + SENTINEL + " limit 1")
                        .rows())
                .as("targets were judged by the sentinel")
                .hasSize(1);
        List<String> answers = answers();
        assertThat(answers)
                .hasSizeGreaterThan(60)
                .anyMatch(name -> name.endsWith("_审核结果.xlsx"))
                .filteredOn(name -> name.endsWith("报送质量_2025.html"))
                .hasSizeGreaterThanOrEqualTo(12);
        for (String answer : answers) {
            byte[] content = Files.readAllBytes(outbox.resolve(answer));
            assertThat(decoded(content)).as(answer).allSatisfy(text -> assertThat(text)
                    .doesNotContain(SENTINEL, SENTINEL_AS_NUMBER));
            if (answer.endsWith(".html")) {
                assertThat(withoutForms(text(answer)))
                        .as(answer)
                        .doesNotContain("目标", "进度", "滞后", "<script", "http:", "https:");
            }
            if (answer.contains("_审核结果.")) {
                assertThat(ours(outbox.resolve(answer))).as(answer).doesNotContain("目标", "进度", "滞后");
            }
        }
    }

    private String nightly() throws IOException {
        Clock clock = Clock.fixed(Instant.parse("2025-07-20T02:00:00Z"), ZoneOffset.UTC);
        JobResources resources = new JobResources(
                new Logins(database.as(Login.LOADER), database.as(Login.READER), database.as(Login.RESPONDER)),
                seeds(),
                Store.open(home.resolve("store")),
                new Folders(home.resolve("reports"), outbox),
                clock,
                2,
                (step, items, took) -> {});
        List<JobRuns.Ended> ended = new JobRuns(resources, 2025, "1.0", "test").nightly(inbox, null);
        return ended.get(ended.size() - 1).ending().status();
    }

    /** The built-in seeds with the sentinel for every value that a volume is judged by. */
    private Seeds seeds() throws IOException {
        List<SeedRow> targets = Seeds.builtIn().rows("target_2025");
        List<String> header = List.of(
                Files.readAllLines(Path.of("seeds/target_2025.csv")).get(0).split(","));
        StringWriter text = new StringWriter();
        try (CSVPrinter csv = new CSVPrinter(
                text, CSVFormat.RFC4180.builder().setRecordSeparator('\n').get())) {
            csv.printRecord(header);
            for (SeedRow row : targets) {
                List<String> cells = new ArrayList<>();
                for (String column : header) {
                    boolean judgedBy = column.equals("value")
                            && row.text("kind").equals("volume")
                            && row.optional("value").isPresent();
                    cells.add(judgedBy ? SENTINEL : row.optional(column).orElse(""));
                }
                csv.printRecord(cells);
            }
        }
        DurableFiles.write(
                home.resolve("seeds").resolve("target_2025.csv"),
                text.toString().getBytes(StandardCharsets.UTF_8));
        return Seeds.overriddenBy(home.resolve("seeds"));
    }

    private void send(String name) throws IOException {
        SampleFile file = SAMPLES.stream()
                .filter(sample -> sample.name().equals(name))
                .findFirst()
                .orElseThrow();
        DurableFiles.write(inbox.resolve(name), file.bytes());
    }

    private Rows ask(String sql) {
        return new Marts(database.as(Login.READER)).select(sql, 1000);
    }

    private List<String> answers() throws IOException {
        try (Stream<Path> files = Files.walk(outbox)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> outbox.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    private String text(String answer) throws IOException {
        return Files.readString(outbox.resolve(answer));
    }

    /** A file as texts: as it is in the encodings a workbook uses, and every part of a package. */
    private static List<String> decoded(byte[] content) throws IOException {
        List<String> texts = new ArrayList<>();
        for (Charset charset :
                List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.ISO_8859_1)) {
            texts.add(new String(content, charset));
        }
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                texts.add(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return texts;
    }

    /** What our sheet says, without the names of forms and of the submitter's own sheets. */
    private static String ours(Path workbook) throws Exception {
        var sheets = WorkbookReader.read(workbook, WorkbookLimits.DEFAULT).sheets();
        StringBuilder said = new StringBuilder();
        sheets.get(0).rows().forEach(row -> row.cells().stream()
                .map(LocatedCell::value)
                .forEach(value -> said.append(value.written()).append('\n')));
        return withoutForms(said.toString());
    }

    private static String withoutForms(String text) {
        String bare = text;
        for (SeedRow form : Seeds.builtIn().rows("form")) {
            bare = bare.replace(form.text("name_zh"), "").replace(form.text("sheet_name"), "");
        }
        return bare;
    }
}
