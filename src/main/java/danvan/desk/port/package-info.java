/**
 * What the desk wants of the features: interfaces, and the records they answer with. A feature implements them in its own
 * room, {@code App} hands them over. Who may see what is decided there, not by the pages.
 */
@org.jspecify.annotations.NullMarked
package danvan.desk.port;
