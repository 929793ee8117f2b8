package danvan.desk.page;

import danvan.storage.Database;
import danvan.storage.Json;
import danvan.storage.StorageException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What members have chosen at the desk and find again, on whichever PC. Safe for use by several threads. */
public final class Choices {
    private final Database database;

    public Choices(Database database) {
        this.database = database;
    }

    /** A list of words; empty where nothing was chosen yet. */
    public Optional<List<String>> of(long member, String name) {
        return database.read(tx -> tx.one(
                        "SELECT value FROM desk_choice WHERE member_id = ? AND name = ?",
                        row -> row.text("value"),
                        member,
                        name))
                .flatMap(Choices::list);
    }

    public void put(long member, String name, List<String> words) {
        database.change(tx -> tx.update("""
                INSERT INTO desk_choice (member_id, name, value) VALUES (?, ?, ?)
                ON CONFLICT (member_id, name) DO UPDATE SET value = excluded.value
                """, member, name, Json.write(words)));
    }

    private static Optional<List<String>> list(String json) {
        try {
            return Optional.of(Arrays.asList(Json.read(json, String[].class)));
        } catch (StorageException e) {
            // Of a later version of the bot, say: as if nothing was chosen.
            return Optional.empty();
        }
    }
}
