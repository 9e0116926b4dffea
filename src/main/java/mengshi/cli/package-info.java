/**
 * The command line: one class per command, tables, JSON, exit codes. The only room with picocli.
 */
@NullMarked
package mengshi.cli;

import org.jspecify.annotations.NullMarked;
