package danvan.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One row of a result. A column's value is read by its name; valid only while the row is being read. */
public final class Row {
    private final ResultSet columns;

    Row(ResultSet columns) {
        this.columns = columns;
    }

    /** A text that is never null. */
    public String text(String column) {
        return textIfAny(column).orElseThrow(() -> new StorageException("column " + column + " is null"));
    }

    public Optional<String> textIfAny(String column) {
        try {
            return Optional.ofNullable(columns.getString(column));
        } catch (SQLException e) {
            throw failed(column, e);
        }
    }

    public long number(String column) {
        return numberIfAny(column).orElseThrow(() -> new StorageException("column " + column + " is null"));
    }

    public Optional<Long> numberIfAny(String column) {
        try {
            long value = columns.getLong(column);
            return columns.wasNull() ? Optional.empty() : Optional.of(value);
        } catch (SQLException e) {
            throw failed(column, e);
        }
    }

    public byte[] bytes(String column) {
        try {
            byte @Nullable [] value = columns.getBytes(column);
            if (value == null) {
                throw new StorageException("column " + column + " is null");
            }
            return value;
        } catch (SQLException e) {
            throw failed(column, e);
        }
    }

    public Instant instant(String column) {
        return Instant.ofEpochMilli(number(column));
    }

    public Optional<Instant> instantIfAny(String column) {
        return numberIfAny(column).map(Instant::ofEpochMilli);
    }

    public boolean flag(String column) {
        return number(column) != 0;
    }

    private static StorageException failed(String column, SQLException e) {
        return new StorageException("reading column " + column, e);
    }
}
