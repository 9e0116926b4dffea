package mengshi.model;

import org.jspecify.annotations.Nullable;

/**
 * What a finding is about within its submission. Together with form, area and period it makes the finding's id, which
 * stays the same when a corrected workbook moves the cell.
 *
 * @param line a form's line code, or the name of a sheet or field for structural findings; null for the whole file
 */
public record Subject(
        @Nullable String line,
        @Nullable String indicator,
        @Nullable Measure measure) {

    /** The submission as a whole. */
    public static final Subject WHOLE = new Subject(null, null, null);

    public static Subject line(String line) {
        return new Subject(line, null, null);
    }
}
