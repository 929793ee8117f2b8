package danvan.report.store;

import danvan.chat.Address;
import danvan.storage.Database;
import danvan.storage.Tx;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Which typed message answered which question. Kept for as long as a message can be edited, and no words with it. */
public final class AnswerMessages {
    /** Telegram lets people edit for two days; a day more for clocks and for who was away. */
    private static final Duration KEPT = Duration.ofDays(3);

    private final Database database;

    public AnswerMessages(Database database) {
        this.database = database;
    }

    /** The question of a draft that a message answered. */
    public record Place(String draft, String ref) {}

    public Optional<Place> by(Address chat, String message) {
        return database.read(tx -> tx.one(
                "SELECT draft_id, ref FROM report_said WHERE channel = ? AND chat = ? AND message = ?",
                row -> new Place(row.text("draft_id"), row.text("ref")),
                chat.channel(),
                chat.chat(),
                message));
    }

    /** From now on the message is the question's answer, and none before it is. */
    public static void put(Tx tx, Address chat, String message, String draft, String ref, Instant now) {
        forget(tx, draft, ref);
        tx.update("""
                INSERT INTO report_said (channel, chat, message, draft_id, ref, said_at) VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (channel, chat, message) DO UPDATE SET
                    draft_id = excluded.draft_id, ref = excluded.ref, said_at = excluded.said_at
                """, chat.channel(), chat.chat(), message, draft, ref, now);
    }

    /** The question is answered otherwise. */
    public static void forget(Tx tx, String draft, String ref) {
        tx.update("DELETE FROM report_said WHERE draft_id = ? AND ref = ?", draft, ref);
    }

    /** The draft's questions are not where they were. */
    public static void forget(Tx tx, String draft) {
        tx.update("DELETE FROM report_said WHERE draft_id = ?", draft);
    }

    public int expire(Instant now) {
        return database.write(tx -> tx.update("DELETE FROM report_said WHERE said_at < ?", now.minus(KEPT)));
    }
}
