/**
 * The database itself: the embedded server, the logins and pools, the run lock, the migrations.
 */
@NullMarked
package mengshi.database;

import org.jspecify.annotations.NullMarked;
