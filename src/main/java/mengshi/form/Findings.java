package mengshi.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mengshi.model.Finding;
import mengshi.model.FindingCode;
import mengshi.model.Place;
import mengshi.model.Subject;

/** The findings of one reading, collected in one pass. */
final class Findings {

    private final List<Finding> list = new ArrayList<>();

    void add(FindingCode code, Place place, Subject subject, Map<String, String> arguments) {
        list.add(new Finding(code, place, subject, arguments));
    }

    List<Finding> list() {
        return List.copyOf(list);
    }
}
