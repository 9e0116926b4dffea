package mengshi.jobs;

/** The database went away under a run, so that not even its end could be written down. */
public final class RunLeft extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RunLeft(long runId, RuntimeException cause) {
        super(
                "The database went away while run " + runId + " was at work: "
                        + String.valueOf(cause.getMessage()).replaceAll("\\s*\\R\\s*", " ")
                        + " · see that it runs (`mengshi db status`) · what was committed is kept · Next: mengshi rerun "
                        + runId,
                cause);
    }
}
