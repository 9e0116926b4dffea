package mengshi.workbook;

import java.time.Duration;

/**
 * How much one workbook may hold and how long it may take. Counted while it is unpacked, before anything of it is built
 * in memory.
 *
 * @param cells over all sheets, blank formatted ones included
 * @param rows over all sheets, empty formatted ones included
 * @param strings different texts of an .xlsx
 * @param merges merged regions over all sheets
 * @param time from opening to the last cell
 */
public record WorkbookLimits(
        int sheets, int cells, int rows, int strings, int merges, int comments, Packing packing, Duration time) {

    private static final long MEGABYTE = 1024L * 1024;

    /** Far above any form, far below what would hurt the machine. */
    public static final WorkbookLimits DEFAULT = new WorkbookLimits(
            100,
            200_000,
            100_000,
            200_000,
            10_000,
            10_000,
            new Packing(500, 64 * MEGABYTE, 256 * MEGABYTE),
            Duration.ofSeconds(60));

    /**
     * The same of a zip package.
     *
     * @param parts how many parts
     * @param partBytes one part, unpacked
     * @param unpackedBytes all parts, unpacked
     */
    public record Packing(int parts, long partBytes, long unpackedBytes) {}

    /** These limits, but nothing over the default ones: what is built in memory must fit into it. */
    WorkbookLimits inMemory() {
        return new WorkbookLimits(
                Math.min(sheets, DEFAULT.sheets),
                Math.min(cells, DEFAULT.cells),
                Math.min(rows, DEFAULT.rows),
                Math.min(strings, DEFAULT.strings),
                Math.min(merges, DEFAULT.merges),
                Math.min(comments, DEFAULT.comments),
                new Packing(
                        Math.min(packing.parts, DEFAULT.packing.parts),
                        Math.min(packing.partBytes, DEFAULT.packing.partBytes),
                        Math.min(packing.unpackedBytes, DEFAULT.packing.unpackedBytes)),
                time);
    }
}
