/**
 * The only room with Spring Batch: one class per file in {@code jobs/}, wiring only.
 */
@NullMarked
package mengshi.jobs;

import org.jspecify.annotations.NullMarked;
