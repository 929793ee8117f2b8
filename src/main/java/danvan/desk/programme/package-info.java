/** The year's tasks at the desk: a calendar, a list, each deadline with its people, and the extensions that are asked for. */
@org.jspecify.annotations.NullMarked
package danvan.desk.programme;
