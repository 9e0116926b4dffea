package mengshi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Night after night with one submitter: what is sent, what is returned, what is answered, and what becomes of it. */
class ConversationIT {

    private static final String NAME = "150100_呼和浩特市_NM-M01_2025-05";
    private static final String ENOUGH = "2024年同期含一次性大额进口设备";

    @TempDir
    private Path folder;

    private Night night;

    @BeforeEach
    void opened() throws IOException {
        night = Night.in(folder);
    }

    @AfterEach
    void closed() {
        night.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"xlsx", "xls"})
    void one_cell_corrected_one_explained_one_left(String extension) throws IOException {
        send(NAME + "." + extension, submitted(extension, ConversationIT::threeFaults));
        night.falls();

        assertThat(states()).containsExactly(tuple(1, "HELD", "TOTAL_NOT_SUM_OF_PARTS"));
        assertThat(findings())
                .containsExactly(
                        tuple("FRAME_FIELD_MISSING", 1, "OPEN"),
                        tuple("GROWTH_DIFFERS_FROM_LEVELS", 1, "OPEN"),
                        tuple("TOTAL_NOT_SUM_OF_PARTS", 1, "OPEN"));

        String growth = id("GROWTH_DIFFERS_FROM_LEVELS");
        byte[] resubmitted =
                EditedWorkbook.of(returned(NAME + "_审核结果." + extension), workbook -> workbook.put("E14", 1897364)
                        .answer(growth, ENOUGH));
        send(NAME + "_审核结果." + extension, resubmitted);
        night.falls();

        assertThat(states())
                .containsExactly(tuple(1, "SUPERSEDED", "TOTAL_NOT_SUM_OF_PARTS"), tuple(2, "PUBLISHED", null));
        assertThat(lives())
                .containsExactly(
                        tuple("FRAME_FIELD_MISSING", "PERSISTING", 2L),
                        tuple("GROWTH_DIFFERS_FROM_LEVELS", "EXPLAINED", 2L),
                        tuple("TOTAL_NOT_SUM_OF_PARTS", "FIXED", 1L));
        assertThat(night.ask("select text, given_by, given_in from mart.answer"))
                .containsExactly(Map.of("text", ENOUGH, "given_by", "呼和浩特市", "given_in", 2L));
        String receipt = Files.readString(outbox(NAME + "_报送2_回执.txt"));
        assertThat(receipt)
                .contains(
                        "结论：入库。",
                        "与上一版相比：已更正问题 1 个，收到情况说明 1 条、采纳 1 条，改动已入库数据 0 项",
                        "情况说明  " + growth + "  已采纳：" + ENOUGH,
                        "处理：情况说明已采纳，无需处理。");
        JsonNode json = JsonMapper.shared().readTree(Files.readString(outbox(NAME + "_报送2_回执.json")));
        assertThat(json.at("/answers/0/outcome").asString()).isEqualTo("ACCEPTED");
        assertThat(json.at("/fixed")).hasSize(1);
        assertThat(StreamSupport.stream(json.at("/findings").spliterator(), false)
                        .map(finding -> finding.at("/state").asString()))
                .containsExactlyInAnyOrder("PERSISTING", "EXPLAINED");
    }

    @Test
    void a_workbook_that_only_brings_answers_is_no_new_version_and_one_without_is_a_duplicate() throws IOException {
        send(NAME + ".xlsx", submitted("xlsx", workbook -> workbook.put("H20", 9.7)));
        night.falls();
        String growth = id("GROWTH_DIFFERS_FROM_LEVELS");
        byte[] reply = returned(NAME + "_审核结果.xlsx");

        send("空着退回.xlsx", reply);
        night.falls();
        send("只有说明.xlsx", EditedWorkbook.of(reply, workbook -> workbook.answer(growth, ENOUGH)));
        night.falls();

        assertThat(night.ask(
                        "select file_name, state, version, duplicate_of from mart.submission order by submission_id"))
                .extracting(row -> row.get("file_name"), row -> row.get("state"), row -> row.get("version"))
                .containsExactly(
                        tuple(NAME + ".xlsx", "PUBLISHED", 1),
                        tuple("空着退回.xlsx", "DUPLICATE", null),
                        tuple("只有说明.xlsx", "ANSWERED", null));
        assertThat(night.ask("select 1 from mart.run where publication_id is not null"))
                .as("no vintage but the first")
                .hasSize(1);
        assertThat(lives()).containsExactly(tuple("GROWTH_DIFFERS_FROM_LEVELS", "EXPLAINED", 1L));
        assertThat(Files.readString(outbox("只有说明_回执.txt"))).contains("结论：已收到情况说明。", "已采纳：" + ENOUGH, "没有需要批注的内容");
        assertThat(Files.readString(outbox("空着退回_回执.txt"))).contains("结论：重复报送。");
        assertThat(outbox("只有说明_审核结果.xlsx")).doesNotExist();
    }

    @Test
    void what_is_no_answer_is_not_accepted_and_the_next_reply_says_why() throws IOException {
        send("150200_包头市_NM-M01_2025-05.xlsx", submitted("xlsx", workbook -> workbook.put("B6", "包头市")
                .put("D6", "150200")
                .put("H21", 30)));
        send(
                NAME + ".xlsx",
                submitted(
                        "xlsx",
                        workbook -> threeFaults(workbook.put("H21", 30)
                                .put("H24", 30)
                                .put("H25", 30)
                                .put("H26", 30)
                                .put("H27", 30)
                                .put("H29", 30))));
        night.falls();
        String foreign = String.valueOf(night.ask("select finding_id from mart.finding where area_code = '150200'"
                        + " and code = 'GROWTH_DIFFERS_FROM_LEVELS'")
                .get(0)
                .get("finding_id"));
        Consumer<EditedWorkbook> answers = workbook -> workbook.answer(at("E14"), "本盟市经普修订，分项以后再补充完整")
                .answer(at("H20"), "核实无误")
                .answer(at("H21"), "口径变")
                .answer(at("H24"), "两条问题写同样的说明")
                .answer(at("H25"), "两条问题，写同样的说明！")
                .answerAs(at("H26"), foreign, "这是包头市的问题编号")
                .answerAs(at("H27"), "F0000000000", "从来没有过这个编号")
                .answer(at("H29"), "……");

        send("答复.xlsx", EditedWorkbook.of(returned(NAME + "_审核结果.xlsx"), answers));
        night.falls();

        assertThat(night.ask("select h.outcome from mart.answer_heard h order by h.outcome"))
                .extracting(row -> row.get("outcome"))
                .containsExactlyInAnyOrder(
                        "HARD",
                        "SET_PHRASE",
                        "TOO_SHORT",
                        "REPEATED",
                        "REPEATED",
                        "OTHER_SUBMISSION",
                        "UNKNOWN_FINDING",
                        "EMPTY");
        assertThat(night.ask("select state from mart.submission where file_name = '答复.xlsx'"))
                .extracting(row -> row.get("state"))
                .containsExactly("ANSWERED");
        assertThat(night.ask("select distinct state from mart.finding"))
                .extracting(row -> row.get("state"))
                .containsExactly("OPEN");
        assertThat(night.ask("select kind, text from mart.answer"))
                .containsExactly(Map.of("kind", "EXPLANATION", "text", "本盟市经普修订，分项以后再补充完整"));
        assertThat(Files.readString(outbox("答复_回执.txt")))
                .contains(
                        "收到情况说明 8 条、采纳 0 条",
                        "已留存，但强制性问题不能以说明代替更正，请更正数据后重新报送",
                        "未采纳：属于套话，请写明具体原因，如口径调整、一次性项目、企业迁入迁出：核实无误",
                        "未采纳：少于6个字，请写明原因和涉及的单位或项目：口径变",
                        "未采纳：与另一个问题的说明相同，请按各自的数据分别写明",
                        "未采纳：该编号不属于本单位、本报表、本报告期，请写在本表对应问题的一行",
                        "未采纳：没有这个编号，请不要改动“编号”栏",
                        "未采纳：没有写明原因，只有标点或空格");
        assertThat(outbox("答复_审核结果.xlsx")).exists();
    }

    @Test
    void a_correction_of_published_figures_needs_a_reason_which_the_reply_sheet_may_hold() throws IOException {
        send(NAME + ".xlsx", submitted("xlsx", workbook -> workbook.put("H20", 9.7)));
        night.falls();
        byte[] reply = returned(NAME + "_审核结果.xlsx");

        send("没有说明.xlsx", EditedWorkbook.of(reply, workbook -> workbook.put("H20", 8.7)));
        night.falls();
        send("有说明.xlsx", EditedWorkbook.of(reply, workbook -> workbook.put("H20", 8.7)
                .reason("增速录入错误")));
        night.falls();

        assertThat(states())
                .containsExactly(
                        tuple(1, "SUPERSEDED", null),
                        tuple(2, "SUPERSEDED", "REVISED_WITHOUT_REASON"),
                        tuple(3, "PUBLISHED", null));
        assertThat(lives())
                .containsExactly(
                        tuple("GROWTH_DIFFERS_FROM_LEVELS", "FIXED", 1L), tuple("REVISED_WITHOUT_REASON", "FIXED", 1L));
        assertThat(Files.readString(outbox("有说明_回执.txt")))
                .contains("改动已入库数据 1 项", "改动  主要经济指标!H20  106 外贸进出口总额 累计同比：9.7% → 8.7%");
        JsonNode change = JsonMapper.shared()
                .readTree(Files.readString(outbox("有说明_回执.json")))
                .at("/changes/0");
        assertThat(change.at("/measure").asString()).isEqualTo("YOY_YTD");
        assertThat(change.at("/old_value").asString()).isEqualTo("9.7");
        assertThat(change.at("/new_value").asString()).isEqualTo("8.7");
    }

    @Test
    void what_was_explained_stays_so_until_the_figure_is_another_one() throws IOException {
        send(NAME + ".xlsx", submitted("xlsx", workbook -> workbook.put("H20", 9.7)));
        night.falls();
        String growth = id("GROWTH_DIFFERS_FROM_LEVELS");
        byte[] reply = returned(NAME + "_审核结果.xlsx");
        send("一.xlsx", EditedWorkbook.of(reply, workbook -> workbook.answer(growth, ENOUGH)));
        night.falls();

        send("二.xlsx", EditedWorkbook.of(reply, workbook -> workbook.put("D29", 2977)
                .reason("就业人数漏报一人")));
        night.falls();

        assertThat(lives()).contains(tuple("GROWTH_DIFFERS_FROM_LEVELS", "EXPLAINED", 2L));

        send("三.xlsx", EditedWorkbook.of(reply, workbook -> workbook.put("D29", 2977)
                .put("H20", 10.7)
                .reason("增速口径调整")));
        night.falls();

        assertThat(lives()).contains(tuple("GROWTH_DIFFERS_FROM_LEVELS", "PERSISTING", 3L));
    }

    private static void threeFaults(EditedWorkbook workbook) {
        workbook.put("E14", 1897300).put("H20", 9.7).empty("F32");
    }

    private static byte[] submitted(String extension, Consumer<EditedWorkbook> edits) throws IOException {
        Path folder = Path.of("src/test/resources/workbooks", extension.equals("xls") ? "libreoffice" : "original");
        return EditedWorkbook.of(Files.readAllBytes(folder.resolve(NAME + "." + extension)), edits);
    }

    private void send(String name, byte[] content) throws IOException {
        Files.write(night.inbox().resolve(name), content);
    }

    private byte[] returned(String name) throws IOException {
        return Files.readAllBytes(outbox(name));
    }

    private Path outbox(String name) {
        return night.outbox().resolve("150100_呼和浩特市").resolve(name);
    }

    private String id(String code) {
        return night.ask("select finding_id from mart.finding where code = '" + code + "'")
                .get(0)
                .get("finding_id")
                .toString();
    }

    /** The finding on a cell of the area's first submission. */
    private String at(String cell) {
        return night.ask("select finding_id from mart.finding where area_code = '150100' and cell = '" + cell + "'")
                .get(0)
                .get("finding_id")
                .toString();
    }

    private List<org.assertj.core.groups.Tuple> states() {
        return night
                .ask(
                        "select version, state, reason_code from mart.submission where version is not null order by version")
                .stream()
                .map(row -> tuple(row.get("version"), row.get("state"), row.get("reason_code")))
                .toList();
    }

    private List<org.assertj.core.groups.Tuple> findings() {
        return night.ask("select code, version, state from mart.finding order by code, version").stream()
                .map(row -> tuple(row.get("code"), row.get("version"), row.get("state")))
                .toList();
    }

    private List<org.assertj.core.groups.Tuple> lives() {
        return night.ask("select code, state, versions from mart.finding_life order by code").stream()
                .map(row -> tuple(row.get("code"), row.get("state"), row.get("versions")))
                .toList();
    }
}
