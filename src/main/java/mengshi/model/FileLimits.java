package mengshi.model;

/**
 * How much one submitted file may hold and how long reading it may take. A file over a limit is refused and its sender
 * told which; the others are read.
 *
 * @param fileMegabytes the file as it arrived
 * @param unpackedMegabytes all parts of a zip package together; a single part may have a quarter
 * @param cells over all sheets, formatted blank ones included; half as many rows
 * @param texts different texts of an .xlsx
 * @param seconds for one file, from opening to the last cell
 * @param tableCells the cells of a table that is loaded as history: it is read row by row and never held
 */
public record FileLimits(
        int fileMegabytes, int unpackedMegabytes, int cells, int texts, int sheets, int seconds, int tableCells) {

    private static final int MEGABYTE = 1024 * 1024;
    private static final int PACKED_BYTES = 20;
    private static final int UNPACKED_BYTES = 100;
    private static final int CELLS_A_SECOND = 10_000;

    /** A single part may have a quarter of the whole. */
    private static final int PARTS = 4;

    /** Far above any form, far below what would hurt the machine. */
    public static final FileLimits DEFAULT = new FileLimits(20, 256, 200_000, 200_000, 100, 60, 10_000_000);

    /** The same for a table that is loaded as history: so many cells, and the bytes and seconds that they take. */
    public FileLimits ofTable() {
        return new FileLimits(
                Math.max(fileMegabytes, megabytes(PACKED_BYTES)),
                Math.max(unpackedMegabytes, PARTS * megabytes(UNPACKED_BYTES)),
                Math.max(cells, tableCells),
                texts,
                sheets,
                Math.max(seconds, tableCells / CELLS_A_SECOND),
                tableCells);
    }

    private int megabytes(int bytesOfCell) {
        return Math.toIntExact((long) tableCells * bytesOfCell / MEGABYTE);
    }
}
