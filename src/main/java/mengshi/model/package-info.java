/**
 * The words that cross stages: area, period, measure, observation, place, finding. Depends on the JDK only.
 */
@NullMarked
package mengshi.model;

import org.jspecify.annotations.NullMarked;
