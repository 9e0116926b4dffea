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
    private @Nullable CellType type = CellType.NUMBER;
    private String unknownType = "";
    private final Utf8Text stored = new Utf8Text();
    private final Utf8Text formula = new Utf8Text();
    private boolean hasStored;
    private boolean hasFormula;
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
        hasStored = false;
        hasFormula = false;
        inline = null;
        while (xml.nextChild(AT_CELL)) {
            switch (xml.name()) {
                case "v" -> hasStored = once(xml, hasStored, stored);
                case "f" -> hasFormula = once(xml, hasFormula, formula);
                case "is" -> inline = RichText.of(xml, AT_CELL + 1);
                case "extLst" -> {}
                default -> throw xml.unusual("something else in a cell");
            }
        }
        take(xml, cells);
    }

    /** The same of a cell that was taken in at a glance. */
    void cell(PartReader xml, PlainCell cell, CellRows cells) throws UnusualPackage, WorkbookRefused {
        style = cell.style();
        type = cell.isShared() ? CellType.SHARED_TEXT : CellType.NUMBER;
        moveTo(cell.isAddressed() ? columnOf(cell.reference()) : column + 1, xml);
        hasStored = !cell.isEmpty();
        hasFormula = false;
        inline = null;
        cell.value(stored);
        take(xml, cells);
    }

    private void take(PartReader xml, CellRows cells) throws UnusualPackage, WorkbookRefused {
        struck = styles.isStruck(style);
        CellValue value = value(xml);
        if (value != null) {
            cells.add(row, column, value, struck);
        }
    }

    private void attributes(PartReader xml) throws UnusualPackage {
        XmlTag tag = xml.tag();
        int next = column + 1;
        style = 0;
        type = CellType.NUMBER;
        for (int i = 0; i < tag.attributes(); i++) {
            switch (tag.attribute(i).letter()) {
                case 'r' -> next = columnOf(Reference.of(tag.bytes(), tag.from(i), tag.to(i)));
                case 's' -> style = xml.whole(i);
                case 't' -> {
                    type = CellType.of(tag.bytes(), tag.from(i), tag.to(i));
                    unknownType = type == null ? tag.value(i) : "";
                }
                default -> {}
            }
        }
        moveTo(next, xml);
    }

    /** @return -1 of one in another row */
    private int columnOf(long reference) {
        return Reference.row(reference) == row ? Reference.column(reference) : -1;
    }

    private void moveTo(int next, PartReader xml) throws UnusualPackage {
        if (next <= column) {
            throw xml.unusual("addresses out of order in row " + (row + 1));
        }
        column = next;
    }

    private static boolean once(PartReader xml, boolean before, Utf8Text text)
            throws IOException, UnusualPackage, WorkbookRefused {
        if (before) {
            throw xml.unusual("two values in a cell");
        }
        xml.text(text);
        return true;
    }

    private @Nullable CellValue value(PartReader xml) throws UnusualPackage, WorkbookRefused {
        boolean empty = !hasStored || type != CellType.TEXT && stored.isBlank();
        if (empty && hasFormula) {
            if (formula.isEmpty()) {
                throw xml.unusual("a formula that stands in another cell");
            }
            return new CellValue.NotCalculated(formula.toString());
        }
        if (type == CellType.INLINE_TEXT) {
            return inline == null ? null : text(inline);
        }
        return empty ? null : stored();
    }

    private CellValue stored() throws WorkbookRefused {
        if (type == null) {
            throw corrupt("单元格类型 / cell type \"" + unknownType + "\"");
        }
        return switch (type) {
            case NUMBER -> number();
            case SHARED_TEXT -> shared();
            case TEXT, INLINE_TEXT -> new CellValue.Text(EscapedText.decoded(stored.toString()));
            case TRUTH -> truth(stored.toString().strip());
            case FAULT -> new CellValue.Fault(stored.toString().strip());
            case DAY -> isoDate(stored.toString().strip());
        };
    }

    private static CellValue truth(String raw) {
        return new CellValue.Bool(raw.equals("1") || raw.equalsIgnoreCase("true"));
    }

    private CellValue text(RichText rich) {
        struck |= rich.struck();
        return new CellValue.Text(rich.text());
    }

    private CellValue number() throws WorkbookRefused {
        try {
            return StoredNumber.value(StoredNumber.parse(stored), styles.format(style), since1904);
        } catch (WorkbookRefused e) {
            throw new WorkbookRefused(e.reason(), place() + ": " + e.detail());
        }
    }

    private CellValue shared() throws WorkbookRefused {
        int number = stored.whole();
        if (number < 0) {
            number = whole(stored.toString().strip());
        }
        CellValue.Text text = number < 0 ? null : strings.get(number);
        if (text == null) {
            throw corrupt("没有该文本 / no text of the number " + number);
        }
        struck |= strings.isStruck(number);
        return text;
    }

    /** A number of a text written in a rarer way, with a sign or in other digits. */
    private int whole(String raw) throws WorkbookRefused {
        try {
            return Integer.parseInt(raw);
        } catch (NumberFormatException e) {
            throw corrupt("文本序号 / number of a text \"" + raw + "\"");
        }
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
