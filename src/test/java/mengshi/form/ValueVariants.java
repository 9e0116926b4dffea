package mengshi.form;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mengshi.workbook.CellValue;

/** What stands in a cell. E6 is 固定资产投资, 1—本月累计, in 万元; H6 its growth in %. */
final class ValueVariants {

    private static final String YTD = "102 YTD";

    /** Texts that are numbers, with their value in 元. */
    private static final Map<String, String> NUMBERS = Map.ofEntries(
            Map.entry("600", "6000000"),
            Map.entry(" 600 ", "6000000"),
            Map.entry("600\r", "6000000"),
            Map.entry("600_x000D_", "6000000"),
            Map.entry("６００", "6000000"),
            Map.entry("600.50", "6005000"),
            Map.entry("1,200", "12000000"),
            Map.entry("1，200.5", "12005000"),
            Map.entry("27 286.87", "272868700"),
            Map.entry("27\u00a0286.87", "272868700"),
            Map.entry("１，２００．５", "12005000"),
            Map.entry("12,345,678", "123456780000"),
            Map.entry("+600", "6000000"),
            Map.entry("-600", "-6000000"),
            Map.entry("−600", "-6000000"),
            Map.entry("0", "0"),
            Map.entry("\u3000600", "6000000"));

    private static final List<String> NO_NUMBERS = List.of(
            "123.4①", "600²", "约3.5万", "12.5 亿元", "600万元", "1-3", "1—3", "1,20", "1,2000", "12,34.5", "1 20", "1.2.3",
            "六百", "600以上", "近600", "(600)", "500+100", "1e3", "￥600", "600*", "同上", "无数据", "<5", ".5", "6OO",
            "600（快报）");

    /** Marks of the form's legend with what they mean. */
    private static final Map<String, String> MARKS =
            Map.of("—", "M", "-", "M", "——", "M", "－", "M", "…", "N", "...", "N", "*", "Q", "＊", "Q");

    private ValueVariants() {}

    static List<Variant> all() {
        List<Variant> all = new ArrayList<>();
        NUMBERS.forEach((text, value) -> all.add(e6("number as text: " + text, new CellValue.Text(text))
                .gives(YTD, value)
                .finds("NUMBER_AS_TEXT E6")));
        NO_NUMBERS.forEach(text -> all.add(
                e6("no number: " + text, new CellValue.Text(text)).loses(YTD).finds("NOT_A_NUMBER E6")));
        MARKS.forEach((mark, status) ->
                all.add(e6("mark: " + mark, new CellValue.Text(mark)).gives(YTD, status)));
        all.addAll(List.of(
                e6("mark: #", new CellValue.Text("#")).gives(YTD, "L"),
                e6("a date made of 1-3", LocalDate.of(2025, 1, 3)).loses(YTD).finds("VALUE_IS_DATE E6"),
                e6("a truth value", new CellValue.Bool(true)).loses(YTD).finds("NOT_A_NUMBER E6"),
                e6("an error value", new CellValue.Fault("#REF!")).loses(YTD).finds("CELL_FAULT E6"),
                e6("a division by zero", new CellValue.Fault("#DIV/0!"))
                        .loses(YTD)
                        .finds("CELL_FAULT E6"),
                e6("a formula without its value", new CellValue.NotCalculated("SUM(E7:E9)"))
                        .loses(YTD)
                        .finds("FORMULA_WITHOUT_VALUE E6"),
                Variant.of("a blank where a figure is due", sheet -> sheet.clear("E6"))
                        .loses(YTD)
                        .finds("VALUE_MISSING E6"),
                e6("blanks where a figure is due", "\u3000 ").loses(YTD).finds("VALUE_MISSING E6"),
                Variant.of("a blank where none is due", sheet -> sheet.clear("G6"))
                        .loses("102 YTD_LY_COMP"),
                e6("a zero", "0#").gives(YTD, "0"),
                e6("a negative number", "-600#").gives(YTD, "-6000000"),
                e6("decimals beyond the form's", "600.25#").gives(YTD, "6002500"),
                e6("full precision behind a format", "600.905817520315#").gives(YTD, "6009058.17520315"),
                e6("floating noise", "600.0000000003#").gives(YTD, "6000000"),
                e6("floating noise from below", "599.9999999998#").gives(YTD, "6000000"),
                e6("a large number", "123456789.12#").gives(YTD, "1234567891200"),
                percent("a growth formatted as percentage", "H6", "0.06").gives("102 YOY_YTD", "6"),
                percent("a long growth formatted as percentage", "H6", "0.0912").gives("102 YOY_YTD", "9.12"),
                percent("a negative growth formatted as percentage", "H6", "-0.005")
                        .gives("102 YOY_YTD", "-0.5"),
                percent("money formatted as percentage", "E6", "0.5").loses(YTD).finds("UNIT_CONTRADICTED E6"),
                Variant.of("a growth with its sign", sheet -> sheet.set("H6", "9.1%"))
                        .finds("NUMBER_AS_TEXT H6"),
                Variant.of("a growth with a full-width sign", sheet -> sheet.set("H6", "９.１ ％"))
                        .finds("NUMBER_AS_TEXT H6"),
                Variant.of("a growth in words", sheet -> sheet.set("H6", "增长9.1%"))
                        .loses("102 YOY_YTD")
                        .finds("NOT_A_NUMBER H6"),
                Variant.of("money with a percent sign", sheet -> sheet.set("E6", "50%"))
                        .loses(YTD)
                        .finds("UNIT_CONTRADICTED E6"),
                Variant.of("a figure that is not asked for", sheet -> sheet.set("D5", "5#"))
                        .finds("CELL_NOT_EXPECTED D5"),
                Variant.of("a mark where nothing is asked for", sheet -> sheet.set("D5", "—")),
                Variant.of("an optional line begun and not finished", sheet -> sheet.set("D8", "5#"))
                        .gives("107 MONTH", "50000")
                        .finds("VALUE_MISSING E8"),
                Variant.of(
                                "several faults at once",
                                sheet -> sheet.set("D6", "abc").clear("D7").set("C9", "公顷"))
                        .loses("102 MONTH", "1021 MONTH", "112 MONTH", "112 YTD")
                        .finds("NOT_A_NUMBER D6", "VALUE_MISSING D7", "UNIT_CONTRADICTED C9")));
        return all;
    }

    private static Variant e6(String name, Object value) {
        return Variant.of(name, sheet -> sheet.set("E6", value));
    }

    private static Variant percent(String name, String cell, String stored) {
        return Variant.of(name, sheet -> sheet.set(cell, new CellValue.Numeric(new BigDecimal(stored), true)));
    }
}
