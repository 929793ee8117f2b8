/** The reports at the desk: the table with its filters, many at once, and one report with everything about it. */
@org.jspecify.annotations.NullMarked
package danvan.desk.reports;
