package mengshi.form;

import java.util.Map;
import mengshi.model.Finding;
import mengshi.model.FindingCode;
import mengshi.model.Place;
import mengshi.model.Subject;

/** Why a workbook cannot be taken as a submission; ends its reading and becomes {@code Reading.Refused}. */
final class Refusal extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Finding finding;

    Refusal(FindingCode code, Place place, Subject subject, Map<String, String> arguments) {
        super(code + " at " + place.describe());
        this.finding = new Finding(code, place, subject, arguments);
    }

    Finding finding() {
        return finding;
    }
}
