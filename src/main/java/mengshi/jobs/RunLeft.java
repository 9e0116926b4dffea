package mengshi.jobs;

import mengshi.warehouse.Run;

/** The database went away under a run, so that not even its end could be written down. */
public final class RunLeft extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String job;

    /** @param what what happened, and what to do about it */
    RunLeft(Run run, String what, Throwable cause) {
        super(
                "The database went away while run " + run.runId() + " was at work · " + what
                        + " · what was committed is kept · Next: mengshi rerun " + run.runId(),
                cause);
        this.job = run.job();
    }

    /** The job whose run it was. */
    public String job() {
        return job;
    }
}
