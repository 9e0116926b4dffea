package mengshi.intake;

/** The kinds of file that the workbook room may open. */
public enum FileKind {
    /** A zip package with a workbook, transitional or strict. */
    XLSX,
    /** An OLE2 container with a BIFF8 workbook, perhaps encrypted inside. */
    XLS,
    /** An OLE2 container around an encrypted package; whether it opens depends on its password. */
    ENCRYPTED_PACKAGE
}
