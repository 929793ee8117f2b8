/**
 * Reads the folder of the knowledge base: Markdown documents, {@code glossary.yml}, {@code gaps.yml}, {@code everyday.yml}. The way in is
 * {@link danvan.library.source.KnowledgeBase}; what cannot be read is reported with its line and left out.
 */
@org.jspecify.annotations.NullMarked
package danvan.library.source;
