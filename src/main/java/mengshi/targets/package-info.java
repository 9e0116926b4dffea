/**
 * The targets of the Government Work Report: the catalogue, the verdicts and their bands. Nothing that answers a submitter may see this room.
 */
@NullMarked
package mengshi.targets;

import org.jspecify.annotations.NullMarked;
