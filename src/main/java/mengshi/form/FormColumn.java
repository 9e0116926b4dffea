package mengshi.form;

import java.util.List;
import mengshi.model.Measure;
import org.jspecify.annotations.Nullable;

/**
 * A column of a form, found by its header words wherever it stands.
 *
 * @param number the place it is printed at, from 1
 * @param measure what its values are; null unless the role is {@code VALUE}
 * @param unit the unit of its values where that is not the line's, for example %; else null
 */
public record FormColumn(
        int number,
        Role role,
        String label,
        List<String> aliases,
        @Nullable Measure measure,
        @Nullable String unit) {

    /** What a column holds. */
    public enum Role {
        LABEL,
        CODE,
        UNIT,
        VALUE,
        NOTE,
        /** Whose figures a row holds; of crosstabs only. */
        AREA,
        /** For when a row holds figures, or a part of it such as the year; of crosstabs only. */
        PERIOD
    }

    public FormColumn {
        aliases = List.copyOf(aliases);
        if ((role == Role.VALUE) != (measure != null)) {
            throw new IllegalStateException("seeds/form_column.csv: the column " + label + " has role " + role
                    + " and measure " + measure + "; columns with role value have a measure, others none.");
        }
    }
}
