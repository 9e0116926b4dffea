/**
 * The only room besides {@code database} with SQL: registers submissions, copies observations, runs edits, publishes facts, judges targets, answers queries.
 */
@NullMarked
package mengshi.warehouse;

import org.jspecify.annotations.NullMarked;
