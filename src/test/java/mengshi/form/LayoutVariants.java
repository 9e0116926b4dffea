package mengshi.form;

import static mengshi.form.Corpus.FAI;

import java.util.List;

/** Where the parts of the form stand and what they are called. */
final class LayoutVariants {

    private LayoutVariants() {}

    static List<Variant> all() {
        return List.of(
                Variant.of("columns in another order", sheet -> sheet.reorder(4, "HIBADGFEC")),
                Variant.of("three title rows more", sheet -> sheet.insertRows(1, 3)),
                Variant.of("blank rows between lines", sheet -> sheet.insertRows(9, 1)
                        .insertRows(7, 2)),
                Variant.of("lines in another order", LayoutVariants::swapLines),
                Variant.of("a table that begins at row 40", sheet -> sheet.insertRows(1, 39)),
                Variant.of("names padded with blanks", sheet -> sheet.set("A4", "指    标    名    称")
                        .set("D4", "本  月")
                        .set("A9", "城　镇　新　增　就　业")),
                Variant.of("line breaks in header words", sheet -> sheet.set("F4", "上年同期\r\n累计\n（公布）")
                        .set("H4", "同比_x000D_增长（%）")),
                Variant.of(
                        "full-width and non-breaking",
                        sheet -> sheet.set("E4", "１－本月累计").set("D4", "本\u00a0月").set("B9", "１１２")),
                Variant.of("half-width brackets", sheet -> sheet.set("A6", "固定资产投资(不含农户)")
                        .set("F4", "上年同期累计(公布)")),
                Variant.of("square brackets", sheet -> sheet.set("A6", "固定资产投资〔不含农户〕")),
                Variant.of("ordinals before labels", sheet -> sheet.set("A5", "一、规模以上工业增加值增速")
                        .set("A6", "（二）固定资产投资（不含农户）")
                        .set("A9", "3.城镇新增就业")),
                Variant.of("circled ordinals", sheet -> sheet.set("A6", "②固定资产投资（不含农户）")
                        .set("A9", "⑤ 城镇新增就业")),
                Variant.of("Roman ordinals", sheet -> sheet.set("A9", "Ⅳ、城镇新增就业")),
                Variant.of("stars before and behind a label", sheet -> sheet.set("A9", "★城镇新增就业*")),
                Variant.of("of which as a hash", sheet -> sheet.set("A7", "#工业投资")),
                Variant.of("of which is left out", sheet -> sheet.set("A7", "　　工业投资")),
                Variant.of("of which with a half-width colon", sheet -> sheet.set("A7", "其中:工业投资")),
                Variant.of("English behind labels", sheet -> sheet.set("A6", "固定资产投资（不含农户）\nInvestment in Fixed Assets")
                        .set("A9", "城镇新增就业 New Urban Jobs (persons)")),
                Variant.of("English behind header words", sheet -> sheet.set("A4", "指标名称\nIndicator")
                        .set("D4", "本月\nThis Month")
                        .set("H4", "同比增长（%）Growth Rate (%)")),
                Variant.of("an English row below the header", sheet -> sheet.insertRows(5, 1)
                        .set("A5", "Indicator")
                        .set("B5", "Code")
                        .set("D5", "Month")
                        .set("E5", "Cumulative")),
                Variant.of("other names for lines", sheet -> sheet.set("A6", "固定资产投资总额")
                        .set("A9", "城镇新增就业人数")),
                Variant.of(
                        "other names for columns",
                        sheet -> sheet.set("D4", "当月").set("E4", "累计").set("H4", "同比")),
                Variant.of("the month's own cumulation", sheet -> sheet.set("E4", "1—6月累计")),
                Variant.of("codes typed as numbers", sheet -> sheet.set("B6", "102#")
                        .set("B7", "1021#")),
                Variant.of("codes with leading zeros", sheet -> sheet.set("B9", "0112")),
                Variant.of("no codes at all", sheet -> sheet.clear("B4", "B5", "B6", "B7", "B8", "B9")),
                Variant.of("no label but a code", sheet -> sheet.clear("A9")),
                Variant.of("a header merged across", sheet -> sheet.insertRows(5, 1)
                        .set("F4", "上年同期")
                        .clear("G4")
                        .set("F5", "累计（公布）")
                        .set("G5", "（同口径）")),
                Variant.of("a header in unmerged rows", sheet -> sheet.insertRows(5, 1)
                        .set("D4", "本")
                        .set("D5", "月")
                        .set("H4", "同比")
                        .set("H5", "增长（%）")),
                Variant.of("a header under words that say nothing", sheet -> sheet.insertRows(5, 1)
                        .set("D4", "2025年")
                        .clear("E4")
                        .set("D5", "本月")
                        .set("E5", "1—本月累计")),
                Variant.of("a header three rows deep", sheet -> sheet.insertRows(5, 2)
                        .set("F4", "上年")
                        .clear("G4")
                        .set("F5", "同期")
                        .set("F6", "累计（公布）")
                        .set("G6", "（同口径）")),
                Variant.of(
                        "a cumulation written below its months",
                        sheet -> sheet.insertRows(5, 1).set("E4", "1—本月").set("E5", "累计")),
                Variant.of("a plan below the month", sheet -> sheet.insertRows(5, 1)
                                .set("D5", "计划数"))
                        .loses("102 MONTH", "1021 MONTH", "112 MONTH")
                        .finds("COLUMN_MISSING D5"),
                Variant.of("units in a row below the header", sheet -> sheet.insertRows(5, 1)
                                .set("D5", "（亿元）"))
                        .loses("102 MONTH", "1021 MONTH", "112 MONTH")
                        .finds("UNIT_CONTRADICTED D5"),
                Variant.of("a row that numbers the columns", LayoutVariants::numberColumns),
                Variant.of("a serial number beside the code", sheet -> sheet.set("J4", "序号")
                        .set("J6", "1#")),
                Variant.of("a header repeated on the next page", sheet -> sheet.insertRows(8, 1)
                        .set("A8", "指标名称")
                        .set("B8", "代码")
                        .set("C8", "计量单位")
                        .set("D8", "本月")),
                Variant.of("a note below the signers", sheet -> sheet.set("A12", "注：本月数据为快报数 12.5 万元。")),
                Variant.of("a note between table and signers", sheet -> sheet.insertRows(10, 1)
                        .set("A10", "注：均为快报数。")),
                Variant.of("a figure far beside the table", sheet -> sheet.set("Z9", "77#")),
                Variant.of("another form's title rows", sheet -> sheet.insertRows(1, 2)
                        .set("A1", "内部资料　注意保存")),
                Variant.of("a renamed header cell", sheet -> sheet.set("E4", "本年数"))
                        .loses("102 YTD", "1021 YTD", "112 YTD")
                        .finds("COLUMN_MISSING E4"),
                Variant.of("another month's cumulation", sheet -> sheet.set("E4", "1—5月累计"))
                        .loses("102 YTD", "1021 YTD", "112 YTD")
                        .finds("COLUMN_MISSING E4"),
                Variant.of("a deleted column", sheet -> sheet.clear("E4", "E6", "E7", "E9"))
                        .loses("102 YTD", "1021 YTD", "112 YTD")
                        .finds("COLUMN_MISSING 主要经济指标"),
                Variant.of("a column that stands twice", sheet -> sheet.set("J4", "当月"))
                        .loses("102 MONTH", "1021 MONTH", "112 MONTH")
                        .finds("COLUMN_AMBIGUOUS J4"),
                Variant.of("this year's and last year's month", sheet -> sheet.insertRows(5, 1)
                                .set("E4", "上年")
                                .set("D5", "本月")
                                .clear("D4")
                                .set("E5", "累计"))
                        .loses("102 YTD", "1021 YTD", "112 YTD")
                        .finds("COLUMN_MISSING E5"),
                Variant.of("growth under the month", sheet -> sheet.insertRows(5, 1)
                                .clear("H4")
                                .set("G4", "本月")
                                .set("H5", "同比增长（%）"))
                        .loses("101 YOY_YTD", "102 YOY_YTD", "102 YTD_LY_COMP", "102 MONTH", "1021 MONTH", "112 MONTH")
                        .finds("COLUMN_AMBIGUOUS G4", "COLUMN_MISSING H5", "COLUMN_MISSING H5"),
                Variant.of("a deleted line", sheet -> sheet.deleteRow(9))
                        .loses("112 MONTH", "112 YTD")
                        .finds("LINE_MISSING 主要经济指标"),
                Variant.of("a renamed line without a code", sheet -> sheet.set("A9", "新增就业岗位")
                                .clear("B9"))
                        .loses("112 MONTH", "112 YTD")
                        .finds("LINE_MISSING 主要经济指标", "LINE_UNKNOWN A9"),
                Variant.of("a line of one's own", sheet -> sheet.insertRows(10, 1)
                                .set("A10", "民间投资")
                                .set("E10", "1#"))
                        .finds("LINE_UNKNOWN A10"),
                Variant.of("a line that stands twice", sheet -> sheet.insertRows(10, 1)
                                .set("A10", "工业投资")
                                .set("B10", "1021")
                                .set("D10", "71#"))
                        .loses("1021 MONTH", "1021 YTD")
                        .finds("LINE_AMBIGUOUS B10"),
                Variant.of("labels shifted by a row", sheet -> sheet.set("A6", "其中：工业投资")
                                .set("A7", "固定资产投资"))
                        .loses(FAI)
                        .loses("102 YOY_YTD", "1021 MONTH", "1021 YTD")
                        .finds("LINE_CONTRADICTED B6", "LINE_CONTRADICTED B7"),
                Variant.of("codes shifted by a row", sheet -> sheet.set("B6", "1021")
                                .set("B7", "102"))
                        .loses(FAI)
                        .loses("102 YOY_YTD", "1021 MONTH", "1021 YTD")
                        .finds("LINE_CONTRADICTED B6", "LINE_CONTRADICTED B7"),
                Variant.of("a code of no line", sheet -> sheet.set("B7", "9999"))
                        .loses("1021 MONTH", "1021 YTD")
                        .finds("LINE_CONTRADICTED B7"),
                Variant.of("a code with a footnote", sheet -> sheet.set("B7", "1021①"))
                        .loses("1021 MONTH", "1021 YTD")
                        .finds("LINE_CONTRADICTED B7"),
                Variant.of("two renamed columns", sheet -> sheet.set("D4", "本月数值")
                                .set("E4", "本年数值"))
                        .loses("102 MONTH", "102 YTD", "1021 MONTH", "1021 YTD", "112 MONTH", "112 YTD")
                        .finds("COLUMN_MISSING 主要经济指标", "COLUMN_MISSING 主要经济指标"));
    }

    private static void swapLines(TestSheet sheet) {
        sheet.set("A6", "城镇新增就业")
                .set("B6", "112")
                .set("C6", "人")
                .set("D6", "800#")
                .set("E6", "4100#")
                .clear("F6", "G6", "H6")
                .set("A9", "固定资产投资（不含农户）")
                .set("B9", "102")
                .set("C9", "万元")
                .set("D9", "120#")
                .set("E9", "600#")
                .set("F9", "550#")
                .set("G9", "540#")
                .set("H9", "9.1#");
    }

    private static void numberColumns(TestSheet sheet) {
        sheet.insertRows(5, 1);
        String[] numbers = {"甲", "乙", "丙", "1#", "2#", "3#", "4#", "5#", "丁"};
        for (int column = 0; column < numbers.length; column++) {
            sheet.set((char) ('A' + column) + "5", numbers[column]);
        }
    }
}
