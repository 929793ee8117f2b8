/** The office's questions at the desk: what waits for a reply, one question, and the answers that are kept for others. */
@org.jspecify.annotations.NullMarked
package danvan.desk.questions;
