/** The glossary at the desk: searched, an entry put in, an entry withdrawn. */
@org.jspecify.annotations.NullMarked
package danvan.desk.glossary;
