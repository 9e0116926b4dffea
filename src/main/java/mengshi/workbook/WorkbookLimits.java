package mengshi.workbook;

/**
 * How much one workbook may hold. Counted before the workbook is built in memory.
 *
 * @param cells over all sheets, blank formatted ones included
 * @param rows over all sheets, empty formatted ones included
 * @param merges merged regions over all sheets
 * @param parts parts of a zip package
 * @param partBytes one part, unpacked
 * @param unpackedBytes all parts, unpacked
 */
public record WorkbookLimits(
        int sheets, int cells, int rows, int merges, int comments, int parts, long partBytes, long unpackedBytes) {

    private static final long MEGABYTE = 1024L * 1024;

    /** Far above any form, far below what would hurt the machine. */
    public static final WorkbookLimits DEFAULT =
            new WorkbookLimits(100, 200_000, 100_000, 10_000, 10_000, 500, 64 * MEGABYTE, 256 * MEGABYTE);
}
