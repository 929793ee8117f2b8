package danvan.report.store;

import danvan.storage.Database;
import danvan.storage.Tx;
import java.time.Instant;
import java.util.List;

/** Every change of a report and every word about it. Nothing is ever taken out while the report is kept. */
public final class ReportHistory {
    /** What happened. */
    public enum Kind {
        SUBMITTED,
        IN_REVIEW,
        RESOLVED,
        RETURNED,
        EDITED,
        WITHDRAWN,
        ASSIGNED,
        REPLY
    }

    /**
     * An entry.
     *
     * @param member who did it
     * @param words what was said; for {@link Kind#ASSIGNED} the number of the member it was given to
     */
    public record Event(Instant at, long member, Kind kind, String words) {}

    private final Database database;

    public ReportHistory(Database database) {
        this.database = database;
    }

    public static void add(Tx tx, long report, Event event) {
        tx.update(
                "INSERT INTO report_event (report_id, at, member_id, kind, words) VALUES (?, ?, ?, ?, ?)",
                report,
                event.at(),
                event.member(),
                event.kind(),
                event.words());
    }

    static void remove(Tx tx, long report) {
        tx.update("DELETE FROM report_event WHERE report_id = ?", report);
    }

    /** The number of the last thing that happened to any report: it grows whenever one comes in or changes. */
    public long last() {
        return database.read(tx -> tx.count("SELECT COALESCE(MAX(id), 0) AS n FROM report_event"));
    }

    /** From the first to the last. */
    public List<Event> of(long report) {
        return database.read(tx -> tx.list(
                "SELECT at, member_id, kind, words FROM report_event WHERE report_id = ? ORDER BY id",
                row -> new Event(
                        row.instant("at"), row.number("member_id"), Kind.valueOf(row.text("kind")), row.text("words")),
                report));
    }
}
