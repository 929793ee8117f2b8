/**
 * Measures and explains how documents are read, for operators and developers. Keeps nothing. May import: {@code imports} and
 * its inner rooms.
 */
@org.jspecify.annotations.NullMarked
package danvan.library.imports.evaluation;
