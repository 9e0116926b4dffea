/**
 * Reference data: the CSV files of {@code seeds/}, from the jar or from the folder that overrides it.
 */
@NullMarked
package mengshi.seeds;

import org.jspecify.annotations.NullMarked;
