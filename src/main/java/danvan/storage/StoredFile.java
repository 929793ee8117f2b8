package danvan.storage;

import java.time.Instant;
import java.util.Optional;

/**
 * A file in the store.
 *
 * @param id its name there
 * @param sha256 of its content, in hexadecimal
 * @param keepUntil the night after it deletes the file; empty: its owner does
 */
public record StoredFile(String id, String sha256, long bytes, Optional<Instant> keepUntil) {}
