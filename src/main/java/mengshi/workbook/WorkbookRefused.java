package mengshi.workbook;

import mengshi.model.FindingCode;

/** A file that cannot be read as a workbook, and why. The caller turns it into a finding. */
public final class WorkbookRefused extends Exception {

    private static final long serialVersionUID = 1L;

    private final FindingCode reason;
    private final String detail;

    /** @param detail what exactly was seen, for the finding's {@code detail} argument */
    public WorkbookRefused(FindingCode reason, String detail) {
        super(reason + ": " + detail);
        this.reason = reason.asRefusal();
        this.detail = detail;
    }

    public FindingCode reason() {
        return reason;
    }

    public String detail() {
        return detail;
    }
}
