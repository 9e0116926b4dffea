/**
 * Scorecards out of the marts.
 */
@NullMarked
package mengshi.report;

import org.jspecify.annotations.NullMarked;
