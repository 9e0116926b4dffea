package mengshi.workbook;

import java.io.IOException;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.util.NumberToTextConverter;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.jspecify.annotations.Nullable;

/**
 * What a cell held when it was submitted, as a condition compares it.
 *
 * @param text the words, the number as formulas write it, or TRUE or FALSE; else empty
 */
record Held(Kind kind, String text) {

    enum Kind {
        NOTHING,
        /** A formula without its value. */
        UNCALCULATED,
        NUMBER,
        TEXT,
        TRUTH,
        FAULT
    }

    static final Held NOTHING = new Held(Kind.NOTHING, "");

    private static final Held UNCALCULATED = new Held(Kind.UNCALCULATED, "");
    private static final Held FAULT = new Held(Kind.FAULT, "");

    /** @param cell null where the sheet has none */
    static Held of(@Nullable Cell cell) {
        if (cell == null) {
            return NOTHING;
        }
        CellType type = cell.getCellType();
        if (type == CellType.FORMULA) {
            if (cell instanceof XSSFCell stored && stored.getRawValue() == null) {
                return UNCALCULATED;
            }
            type = cell.getCachedFormulaResultType();
        }
        return switch (type) {
            case NUMERIC -> number(cell.getNumericCellValue());
            case STRING -> new Held(Kind.TEXT, cell.getStringCellValue());
            case BOOLEAN -> truth(cell.getBooleanCellValue());
            case ERROR -> FAULT;
            default -> NOTHING;
        };
    }

    /**
     * The same of a cell as a sheet's part has it.
     *
     * @param xml stands at its start tag
     * @param depth of that tag
     */
    static Held of(PartReader xml, int depth, SharedStrings texts) throws IOException, UnusualPackage, WorkbookRefused {
        String type = xml.attribute("t");
        boolean calculated = false;
        String stored = null;
        RichText inline = null;
        while (xml.nextChild(depth)) {
            switch (xml.name()) {
                case "f" -> calculated = true;
                case "v" -> stored = xml.text();
                case "is" -> inline = RichText.of(xml, depth + 1);
                default -> {}
            }
        }
        if ("inlineStr".equals(type)) {
            return inline == null ? NOTHING : new Held(Kind.TEXT, inline.text());
        }
        if (stored == null) {
            return calculated ? UNCALCULATED : NOTHING;
        }
        return stored(xml, type == null ? "n" : type, stored, texts);
    }

    private static Held stored(PartReader xml, String type, String stored, SharedStrings texts) throws UnusualPackage {
        return switch (type) {
            case "n" -> number(xml, stored);
            case "s" -> shared(xml, stored, texts);
            case "str" -> new Held(Kind.TEXT, EscapedText.decoded(stored));
            case "b" -> truth(xml.truth(stored.strip()));
            case "e" -> FAULT;
            default -> throw xml.unusual("a cell of the type " + type);
        };
    }

    private static Held number(PartReader xml, String stored) throws UnusualPackage {
        try {
            return number(Double.parseDouble(stored.strip()));
        } catch (NumberFormatException e) {
            throw xml.unusual("no number: " + stored);
        }
    }

    private static Held shared(PartReader xml, String stored, SharedStrings texts) throws UnusualPackage {
        try {
            int number = Integer.parseInt(stored.strip());
            CellValue.Text text = number < 0 ? null : texts.get(number);
            if (text != null) {
                return new Held(Kind.TEXT, text.text());
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw xml.unusual("no text of the number " + stored);
    }

    private static Held number(double number) {
        return new Held(Kind.NUMBER, NumberToTextConverter.toText(number));
    }

    private static Held truth(boolean truth) {
        return new Held(Kind.TRUTH, truth ? "TRUE" : "FALSE");
    }
}
