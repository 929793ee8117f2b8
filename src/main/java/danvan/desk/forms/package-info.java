/** The report forms at the desk: listed, looked at question by question, tried without being stored, and fetched. */
@org.jspecify.annotations.NullMarked
package danvan.desk.forms;
