/**
 * The settings, the run ledger and what operators ask of it.
 */
@NullMarked
package mengshi.operations;

import org.jspecify.annotations.NullMarked;
