/**
 * What goes back to a submitter: the annotated workbook and the receipt. Is handed what it says and sees nothing else,
 * least of all targets. Comes after {@code publish}.
 */
@NullMarked
package mengshi.feedback;

import org.jspecify.annotations.NullMarked;
