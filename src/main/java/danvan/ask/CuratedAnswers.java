package danvan.ask;

import danvan.library.AnsweredQuestion;
import danvan.library.Library;
import danvan.library.Question;
import danvan.library.QuestionSimilarity;
import danvan.storage.Conflict;
import danvan.storage.Database;
import danvan.storage.Row;
import danvan.storage.Tx;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** The office's answers that are kept for others. Safe for use by several threads. */
final class CuratedAnswers {
    /** From here on two questions are taken for the same, if the answer leaves no word of the new one out. */
    private static final double SAME = 0.7;

    private final Database database;
    private final ZoneId zone;

    CuratedAnswers(Database database, ZoneId zone) {
        this.database = database;
        this.zone = zone;
    }

    /** The answer to a question that is as good as this one. */
    Optional<CuratedAnswer> to(Question question, Library library) {
        List<CuratedAnswer> live = live(question.asOf());
        if (live.isEmpty()) {
            return Optional.empty();
        }
        List<QuestionSimilarity> likenesses = library.compare(
                question,
                live.stream()
                        .map(answer -> new AnsweredQuestion(answer.language(), answer.question(), answer.text()))
                        .toList());
        int best = -1;
        for (int i = 0; i < live.size(); i++) {
            QuestionSimilarity likeness = likenesses.get(i);
            if (likeness.similarity() >= SAME
                    && likeness.saysAll()
                    && (best < 0 || likeness.similarity() > likenesses.get(best).similarity())) {
                best = i;
            }
        }
        return best < 0 ? Optional.empty() : Optional.of(live.get(best));
    }

    /** Those shown on a day, the newest first. */
    List<CuratedAnswer> live(LocalDate day) {
        return database.read(tx -> tx.list(
                "SELECT * FROM curated_answer WHERE approved_at IS NOT NULL AND ended_at IS NULL AND expires_on >= ?"
                        + " ORDER BY written_at DESC, member_id, number",
                this::answer,
                day.toString()));
    }

    /** One that was not ended, whether approved or not. */
    Optional<CuratedAnswer> find(long member, long number) {
        return database.read(tx -> tx.one(
                "SELECT * FROM curated_answer WHERE member_id = ? AND number = ? AND ended_at IS NULL",
                this::answer,
                member,
                number));
    }

    /** Those that wait to be approved. */
    static long countWaiting(Tx tx) {
        return tx.count("SELECT COUNT(*) AS n FROM curated_answer WHERE approved_at IS NULL AND ended_at IS NULL");
    }

    List<CuratedAnswer> waiting(Tx tx) {
        return tx.list(
                "SELECT * FROM curated_answer WHERE approved_at IS NULL AND ended_at IS NULL"
                        + " ORDER BY written_at, member_id, number",
                this::answer);
    }

    /** Those that are shown for the last time on one of these days. */
    List<CuratedAnswer> ending(Tx tx, LocalDate first, LocalDate last) {
        return tx.list(
                "SELECT * FROM curated_answer WHERE approved_at IS NOT NULL AND ended_at IS NULL"
                        + " AND expires_on BETWEEN ? AND ? ORDER BY expires_on, member_id, number",
                this::answer,
                first.toString(),
                last.toString());
    }

    /** Keeps an answer, or keeps it until another day. One that was taken back has to be approved again. */
    static void keep(Tx tx, CuratedAnswer answer, Optional<Long> approvedBy, Instant now) {
        tx.update(
                """
                INSERT INTO curated_answer (member_id, number, language, question, answer, author, office, written_at,
                    expires_on, approved_by, approved_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (member_id, number) DO UPDATE SET expires_on = excluded.expires_on, ended_at = NULL,
                    approved_by = CASE WHEN curated_answer.ended_at IS NULL
                        THEN COALESCE(excluded.approved_by, curated_answer.approved_by) ELSE excluded.approved_by END,
                    approved_at = CASE WHEN curated_answer.ended_at IS NULL
                        THEN COALESCE(excluded.approved_at, curated_answer.approved_at) ELSE excluded.approved_at END
                """,
                answer.member(),
                answer.number(),
                answer.language(),
                answer.question(),
                answer.text(),
                answer.author(),
                answer.office(),
                now,
                answer.expiresOn().toString(),
                approvedBy,
                approvedBy.map(any -> now));
    }

    /** @throws Conflict where somebody approved or ended it meanwhile */
    static void approve(Tx tx, CuratedAnswer answer, long by, Instant now) {
        int approved = tx.update(
                "UPDATE curated_answer SET approved_by = ?, approved_at = ?"
                        + " WHERE member_id = ? AND number = ? AND ended_at IS NULL AND approved_at IS NULL",
                by,
                now,
                answer.member(),
                answer.number());
        once(approved, answer);
    }

    /**
     * Shows it no more.
     *
     * @throws Conflict where somebody ended it meanwhile
     */
    static void end(Tx tx, CuratedAnswer answer, Instant now) {
        int ended = tx.update(
                "UPDATE curated_answer SET ended_at = ? WHERE member_id = ? AND number = ? AND ended_at IS NULL",
                now,
                answer.member(),
                answer.number());
        once(ended, answer);
    }

    private static void once(int changed, CuratedAnswer answer) {
        if (changed == 0) {
            throw new Conflict("the answer " + answer.key() + " was decided meanwhile");
        }
    }

    private CuratedAnswer answer(Row row) {
        return new CuratedAnswer(
                row.number("member_id"),
                row.number("number"),
                row.text("language"),
                row.text("question"),
                row.text("answer"),
                row.number("author"),
                row.text("office"),
                LocalDate.ofInstant(row.instant("written_at"), zone),
                LocalDate.parse(row.text("expires_on")),
                row.instantIfAny("approved_at").isPresent());
    }
}
