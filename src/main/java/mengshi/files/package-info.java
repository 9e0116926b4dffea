/**
 * The one durable door for every file written outside the database. Depends on the JDK only.
 */
@NullMarked
package mengshi.files;

import org.jspecify.annotations.NullMarked;
