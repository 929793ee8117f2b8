/**
 * From blocks to passages: {@link danvan.library.imports.structure.Structure} cuts a document along its own parts,
 * chapters, articles and clauses; tables are told row by row. Every letter stands in one passage or is furniture. May
 * import: {@code document}.
 */
@org.jspecify.annotations.NullMarked
package danvan.library.imports.structure;
