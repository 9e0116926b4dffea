package mengshi.warehouse;

import org.jspecify.annotations.Nullable;

/** A reader's statement was not carried out: it is not one statement that reads, or the server finds fault with it. */
public final class QueryRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    QueryRefused(String what, String whatToDo, @Nullable Throwable cause) {
        super(what + " · " + whatToDo + " · nothing was changed", cause);
    }
}
