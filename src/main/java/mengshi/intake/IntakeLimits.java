package mengshi.intake;

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

    /** Far above any form, far below what would hurt the machine. */
    public static final IntakeLimits DEFAULT = new IntakeLimits(20 * MEGABYTE, 256 * MEGABYTE, 64 * MEGABYTE, 500);
}
