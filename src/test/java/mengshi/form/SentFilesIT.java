package mengshi.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import mengshi.Night;
import mengshi.model.FindingCode;
import mengshi.model.Period;
import mengshi.model.Reading;
import mengshi.sample.Defect;
import mengshi.sample.SampleFile;
import mengshi.sample.SampleSubmissions;
import mengshi.seeds.Seeds;
import mengshi.workbook.CellValue;
import mengshi.workbook.FaultyWorkbook;
import mengshi.workbook.WorkbookContent;
import mengshi.workbook.WorkbookDraft;
import mengshi.workbook.WorkbookLimits;
import mengshi.workbook.WorkbookReader;
import mengshi.workbook.WorkbookWriter;
import org.apache.poi.poifs.crypt.Decryptor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real forms, sent in three dozen ways, through a whole night: what is published is what the reporter meant. */
class SentFilesIT {

    private static final Seeds SEEDS = Seeds.builtIn();
    private static final FormReader READER = new FormReader(
            FormCatalogue.from(SEEDS),
            AreaCatalogue.from(SEEDS),
            UnitCatalogue.from(SEEDS),
            Clock.fixed(Instant.parse("2025-08-01T00:00:00Z"), ZoneOffset.UTC));
    private static final Set<String> READING =
            Arrays.stream(FindingCode.values()).map(Enum::name).collect(Collectors.toSet());

    /**
     * One way to send a form. Line 2 of every form stands in row 9, its cumulation in E9.
     *
     * @param findings of reading, as code and cell
     */
    private record Way(
            String name, String state, List<String> findings, Function<TestSheet, byte[]> bytes, String folder) {}

    /** A file that was sent, with the figures its reporter meant. */
    private record Sent(String file, Way way, Map<String, BigDecimal> truth) {}

    @TempDir
    static Path folder;

    private static final List<Sent> SENT = new ArrayList<>();
    private static Night night;

    @BeforeAll
    static void one_night_passes() throws Exception {
        night = Night.in(folder.resolve("bureau"));
        List<Way> ways = ways();
        List<SampleFile> forms = forms();
        assertThat(forms).hasSizeGreaterThanOrEqualTo(ways.size());
        for (int i = 0; i < ways.size(); i++) {
            send(forms.get(i), ways.get(i));
        }
        night.falls();
    }

    @AfterAll
    static void the_bureau_closes() {
        night.close();
    }

    @Test
    void every_file_ends_in_the_state_it_must() {
        Map<String, String> expected = new TreeMap<>();
        SENT.forEach(sent ->
                expected.put(sent.file(), sent.way().name() + " " + sent.way().state()));

        Map<String, String> found = new TreeMap<>();
        night.ask("select file_name, state from mart.submission")
                .forEach(row -> found.put(
                        (String) row.get("file_name"), way((String) row.get("file_name")) + " " + row.get("state")));

        assertThat(found).containsAllEntriesOf(expected);
    }

    @Test
    void every_fault_is_found_in_its_cell_and_nothing_else() {
        List<String> expected = new ArrayList<>();
        SENT.forEach(sent ->
                sent.way().findings().forEach(finding -> expected.add(sent.way().name() + ": " + finding)));

        List<String> found = night.ask("select file_name, code, cell from mart.finding").stream()
                .filter(row -> READING.contains((String) row.get("code")))
                .map(row -> way((String) row.get("file_name")) + ": " + row.get("code")
                        + (row.get("cell") == null ? "" : " " + row.get("cell")))
                .toList();

        System.out.printf(
                "night: %d files, %d faults expected, %d found%n", SENT.size(), expected.size(), found.size());
        assertThat(found).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void published_facts_are_what_the_reporter_meant_and_nothing_of_the_rest_is_published() {
        int compared = 0;
        for (Sent sent : SENT) {
            Map<String, BigDecimal> published = new TreeMap<>();
            night.ask(
                            "select indicator_code, measure, value from mart.observation where value is not null and file_name = '"
                                    + sent.file() + "'")
                    .forEach(row -> published.put(
                            row.get("indicator_code") + " " + row.get("measure"),
                            CellReader.plain((BigDecimal) row.get("value"))));

            assertThat(published)
                    .as(sent.way().name())
                    .isEqualTo(sent.way().state().equals("PUBLISHED") ? sent.truth() : Map.of());
            compared += published.size();
        }
        assertThat(compared).isGreaterThan(1_000);
    }

    @Test
    void the_same_bytes_under_a_better_name_are_looked_at_again() throws Exception {
        byte[] form = forms().get(0).bytes();
        try (Night bureau = Night.in(folder.resolve("other-bureau"))) {
            Path wrong = Files.createDirectories(bureau.inbox().resolve("锡林郭勒盟"));

            Files.write(wrong.resolve("月报.xlsx"), form);
            bureau.falls();
            Files.write(wrong.resolve("月报 再报.xlsx"), form);
            bureau.falls();
            Files.write(bureau.inbox().resolve("月报.xlsx"), form);
            bureau.falls();
            Files.write(bureau.inbox().resolve("月报2.xlsx"), form);
            bureau.falls();

            assertThat(bureau.ask("select file_name, state from mart.submission order by submission_id").stream()
                            .map(row -> row.get("file_name") + " " + row.get("state")))
                    .containsExactly(
                            "月报.xlsx REJECTED", "月报 再报.xlsx REJECTED", "月报.xlsx PUBLISHED", "月报2.xlsx DUPLICATE");
        }
    }

    private static List<Way> ways() {
        return List.of(
                published("columns moved", sheet -> sheet.reorder(7, "HIBADGFEC")),
                published("title rows above", sheet -> sheet.insertRows(1, 3)),
                published("a blank row between", sheet -> sheet.insertRows(9, 1)),
                published("padded header words", sheet -> sheet.set("A7", "指  标  名  称")
                        .set("C7", "计 量\r\n单 位")),
                published("line breaks in the header", sheet -> sheet.set("E7", "1—本月\r\n累计")),
                published(
                        "full-width code",
                        sheet -> sheet.set("B9", sheet.at("B9").written().equals("102") ? "１０２" : "２０２")),
                published(
                        "code as number",
                        sheet -> sheet.set("B9", sheet.at("B9").written() + "#")),
                published(
                        "an ordinal",
                        sheet -> sheet.set("A9", "（二）" + sheet.at("A9").written())),
                published(
                        "English tails", sheet -> sheet.set("A9", sheet.at("A9").written() + "\nSome English Words")
                                .set("A7", "指标名称 Indicator")),
                packed("sheet renamed", sheet -> xlsx(sheet.renamed("Sheet1"))),
                packed(
                        "hidden link sheet",
                        sheet -> xlsx(sheet, TestSheet.named("CNKI").hidden().row("https://example.org"))),
                published("unit line beside units", sheet -> sheet.set("I1", "单位：万元")),
                published(
                        "blank form's unit column in brackets",
                        sheet -> sheet.set("C9", "（" + sheet.at("C9").written() + "）")),
                packed("old format", sheet -> WorkbookWriter.xls(draft(sheet))),
                packed("built-in password", sheet -> FaultyWorkbook.encrypted(xlsx(sheet), Decryptor.DEFAULT_PASSWORD)),
                published(
                        "header in two rows",
                        sheet -> sheet.insertRows(8, 1).set("E7", "1—本月").set("E8", "累计")),
                published("text number", sheet -> asText(sheet, ""), "NUMBER_AS_TEXT E9"),
                published("text number with blanks", sheet -> asText(sheet, " \r"), "NUMBER_AS_TEXT E9"),
                published("full-width number", SentFilesIT::fullWidth, "NUMBER_AS_TEXT E9"),
                published("own signature line", sheet -> sheet.set("A60", "注：快报数。")),
                held("about", sheet -> sheet.set("E9", "约3.5万"), "NOT_A_NUMBER E9"),
                held("footnote", sheet -> sheet.set("E9", "123.4①"), "NOT_A_NUMBER E9"),
                held("unit in the cell", sheet -> sheet.set("E9", "12.5 亿元"), "NOT_A_NUMBER E9"),
                held("date", sheet -> sheet.set("E9", LocalDate.of(2025, 1, 3)), "VALUE_IS_DATE E9"),
                held("truth value", sheet -> sheet.set("E9", new CellValue.Bool(true)), "NOT_A_NUMBER E9"),
                held("blank", sheet -> sheet.clear("E9"), "VALUE_MISSING E9"),
                held("error value", sheet -> sheet.set("E9", new CellValue.Fault("#DIV/0!")), "CELL_FAULT E9"),
                held("unknown unit", sheet -> sheet.set("C9", "万圆"), "UNIT_UNKNOWN C9"),
                held("no unit", sheet -> sheet.clear("C9"), "UNIT_MISSING C9"),
                held("renamed column", sheet -> sheet.set("E7", "本年数"), "COLUMN_MISSING E7"),
                held("codes shifted", SentFilesIT::swapCodes, "LINE_CONTRADICTED B9", "LINE_CONTRADICTED B10"),
                held("expired form", SentFilesIT::expire, "FORM_EXPIRED I5"),
                new Way("foreign folder", "REJECTED", List.of("IDENTITY_CONTRADICTED B6"), SentFilesIT::xlsx, "某处/别的盟"),
                refused(
                        "two filled forms",
                        sheet -> xlsx(sheet, TestSheet.of(sheet.content()).renamed("第二张")),
                        "FORM_AMBIGUOUS"),
                refused("macros", sheet -> FaultyWorkbook.withMacros(xlsx(sheet)), "FILE_HAS_MACROS"),
                refused("broken off", sheet -> Arrays.copyOf(xlsx(sheet), 3_000), "FILE_CORRUPT"));
    }

    private static Way published(String name, Consumer<TestSheet> change, String... findings) {
        return way(name, "PUBLISHED", change, findings);
    }

    private static Way packed(String name, Function<TestSheet, byte[]> bytes) {
        return new Way(name, "PUBLISHED", List.of(), bytes, "");
    }

    private static Way held(String name, Consumer<TestSheet> change, String... findings) {
        return way(name, "HELD", change, findings);
    }

    private static Way refused(String name, Function<TestSheet, byte[]> bytes, String finding) {
        return new Way(name, "REJECTED", List.of(finding), bytes, "");
    }

    private static Way way(String name, String state, Consumer<TestSheet> change, String... findings) {
        return new Way(
                name,
                state,
                List.of(findings),
                sheet -> {
                    change.accept(sheet);
                    return xlsx(sheet);
                },
                "");
    }

    private static void asText(TestSheet sheet, String behind) {
        sheet.set("E9", new CellValue.Text(sheet.at("E9").written() + behind));
    }

    private static void fullWidth(TestSheet sheet) {
        String wide = sheet.at("E9")
                .written()
                .chars()
                .map(digit -> digit >= '0' && digit <= '9' ? digit - '0' + '０' : digit)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        sheet.set("E9", new CellValue.Text(wide));
    }

    private static void swapCodes(TestSheet sheet) {
        CellValue first = sheet.at("B9");
        sheet.set("B9", sheet.at("B10")).set("B10", first);
    }

    private static void expire(TestSheet sheet) {
        assertThat(sheet.at("H5").written()).startsWith("有效期至");
        sheet.set("I5", "2023年12月");
    }

    /** Forms of February to April 2024 that nothing is wrong with. */
    private static List<SampleFile> forms() {
        SampleSubmissions samples = SampleSubmissions.of(SEEDS, 1, Period.month(2024, 1), Period.month(2024, 6));
        Set<String> spoilt = samples.defects().stream().map(Defect::file).collect(Collectors.toSet());
        return samples.files().stream()
                .filter(file -> file.name().matches(".*_NM-M0(1_2024-0[34]|2_2024-0[23])\\.xlsx"))
                .filter(file -> !spoilt.contains(file.name()))
                .toList();
    }

    private static void send(SampleFile form, Way way) throws Exception {
        Path file = Files.write(folder.resolve("form.xlsx"), form.bytes());
        WorkbookContent content = WorkbookReader.read(file, WorkbookLimits.DEFAULT);
        Map<String, BigDecimal> truth = new TreeMap<>();
        Reading.Submitted meant = READER.read(content, form.name()).submitted().orElseThrow();
        meant.observations().stream()
                .filter(seen -> seen.figure().value() != null)
                .forEach(seen -> truth.put(
                        seen.indicator() + " " + seen.measure(),
                        CellReader.plain(seen.figure().value())));
        // The folder of any area but the form's own.
        String other = meant.key().area().name().equals("包头市") ? "乌海市" : "包头市";
        Path inbox = Files.createDirectories(
                night.inbox().resolve(way.folder().isEmpty() ? "" : way.folder().replace("别的盟", other)));
        Files.write(
                inbox.resolve(form.name()),
                way.bytes().apply(TestSheet.of(content.sheets().get(0))));
        SENT.add(new Sent(form.name(), way, truth));
    }

    private static String way(String file) {
        return SENT.stream()
                .filter(sent -> sent.file().equals(file))
                .findFirst()
                .map(sent -> sent.way().name())
                .orElse(file);
    }

    private static byte[] xlsx(TestSheet... sheets) {
        return WorkbookWriter.xlsx(draft(sheets));
    }

    private static WorkbookDraft draft(TestSheet... sheets) {
        return new WorkbookDraft(Arrays.stream(sheets)
                .map(sheet -> Variant.draft(sheet.content()))
                .toList());
    }
}
