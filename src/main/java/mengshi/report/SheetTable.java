package mengshi.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import mengshi.workbook.CellLook;
import mengshi.workbook.CellValue;
import mengshi.workbook.SheetDraft;
import org.jspecify.annotations.Nullable;

/** A sheet with one table: a header that stays in sight, units in it, no merged cells, numbers as numbers. */
final class SheetTable {

    private static final CellLook HEADER =
            CellLook.PLAIN.bolded().bordered().wrapped().centred();
    static final CellLook CELL = CellLook.PLAIN.bordered().wrapped();
    static final CellLook UNIT = CellLook.PLAIN.bordered().wrapped().centred();
    static final CellLook COUNT = CellLook.PLAIN.bordered().formatted("#,##0");
    static final CellLook CHANGE = CellLook.PLAIN.bordered().formatted("+0;-0;0");
    static final CellLook TENTHS = CellLook.PLAIN.bordered().formatted("0.0");
    static final CellLook HUNDREDTHS = CellLook.PLAIN.bordered().formatted("0.00");
    static final CellLook SHARE = CellLook.PLAIN.bordered().formatted("0.0%");
    static final int WIDE = 28;
    static final int NARROW = 12;
    private static final int HEADER_HEIGHT = 34;

    /** In 亿元 a fen has ten decimals; what a division leaves beyond nobody measured. */
    private static final int MOST_DECIMALS = 10;

    /** A column: its header, with the unit, and how wide it is. */
    record Column(String header, int width) {}

    private SheetTable() {}

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
        if (number.isPresent()) {
            sheet.put(row, column, new CellValue.Numeric(shown(number.get()), false), look);
        } else {
            sheet.put(row, column, text("–"), look.righted());
        }
    }

    /** How figures look that are compared with each other: all with the decimals that telling them takes. */
    static CellLook told(Collection<BigDecimal> figures) {
        return decimals(figures.stream().map(figure -> new BigDecimal(ScorecardLine.rounded(figure))));
    }

    /** How figures look of which no digit may be hidden. */
    static CellLook exact(Collection<BigDecimal> figures) {
        return decimals(figures.stream().map(SheetTable::shown));
    }

    private static CellLook decimals(Stream<BigDecimal> figures) {
        int decimals = figures.mapToInt(figure -> figure.stripTrailingZeros().scale())
                .max()
                .orElse(0);
        return decimals > 0 ? CellLook.PLAIN.bordered().formatted("#,##0." + "0".repeat(decimals)) : COUNT;
    }

    /** Says it where a table has no row. */
    static SheetDraft orNone(SheetDraft sheet, boolean isEmpty, String none) {
        return isEmpty ? sheet.put(1, 0, text(none), CELL) : sheet;
    }

    private static BigDecimal shown(BigDecimal value) {
        return value.scale() > MOST_DECIMALS ? value.setScale(MOST_DECIMALS, RoundingMode.HALF_UP) : value;
    }

    static Optional<BigDecimal> figure(@Nullable Object value) {
        if (value instanceof BigDecimal number) {
            return Optional.of(number);
        }
        return value instanceof Number number ? Optional.of(BigDecimal.valueOf(number.longValue())) : Optional.empty();
    }

    /** The figures of a column that are there. */
    static List<BigDecimal> figures(List<Map<String, @Nullable Object>> rows, String column) {
        return rows.stream().flatMap(row -> figure(row.get(column)).stream()).toList();
    }

    static CellValue text(String text) {
        return new CellValue.Text(text);
    }
}
