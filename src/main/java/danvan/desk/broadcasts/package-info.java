/** Broadcasts at the desk: written, seen with those whom they reach, sent, followed, stopped and taken back. */
@org.jspecify.annotations.NullMarked
package danvan.desk.broadcasts;
