package danvan.desk.audit;

import danvan.storage.Database;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Who did what and when, to be read. Entries are never changed. Safe for use by several threads. */
public final class AuditLedger {
    /**
     * An entry.
     *
     * @param actor what the member is called; empty where the bot did it by itself
     * @param action one of {@link #actions}
     */
    public record Entry(long id, Instant at, String actor, String action, String detail) {}

    /** Somebody who did something. */
    public record Actor(long id, String name) {}

    /**
     * Which entries; what is empty does not count.
     *
     * @param words that stand in the detail
     */
    public record Wanted(
            Optional<Long> actor,
            Optional<String> action,
            Optional<Instant> from,
            Optional<Instant> to,
            Optional<String> words) {}

    private final Database database;

    public AuditLedger(Database database) {
        this.database = database;
    }

    /** Everything that was ever done, by name. */
    public List<String> actions() {
        return database.read(
                tx -> tx.list("SELECT DISTINCT action FROM audit ORDER BY action", row -> row.text("action")));
    }

    /** Everybody who ever did something, by name. */
    public List<Actor> actors() {
        return database.read(tx -> tx.list(
                "SELECT m.id, m.name FROM member m WHERE EXISTS (SELECT 1 FROM audit a WHERE a.actor = m.id)"
                        + " ORDER BY m.name, m.id",
                row -> new Actor(row.number("id"), row.text("name"))));
    }

    /** When something was done last whose detail begins so. */
    public Optional<Instant> last(String action, String detail) {
        return database.read(tx -> tx.one(
                "SELECT at FROM audit WHERE action = ? AND SUBSTR(detail, 1, ?) = ? ORDER BY id DESC LIMIT 1",
                row -> row.instant("at"),
                action,
                detail.length(),
                detail));
    }

    public long count(Wanted wanted) {
        List<Object> arguments = new ArrayList<>();
        String where = where(wanted, arguments);
        return database.read(tx -> tx.count("SELECT COUNT(*) AS n FROM audit a" + where, arguments.toArray()));
    }

    /** Some of the entries, the latest first. */
    public List<Entry> entries(Wanted wanted, int most, long from) {
        List<Object> arguments = new ArrayList<>();
        String where = where(wanted, arguments);
        arguments.add(most);
        arguments.add(from);
        return database.read(tx -> tx.list(
                "SELECT a.id, a.at, a.action, a.detail, m.name FROM audit a LEFT JOIN member m ON m.id = a.actor"
                        + where + " ORDER BY a.id DESC LIMIT ? OFFSET ?",
                row -> new Entry(
                        row.number("id"),
                        row.instant("at"),
                        row.textIfAny("name").orElse(""),
                        row.text("action"),
                        row.text("detail")),
                arguments.toArray()));
    }

    private static String where(Wanted wanted, List<Object> arguments) {
        StringBuilder where = new StringBuilder(" WHERE 1 = 1");
        wanted.actor().ifPresent(member -> {
            where.append(" AND a.actor = ?");
            arguments.add(member);
        });
        wanted.action().ifPresent(action -> {
            where.append(" AND a.action = ?");
            arguments.add(action);
        });
        wanted.from().ifPresent(moment -> {
            where.append(" AND a.at >= ?");
            arguments.add(moment);
        });
        wanted.to().ifPresent(moment -> {
            where.append(" AND a.at < ?");
            arguments.add(moment);
        });
        wanted.words().ifPresent(words -> {
            where.append(" AND LOWER(a.detail) LIKE ? ESCAPE '!'");
            arguments.add("%"
                    + words.toLowerCase(Locale.ROOT)
                            .replace("!", "!!")
                            .replace("%", "!%")
                            .replace("_", "!_")
                    + "%");
        });
        return where.toString();
    }
}
