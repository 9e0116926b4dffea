package mengshi.cli;

/** Another run is at work; nothing was done. */
final class Locked extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Locked(String where) {
        super("Another run is at work · " + where
                + " · wait for it (`mengshi status`), or stop it · nothing was changed");
    }
}
