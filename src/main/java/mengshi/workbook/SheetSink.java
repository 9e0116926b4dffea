package mengshi.workbook;

/**
 * Is told a workbook's cells while they are read. Order: {@link #begin}, then for each sheet {@link #sheet}, its rows
 * from the top, {@link #endSheet}.
 */
public interface SheetSink {

    /**
     * Reading begins; what was told before is void. Comes a second time when the workbook turns out, perhaps halfway, to
     * be one that has to be read in another way.
     */
    void begin();

    /** @param hidden hidden or very hidden */
    void sheet(String name, boolean hidden);

    /** A row with at least one cell that has content. */
    void row(SheetContent.CellRow row);

    void endSheet(SheetLayout layout);
}
