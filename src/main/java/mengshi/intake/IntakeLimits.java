package mengshi.intake;

import mengshi.model.FileLimits;

/**
 * How much a file may weigh before it is refused.
 *
 * @param fileBytes the file as it arrived
 * @param unpackedBytes all parts of a zip package together, unpacked
 * @param entryBytes one part of a zip package, unpacked
 * @param entries parts of a zip package
 */
public record IntakeLimits(long fileBytes, long unpackedBytes, long entryBytes, int entries) {

    private static final long MEGABYTE = 1024L * 1024;
    private static final int PARTS = 500;

    public static final IntakeLimits DEFAULT = of(FileLimits.DEFAULT);

    public static IntakeLimits of(FileLimits limits) {
        long unpacked = limits.unpackedMegabytes() * MEGABYTE;
        return new IntakeLimits(limits.fileMegabytes() * MEGABYTE, unpacked, unpacked / 4, PARTS);
    }
}
