/** What a form's reports come to in a period, with the period's Word file. */
@org.jspecify.annotations.NullMarked
package danvan.desk.figures;
