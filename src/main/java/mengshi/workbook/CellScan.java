package mengshi.workbook;

import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import mengshi.model.FindingCode;
import org.jspecify.annotations.Nullable;

/** Makes values of the cells of one sheet. */
final class CellScan {

    private static final int AT_CELL = 4;
    private static final int ISO_DATE = "2025-06-01".length();

    private final String sheet;
    private final SharedStrings strings;
    private final CellStyles styles;
    private final boolean since1904;
    private int row;
    private int column;

    // The cell now read.
    private int style;
    private String type = "n";
    private @Nullable String stored;
    private @Nullable String formula;
    private @Nullable RichText inline;
    private boolean struck;

    CellScan(String sheet, SharedStrings strings, CellStyles styles, boolean since1904) {
        this.sheet = sheet;
        this.strings = strings;
        this.styles = styles;
        this.since1904 = since1904;
    }

    void beginRow(int index) {
        row = index;
        column = -1;
    }

    /** @param xml stands at the cell's start tag */
    void cell(PartReader xml, CellRows cells) throws IOException, UnusualPackage, WorkbookRefused {
        attributes(xml);
        stored = null;
        formula = null;
        inline = null;
        while (xml.nextChild(AT_CELL)) {
            switch (xml.name()) {
                case "v" -> stored = once(xml, stored);
                case "f" -> formula = once(xml, formula);
                case "is" -> inline = RichText.of(xml, AT_CELL + 1);
                case "extLst" -> {}
                default -> throw xml.unusual("something else in a cell");
            }
        }
        struck = styles.isStruck(style);
        CellValue value = value(xml);
        if (value != null) {
            cells.add(row, column, value, struck);
        }
    }

    private void attributes(PartReader xml) throws UnusualPackage {
        int next = column + 1;
        style = 0;
        type = "n";
        for (int i = 0; i < xml.attributes(); i++) {
            switch (xml.attributeName(i)) {
                case "r" -> {
                    String address = xml.attribute(i);
                    next = Reference.row(address) == row ? Reference.column(address) : -1;
                }
                case "s" -> style = xml.whole(xml.attribute(i));
                case "t" -> type = xml.attribute(i);
                default -> {}
            }
        }
        if (next <= column) {
            throw xml.unusual("addresses out of order in row " + (row + 1));
        }
        column = next;
    }

    private static String once(PartReader xml, @Nullable String before)
            throws IOException, UnusualPackage, WorkbookRefused {
        if (before != null) {
            throw xml.unusual("two values in a cell");
        }
        return xml.text();
    }

    private @Nullable CellValue value(PartReader xml) throws UnusualPackage, WorkbookRefused {
        boolean empty = stored == null || !type.equals("str") && stored.isBlank();
        if (empty && formula != null) {
            if (formula.isEmpty()) {
                throw xml.unusual("a formula that stands in another cell");
            }
            return new CellValue.NotCalculated(formula);
        }
        if (type.equals("inlineStr")) {
            return inline == null ? null : text(inline);
        }
        return empty || stored == null ? null : value(stored);
    }

    private CellValue value(String raw) throws WorkbookRefused {
        return switch (type) {
            case "n" -> number(raw);
            case "s" -> shared(raw.strip());
            case "str" -> new CellValue.Text(EscapedText.decoded(raw));
            case "b" ->
                new CellValue.Bool(raw.strip().equals("1") || raw.strip().equalsIgnoreCase("true"));
            case "e" -> new CellValue.Fault(raw.strip());
            case "d" -> isoDate(raw.strip());
            default -> throw corrupt("单元格类型 / cell type \"" + type + "\"");
        };
    }

    private CellValue text(RichText rich) {
        struck |= rich.struck();
        return new CellValue.Text(rich.text());
    }

    private CellValue number(String raw) throws WorkbookRefused {
        try {
            return StoredNumber.value(StoredNumber.parse(raw), styles.format(style), since1904);
        } catch (WorkbookRefused e) {
            throw new WorkbookRefused(e.reason(), place() + ": " + e.detail());
        }
    }

    private CellValue shared(String raw) throws WorkbookRefused {
        int number;
        try {
            number = Integer.parseInt(raw);
        } catch (NumberFormatException e) {
            throw corrupt("文本序号 / number of a text \"" + raw + "\"");
        }
        CellValue.Text text = number < 0 ? null : strings.get(number);
        if (text == null) {
            throw corrupt("没有该文本 / no text of the number " + number);
        }
        struck |= strings.isStruck(number);
        return text;
    }

    static CellValue isoDate(String raw) {
        try {
            return new CellValue.Day(LocalDate.parse(raw.substring(0, Math.min(ISO_DATE, raw.length()))));
        } catch (DateTimeParseException e) {
            return new CellValue.Text(raw);
        }
    }

    private WorkbookRefused corrupt(String detail) {
        return new WorkbookRefused(FindingCode.FILE_CORRUPT, place() + ": " + detail);
    }

    private String place() {
        return sheet + "!" + CellAddress.of(row, column);
    }
}
