/**
 * PDF by its printed lines: notes, tables, signatures, scans. PDFBox stays in this room. May import: {@code document}.
 */
@org.jspecify.annotations.NullMarked
package danvan.library.imports.pdf;
