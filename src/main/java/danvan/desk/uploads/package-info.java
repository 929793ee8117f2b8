/** Files that the office sends at the desk: workbooks and forms, looked at before they are applied, and documents. */
@org.jspecify.annotations.NullMarked
package danvan.desk.uploads;
