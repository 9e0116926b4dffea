package mengshi.sample;

import mengshi.model.Severity;
import org.jspecify.annotations.Nullable;

/**
 * Something done wrong on purpose, and the finding that must come of it.
 *
 * @param name names the defect, for example {@code text-for-number}
 * @param file the file that has it
 * @param expectedCode the finding's code, of reading or of an edit
 * @param sheet where the finding must stand; null for the whole file
 * @param cell where the finding must stand, for example D17; null for the whole sheet
 * @param what was done, in Chinese
 */
public record Defect(
        String name,
        String file,
        String expectedCode,
        Severity severity,
        @Nullable String sheet,
        @Nullable String cell,
        String what) {}
