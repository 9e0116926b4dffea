package mengshi.cli;

/** What was asked for cannot be meant; found out after the arguments were taken apart. */
final class WrongUsage extends RuntimeException {

    private static final long serialVersionUID = 1L;

    WrongUsage(String what, String whatToDo) {
        super(what + " · " + whatToDo + " · nothing was changed");
    }
}
