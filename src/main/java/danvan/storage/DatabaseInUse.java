package danvan.storage;

/** The SQLite file belongs to another process, which is at work on it. */
public final class DatabaseInUse extends StorageException {
    public DatabaseInUse(String message) {
        super(message);
    }
}
