package mengshi.form;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import mengshi.workbook.CellValue;
import mengshi.workbook.LocatedCell;
import mengshi.workbook.SheetContent;
import mengshi.workbook.WorkbookContent;
import org.jspecify.annotations.Nullable;

/** A sheet as people fill it, cell by cell; texts, numbers and dates become what a workbook would hold. */
final class TestSheet {

    private final String name;
    private boolean hidden;
    private SortedMap<Integer, SortedMap<Integer, CellValue>> rows = new TreeMap<>();

    private TestSheet(String name) {
        this.name = name;
    }

    static TestSheet named(String name) {
        return new TestSheet(name);
    }

    /** A sheet as it was read, to be changed. */
    static TestSheet of(SheetContent content) {
        TestSheet sheet = named(content.name());
        sheet.hidden = content.hidden();
        for (SheetContent.CellRow row : content.rows()) {
            row.cells().forEach(cell -> sheet.rows
                    .computeIfAbsent(cell.row(), index -> new TreeMap<>())
                    .put(cell.column(), cell.value()));
        }
        return sheet;
    }

    /** NM-M01 of 呼伦贝尔市 for June 2025, without a fault: header in row 4, lines in rows 5 to 9. */
    static TestSheet june() {
        return named("主要经济指标")
                .row("盟市主要经济指标月报")
                .row(null, null, null, null, null, null, "表号：", "NM-M01")
                .row("填报单位：呼伦贝尔市", null, "代码：150700", null, "报告期：2025年6月")
                .row("指标名称", "代码", "计量单位", "本月", "1—本月累计", "上年同期累计（公布）", "上年同期累计（同口径）", "同比增长（%）", "说明")
                .row("规模以上工业增加值增速", "101", "%", null, null, null, null, "5.2#")
                .row("固定资产投资（不含农户）", "102", "万元", "120#", "600#", "550#", "540#", "9.1#")
                .row("其中：工业投资", "1021", "万元", "70#", "310#")
                .row("口岸货运量", "107", "万吨")
                .row("城镇新增就业", "112", "人", "800#", "4100#")
                .row("单位负责人：张三", null, "统计负责人：李四", "填表人：王五", null, "联系电话：0470-8210000", null, "报出日期：2025年7月5日");
    }

    /** A next row. A text that ends in # is a number. */
    TestSheet row(@Nullable Object... cells) {
        int row = rows.isEmpty() ? 0 : rows.lastKey() + 1;
        rows.put(row, new TreeMap<>());
        for (int column = 0; column < cells.length; column++) {
            Object cell = cells[column];
            if (cell != null) {
                rows.get(row).put(column, value(cell));
            }
        }
        return this;
    }

    /** @param address of the columns A to Z */
    TestSheet set(String address, Object cell) {
        int row = Integer.parseInt(address.substring(1)) - 1;
        rows.computeIfAbsent(row, index -> new TreeMap<>()).put(address.charAt(0) - 'A', value(cell));
        return this;
    }

    /** What stands in a cell now. */
    CellValue at(String address) {
        int row = Integer.parseInt(address.substring(1)) - 1;
        return rows.getOrDefault(row, new TreeMap<>()).getOrDefault(address.charAt(0) - 'A', new CellValue.Blank());
    }

    TestSheet renamed(String other) {
        TestSheet sheet = named(other);
        sheet.rows = rows;
        return sheet;
    }

    TestSheet clear(String... addresses) {
        for (String address : addresses) {
            int row = Integer.parseInt(address.substring(1)) - 1;
            if (rows.containsKey(row)) {
                rows.get(row).remove(address.charAt(0) - 'A');
            }
        }
        return this;
    }

    /** @param number as Excel counts, from 1 */
    TestSheet deleteRow(int number) {
        rows.remove(number - 1);
        return this;
    }

    /** Moves every row from this one on, counted from 1, down. */
    TestSheet insertRows(int number, int count) {
        SortedMap<Integer, SortedMap<Integer, CellValue>> moved = new TreeMap<>();
        rows.forEach((row, cells) -> moved.put(row >= number - 1 ? row + count : row, cells));
        rows = moved;
        return this;
    }

    /** Puts the columns of every row from this one on, counted from 1, in another order: {@code "CABD"}. */
    TestSheet reorder(int fromRow, String order) {
        rows.forEach((row, cells) -> {
            if (row >= fromRow - 1) {
                SortedMap<Integer, CellValue> moved = new TreeMap<>();
                cells.forEach((column, value) -> {
                    int to = order.indexOf('A' + column);
                    moved.put(to < 0 ? column : to, value);
                });
                cells.clear();
                cells.putAll(moved);
            }
        });
        return this;
    }

    TestSheet hidden() {
        hidden = true;
        return this;
    }

    SheetContent content() {
        List<SheetContent.CellRow> content = new ArrayList<>();
        for (Map.Entry<Integer, SortedMap<Integer, CellValue>> row : rows.entrySet()) {
            List<LocatedCell> cells = new ArrayList<>();
            row.getValue().forEach((column, value) -> cells.add(new LocatedCell(row.getKey(), column, value)));
            if (!cells.isEmpty()) {
                content.add(new SheetContent.CellRow(row.getKey(), cells));
            }
        }
        return new SheetContent(name, hidden, content);
    }

    WorkbookContent workbook(TestSheet... others) {
        List<SheetContent> sheets = new ArrayList<>(List.of(content()));
        for (TestSheet other : others) {
            sheets.add(other.content());
        }
        return new WorkbookContent(sheets);
    }

    private static CellValue value(Object cell) {
        if (cell instanceof CellValue value) {
            return value;
        }
        if (cell instanceof LocalDate date) {
            return new CellValue.Day(date);
        }
        String text = cell.toString();
        return text.length() > 1 && text.endsWith("#")
                ? new CellValue.Numeric(new BigDecimal(text.substring(0, text.length() - 1)), false)
                : new CellValue.Text(text);
    }
}
