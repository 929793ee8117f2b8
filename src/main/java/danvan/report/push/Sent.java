package danvan.report.push;

/** What came of handing a report on. */
sealed interface Sent {
    /** The server has it. */
    record There() implements Sent {}

    /** The server will never take it. */
    record Refused(String reason) implements Sent {}

    /** Another time. */
    record Later(String reason) implements Sent {}
}
