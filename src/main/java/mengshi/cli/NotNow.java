package mengshi.cli;

/** What a command needs is not there at the moment; nothing was done. */
final class NotNow extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotNow(String what, Object where, String whatToDo) {
        super(what + " · " + where + " · " + whatToDo + " · nothing was changed");
    }
}
