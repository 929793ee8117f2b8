/**
 * The command line ({@link danvan.Main}) and the wiring ({@link danvan.App}), to be read top to bottom. Imports
 * everything; nothing imports it.
 */
@org.jspecify.annotations.NullMarked
package danvan;
