package mengshi.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mengshi.warehouse.Rows;
import mengshi.workbook.CellLook;
import mengshi.workbook.CellValue;
import mengshi.workbook.SheetDraft;
import org.jspecify.annotations.Nullable;

/** A sheet with one table: a header that stays in sight, units in it, no merged cells, numbers as numbers. */
final class SheetTable {

    private static final CellLook HEADER =
            CellLook.PLAIN.bolded().bordered().wrapped().centred();
    static final CellLook CELL = CellLook.PLAIN.bordered().wrapped();
    static final CellLook NUMBER = CellLook.PLAIN.bordered().formatted("#,##0.######");
    static final CellLook TENTHS = CellLook.PLAIN.bordered().formatted("0.0");
    static final CellLook HUNDREDTHS = CellLook.PLAIN.bordered().formatted("0.00");
    static final CellLook SHARE = CellLook.PLAIN.bordered().formatted("0.0%");
    static final int WIDE = 28;
    static final int NARROW = 12;
    private static final int HEADER_HEIGHT = 34;

    /** A column: its header, with the unit, how wide it is, and how its numbers look. */
    record Column(String header, int width, CellLook number) {

        Column(String header, int width) {
            this(header, width, NUMBER);
        }
    }

    private SheetTable() {}

    static SheetDraft listed(String name, Rows rows, List<Column> columns, List<String> keys) {
        SheetDraft sheet = table(name, columns);
        int row = 1;
        for (Map<String, @Nullable Object> values : rows.rows()) {
            for (int column = 0; column < keys.size(); column++) {
                Object value = values.get(keys.get(column));
                Optional<BigDecimal> number = figure(value);
                if (number.isPresent()) {
                    number(sheet, row, column, number, columns.get(column).number());
                } else {
                    sheet.put(row, column, text(ScorecardLine.plain(value)), CELL);
                }
            }
            row++;
        }
        return sheet;
    }

    static SheetDraft table(String name, List<Column> columns) {
        SheetDraft sheet =
                SheetDraft.named(name).height(0, HEADER_HEIGHT).freeze(1, 1).print(true, 0);
        for (int column = 0; column < columns.size(); column++) {
            sheet.put(0, column, text(columns.get(column).header()), HEADER);
            sheet.width(column, columns.get(column).width());
        }
        return sheet;
    }

    static void number(SheetDraft sheet, int row, int column, Optional<BigDecimal> number, CellLook look) {
        sheet.put(
                row,
                column,
                number.<CellValue>map(value -> new CellValue.Numeric(shown(value), false))
                        .orElse(text("–")),
                look);
    }

    /** Ratios come out of a division with twenty digits; nobody measured those. */
    private static BigDecimal shown(BigDecimal value) {
        return value.scale() > 6 ? value.setScale(6, RoundingMode.HALF_UP) : value;
    }

    static Optional<BigDecimal> figure(@Nullable Object value) {
        if (value instanceof BigDecimal number) {
            return Optional.of(number);
        }
        return value instanceof Number number ? Optional.of(BigDecimal.valueOf(number.longValue())) : Optional.empty();
    }

    static CellValue text(String text) {
        return new CellValue.Text(text);
    }
}
