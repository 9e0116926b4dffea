package mengshi.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mengshi.form.AreaCatalogue;
import mengshi.form.FormCatalogue;
import mengshi.form.FormReader;
import mengshi.form.UnitCatalogue;
import mengshi.model.Measure;
import mengshi.model.Period;
import mengshi.model.Reading;
import mengshi.model.Severity;
import mengshi.sample.SampleFile;
import mengshi.sample.SampleSubmissions;
import mengshi.seeds.Seeds;
import mengshi.workbook.LocatedCell;
import mengshi.workbook.SheetContent;
import mengshi.workbook.WorkbookContent;
import mengshi.workbook.WorkbookLimits;
import mengshi.workbook.WorkbookReader;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FeedbackTest {

    private static final Seeds SEEDS = Seeds.builtIn();
    private static final List<SampleFile> SAMPLES = SampleSubmissions.of(
                    SEEDS, 1, Period.month(2025, 3), Period.month(2025, 4))
            .files();

    @TempDir
    private Path folder;

    @Test
    void a_submission_with_problems_gets_its_workbook_and_two_receipts() throws Exception {
        SampleFile sent = sample("150200_包头市_NM-M01_2025-03");

        Feedback.Written written = answer(
                settled(sent.name(), Decision.HELD, problem(Severity.ERROR, "主要经济指标", "E12"), warning()), sent.bytes());

        assertThat(outbox())
                .containsExactly(
                        "150200_包头市/150200_包头市_NM-M01_2025-03_回执.json",
                        "150200_包头市/150200_包头市_NM-M01_2025-03_回执.txt",
                        "150200_包头市/150200_包头市_NM-M01_2025-03_审核结果.xlsx");
        assertThat(written.path()).isEqualTo("150200_包头市/150200_包头市_NM-M01_2025-03_审核结果.xlsx");
        assertThat(texts(written.path()))
                .startsWith("【审核】审核结果")
                .contains("审核问题：强制性 1 个，核实性 1 个，提示 0 个")
                .containsSubsequence("级别", "位置", "指标", "规则", "问题", "读到的值", "应为/参照", "如何处理", "情况说明", "编号")
                .containsSubsequence(
                        "强制性",
                        "主要经济指标!E12",
                        "一般公共预算收入\n1—本月累计",
                        "L1-BALANCE-NM-M01-001",
                        "合计不等于分项之和",
                        "12 万元",
                        "各组成部分之和\n11 万元",
                        "请核对",
                        "F0000000001")
                .containsSubsequence("核实性", "主要经济指标", "FRAME_FIELD_MISSING", "F0000000002")
                .anyMatch(text -> text.startsWith("结论：退回。"));
    }

    @Test
    void a_range_that_nothing_proves_is_not_shown_as_a_reference() throws Exception {
        SampleFile sent = sample("150200_包头市_NM-M01_2025-03");
        Problem outOfRange = new Problem(
                "F3",
                new Problem.Rule("VALUE_OUT_OF_RANGE", "L1-RANGE-NM-M01-004", Severity.WARNING),
                "OPEN",
                new Problem.Where("主要经济指标", "E9"),
                null,
                new Problem.Values("700", "500"),
                new Problem.Words("累计大于5000亿元", "请核对"));

        Feedback.Written written = answer(settled(sent.name(), Decision.PUBLISHED, outOfRange), sent.bytes());

        assertThat(texts(written.path())).contains("700").doesNotContain("500");
    }

    @Test
    void a_clean_submission_and_a_duplicate_get_receipts_only() throws Exception {
        SampleFile sent = sample("150200_包头市_NM-M01_2025-03");

        Feedback.Written clean = answer(settled("甲.xlsx", Decision.PUBLISHED), sent.bytes());
        answer(
                new Settled(
                        18,
                        new Settled.SentFile("乙.xlsx", "cd", "2025-07-08T02:00:00+08:00", false),
                        whose(),
                        new Settled.Outcome(Decision.DUPLICATE, "DUPLICATE", "甲.xlsx"),
                        List.of(warning())),
                sent.bytes());

        assertThat(clean.path()).isEqualTo("150200_包头市/甲_回执.txt");
        assertThat(outbox())
                .containsExactly(
                        "150200_包头市/乙_回执.json", "150200_包头市/乙_回执.txt", "150200_包头市/甲_回执.json", "150200_包头市/甲_回执.txt");
        assertThat(receipt("150200_包头市/甲_回执.txt")).contains("结论：入库。数据已入库，无需答复。", "没有需要批注的内容，不另附批注后的工作簿。");
        assertThat(receipt("150200_包头市/乙_回执.txt")).contains("已收到的文件：甲.xlsx");
    }

    @Test
    void a_file_that_does_not_open_is_answered_by_the_sheet_alone() throws Exception {
        Settled refused = new Settled(
                19,
                new Settled.SentFile("坏文件.et", "ef", "2025-07-08T02:00:00+08:00", false),
                new Settled.Whose(null, "未识别", null, null, null),
                new Settled.Outcome(Decision.REJECTED, "FILE_CORRUPT", null),
                List.of(problem(Severity.ERROR, null, null)));

        Feedback.Written written = answer(refused, "no workbook".getBytes(java.nio.charset.StandardCharsets.UTF_8));

        assertThat(written.path()).isEqualTo("unrecognised/坏文件_审核结果.xlsx");
        assertThat(texts(written.path())).contains("整个文件", "原文件无法打开或内容过多，没有在原表上加批注；请按下表的位置对照原文件修改。");
    }

    @Test
    void an_answer_never_takes_another_one_s_name() throws Exception {
        byte[] sent = sample("150200_包头市_NM-M01_2025-03").bytes();
        Settled again = new Settled(
                18,
                new Settled.SentFile("甲.xls", "cd", "2025-07-08T02:00:00+08:00", true),
                whose(),
                new Settled.Outcome(Decision.PUBLISHED, null, null),
                List.of());

        answer(settled("甲.xlsx", Decision.PUBLISHED), sent);
        answer(again, sent);
        Feedback.Written lengthy = answer(settled("长".repeat(80) + ".xlsx", Decision.PUBLISHED, warning()), sent);

        assertThat(outbox()).contains("150200_包头市/甲_回执.txt", "150200_包头市/甲_报送18_回执.txt");
        assertThat(lengthy.path()).isEqualTo("150200_包头市/" + "长".repeat(63) + "_报送17_审核结果.xlsx");
    }

    @Test
    void a_submission_that_became_clean_loses_its_old_workbook() throws Exception {
        byte[] sent = sample("150200_包头市_NM-M01_2025-03").bytes();

        answer(settled("甲.xlsx", Decision.HELD, warning()), sent);
        answer(settled("甲.xlsx", Decision.PUBLISHED), sent);

        assertThat(outbox()).containsExactly("150200_包头市/甲_回执.json", "150200_包头市/甲_回执.txt");
    }

    @Test
    void a_receipt_stays_on_one_page_and_the_json_tells_all() throws Exception {
        SampleFile sent = sample("150200_包头市_NM-M01_2025-03");
        Problem[] many = IntStream.range(0, 40)
                .mapToObj(n -> problem(Severity.WARNING, "主要经济指标", "E" + (10 + n)))
                .toArray(Problem[]::new);

        answer(settled(sent.name(), Decision.PUBLISHED, many), sent.bytes());

        List<String> lines =
                receipt("150200_包头市/150200_包头市_NM-M01_2025-03_回执.txt").lines().toList();
        assertThat(lines).hasSizeLessThanOrEqualTo(30).contains("  ……另有 33 个");
        JsonNode json = JsonMapper.shared().readTree(receipt("150200_包头市/150200_包头市_NM-M01_2025-03_回执.json"));
        assertThat(json.at("/counts/warnings").asInt()).isEqualTo(40);
        assertThat(json.at("/findings")).hasSize(40);
        assertThat(json.at("/findings/0/cell").asString()).isEqualTo("E10");
        assertThat(json.at("/received_at").asString()).isEqualTo("2025-07-08T02:00:00+08:00");
        assertThat(json.at("/state").asString()).isEqualTo("PUBLISHED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"150200_包头市_NM-M01_2025-03", "150900_乌兰察布市_NM-M02_2025-03", "150500_通辽市_NM-M01_2025-04"})
    void a_returned_workbook_reads_as_the_submission_it_answers(String name) throws Exception {
        SampleFile sent = sample(name);
        Path submitted = Files.write(folder.resolve(sent.name()), sent.bytes());
        Reading before = read(submitted, sent.name());
        String sheet =
                before.submitted().orElseThrow().observations().get(0).place().sheet();

        Feedback.Written written = answer(
                settled(sent.name(), Decision.HELD, problem(Severity.ERROR, sheet, "E12"), warning()), sent.bytes());

        Reading after = read(folder.resolve("outbox").resolve(written.path()), sent.name());
        assertThat(after).isEqualTo(before);
    }

    private Feedback.Written answer(Settled settled, byte[] sent) throws IOException {
        Path submitted = Files.write(folder.resolve("submitted"), sent);
        return new Feedback(folder.resolve("outbox"), "1.0").answer(settled, submitted);
    }

    private static SampleFile sample(String name) {
        return SAMPLES.stream()
                .filter(file -> file.name().startsWith(name))
                .findFirst()
                .orElseThrow();
    }

    private static Settled settled(String file, Decision decision, Problem... problems) {
        return new Settled(
                17,
                new Settled.SentFile(file, "ab", "2025-07-08T02:00:00+08:00", false),
                whose(),
                new Settled.Outcome(decision, null, null),
                List.of(problems));
    }

    private static Settled.Whose whose() {
        return new Settled.Whose("150200", "包头市", "NM-M01", "2025-03", 1);
    }

    private static Problem problem(Severity severity, @Nullable String sheet, @Nullable String cell) {
        return new Problem(
                "F0000000001",
                new Problem.Rule("TOTAL_NOT_SUM_OF_PARTS", "L1-BALANCE-NM-M01-001", severity),
                "OPEN",
                new Problem.Where(sheet, cell),
                new Problem.About("一般公共预算收入", Measure.YTD),
                new Problem.Values("12 万元", "11 万元"),
                new Problem.Words("合计不等于分项之和", "请核对"));
    }

    private static Problem warning() {
        return new Problem(
                "F0000000002",
                new Problem.Rule("FRAME_FIELD_MISSING", null, Severity.WARNING),
                "OPEN",
                new Problem.Where("主要经济指标", null),
                null,
                new Problem.Values(null, null),
                new Problem.Words("“填表人”没有填写。", "请补填"));
    }

    private Reading read(Path file, String name) throws Exception {
        WorkbookContent content = WorkbookReader.read(file, WorkbookLimits.DEFAULT);
        return new FormReader(
                        FormCatalogue.from(SEEDS),
                        AreaCatalogue.from(SEEDS),
                        UnitCatalogue.from(SEEDS),
                        Clock.fixed(Instant.parse("2025-07-15T02:00:00Z"), ZoneOffset.UTC))
                .read(content, name);
    }

    private List<String> texts(String path) throws Exception {
        SheetContent first = WorkbookReader.read(folder.resolve("outbox").resolve(path), WorkbookLimits.DEFAULT)
                .sheets()
                .get(0);
        return first.rows().stream()
                .flatMap(row -> row.cells().stream())
                .map(LocatedCell::value)
                .map(value -> value.written())
                .toList();
    }

    private String receipt(String path) throws IOException {
        return Files.readString(folder.resolve("outbox").resolve(path));
    }

    private List<String> outbox() throws IOException {
        Path outbox = folder.resolve("outbox");
        try (Stream<Path> files = Files.walk(outbox)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> outbox.relativize(file).toString())
                    .sorted()
                    .collect(Collectors.toList());
        }
    }
}
