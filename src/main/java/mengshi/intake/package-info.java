/**
 * A file arrives: it is fingerprinted, weighed, told by its content what it is, and kept unchanged in the store. The first stage; {@code workbook} comes next.
 */
@NullMarked
package mengshi.intake;

import org.jspecify.annotations.NullMarked;
