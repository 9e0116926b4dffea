package mengshi.workbook;

/**
 * How a written cell looks.
 *
 * @param format Excel's number format, for example {@code 0.00%}; empty leaves what suits the value
 * @param wrap whether long text breaks into lines
 */
public record CellLook(boolean bold, boolean border, boolean wrap, Align align, String format) {

    /** Where the content stands in its cell. */
    public enum Align {
        /** Text to the left, numbers to the right. */
        BY_TYPE,
        CENTRE,
        RIGHT
    }

    public static final CellLook PLAIN = new CellLook(false, false, false, Align.BY_TYPE, "");

    public CellLook bolded() {
        return new CellLook(true, border, wrap, align, format);
    }

    public CellLook bordered() {
        return new CellLook(bold, true, wrap, align, format);
    }

    public CellLook wrapped() {
        return new CellLook(bold, border, true, align, format);
    }

    public CellLook centred() {
        return new CellLook(bold, border, wrap, Align.CENTRE, format);
    }

    public CellLook formatted(String excelFormat) {
        return new CellLook(bold, border, wrap, align, excelFormat);
    }
}
