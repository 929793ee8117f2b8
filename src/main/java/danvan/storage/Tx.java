package danvan.storage;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/**
 * An open transaction. Arguments stand for the statement's question marks, in order: texts, numbers, booleans (stored
 * as 0 and 1), instants (stored as milliseconds), enum constants (stored by name), empty optionals and nulls.
 *
 * <p>Belongs to the thread that got it and ends with the {@code read} or {@code write} it came from.
 */
public final class Tx {
    private final Handle handle;

    Tx(Handle handle) {
        this.handle = handle;
    }

    /** Changes rows and says how many. */
    public int update(String sql, @Nullable Object... arguments) {
        try {
            return handle.execute(sql, stored(arguments));
        } catch (JdbiException e) {
            throw new StorageException("running: " + sql, e);
        }
    }

    /** Adds one row by a statement that ends in {@code RETURNING id}; empty where a conflict clause kept it out. */
    public Optional<Long> insert(String sql, @Nullable Object... arguments) {
        return one(sql, row -> row.number("id"), arguments);
    }

    public <T> List<T> list(String sql, Function<Row, T> read, @Nullable Object... arguments) {
        try {
            return handle.select(sql, stored(arguments))
                    .map((columns, context) -> read.apply(new Row(columns)))
                    .list();
        } catch (JdbiException e) {
            throw new StorageException("running: " + sql, e);
        }
    }

    /** The first row, if there is one. */
    public <T> Optional<T> one(String sql, Function<Row, T> read, @Nullable Object... arguments) {
        return list(sql, read, arguments).stream().findFirst();
    }

    /** The number in the first row's column {@code n}; 0 where there is none. */
    public long count(String sql, @Nullable Object... arguments) {
        return one(sql, row -> row.number("n"), arguments).orElse(0L);
    }

    private static @Nullable Object[] stored(@Nullable Object[] arguments) {
        @Nullable Object[] stored = new Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            stored[i] = stored(arguments[i]);
        }
        return stored;
    }

    private static @Nullable Object stored(@Nullable Object argument) {
        if (argument instanceof Optional<?> optional) {
            return optional.isPresent() ? stored(optional.get()) : null;
        }
        if (argument instanceof Instant instant) {
            return instant.toEpochMilli();
        }
        if (argument instanceof Boolean flag) {
            return flag ? 1 : 0;
        }
        return argument instanceof Enum<?> constant ? constant.name() : argument;
    }
}
