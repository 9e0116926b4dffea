package mengshi.workbook;

/**
 * A package that is not written the plain way. That says nothing against it: POI, which knows far more of the format,
 * then reads or refuses it.
 */
final class UnusualPackage extends Exception {

    private static final long serialVersionUID = 1L;

    /** @param what was met, for whoever wonders why the slow way was taken */
    UnusualPackage(String what) {
        super(what, null, false, false);
    }
}
