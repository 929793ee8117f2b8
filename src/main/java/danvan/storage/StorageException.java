package danvan.storage;

/** The database cannot be opened, or refused a statement. The message says what was attempted. */
public final class StorageException extends RuntimeException {
    public StorageException(String message, Throwable cause) {
        super(message, cause);
    }

    public StorageException(String message) {
        super(message);
    }
}
