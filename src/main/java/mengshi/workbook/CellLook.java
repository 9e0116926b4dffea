package mengshi.workbook;

/**
 * How a written cell looks.
 *
 * @param format Excel's number format, for example {@code 0.00%}; empty leaves what suits the value
 * @param wrap whether long text breaks into lines
 * @param input whether it is to be filled in: coloured, and open where the sheet is protected
 */
public record CellLook(boolean bold, boolean border, boolean wrap, boolean input, Align align, String format) {

    /** Where the content stands in its cell. */
    public enum Align {
        /** Text to the left, numbers to the right. */
        BY_TYPE,
        CENTRE,
        RIGHT
    }

    public static final CellLook PLAIN = new CellLook(false, false, false, false, Align.BY_TYPE, "");

    public CellLook bolded() {
        return new CellLook(true, border, wrap, input, align, format);
    }

    public CellLook bordered() {
        return new CellLook(bold, true, wrap, input, align, format);
    }

    public CellLook wrapped() {
        return new CellLook(bold, border, true, input, align, format);
    }

    /** To be filled in by whoever gets the workbook. */
    public CellLook forInput() {
        return new CellLook(bold, border, wrap, true, align, format);
    }

    public CellLook centred() {
        return new CellLook(bold, border, wrap, input, Align.CENTRE, format);
    }

    public CellLook righted() {
        return new CellLook(bold, border, wrap, input, Align.RIGHT, format);
    }

    public CellLook formatted(String excelFormat) {
        return new CellLook(bold, border, wrap, input, align, excelFormat);
    }
}
