package danvan.storage;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteException;

/**
 * Tells a database that is away from a statement that is wrong, and tells the operator: one line in a minute, however
 * many are kept waiting. Safe for use by several threads.
 */
final class Outage {
    private static final Logger LOG = LoggerFactory.getLogger(Database.class);
    private static final long SILENCE = Duration.ofMinutes(1).toNanos();

    private final AtomicLong toldAt = new AtomicLong(System.nanoTime() - SILENCE);

    /** The failure as it is to be thrown on. */
    RuntimeException of(RuntimeException failure) {
        Optional<String> reason = DatabaseAway.causes(failure) ? Optional.empty() : reason(failure);
        if (reason.isEmpty()) {
            return failure;
        }
        String words = reason.get() + ". Pending work is kept and continues automatically";
        long before = toldAt.get();
        if (System.nanoTime() - before >= SILENCE && toldAt.compareAndSet(before, System.nanoTime())) {
            LOG.error("the database: {}", words);
        }
        return new DatabaseAway(words, failure);
    }

    private static Optional<String> reason(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            Optional<String> reason = cause instanceof SQLiteException sqlite
                    ? ofFile(sqlite)
                    : cause instanceof SQLException sql ? ofServer(sql) : Optional.empty();
            if (reason.isPresent()) {
                return reason;
            }
        }
        return Optional.empty();
    }

    /** See "Result and Error Codes" of SQLite; the lowest eight bits are the kind. */
    private static Optional<String> ofFile(SQLiteException failure) {
        return switch (failure.getResultCode().code & 0xff) {
            case 13 -> Optional.of("the disk that holds it is full; make room on it");
            case 8, 10, 14 ->
                Optional.of("its file cannot be used (" + failure.getResultCode()
                        + "); look after the disk, and whether this account may write to the file and its folder");
            case 5, 6 -> Optional.of("another program keeps it locked; end that program");
            default -> Optional.empty();
        };
    }

    /** See "PostgreSQL Error Codes": 08 connection, 53 resources, 57P being shut down or started; 25006 read only. */
    private static Optional<String> ofServer(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        boolean away = state.startsWith("08")
                || state.startsWith("53")
                || state.startsWith("57P")
                || state.equals("25006")
                || failure instanceof java.sql.SQLTransientConnectionException;
        return away
                ? Optional.of("its server does not serve ("
                        + Optional.ofNullable(failure.getMessage())
                                .flatMap(words -> words.lines().findFirst())
                                .orElse(state)
                        + "); start it, or look after it and the network")
                : Optional.empty();
    }
}
