package mengshi.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import mengshi.workbook.CellValue.Bool;
import mengshi.workbook.CellValue.Day;
import mengshi.workbook.CellValue.Fault;
import mengshi.workbook.CellValue.NotCalculated;
import mengshi.workbook.CellValue.Numeric;
import mengshi.workbook.CellValue.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WorkbookRoundTripTest {

    @TempDir
    Path folder;

    static Stream<Arguments> formats() {
        return Stream.of(
                Arguments.of("xlsx", (Function<WorkbookDraft, byte[]>) WorkbookWriter::xlsx),
                Arguments.of("xls", (Function<WorkbookDraft, byte[]>) WorkbookWriter::xls));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("formats")
    void every_kind_of_cell_comes_back_as_it_was_written(String format, Function<WorkbookDraft, byte[]> write)
            throws Exception {
        List<CellDraft> cells = List.of(
                CellDraft.of(0, 0, new Text(" 其中：税收收入\n"), CellLook.PLAIN),
                CellDraft.of(0, 1, number("1234567.89"), CellLook.PLAIN.formatted("0")),
                CellDraft.of(0, 2, new Numeric(new BigDecimal("0.052"), true), CellLook.PLAIN),
                CellDraft.of(1, 0, new Day(LocalDate.of(2025, 7, 8)), CellLook.PLAIN),
                CellDraft.of(1, 1, new Bool(true), CellLook.PLAIN),
                CellDraft.of(1, 2, new Fault("#REF!"), CellLook.PLAIN),
                CellDraft.calculated(3, 0, "B1*2", number("2469135.78"), CellLook.PLAIN),
                CellDraft.calculated(3, 1, "B1-B1", number("0"), CellLook.PLAIN),
                CellDraft.calculated(3, 2, "1/0", new Fault("#DIV/0!"), CellLook.PLAIN),
                CellDraft.calculated(3, 3, "\"完\"&\"工\"", new Text("完工"), CellLook.PLAIN),
                CellDraft.calculated(3, 4, "1=2", new Bool(false), CellLook.PLAIN),
                CellDraft.of(3, 5, new NotCalculated("SUM(A1:A2)"), CellLook.PLAIN.bordered()),
                CellDraft.of(70, 30, number("-17"), CellLook.PLAIN.bolded()));
        SheetDraft sheet = SheetDraft.named("表1");
        cells.forEach(sheet::put);

        SheetContent read = onlySheet(write.apply(WorkbookDraft.of(sheet)), format);

        assertThat(read.rows().stream().flatMap(row -> row.cells().stream()))
                .containsExactlyElementsOf(cells.stream()
                        .map(cell -> new LocatedCell(cell.row(), cell.column(), cell.value()))
                        .toList());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("formats")
    void every_character_comes_back(String format, Function<WorkbookDraft, byte[]> write) throws Exception {
        String text = "  a<b>&\"'\r\n\t\u0001_x000D_ _x4E2D_ 𠀀😀 甲\u3000 ";

        SheetContent read =
                onlySheet(write.apply(WorkbookDraft.of(SheetDraft.named("甲<&\"").text(0, 0, text))), format);

        assertThat(read.name()).isEqualTo("甲<&\"");
        assertThat(read.rows().get(0).cells()).containsExactly(new LocatedCell(0, 0, new Text(text)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("formats")
    void a_formula_that_gives_empty_text_is_calculated_and_writes_nothing(
            String format, Function<WorkbookDraft, byte[]> write) throws Exception {
        SheetDraft sheet =
                SheetDraft.named("表1").put(CellDraft.calculated(0, 0, "IF(1=1,\"\",1)", new Text(""), CellLook.PLAIN));

        assertThat(onlySheet(write.apply(WorkbookDraft.of(sheet)), format).rows())
                .isEmpty();
    }

    @Test
    void what_excel_could_not_open_is_not_written() {
        assertThatThrownBy(() -> SheetDraft.named("a/b")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> WorkbookDraft.of(SheetDraft.named("a").hide()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> WorkbookDraft.of(SheetDraft.named("a"), SheetDraft.named("A")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SheetDraft.named("a").text(0, 0, "x".repeat(32_768)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("A1");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("formats")
    void formatted_blank_cells_and_white_space_yield_nothing(String format, Function<WorkbookDraft, byte[]> write)
            throws Exception {
        SheetDraft sheet = SheetDraft.named("表1")
                .put(0, 0, new CellValue.Blank(), CellLook.PLAIN.bordered())
                .text(1, 0, " \u00A0\u3000\n")
                .text(2, 0, "a");

        SheetContent read = onlySheet(write.apply(WorkbookDraft.of(sheet)), format);

        assertThat(read.rows())
                .containsExactly(new SheetContent.CellRow(2, List.of(new LocatedCell(2, 0, new Text("a")))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("formats")
    void hidden_sheets_are_read_and_flagged(String format, Function<WorkbookDraft, byte[]> write) throws Exception {
        WorkbookDraft draft = WorkbookDraft.of(
                SheetDraft.named("CNKI").text(0, 0, "http://").hide(),
                SheetDraft.named("报表").title(0, 0, 8, "主要经济指标").width(0, 30));

        WorkbookContent read = read(write.apply(draft), format);

        assertThat(read.sheets()).extracting(SheetContent::name).containsExactly("CNKI", "报表");
        assertThat(read.sheets()).extracting(SheetContent::hidden).containsExactly(true, false);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("formats")
    void numbers_keep_fifteen_digits_and_no_noise(String format, Function<WorkbookDraft, byte[]> write)
            throws Exception {
        SheetDraft sheet = SheetDraft.named("表1")
                .number(0, 0, "1.905817520314897")
                .number(0, 1, "0.30000000000000004")
                .number(0, 2, "100000000000")
                .number(0, 3, "0.018");

        SheetContent read = onlySheet(write.apply(WorkbookDraft.of(sheet)), format);

        assertThat(read.rows().get(0).cells())
                .extracting(cell -> cell.value().written())
                .containsExactly("1.9058175203149", "0.3", "100000000000", "0.018");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("formats")
    void the_same_draft_gives_the_same_bytes(String format, Function<WorkbookDraft, byte[]> write) throws Exception {
        String first = digest(write.apply(sample()));
        // A zip holds times in steps of two seconds.
        Thread.sleep(2100);

        assertThat(digest(write.apply(sample()))).isEqualTo(first);
    }

    @Test
    void written_files_do_not_name_the_person_who_ran_the_program() {
        String user = System.getProperty("user.name");
        System.setProperty("user.name", "secretlogin");

        byte[] written;
        try {
            written = WorkbookWriter.xls(sample());
        } finally {
            System.setProperty("user.name", user);
        }

        assertThat(new String(written, StandardCharsets.ISO_8859_1)).doesNotContain("secretlogin");
    }

    private static WorkbookDraft sample() {
        SheetDraft sheet =
                SheetDraft.named("NM-M01").title(0, 0, 8, "盟市主要经济指标月报").width(0, 40);
        for (int row = 1; row < 30; row++) {
            sheet.put(row, 0, new Text("指标" + row), CellLook.PLAIN.bordered().wrapped());
            sheet.put(row, 1, number(row + ".5"), CellLook.PLAIN.bordered().formatted("#,##0.00"));
            sheet.put(row, 2, new NotCalculated("B" + row + "*2"), CellLook.PLAIN.bordered());
        }
        return WorkbookDraft.of(sheet, SheetDraft.named("元数据").text(0, 0, "v1").hide());
    }

    private SheetContent onlySheet(byte[] content, String format) throws Exception {
        return read(content, format).sheets().get(0);
    }

    private WorkbookContent read(byte[] content, String format) throws Exception {
        Path file = Files.write(folder.resolve("book." + format), content);
        return WorkbookReader.read(file, WorkbookLimits.DEFAULT);
    }

    private static Numeric number(String number) {
        return new Numeric(new BigDecimal(number), false);
    }

    private static String digest(byte[] content) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    }
}
