/**
 * Reads the knowledge base that an installation starts with: documents, forms, programmes, units, glossary.
 * {@link danvan.knowledge.Knowledge} is the way in.
 *
 * <p>It may import the rooms whose files it reads.
 */
@org.jspecify.annotations.NullMarked
package danvan.knowledge;
