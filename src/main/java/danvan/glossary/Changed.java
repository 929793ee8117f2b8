package danvan.glossary;

import danvan.storage.Database;
import danvan.storage.Tx;
import danvan.workbook.ReviewedUpload;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the office changed in the glossary, in the database, entry by entry. */
public final class Changed {
    /** How many changes came by no file, among the settings. */
    private static final String COUNTED = "glossary.entries";

    private final Database database;

    public Changed(Database database) {
        this.database = database;
    }

    /** An entry's change as it is kept; the entry as YAML. */
    record Kept(
            Entry.Kind kind,
            String name,
            @Nullable String before,
            @Nullable String after) {
        static Kept of(Book.Change change) {
            return new Kept(change.key().kind(), change.key().name(), text(change.before()), text(change.after()));
        }

        private static @Nullable String text(Optional<Entry> entry) {
            return entry.map(known -> GlossaryFile.write(new Book(Map.of(known.key(), known))))
                    .orElse(null);
        }

        Book.Change change() {
            return new Book.Change(new Entry.Key(kind, name), entry(before), entry(after));
        }

        private static Optional<Entry> entry(@Nullable String text) {
            return Optional.ofNullable(text)
                    .flatMap(yaml -> GlossaryFile.read(yaml).book().entries().values().stream()
                            .findFirst());
        }
    }

    /** How often the office put changes live; another number means that there is something new. */
    public long count() {
        return database.read(tx -> ReviewedUpload.applied(tx, GlossaryUpload.NAME)
                + tx.one("SELECT value FROM setting WHERE name = ?", row -> Long.parseLong(row.text("value")), COUNTED)
                        .orElse(0L));
    }

    /** Counts a change that came by no file. */
    static void counted(Tx tx) {
        long before = tx.one(
                        "SELECT value FROM setting WHERE name = ?", row -> Long.parseLong(row.text("value")), COUNTED)
                .orElse(0L);
        tx.update(
                "INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                COUNTED,
                Long.toString(before + 1));
    }

    /** What stands over the file, in the order it was first said. */
    public List<Book.Change> standing() {
        return database.read(Changed::standing);
    }

    static List<Book.Change> standing(Tx tx) {
        Map<Entry.Key, Book.Change> latest = new LinkedHashMap<>();
        tx.list(
                        "SELECT kind, name, entry FROM glossary_entry ORDER BY changed_at, kind, name",
                        row -> new Kept(
                                        Entry.Kind.valueOf(row.text("kind")),
                                        row.text("name"),
                                        null,
                                        row.text("entry").isEmpty() ? null : row.text("entry"))
                                .change())
                .forEach(change -> latest.put(change.key(), change));
        return new ArrayList<>(latest.values());
    }

    static void put(Tx tx, List<Book.Change> changes, long by, Instant now) {
        for (Book.Change change : changes) {
            Kept kept = Kept.of(change);
            tx.update("""
                    INSERT INTO glossary_entry (kind, name, entry, changed_by, changed_at) VALUES (?, ?, ?, ?, ?)
                    ON CONFLICT (kind, name) DO UPDATE SET
                    entry = excluded.entry, changed_by = excluded.changed_by, changed_at = excluded.changed_at
                    """, kept.kind().name(), kept.name(), kept.after() == null ? "" : kept.after(), by, now);
        }
    }
}
