package mengshi.cli;

import mengshi.operations.Heartbeat;

/** Another run is at work; nothing was done. */
final class Locked extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private Locked(String what, Object where, String whatToDo) {
        super(what + " · " + where + " · " + whatToDo + " · nothing was changed");
    }

    Locked(String where) {
        this("Another run is at work", where, "wait for it (`mengshi status`), or stop it");
    }

    /** One clock is enough for a home. */
    static Locked byClock(Heartbeat other) {
        return new Locked(
                "Another `mengshi schedule` keeps this home's clock since " + other.since(),
                "process " + other.pid(),
                "leave it, or end it (kill " + other.pid() + ") and start again");
    }
}
