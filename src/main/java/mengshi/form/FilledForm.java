package mengshi.form;

import java.util.Map;
import mengshi.model.Area;
import mengshi.model.Figure;
import mengshi.model.Period;

/**
 * What a form is filled with. All of it may be left out but who sends it for when: that is a blank form.
 *
 * @param frame signers, phone, reporting date and reason for a correction, as text
 * @param figures in base units; printed in the units of the form's lines
 */
public record FilledForm(
        Form form, Area area, Period period, Map<FrameField, String> frame, Map<FormCell, Figure> figures) {
    public FilledForm {
        frame = Map.copyOf(frame);
        figures = Map.copyOf(figures);
    }

    /** A form that nobody has filled in yet. */
    public static FilledForm blank(Form form, Area area, Period period) {
        return new FilledForm(form, area, period, Map.of(), Map.of());
    }
}
