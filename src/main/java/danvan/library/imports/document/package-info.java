/**
 * What a document is, whatever file it came in: its text as {@linkplain danvan.library.imports.document.Block blocks}, what
 * was left out of it, and {@linkplain danvan.library.imports.document.DocumentMetadata what it says of itself}. Knows no
 * other room.
 */
@org.jspecify.annotations.NullMarked
package danvan.library.imports.document;
