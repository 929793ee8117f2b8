package danvan.report.push;

import java.util.List;

/** What came of handing a report on. */
sealed interface PushResult {
    /**
     * The server has it.
     *
     * @param leftOut files that it does not take because of their size, each with its reason
     */
    record There(List<String> leftOut) implements PushResult {
        public There {
            leftOut = List.copyOf(leftOut);
        }
    }

    /** The server will never take it. */
    record Refused(String reason) implements PushResult {}

    /** Another time. */
    record Later(String reason) implements PushResult {}
}
