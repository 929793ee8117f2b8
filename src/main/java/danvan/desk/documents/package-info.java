/** The library's documents at the desk: those that wait, those that are live, and those that were taken out. */
@org.jspecify.annotations.NullMarked
package danvan.desk.documents;
