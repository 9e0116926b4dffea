package mengshi.files;

import java.util.function.Consumer;

/** Lets tests of other rooms hear of the points at which power may fail. */
public final class Failpoints {

    private Failpoints() {}

    /** What {@code whom} throws is thrown where the point is passed. */
    public static void tell(Consumer<String> whom) {
        Failpoint.tell(whom);
    }
}
