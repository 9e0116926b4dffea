/**
 * The rule book: which edits there are and in which order they run. The edits themselves run as SQL in {@code warehouse}.
 */
@NullMarked
package mengshi.validation;

import org.jspecify.annotations.NullMarked;
