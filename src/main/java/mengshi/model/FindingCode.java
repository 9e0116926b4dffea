package mengshi.model;

/**
 * What reading can find wrong. Codes are never renamed or reused; their sentences stand in {@code seeds/finding.csv}.
 * Levels are the validation levels of the European Statistical System: 0 file and structure, 1 within one file.
 */
public enum FindingCode {
    // Refusals: the file cannot be taken as a submission. The README lists them all.
    FILE_EMPTY(0, Severity.ERROR),
    NOT_A_WORKBOOK(0, Severity.ERROR),
    FILE_CORRUPT(0, Severity.ERROR),
    FILE_ENCRYPTED(0, Severity.ERROR),
    FILE_HAS_MACROS(0, Severity.ERROR),
    FORMAT_NOT_ACCEPTED(0, Severity.ERROR),
    FILE_OVER_LIMIT(0, Severity.ERROR),
    EXTERNAL_ENTITIES(0, Severity.ERROR),
    READING_DIED(0, Severity.ERROR),
    FORM_UNKNOWN(0, Severity.ERROR),
    FORM_AMBIGUOUS(0, Severity.ERROR),
    IDENTITY_CONTRADICTED(0, Severity.ERROR),
    AREA_UNKNOWN(0, Severity.ERROR),
    AREA_CONTRADICTED(0, Severity.ERROR),
    AREA_NOT_EXPECTED(0, Severity.ERROR),
    PERIOD_MISSING(0, Severity.ERROR),
    PERIOD_NOT_EXPECTED(0, Severity.ERROR),
    PERIOD_IN_FUTURE(0, Severity.ERROR),

    // Layout: the form is known, but a part of it is not where it can be read for certain.
    FORM_EXPIRED(0, Severity.ERROR),
    AREA_NOT_WRITTEN(0, Severity.WARNING),
    PERIOD_NOT_WRITTEN(0, Severity.WARNING),
    METADATA_CONTRADICTED(0, Severity.WARNING),
    FORM_ALTERED(0, Severity.INFORMATION),
    COLUMN_MISSING(0, Severity.ERROR),
    COLUMN_AMBIGUOUS(0, Severity.ERROR),
    LINE_MISSING(0, Severity.ERROR),
    LINE_AMBIGUOUS(0, Severity.ERROR),
    LINE_CONTRADICTED(0, Severity.ERROR),
    LINE_UNKNOWN(0, Severity.WARNING),
    SHEET_IGNORED(0, Severity.INFORMATION),
    FIGURES_HIDDEN(0, Severity.INFORMATION),
    LABEL_STRUCK(0, Severity.INFORMATION),

    // Cells.
    VALUE_MISSING(1, Severity.ERROR),
    NOT_A_NUMBER(1, Severity.ERROR),
    VALUE_IS_DATE(1, Severity.ERROR),
    VALUE_SHOWN_SMALLER(1, Severity.ERROR),
    CELL_STRUCK(1, Severity.ERROR),
    CELL_FAULT(1, Severity.ERROR),
    FORMULA_WITHOUT_VALUE(1, Severity.ERROR),
    UNIT_UNKNOWN(1, Severity.ERROR),
    UNIT_MISSING(1, Severity.ERROR),
    UNIT_CONTRADICTED(1, Severity.ERROR),
    STAGE_UNKNOWN(1, Severity.ERROR),
    CELL_NOT_EXPECTED(1, Severity.WARNING),
    NUMBER_AS_TEXT(1, Severity.INFORMATION);

    private final int level;
    private final Severity severity;

    FindingCode(int level, Severity severity) {
        this.level = level;
        this.severity = severity;
    }

    public int level() {
        return level;
    }

    public Severity severity() {
        return severity;
    }

    /** Whether the whole file is refused for it: the closed set of reasons a rejected file may have. */
    public boolean refusesFile() {
        return compareTo(PERIOD_IN_FUTURE) <= 0;
    }

    /** @throws IllegalArgumentException if this is no reason to refuse a file */
    public FindingCode asRefusal() {
        if (!refusesFile()) {
            throw new IllegalArgumentException(this + " is no reason to refuse a whole file.");
        }
        return this;
    }
}
