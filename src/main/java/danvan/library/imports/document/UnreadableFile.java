package danvan.library.imports.document;

/** A file gives no document. */
public final class UnreadableFile extends Exception {
    private final ImportFailure failure;

    public UnreadableFile(ImportFailure failure) {
        super(failure.cause() + " → " + failure.remedy());
        this.failure = failure;
    }

    public UnreadableFile(ImportFailure failure, Throwable cause) {
        super(failure.cause() + detail(failure, cause) + " → " + failure.remedy(), cause);
        this.failure = failure;
    }

    /** Of a process that does not start nothing else is known than what it said. */
    private static String detail(ImportFailure failure, Throwable cause) {
        return failure == ImportFailure.NO_READER ? " (" + cause.getMessage() + ")" : "";
    }

    public ImportFailure failure() {
        return failure;
    }
}
