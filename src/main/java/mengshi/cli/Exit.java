package mengshi.cli;

/** What the program tells the shell. A code that is none of these means failure too. */
enum Exit {
    /** All done, or nothing to do. */
    DONE(0, "All done, or nothing to do"),
    UNEXPECTED(1, "Unexpected error"),
    USAGE(2, "Wrong usage or settings"),
    FOUND(3, "Done, and something was found: held, rejected, failed checks"),
    STEP_FAILED(4, "A step failed; `mengshi rerun` resumes it"),
    LOCKED(5, "Another run holds the lock"),
    NOT_NOW(6, "Not now: database or disk not available");

    private final int code;
    private final String meaning;

    Exit(int code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    int code() {
        return code;
    }

    String meaning() {
        return meaning;
    }
}
