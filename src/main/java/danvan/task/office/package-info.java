/** The tasks of the year for the pages of the desk: the calendar, who has done what, and who asks for more time. */
@org.jspecify.annotations.NullMarked
package danvan.task.office;
