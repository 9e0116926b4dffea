package mengshi.form;

import static mengshi.form.Corpus.FAI;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** In what figures are counted, and where that is said. */
final class UnitVariants {

    /** 固定资产投资 in other units: month, cumulation, last year published and comparable. */
    private static final Map<String, List<String>> MONEY = Map.of(
            "元", List.of("1200000#", "6000000#", "5500000#", "5400000#"),
            "千元", List.of("1200#", "6000#", "5500#", "5400#"),
            "百万元", List.of("1.2#", "6#", "5.5#", "5.4#"),
            "亿元", List.of("0.012#", "0.06#", "0.055#", "0.054#"),
            "亿 元", List.of("0.012#", "0.06#", "0.055#", "0.054#"),
            "（万元）", List.of("120#", "600#", "550#", "540#"),
            "万元人民币", List.of("120#", "600#", "550#", "540#"),
            "人民币万元", List.of("120#", "600#", "550#", "540#"),
            "10 000 yuan", List.of("120#", "600#", "550#", "540#"),
            "100 million yuan", List.of("0.012#", "0.06#", "0.055#", "0.054#"));

    private UnitVariants() {}

    static List<Variant> all() {
        List<Variant> all = new ArrayList<>();
        MONEY.forEach((unit, values) -> all.add(Variant.of("money in " + unit, sheet -> sheet.set("C6", unit)
                .set("D6", values.get(0))
                .set("E6", values.get(1))
                .set("F6", values.get(2))
                .set("G6", values.get(3)))));
        all.addAll(List.of(
                Variant.of(
                        "people in 万人",
                        sheet -> sheet.set("C9", "万人").set("D9", "0.08#").set("E9", "0.41#")),
                freight("freight in 吨", "吨", "50000#", "300000#"),
                freight("freight in 亿吨", "亿吨", "0.0005#", "0.003#"),
                beside("a unit above the table", sheet -> sheet.set("I1", "单位：万元")),
                beside("a unit above with a half-width colon", sheet -> sheet.set("I3", "单位:万元")),
                beside("a unit above with blanks", sheet -> sheet.set("I3", "计量单位 ： 万 元")),
                beside("a unit above in two cells", sheet -> sheet.set("H1", "单位：")
                        .set("I1", "万元")),
                beside("two units above in one cell", sheet -> sheet.set("I1", "单位：万元，万吨")),
                beside("a unit behind the title", sheet -> sheet.set("A1", "盟市主要经济指标月报（万元）")),
                beside("a unit in a note below", sheet -> sheet.set("A12", "注：金额单位为万元，均为快报数。")),
                beside("a unit in a sentence below", sheet -> sheet.set("A12", "说明：本表以万元为单位。")),
                beside("the nearer of two units above", sheet -> sheet.set("I1", "单位：亿元")
                        .set("I3", "单位：万元")),
                beside("a unit in brackets behind every label", sheet -> sheet.set("A6", "固定资产投资（不含农户）（万元）")
                        .set("A7", "其中：工业投资（万元）")),
                beside("a nearer unit behind one label", sheet -> sheet.set("I1", "单位：万元")
                        .set("A6", "固定资产投资（不含农户）（亿元）")
                        .set("D6", "0.012#")
                        .set("E6", "0.06#")
                        .set("F6", "0.055#")
                        .set("G6", "0.054#")),
                Variant.of("units in the headers alone", sheet -> noUnits(sheet)
                                .set("D4", "本月（万元）")
                                .set("E4", "1—本月累计（万元）")
                                .set("F4", "上年同期累计（万元）")
                                .set("G4", "上年同期（同口径）（万元）")
                                .deleteRow(9))
                        .loses("112 MONTH", "112 YTD")
                        .finds("LINE_MISSING 主要经济指标"),
                Variant.of("a header's unit before one beside the table", sheet -> noUnits(sheet)
                                .set("I1", "单位：亿元")
                                .set("A9", "城镇新增就业（人）")
                                .set("D4", "本月（万元）")
                                .set("D9", "—")
                                .set("E4", "1—本月累计（万元）")
                                .set("E9", "—")
                                .set("F6", "0.055#")
                                .set("G6", "0.054#"))
                        .loses("112 MONTH", "112 YTD")
                        .finds("UNIT_CONTRADICTED D4", "UNIT_CONTRADICTED E4"),
                Variant.of("a blank unit and one above the table", sheet -> sheet.clear("C6")
                        .set("I1", "单位：万元")),
                Variant.of("a blank unit and none elsewhere", sheet -> sheet.clear("C6"))
                        .loses(FAI)
                        .finds("UNIT_MISSING C6"),
                Variant.of("a blank unit and one above that cannot be its own", sheet -> sheet.clear("C9")
                                .set("I1", "单位：万元"))
                        .loses("112 MONTH", "112 YTD")
                        .finds("UNIT_MISSING C9"),
                Variant.of("no unit anywhere", UnitVariants::noUnits)
                        .loses(FAI)
                        .loses("1021 MONTH", "1021 YTD", "112 MONTH", "112 YTD")
                        .finds("COLUMN_MISSING 主要经济指标"),
                Variant.of("a unit nobody knows", sheet -> sheet.set("C6", "万圆"))
                        .loses(FAI)
                        .finds("UNIT_UNKNOWN C6"),
                Variant.of("money counted in people", sheet -> sheet.set("C6", "万人"))
                        .loses(FAI)
                        .finds("UNIT_CONTRADICTED C6"),
                Variant.of("money counted in percent", sheet -> sheet.set("C6", "%"))
                        .loses(FAI)
                        .finds("UNIT_CONTRADICTED C6"),
                Variant.of("label and unit column disagree", sheet -> sheet.set("A6", "固定资产投资（不含农户）（亿元）"))
                        .loses(FAI)
                        .finds("UNIT_CONTRADICTED C6"),
                Variant.of("header and unit column disagree", sheet -> sheet.set("D4", "本月（亿元）"))
                        .loses("102 MONTH", "1021 MONTH", "112 MONTH")
                        .finds("UNIT_CONTRADICTED D4"),
                Variant.of("a header's unit that is not every line's", sheet -> sheet.set("D4", "本月（万元）"))
                        .loses("112 MONTH")
                        .finds("UNIT_CONTRADICTED D4"),
                Variant.of("growth in ‰", sheet -> sheet.set("H4", "同比增长（‰）"))
                        .loses("101 YOY_YTD", "102 YOY_YTD")
                        .finds("UNIT_CONTRADICTED H4"),
                Variant.of("a unit line beside units in the column", sheet -> sheet.set("I1", "单位：亿元"))));
        return all;
    }

    private static Variant freight(String name, String unit, String month, String year) {
        return Variant.of(name, sheet -> sheet.set("C8", unit).set("D8", month).set("E8", year))
                .gives("107 MONTH", "50000")
                .gives("107 YTD", "300000");
    }

    /** Without a column for units; people are counted in brackets behind the label. */
    private static Variant beside(String name, Consumer<TestSheet> change) {
        return Variant.of(name, sheet -> change.accept(noUnits(sheet).set("A9", "城镇新增就业（人）")));
    }

    private static TestSheet noUnits(TestSheet sheet) {
        return sheet.clear("C4", "C5", "C6", "C7", "C8", "C9");
    }
}
