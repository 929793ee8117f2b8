package danvan.library.imports;

/** A file gives no document. */
public final class UnreadableFile extends Exception {
    private final ImportFailure failure;

    UnreadableFile(ImportFailure failure) {
        super(failure.cause() + " → " + failure.remedy());
        this.failure = failure;
    }

    UnreadableFile(ImportFailure failure, Throwable cause) {
        super(failure.cause() + " → " + failure.remedy(), cause);
        this.failure = failure;
    }

    public ImportFailure failure() {
        return failure;
    }
}
