/**
 * Synthetic submissions, with deliberate defects, for trying the whole way without a league's data.
 */
@NullMarked
package mengshi.sample;

import org.jspecify.annotations.NullMarked;
