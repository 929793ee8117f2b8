/**
 * {@link danvan.Main}, where the process begins, and the wiring ({@link danvan.App}), to be read top to bottom. Imports
 * everything; of the rooms only {@code cli} imports it.
 */
@org.jspecify.annotations.NullMarked
package danvan;
