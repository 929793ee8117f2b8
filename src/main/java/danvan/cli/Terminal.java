package danvan.cli;

/** The terminal the process was started in, if it was. */
final class Terminal {
    private Terminal() {}

    /** Whether a person types. On Java 22 and newer a pipe may pass for one, which costs a prompt and nothing else. */
    @SuppressWarnings("SystemConsoleNull")
    static boolean isTyped() {
        return System.console() != null;
    }
}
