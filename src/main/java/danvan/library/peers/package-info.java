/**
 * What others would use in the search's place, for the benchmark alone: nothing the bot answers with. Each ranks the
 * passages of a collection as it does out of the box.
 */
@NullMarked
package danvan.library.peers;

import org.jspecify.annotations.NullMarked;
