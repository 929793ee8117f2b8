package danvan.storage.backup;

import java.util.List;
import java.util.Map;

/**
 * What an archive says of itself, in its last entry.
 *
 * @param format the archive's own; a later one is refused
 * @param madeAt when, ISO 8601
 * @param database {@code sqlite} or {@code postgresql}
 * @param entry the archive's entry that holds the database
 * @param bytes the entry's size, unpacked
 * @param sha256 its checksum
 * @param schema the last migration its tables have
 * @param rows how many rows each table has
 * @param keys fingerprints of the keys of personal answers, the one in use first; the keys themselves are elsewhere
 */
public record Manifest(
        int format,
        String madeAt,
        String database,
        String entry,
        long bytes,
        String sha256,
        String schema,
        Map<String, Long> rows,
        List<String> keys) {
    static final int FORMAT = 1;
    static final String ENTRY = "manifest.json";
    static final String SQLITE = "sqlite";
    static final String POSTGRES = "postgresql";

    /** How many rows there are in all. */
    public long rowsInAll() {
        return rows.values().stream().mapToLong(Long::longValue).sum();
    }
}
