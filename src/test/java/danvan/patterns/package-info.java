/** Every pattern of the production code, held against long runs of the letters it names. */
@NullMarked
package danvan.patterns;

import org.jspecify.annotations.NullMarked;
