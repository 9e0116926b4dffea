package mengshi.warehouse;

/** An answer to a finding was not accepted. */
public final class AnswerRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    AnswerRefused(String what, String whatToDo) {
        super(what + " · " + whatToDo + " · nothing was changed");
    }
}
