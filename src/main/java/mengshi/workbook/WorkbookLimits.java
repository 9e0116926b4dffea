package mengshi.workbook;

import java.time.Duration;
import mengshi.model.FileLimits;

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

    private static final int MERGES = 10_000;
    private static final int COMMENTS = 10_000;
    private static final int PARTS = 500;

    /** What POI builds for so many nodes fits into 256 MB, the cells of the usual limit among them. */
    private static final int NODES = 1_600_000;

    private static final long PART_IN_MEMORY = 32 * MEGABYTE;
    private static final long UNPACKED_IN_MEMORY = 96 * MEGABYTE;

    public static final WorkbookLimits DEFAULT = of(FileLimits.DEFAULT);

    public static WorkbookLimits of(FileLimits limits) {
        long unpacked = limits.unpackedMegabytes() * MEGABYTE;
        return new WorkbookLimits(
                limits.sheets(),
                limits.cells(),
                limits.cells() / 2,
                limits.texts(),
                MERGES,
                COMMENTS,
                new Packing(PARTS, unpacked / 4, unpacked, NODES),
                Duration.ofSeconds(limits.seconds()));
    }

    /**
     * The same of what a workbook comes in.
     *
     * @param parts how many parts
     * @param partBytes one part, unpacked
     * @param unpackedBytes all parts, unpacked
     * @param nodes elements and attributes of a package, or records of an .xls, where they are built in memory: whatever
     *     they are called, each becomes an object or two
     */
    public record Packing(int parts, long partBytes, long unpackedBytes, int nodes) {}

    /** These limits, but nothing over the default ones and fewer bytes: what is built in memory must fit into it. */
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
                        Math.min(packing.partBytes, PART_IN_MEMORY),
                        Math.min(packing.unpackedBytes, UNPACKED_IN_MEMORY),
                        packing.nodes),
                time);
    }
}
