package danvan.storage;

import org.jspecify.annotations.Nullable;

/**
 * The database is away for the moment: its disk is full, its server does not answer. It is no fault of what was being
 * done, which can be done later. The database has told the operator, once, so whoever tries again need not.
 */
public final class DatabaseAway extends StorageException {
    private static final long serialVersionUID = 1;

    DatabaseAway(String message, Throwable cause) {
        super(message, cause);
    }

    /** Whether a failure comes of it. */
    public static boolean causes(@Nullable Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof DatabaseAway) {
                return true;
            }
        }
        return false;
    }
}
