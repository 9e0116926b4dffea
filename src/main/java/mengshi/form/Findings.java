package mengshi.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import mengshi.model.Finding;
import mengshi.model.FindingCode;
import mengshi.model.Place;
import mengshi.model.Subject;

/** The findings of one reading: collected in one pass, or passed on one by one where there may be very many. */
final class Findings {

    private final List<Finding> list = new ArrayList<>();
    private final Consumer<Finding> taker;

    Findings() {
        this.taker = list::add;
    }

    /** @param taker takes each finding at once; {@link #list} stays empty */
    Findings(Consumer<Finding> taker) {
        this.taker = taker;
    }

    void add(FindingCode code, Place place, Subject subject, Map<String, String> arguments) {
        taker.accept(new Finding(code, place, subject, arguments));
    }

    List<Finding> list() {
        return List.copyOf(list);
    }
}
