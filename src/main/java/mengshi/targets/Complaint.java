package mengshi.targets;

import java.util.Comparator;
import java.util.List;

/**
 * Something in which the report and the catalogue do not agree.
 *
 * @param subject what it is about: the id of a numeral, target or result, or the numeral's own text
 * @param place where in the report
 * @param message what is wrong, and where in the seeds
 * @param whatToDo what whoever keeps the catalogue does about it
 */
public record Complaint(Code code, String subject, Place place, String message, String whatToDo) {

    /** In the order of the text; what has no place comes first. */
    static final Comparator<Complaint> IN_ORDER = Comparator.comparingInt(
                    (Complaint complaint) -> complaint.place().offset())
            .thenComparing(Complaint::code)
            .thenComparing(Complaint::subject)
            .thenComparing(Complaint::message);

    /**
     * Where in the report.
     *
     * @param paragraph from 1; 0 for the whole text
     * @param offset in code points from the start; -1 for the whole text
     * @param around the characters there, with a few before and after
     */
    public record Place(int paragraph, int offset, String around) {

        static final Place WHOLE_TEXT = new Place(0, -1, "");
    }

    /** What kind of disagreement. */
    public enum Code {
        /** The seeds say nothing of this year's report. */
        NO_SEEDS,
        /** A row of the seeds cannot be read. */
        ROW_UNREADABLE,
        /** The text is not the one the seeds were made from. */
        TEXT_DIFFERS,
        /** A numeral that no row classifies. */
        UNCLASSIFIED,
        /** A row whose numeral is not in the text. */
        NUMERAL_NOT_IN_TEXT,
        /** A row whose numeral stands elsewhere in the text. */
        OFFSET_DIFFERS,
        PARAGRAPH_DIFFERS,
        DOUBLED_ID,
        DOUBLED_NUMERAL,
        UNKNOWN_CLASS,
        /** A row of a class that must point at a target or result and does not, or must say why and does not. */
        REFERENCE_MISSING,
        UNKNOWN_REFERENCE,
        /** A numeral that does not say the figure it points at, or stands elsewhere. */
        REFERENCE_DIFFERS,
        NOT_AN_IDIOM,
        PHRASE_NOT_IN_TEXT,
        /** A phrase that more than one place of its paragraph says. */
        PHRASE_TWICE,
        SECTION_DIFFERS,
        /** A figure that its own phrase does not say. */
        VALUE_DIFFERS,
        MODALITY_DIFFERS,
        ASPIRATION_DIFFERS,
        UNKNOWN_UNIT,
        UNKNOWN_INDICATOR,
        NO_FORM_LINE,
        BASE_WITHOUT_ACTUAL,
        DOUBLED_TARGET,
        /** A figure that no numeral of the text points at. */
        FIGURE_WITHOUT_NUMERAL
    }

    static List<Complaint> sorted(List<Complaint> complaints) {
        return complaints.stream().distinct().sorted(IN_ORDER).toList();
    }
}
