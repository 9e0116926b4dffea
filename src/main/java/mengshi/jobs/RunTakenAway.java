package mengshi.jobs;

/** The run is no longer this program's: its lock is lost, or another program goes on with it. Nothing more is done. */
final class RunTakenAway extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RunTakenAway(long runId, String why) {
        super(why + " · run " + runId + " · `mengshi rerun " + runId
                + "` goes on with it, unless another program already does · what was committed is kept");
    }
}
