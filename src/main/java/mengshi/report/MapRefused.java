package mengshi.report;

/** A map that cannot be drawn: what is wrong with the file or its approval number, and what to do. */
public final class MapRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String whatToDo;

    MapRefused(String what, String whatToDo) {
        super(what);
        this.whatToDo = whatToDo;
    }

    public String whatToDo() {
        return whatToDo;
    }
}
