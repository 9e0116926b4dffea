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
 */
public record FileLimits(int fileMegabytes, int unpackedMegabytes, int cells, int texts, int sheets, int seconds) {

    /** Far above any form, far below what would hurt the machine. */
    public static final FileLimits DEFAULT = new FileLimits(20, 256, 200_000, 200_000, 100, 60);
}
