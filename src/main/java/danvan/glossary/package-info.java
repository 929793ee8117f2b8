/**
 * The glossary as the office keeps it: {@link danvan.glossary.GlossaryDesk} gives it as a workbook and takes it back,
 * {@link danvan.glossary.Book} is its entries, {@link danvan.glossary.Changed} what the office changed, kept in the
 * database. fastexcel and YAML are at home here; how it is searched by is the library's.
 *
 * <p>Imports {@code chat}, {@code conversation}, {@code storage} and {@code workbook}.
 */
@org.jspecify.annotations.NullMarked
package danvan.glossary;
