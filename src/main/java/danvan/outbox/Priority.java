package danvan.outbox;

/** Whose turn it is when messages wait. */
public enum Priority {
    /** Somebody looks at the phone and waits. */
    REPLY,
    /** Somebody is to be told in time. */
    REMINDER,
    /** Many are told something. */
    BROADCAST
}
