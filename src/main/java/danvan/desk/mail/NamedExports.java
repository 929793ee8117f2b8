package danvan.desk.mail;

import danvan.storage.Database;
import danvan.storage.Row;
import java.util.List;
import java.util.Optional;

/** Files that members order again and again: a filter and a shape under a name. Safe for use by several threads. */
public final class NamedExports {
    /** Of one member. */
    public static final int MOST = 30;

    public static final int LONGEST_NAME = 60;

    /**
     * A file that is ordered again and again.
     *
     * @param filter of the table of reports, as its address writes it
     * @param shape the name of an export's shape
     */
    public record Named(long id, String name, String filter, String shape) {}

    private final Database database;

    public NamedExports(Database database) {
        this.database = database;
    }

    /** A member's, by name. */
    public List<Named> of(long member) {
        return database.read(tx ->
                tx.list("SELECT * FROM desk_export WHERE member_id = ? ORDER BY name, id", NamedExports::read, member));
    }

    public Optional<Named> find(long member, String id) {
        return id.matches("[0-9]{1,18}")
                ? database.read(tx -> tx.one(
                        "SELECT * FROM desk_export WHERE member_id = ? AND id = ?",
                        NamedExports::read,
                        member,
                        Long.parseLong(id)))
                : Optional.empty();
    }

    /** Remembers one, in the place of another of the same name; false where the member has too many. */
    public boolean put(long member, String name, String filter, String shape) {
        return database.write(tx -> {
            boolean known =
                    tx.count("SELECT COUNT(*) AS n FROM desk_export WHERE member_id = ? AND name = ?", member, name)
                            > 0;
            if (!known && tx.count("SELECT COUNT(*) AS n FROM desk_export WHERE member_id = ?", member) >= MOST) {
                return false;
            }
            tx.update("""
                    INSERT INTO desk_export (member_id, name, filter, shape) VALUES (?, ?, ?, ?)
                    ON CONFLICT (member_id, name) DO UPDATE SET filter = excluded.filter, shape = excluded.shape
                    """, member, name, filter, shape);
            return true;
        });
    }

    public void drop(long member, long id) {
        database.change(tx -> tx.update("DELETE FROM desk_export WHERE member_id = ? AND id = ?", member, id));
    }

    private static Named read(Row row) {
        return new Named(row.number("id"), row.text("name"), row.text("filter"), row.text("shape"));
    }
}
