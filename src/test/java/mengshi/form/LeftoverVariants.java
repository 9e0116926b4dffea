package mengshi.form;

import static mengshi.form.Corpus.FAI;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mengshi.form.Repacked.Parts;
import mengshi.workbook.CellValue;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** What WPS, Excel, LibreOffice and years of copying and pasting leave in a workbook. */
final class LeftoverVariants {

    private static final String YTD = "102 YTD";
    private static final String[] MONTHS = {"102 MONTH", "1021 MONTH", "112 MONTH"};
    private static final String[] JOBS = {"112 MONTH", "112 YTD"};

    private LeftoverVariants() {}

    static List<Variant> all() {
        List<Variant> all = new ArrayList<>();
        all.addAll(formats());
        all.addAll(pasted());
        all.addAll(merged());
        all.addAll(tables());
        all.addAll(words());
        all.addAll(packages());
        return all;
    }

    /** E6 holds 600, in a column of 万元. */
    private static List<Variant> formats() {
        return List.of(
                shown("0!.0,\"万元\"").loses(YTD).finds("VALUE_SHOWN_SMALLER E6"),
                shown("0!.0000").loses(YTD).finds("VALUE_SHOWN_SMALLER E6"),
                shown("#,##0.00,,").loses(YTD).finds("VALUE_SHOWN_SMALLER E6"),
                shown("[>=10000]0!.0,\"万\";0").loses(YTD).finds("VALUE_SHOWN_SMALLER E6"),
                shown("0.00\"亿元\"").loses(YTD).finds("UNIT_CONTRADICTED E6"),
                shown("0.00\"亿\"").loses(YTD).finds("UNIT_CONTRADICTED E6"),
                shown("0\"%\"").loses(YTD).finds("UNIT_CONTRADICTED E6"),
                shown("0.0\"万元\""),
                shown("0.0\"万\""),
                shown("h:mm").loses(YTD).finds("VALUE_IS_DATE E6"),
                shown("[$¥-804]#,##0.00"),
                shown("# ?/?"),
                shown("\"约\"0"),
                Variant.of("a loss in brackets", sheet -> sheet.set("E6", "-600#"))
                        .as(Repacked.sheet(sheet -> Repacked.format(sheet, "E6", "#,##0_);(#,##0)")))
                        .gives(YTD, "-6000000"),
                Variant.of("a growth with a sign that its format draws")
                        .as(Repacked.sheet(sheet -> Repacked.format(sheet, "H6", "General\"%\""))),
                Variant.of("a figure of an .xls that its format shows in 万")
                        .xls()
                        .as(Repacked.xls(workbook -> Repacked.format(workbook.getSheetAt(0), "E6", "0!.0,\"万元\"")))
                        .loses(YTD)
                        .finds("VALUE_SHOWN_SMALLER E6"));
    }

    private static List<Variant> pasted() {
        return List.of(
                text("a number with an unseen space behind it", "600\u200B").finds("NUMBER_AS_TEXT E6"),
                text("a number behind a byte order mark", "\uFEFF600").finds("NUMBER_AS_TEXT E6"),
                text("thousands by thin spaces", "1\u2009600")
                        .gives(YTD, "16000000")
                        .finds("NUMBER_AS_TEXT E6"),
                text("thousands by narrow spaces", "1\u202F600")
                        .gives(YTD, "16000000")
                        .finds("NUMBER_AS_TEXT E6"),
                text("digits of another script", "٦٠٠").loses(YTD).finds("NOT_A_NUMBER E6"),
                text("an en dash for minus", "–600").loses(YTD).finds("NOT_A_NUMBER E6"),
                text("a raised footnote", "600 ¹").loses(YTD).finds("NOT_A_NUMBER E6"),
                text("a decimal comma", "600,5").loses(YTD).finds("NOT_A_NUMBER E6"),
                text("a text that says an error", "#N/A").loses(YTD).finds("NOT_A_NUMBER E6"),
                text("the whole Chinese ellipsis", "……").gives(YTD, "N"),
                Variant.of("unseen spaces in code and unit", sheet -> sheet.set("B9", "112\u200B")
                        .set("C9", "人\u200B")),
                Variant.of("a code with a decimal", sheet -> sheet.set("B6", new CellValue.Text("102.0")))
                        .loses(FAI)
                        .loses("102 YOY_YTD")
                        .finds("LINE_CONTRADICTED B6"),
                Variant.of("ditto for a unit", sheet -> sheet.set("C7", "〃"))
                        .loses("1021 MONTH", "1021 YTD")
                        .finds("UNIT_UNKNOWN C7"));
    }

    private static List<Variant> merged() {
        return List.of(
                Variant.of("a unit merged over its lines", sheet -> sheet.clear("C7"))
                        .as(merge("C6:C7")),
                Variant.of("a name merged over two lines", sheet -> sheet.clear("A7"))
                        .as(merge("A6:A7")),
                Variant.of("a figure merged over two lines", sheet -> sheet.clear("E7"))
                        .as(merge("E6:E7"))
                        .loses("1021 YTD")
                        .finds("VALUE_MISSING E7"),
                Variant.of("a figure merged over two columns", sheet -> sheet.clear("E6"))
                        .as(merge("D6:E6"))
                        .loses(YTD)
                        .finds("VALUE_MISSING E6"),
                Variant.of("a month merged over its columns", sheet -> sheet.insertRows(4, 1)
                                .set("D4", "2025年6月"))
                        .as(merge("D4:E4")));
    }

    private static List<Variant> tables() {
        return List.of(
                Variant.of("a hidden copy of a column", sheet -> sheet.set("J4", "本月")
                                .set("J6", "1#"))
                        .as(Repacked.sheet(sheet -> sheet.setColumnHidden(9, true)))
                        .loses(MONTHS)
                        .finds("COLUMN_AMBIGUOUS J4"),
                Variant.of("a hidden copy of a line", sheet -> sheet.insertRows(10, 1)
                                .set("A10", "工业投资")
                                .set("B10", "1021")
                                .set("D10", "71#"))
                        .as(Repacked.sheet(sheet -> sheet.getRow(9).setZeroHeight(true)))
                        .loses("1021 MONTH", "1021 YTD")
                        .finds("LINE_AMBIGUOUS B10"),
                Variant.of("a subtotal among the lines", sheet -> sheet.insertRows(8, 1)
                                .set("A8", "小　计")
                                .set("D8", "190#")
                                .set("E8", "910#"))
                        .finds("LINE_UNKNOWN A8"),
                Variant.of("a total before the lines", sheet -> sheet.insertRows(5, 1)
                                .set("A5", "合  计")
                                .set("E5", "910#"))
                        .finds("LINE_UNKNOWN A5"),
                Variant.of("last month's line below the signers", sheet -> sheet.set("A14", "城镇新增就业")
                                .set("B14", "112")
                                .set("D14", "700#"))
                        .loses(JOBS)
                        .finds("LINE_AMBIGUOUS B14"),
                Variant.of("the whole table once more below", LeftoverVariants::pasteBelow)
                        .loses(FAI)
                        .loses("101 YOY_YTD", "102 YOY_YTD", "1021 MONTH", "1021 YTD")
                        .loses(JOBS)
                        .finds("LINE_AMBIGUOUS B25", "LINE_AMBIGUOUS B26", "LINE_AMBIGUOUS B27", "LINE_AMBIGUOUS B29"),
                Variant.of("a second table with its columns moved", sheet -> sheet.insertRows(9, 1)
                                .set("A9", "指标名称")
                                .set("B9", "代码")
                                .set("C9", "计量单位")
                                .set("D9", "1—本月累计")
                                .set("E9", "本月"))
                        .loses(JOBS)
                        .finds("COLUMN_AMBIGUOUS D9", "LINE_UNKNOWN B9"),
                Variant.of("a table of something else below", sheet -> sheet.set("A13", "附：分行业投资")
                        .set("A14", "行业")
                        .set("D14", "投资额")
                        .set("A15", "采矿业")
                        .set("D15", "3#")),
                Variant.of("the table goes on to the right", sheet -> sheet.set("K4", "指标名称")
                                .set("L4", "代码")
                                .set("M4", "计量单位")
                                .set("N4", "本月"))
                        .loses(FAI)
                        .loses("101 YOY_YTD", "102 YOY_YTD", "1021 MONTH", "1021 YTD")
                        .loses(JOBS)
                        .finds("COLUMN_AMBIGUOUS K4", "COLUMN_AMBIGUOUS L4", "COLUMN_AMBIGUOUS M4")
                        .finds("COLUMN_AMBIGUOUS N4"),
                Variant.of("a note among the lines", sheet -> sheet.insertRows(8, 1)
                        .set("A8", "注：以上为快报数。")),
                Variant.of("last month's figures beside this month's", sheet -> sheet.set("J4", "上月数")
                        .set("J6", "100#")),
                Variant.of("last month's form on a hidden sheet")
                        .with(TestSheet.of(TestSheet.june().content())
                                .renamed("上月")
                                .hidden())
                        .finds("SHEET_IGNORED 上月"),
                Variant.of("the form on a hidden sheet")
                        .sheet(TestSheet.named("封面").row("报送材料"))
                        .with(TestSheet.june().hidden())
                        .refused("FORM_UNKNOWN -"));
    }

    private static List<Variant> words() {
        return List.of(
                Variant.of(
                        "a name that runs on into the next row",
                        sheet -> sheet.insertRows(7, 1).set("A6", "固定资产投资").set("A7", "（不含农户）")),
                Variant.of(
                        "of which in a row of its own",
                        sheet -> sheet.insertRows(7, 1).set("A7", "其中：").set("A8", "工业投资")),
                Variant.of("of which in a column of its own", sheet -> sheet.set("A7", "其中：")
                                .set("J7", "工业投资"))
                        .loses("1021 MONTH", "1021 YTD")
                        .finds("LINE_CONTRADICTED B7"),
                Variant.of("a footnote in square brackets", sheet -> sheet.set("A9", "城镇新增就业[1]")),
                Variant.of("a footnote in round brackets", sheet -> sheet.set("A9", "城镇新增就业（注2）")),
                Variant.of("a raised footnote behind a name", sheet -> sheet.set("A9", "城镇新增就业²")),
                Variant.of(
                        "a footnote before a unit", sheet -> sheet.clear("C9").set("A9", "城镇新增就业（1）（人）")),
                Variant.of("a circled footnote in the header", sheet -> sheet.set("D4", "本月①")),
                Variant.of(
                        "a numbered header", sheet -> sheet.set("D4", "本月（1）").set("E4", "1—本月累计（2）")),
                Variant.of("the month as a header", sheet -> sheet.set("D4", "2025年6月"))
                        .loses(MONTHS)
                        .finds("COLUMN_MISSING D4"),
                Variant.of("another month as a header", sheet -> sheet.set("D4", "5月"))
                        .loses(MONTHS)
                        .finds("COLUMN_MISSING D4"),
                Variant.of("last year's month as a header", sheet -> sheet.set("D4", "2024年6月"))
                        .loses(MONTHS)
                        .finds("COLUMN_MISSING D4"),
                Variant.of("headers of a pivot table", sheet -> sheet.set("D4", "求和项:本月")
                                .set("E4", "求和项:1—本月累计"))
                        .loses(MONTHS)
                        .loses(YTD, "1021 YTD", "112 YTD")
                        .finds("COLUMN_MISSING 主要经济指标", "COLUMN_MISSING 主要经济指标"),
                Variant.of("a stamp behind the reporting unit", sheet -> sheet.set("A3", "填报单位：呼伦贝尔市统计局（盖章）")),
                Variant.of("the title of another month", sheet -> sheet.set("A1", "盟市主要经济指标月报（2025年5月）"))
                        .refused("IDENTITY_CONTRADICTED E3"),
                Variant.of("the title of another area", sheet -> sheet.set("A1", "包头市主要经济指标月报"))
                        .refused("IDENTITY_CONTRADICTED A3"),
                Variant.of("the title of this month and area", sheet -> sheet.set("A1", "呼伦贝尔市2025年1—6月主要经济指标月报")),
                Variant.of("a month in the title alone", sheet -> sheet.set("A1", "2025年6月盟市主要经济指标月报")
                                .clear("E3"))
                        .finds("PERIOD_NOT_WRITTEN 主要经济指标"),
                Variant.of("month and area in the title alone", sheet -> sheet.set("A1", "呼伦贝尔市2025年6月主要经济指标月报")
                                .clear("A3", "C3", "E3"))
                        .finds("AREA_NOT_WRITTEN 主要经济指标", "PERIOD_NOT_WRITTEN 主要经济指标"));
    }

    private static List<Variant> packages() {
        return List.of(
                Variant.of("a strict package").as(Repacked.parts(Parts::strict)),
                Variant.of("parts in UTF-16").as(Repacked.parts(parts -> parts.encoded("UTF-16"))),
                Variant.of("parts in GB18030").as(Repacked.parts(parts -> parts.encoded("GB18030"))),
                Variant.of("names with a prefix").as(Repacked.parts(Parts::prefixed)),
                Variant.of("how texts are pronounced")
                        .as(instead("</t></si>", "</t><rPh sb=\"0\" eb=\"1\"><t>diqu</t></rPh></si>")),
                Variant.of("days counted from 1904", sheet -> sheet.set("E3", "报告期：")
                                .set("F3", LocalDate.of(2025, 6, 1)))
                        .as(Repacked.parts(parts -> parts.change("<v>45809</v>", "<v>44347</v>")
                                .change("<sheets>", "<workbookPr date1904=\"1\"/><sheets>"))),
                Variant.of("a cell at the far corner")
                        .as(instead(
                                "</sheetData>",
                                "<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row></sheetData>")),
                Variant.of("five thousand formatted rows").as(instead("</sheetData>", emptyRows() + "</sheetData>")),
                Variant.of("four thousand styles")
                        .as(instead("</cellXfs>", "<xf numFmtId=\"0\"/>".repeat(4000) + "</cellXfs>")),
                Variant.of("a shared formula with its values").as(cell("E7", "<f t=\"shared\" si=\"0\"/><v>310</v>")),
                Variant.of("a shared formula without a value")
                        .as(cell("E7", "<f t=\"shared\" si=\"0\"/>"))
                        .loses("1021 YTD")
                        .finds("FORMULA_WITHOUT_VALUE E7"),
                Variant.of("an array formula").as(cell("E7", "<f t=\"array\" ref=\"E7\">SUM(1*310)</f><v>310</v>")),
                Variant.of("a formula out of another workbook").as(cell("E7", "<f>[1]底稿!$B$2</f><v>310</v>")),
                Variant.of("two cells of one address")
                        .as(instead("</row></sheetData>", "<c r=\"A10\"><v>1</v></c></row></sheetData>"))
                        .refused("FILE_CORRUPT -"),
                Variant.of("all that programs add to a package").as(Repacked.parts(Parts::furnished)),
                Variant.of("a filter, frozen panes and a table").as(Repacked.sheet(sheet -> {
                    sheet.setAutoFilter(CellRangeAddress.valueOf("A4:I9"));
                    sheet.createFreezePane(2, 4);
                    sheet.protectSheet("");
                })),
                Variant.of("a comment and a list to choose from").as(Repacked.sheet(Repacked::comment)),
                Variant.of("a sheet of a chart alone").as(Repacked.workbook(workbook -> workbook.createSheet("图")
                        .createDrawingPatriarch())),
                Variant.of("bytes behind the end").as(bytes -> Repacked.followed(bytes, "<!-- 已通过安全检查 -->")),
                Variant.of("a workbook within an archive")
                        .named("报表.xlsx")
                        .as(bytes -> Repacked.zipped("报表.xlsx", bytes))
                        .refused("NOT_A_WORKBOOK -"),
                Variant.of("an OpenDocument file called .xlsx")
                        .as(bytes -> Repacked.zipped(
                                "mimetype",
                                "application/vnd.oasis.opendocument.spreadsheet"
                                        .getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                        .refused("FORMAT_NOT_ACCEPTED -"),
                Variant.of("SYLK called .xls")
                        .named("报表.xls")
                        .as(bytes -> "ID;PWXL;N;E\r\nC;Y1;X1;K600\r\nE\r\n"
                                .getBytes(java.nio.charset.StandardCharsets.US_ASCII))
                        .refused("FORMAT_NOT_ACCEPTED -"));
    }

    private static Variant shown(String format) {
        return Variant.of("a figure shown as " + format)
                .as(Repacked.sheet(sheet -> Repacked.format(sheet, "E6", format)));
    }

    private static Variant text(String name, String text) {
        return Variant.of(name, sheet -> sheet.set("E6", new CellValue.Text(text)));
    }

    private static UnaryOperator<byte[]> merge(String cells) {
        return Repacked.sheet((XSSFSheet sheet) -> sheet.addMergedRegion(CellRangeAddress.valueOf(cells)));
    }

    private static UnaryOperator<byte[]> instead(String before, String after) {
        return Repacked.parts(parts -> parts.change(before, after));
    }

    private static UnaryOperator<byte[]> cell(String address, String content) {
        return Repacked.parts(parts -> parts.fill(address, content));
    }

    private static String emptyRows() {
        return IntStream.rangeClosed(20, 5020)
                .mapToObj(row ->
                        "<row r=\"" + row + "\" s=\"0\" customFormat=\"1\"><c r=\"A" + row + "\" s=\"0\"/></row>")
                .collect(Collectors.joining());
    }

    private static void pasteBelow(TestSheet sheet) {
        for (int row = 5; row <= 9; row++) {
            for (char column = 'A'; column <= 'H'; column++) {
                sheet.set(column + "" + (row + 20), sheet.at(column + "" + row));
            }
        }
    }
}
