package danvan.ask;

import danvan.chat.Address;
import danvan.storage.Conflict;
import danvan.storage.Database;
import danvan.storage.Json;
import danvan.storage.Row;
import danvan.storage.Tx;
import danvan.text.Language;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The questions that were asked. Safe for use by several threads. */
final class Questions {
    private final Database database;

    Questions(Database database) {
        this.database = database;
    }

    /** The list of what was shown, as it is stored. */
    private record Shown(List<Asked.Ref> refs) {}

    /** The number of the member's next question. */
    long next(long member) {
        return database.read(tx ->
                        tx.count("SELECT COALESCE(MAX(number), 0) AS n FROM question WHERE member_id = ?", member))
                + 1;
    }

    Optional<Asked> find(long member, long number) {
        return database.read(tx ->
                tx.one("SELECT * FROM question WHERE member_id = ? AND number = ?", Questions::asked, member, number));
    }

    /** The member's latest question, if it was asked since then. */
    Optional<Asked> latest(long member, Instant since) {
        return database.read(tx -> tx.one(
                "SELECT * FROM question WHERE member_id = ? AND asked_at >= ? ORDER BY number DESC LIMIT 1",
                Questions::asked,
                member,
                since));
    }

    /**
     * What the office should look at: handed over and not replied to, whenever; since then not answered, or answered to
     * no use. Oldest first.
     */
    static List<Asked> unanswered(Tx tx, Instant since) {
        return tx.list("""
                        SELECT * FROM question WHERE words <> '' AND replied_at IS NULL
                        AND (handed_at IS NOT NULL
                            OR (dismissed_at IS NULL AND asked_at >= ? AND (outcome = ? OR useful = 0)))
                        ORDER BY asked_at, member_id, number
                        """, Questions::asked, since, Asked.Outcome.NOT_FOUND);
    }

    /** Takes one off the office's list; false where somebody handed it over, replied to it or took it off meanwhile. */
    static boolean dismiss(Tx tx, Asked asked, long by, Instant now) {
        return tx.update("""
                UPDATE question SET dismissed_at = ?, dismissed_by = ? WHERE member_id = ? AND number = ?
                AND dismissed_at IS NULL AND handed_at IS NULL AND replied_at IS NULL
                """, now, by, asked.member(), asked.number()) == 1;
    }

    /** How many answers and learned words wait to be approved. */
    long toApprove() {
        return database.read(tx -> CuratedAnswers.countWaiting(tx) + LearnedWords.countWaiting(tx));
    }

    /** How many were handed over and not replied to. */
    long waiting() {
        return database.read(tx -> tx.count("SELECT COUNT(*) AS n FROM question"
                + " WHERE handed_at IS NOT NULL AND replied_at IS NULL AND words <> ''"));
    }

    static void add(Tx tx, Asked asked) {
        int added = tx.update(
                """
                INSERT INTO question (member_id, number, asked_at, language, asked_in, words, searched, outcome, shown, channel,
                    chat, unit)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
                """,
                asked.member(),
                asked.number(),
                asked.at(),
                asked.language().code(),
                asked.askedIn(),
                asked.words(),
                asked.searched(),
                asked.outcome(),
                Json.write(new Shown(asked.shown())),
                asked.from().channel(),
                asked.from().chat(),
                asked.unit());
        if (added == 0) {
            throw new Conflict("member " + asked.member() + " asked in another chat at the same time");
        }
    }

    static void judge(Tx tx, Asked asked, boolean useful) {
        tx.update(
                "UPDATE question SET useful = ? WHERE member_id = ? AND number = ?",
                useful,
                asked.member(),
                asked.number());
    }

    /** @throws Conflict where it was handed over meanwhile */
    static void handOver(Tx tx, Asked asked, Instant now) {
        if (tx.update(
                        "UPDATE question SET handed_at = ? WHERE member_id = ? AND number = ? AND handed_at IS NULL",
                        now,
                        asked.member(),
                        asked.number())
                == 0) {
            throw new Conflict("question " + asked.key() + " was handed over meanwhile");
        }
    }

    /** @throws Conflict where somebody replied meanwhile */
    static void reply(Tx tx, Asked asked, Asked.Reply reply) {
        if (tx.update("""
                        UPDATE question SET reply = ?, replied_by = ?, office = ?, replied_at = ?
                        WHERE member_id = ? AND number = ? AND replied_at IS NULL
                        """, reply.text(), reply.by(), reply.office(), reply.at(), asked.member(), asked.number()) == 0) {
            throw new Conflict("question " + asked.key() + " was replied to meanwhile");
        }
    }

    /** Deletes what was asked before then; a member's latest keeps its number, so that no number is used twice. */
    static int forget(Tx tx, Instant before) {
        tx.update("""
                UPDATE question SET words = '', searched = '', reply = NULL WHERE asked_at < ? AND words <> ''
                """, before);
        return tx.update("""
                DELETE FROM question WHERE asked_at < ? AND number <
                    (SELECT MAX(q.number) FROM question q WHERE q.member_id = question.member_id)
                """, before);
    }

    private static Asked asked(Row row) {
        return new Asked(
                row.number("member_id"),
                row.number("number"),
                row.instant("asked_at"),
                Language.of(row.text("language")).orElse(Language.VI),
                row.text("asked_in"),
                row.text("words"),
                row.text("searched"),
                Asked.Outcome.valueOf(row.text("outcome")),
                Json.read(row.text("shown"), Shown.class).refs(),
                row.numberIfAny("useful").map(useful -> useful != 0),
                new Address(row.text("channel"), row.text("chat")),
                row.text("unit"),
                row.instantIfAny("handed_at"),
                row.textIfAny("reply")
                        .map(text -> new Asked.Reply(
                                text, row.number("replied_by"), row.text("office"), row.instant("replied_at"))));
    }
}
