package danvan.ask;

import danvan.storage.Database;
import danvan.storage.Tx;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What a member has been asking about for the last ten minutes. */
final class Topics {
    private static final Duration KEPT = Duration.ofMinutes(10);

    private final Database database;
    private final Questions questions;

    Topics(Database database, Questions questions) {
        this.database = database;
        this.questions = questions;
    }

    /**
     * A topic.
     *
     * @param words the question before
     * @param document the document the member chose to go on with
     */
    record Topic(Optional<String> words, Optional<String> document) {
        static Topic of(String words) {
            return new Topic(Optional.of(words), Optional.empty());
        }
    }

    Topic of(long member, Instant now) {
        Optional<String> document = database.read(tx -> tx.one(
                "SELECT document FROM ask_topic WHERE member_id = ? AND chosen_at >= ?",
                row -> row.text("document"),
                member,
                now.minus(KEPT)));
        Optional<String> words =
                questions.latest(member, now.minus(KEPT)).map(Asked::searched).filter(searched -> !searched.isEmpty());
        return new Topic(words, document);
    }

    static void choose(Tx tx, long member, String document, Instant now) {
        tx.update("""
                INSERT INTO ask_topic (member_id, document, chosen_at) VALUES (?, ?, ?)
                ON CONFLICT (member_id) DO UPDATE SET document = excluded.document, chosen_at = excluded.chosen_at
                """, member, document, now);
    }

    static void end(Tx tx, long member) {
        tx.update("DELETE FROM ask_topic WHERE member_id = ?", member);
    }
}
