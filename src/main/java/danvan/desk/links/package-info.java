/**
 * Live links: a form's reports at an address that Excel and Power BI read, as CSV and as OData. Never personal answers, never
 * who sent a report.
 */
@org.jspecify.annotations.NullMarked
package danvan.desk.links;
